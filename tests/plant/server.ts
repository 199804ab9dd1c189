import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { STUCK_AFTER_MS } from '../patience.ts';

export const built = (path: string) => fileURLToPath(new URL(`../../dist/server/${path}`, import.meta.url));
const clock = new URL('./clock.mjs', import.meta.url).href;
const meter = new URL('./meter.mjs', import.meta.url).href;
const cheapPasswords = new URL('./cheap-passwords.mjs', import.meta.url).href;
/** In a test a password may cost less; where faults are planted or a time is taken, it costs what it does. */
const looksIn = [clock, meter, ...(process.env.VITEST ? [cheapPasswords] : [])].flatMap((its) => [
  '--import',
  its,
]);
const readJson = (path: string) =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
/** The settings of V8 and of memory with which `npm start` starts it. */
const { scripts } = readJson('package.json');
const malloc: NodeJS.ProcessEnv = readJson('.ci/malloc.json');
const asStarted: string[] = scripts.start.match(/--\S+/g);

/** Whatever ends us ends them. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** A real server process, as it runs in production, that can be killed, started again, and told another time. */
export class Server {
  readonly address: string;
  readonly url: string;
  readonly files: string;
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;
  #said = '';
  #ahead = 0;

  constructor(port: number, url: string, files: string, settings: NodeJS.ProcessEnv = {}) {
    this.address = `http://127.0.0.1:${port}`;
    this.url = url;
    this.files = files;
    this.#env = {
      ...malloc,
      ...process.env,
      ...{ DATABASE_URL: url, FILES_DIR: files, PORT: String(port), HOST: '127.0.0.1' },
      ...{
        LOG_LEVEL: 'error',
        TWO_FACTOR: 'nobody',
        SIGN_IN_TRIES: '10000',
        // People of the plant work faster than hands do.
        PERSON_RATE: '1000000',
        ORGANISATION_RATE: '1000000',
        SESSION_SECRET: 'a secret of the plant, 32 letters or more',
      },
      ...settings,
    };
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }
  /** What it printed since it was started. */
  get said(): string {
    return this.#said;
  }
  get running(): boolean {
    return this.#child?.exitCode === null && this.#child.signalCode === null;
  }

  /** @param through a program that starts it, with its arguments, and looks over its shoulder */
  async start(through: readonly string[] = []): Promise<void> {
    this.#said = '';
    const env = { ...this.#env, CLOCK_AHEAD: String(this.#ahead) };
    const [program = '', ...args] = [
      ...through,
      process.execPath,
      ...asStarted,
      ...looksIn,
      built('main.js'),
    ];
    const child = spawn(program, args, {
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    running.add(child);
    child.once('exit', () => running.delete(child));
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part) => {
        this.#said = `${this.#said}${part}`.slice(-20_000);
      });
    for (const began = performance.now(); performance.now() - began < STUCK_AFTER_MS; ) {
      if (!this.running) throw new Error(`The server ended: ${this.#said}`);
      const answer = await fetch(`${this.address}/readyz`).catch(() => undefined);
      if (answer?.ok) return;
      await sleep(50);
    }
    throw new Error(`The server does not answer: ${this.#said}`);
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (!this.#child || !this.running) return;
    this.#child.kill(signal);
    await once(this.#child, 'exit');
  }

  /** Moves its clock so many milliseconds ahead of the real one. */
  async setAhead(ahead: number): Promise<void> {
    this.#ahead = ahead;
    if (!this.running || !this.#child) return;
    const heard = once(this.#child, 'message');
    this.#child.send({ ahead });
    await heard;
  }

  /** How long its main thread was held at the longest while something went on, in milliseconds of processor time. */
  async heldDuring(work: () => Promise<unknown>): Promise<number> {
    await this.#meter('start');
    await work();
    return (await this.#meter('stop')).longestMs ?? 0;
  }
  /** How long a piece of work takes in it that is the same everywhere. */
  async unitOfWork(): Promise<number> {
    return (await this.#meter('unit')).unitMs ?? 0;
  }
  async #meter(meter: string): Promise<{ longestMs?: number; unitMs?: number }> {
    if (!this.#child) return {};
    const heard = once(this.#child, 'message');
    this.#child.send({ meter });
    return (await heard)[0];
  }
}

/** `npm run verify` over its database. @returns what it found, or nothing when the books balance */
export async function verified(url: string): Promise<string> {
  const child = spawn(process.execPath, [built('verify/main.js')], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      said += part;
    });
  const [code] = await once(child, 'exit');
  return code === 0 ? '' : said.slice(-2_000);
}
