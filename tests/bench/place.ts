import { type ChildProcess, fork, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Target } from './load.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const secret = 'a secret of the benches, 32 letters and more';

const folder = mkdtempSync(join(tmpdir(), 'guihang-bench-'));
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});
process.on('SIGINT', () => process.exit(130)).on('SIGTERM', () => process.exit(143));

let count = 0;
export const newPath = (name: string) => join(folder, `${count++}-${name}`);

/** Sign-in of `wu`, who stores things, and of the exporter `whale`: the rows are written by fill.ts. */
export const tokenOf = (person: string) => `token-of-${person}`.padEnd(48, '0');
export function cookieOf(person: string) {
  const token = tokenOf(person);
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return `guihang.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}

/** Runs another program of the benches, in a process of its own, as the database it works on demands. */
export async function runIn(url: string, program: string, ...args: string[]) {
  const child = fork(here(program), args, {
    env: { ...process.env, DATABASE_URL: url },
    execArgv: process.execArgv,
  });
  running.add(child);
  const [code] = await once(child, 'exit');
  running.delete(child);
  if (code !== 0) throw new Error(`${program} ended with ${code}.`);
}

const filled = new Map<string, Promise<string>>();
/** A SQLite file with so many items in it: filled once, then copied. */
export async function warehouseWith(items: number): Promise<string> {
  const path = newPath(`with-${items}.db`);
  const template = filled.get(String(items)) ?? fillAt(path, items);
  filled.set(String(items), template);
  const copy = newPath('data.db');
  copyFileSync(await template, copy);
  return `file:${copy}`;
}
async function fillAt(path: string, items: number) {
  await runIn(`file:${path}`, './fill.ts', String(items));
  return path;
}

export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}

export interface Server extends Target {
  readonly child: ChildProcess;
  /** ms from the start of the process to the first answer of a house that is ready. */
  readonly bootMs: number;
  stop(): Promise<void>;
}

/** The product as `npm start` runs it: the built server in a process of its own. */
export const startServer = (url: string, person = 'wu') =>
  start(here('../../dist/server/main.js'), url, person, [...asStarted(), ...profiling()]);
/** Node's own options in the start command. */
const asStarted = () =>
  JSON.parse(readFileSync(here('../../package.json'), 'utf8')).scripts.start.match(/--[\w-]+=\S+/g) ?? [];
/** The same questions answered by bare code. */
export const startFloor = (url: string) => start(here('./floor-step.ts'), url, 'nobody', process.execArgv);

const profiling = () => (process.env.PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.PROFILE}`] : []);

/** Those who ask for a bench are one person, and ask faster than any. */
const unhurried = { PERSON_RATE: '1000000', ORGANISATION_RATE: '1000000' };

async function start(
  program: string,
  url: string,
  person: string,
  execArgv: readonly string[],
): Promise<Server> {
  const port = await freePort();
  const own = { DATABASE_URL: url, PORT: String(port), HOST: '127.0.0.1', SESSION_SECRET: secret };
  // No administrator of the benches has a second factor.
  const house = { FILES_DIR: newPath('files'), LOG_LEVEL: 'info', TWO_FACTOR: 'nobody', ...unhurried };
  const env = { ...process.env, ...own, ...house };
  const started = performance.now();
  // Its log is written, as in a house; nobody reads it here.
  const child = spawn(process.execPath, [...execArgv, program], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.add(child);
  const gone = once(child, 'exit').then(() => running.delete(child));
  while (!(await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error(`${program} does not start.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const bootMs = performance.now() - started;
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
  };
  return { port, cookie: cookieOf(person), child, bootMs, stop };
}
