import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { aFolder, available, getStrace, type Outcome, type Size, Trial, told } from './trial.ts';

/** Holds a running server's system calls, as a disk does that fails. */
export class Strace {
  readonly #child: ChildProcess;
  readonly #trace: string;

  private constructor(child: ChildProcess, trace: string) {
    this.#child = child;
    this.#trace = trace;
  }

  /** @returns nothing where the system does not let one look into another process */
  static async hold(pid: number, inject: string): Promise<Strace | undefined> {
    const trace = join(aFolder(), 'trace');
    const [name = ''] = inject.split(':');
    const args = ['-f', '-o', trace, '-e', `trace=${name}`, '-e', `inject=${inject}`, '-p', String(pid)];
    const child = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (part) => {
      said += part;
    });
    for (let tries = 0; tries < 400 && child.exitCode === null; tries++) {
      if (/attached/.test(said)) return new Strace(child, trace);
      await sleep(25);
    }
    told(`! strace: ${said.trim()}`);
    return undefined;
  }

  /** Lets go. @returns how often it struck */
  async letGo(): Promise<number> {
    this.#child.kill('SIGINT');
    if (this.#child.exitCode === null) await once(this.#child, 'exit');
    return readFileSync(this.#trace, 'latin1').split('(INJECTED').length - 1;
  }
}

/** A start reads a long log in hundreds of reads or more, and one fails like another: so many are passed over. */
const everyReads = 64;

const kinds = [
  ['fsync', 'EIO'],
  ['pwrite64', 'EIO'],
  ['pwrite64', 'ENOSPC'],
  ['ftruncate', 'EIO'],
] as const;

/**
 * The n-th call fails, for n = 1, 2, … until a few steps go by without one being hit. Each time the same server goes
 * on, and each scan is sent again until it is certain.
 */
export async function atWork({ stride }: Size): Promise<Outcome[]> {
  if (!available('strace', getStrace)) return [];
  const outcomes: Outcome[] = [];
  for (const [call, error] of kinds) outcomes.push(await failsAtWork(call, error, stride));
  return outcomes;
}

async function failsAtWork(call: string, error: string, stride: number): Promise<Outcome> {
  told(`· the n-th ${call} fails with ${error}`);
  // One at work: so few calls are in a step that each of them has its turn.
  const trial = await Trial.begin({ workers: 1 });
  let [hit, missed] = [0, 0];
  for (let n = 1; missed < 3; n += stride) {
    const held = await Strace.hold(trial.server.pid, `${call}:error=${error}:when=${n}`);
    if (!held) break;
    await trial.load.progress(2);
    if ((await held.letGo()) > 0) hit++;
    else missed++;
    if (n % 20 === 1) told(`  n = ${n} · hit ${hit} · not certain ${trial.ledger.uncertain}`);
  }
  if (!trial.server.running) trial.faults.push(`The server died: ${trial.server.said}`);
  await trial.countLost();
  return trial.end(`the n-th ${call} at work: ${error}`, hit);
}

/**
 * The same with the calls on the database's files from the first one on, after a kill that left a log to be carried
 * over. It starts all the same, or ends and says why; and then it starts as if nothing had been.
 */
export async function atTheStart({ stride }: Size): Promise<Outcome[]> {
  if (!available('strace', getStrace)) return [];
  const outcomes: Outcome[] = [];
  for (const [call, error] of [['openat', 'EMFILE'], ...kinds] as const)
    outcomes.push(await failsAtTheStart(call, error, stride));
  outcomes.push(await failsAtTheStart('pread64', 'EIO', Math.max(stride, everyReads)));
  return outcomes;
}

async function failsAtTheStart(call: string, error: string, stride: number): Promise<Outcome> {
  told(`· the n-th ${call} of a start fails with ${error}`);
  const trial = await Trial.begin({ workers: 1 });
  const path = trial.server.url.replace(/^file:/, '');
  const files = ['', '-wal', '-shm'].flatMap((suffix) => ['-P', `${path}${suffix}`]);
  let [hit, started] = [0, 0];
  for (let n = 1; ; n += stride) {
    await trial.server.kill('SIGKILL');
    const trace = join(aFolder(), 'trace');
    const what = ['-e', `trace=${call}`, '-e', `inject=${call}:error=${error}:when=${n}`];
    // -D: the server keeps its place as our child, and strace is nobody's.
    const came = await trial.server
      .start(['strace', '--seccomp-bpf', '-D', '-f', '-qq', '-o', trace, ...files, ...what])
      .then(
        () => true,
        () => false,
      );
    if (!came && !trial.server.said.includes('SQLITE_'))
      trial.faults.push(`It ended and did not say why: ${trial.server.said.slice(-300)}`);
    // One that started all the same does a scan, and is killed: the next start, with the next fault, goes on from there.
    const struck = readFileSync(trace, 'latin1').includes('(INJECTED');
    if (!came || !struck) {
      await trial.server.kill('SIGKILL');
      await trial.server.start();
    }
    await trial.load.progress(1);
    await trial.countLost();
    if (!struck) break;
    hit++;
    if (came) started++;
    if (n % 10 === 1) told(`  n = ${n} · hit ${hit} · started all the same ${started}`);
  }
  const which = stride > 1 ? `every ${stride}th` : 'the n-th';
  return trial.end(`${which} ${call} of a start: ${error}`, hit, `${started} of ${hit} started all the same`);
}
