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

const kinds = [
  ['fsync', 'EIO'],
  ['pwrite64', 'EIO'],
  ['pwrite64', 'ENOSPC'],
  ['ftruncate', 'EIO'],
] as const;

/**
 * The n-th call fails, for n = 1, 2, … until so many steps go by without one being hit. Each time the same server goes
 * on, and each scan is sent again until it is certain.
 */
export async function ioErrors({ stride }: Size): Promise<Outcome[]> {
  if (!available('strace', getStrace)) return [];
  const outcomes: Outcome[] = [];
  for (const [call, error] of kinds) {
    told(`· the n-th ${call} fails with ${error}`);
    const trial = await Trial.begin();
    let [hit, missed] = [0, 0];
    for (let n = 1; missed < 3; n += stride) {
      const held = await Strace.hold(trial.server.pid, `${call}:error=${error}:when=${n}`);
      if (!held) break;
      await trial.load.progress(12);
      if ((await held.letGo()) > 0) hit++;
      else missed++;
      if (n % 20 === 1) told(`  n = ${n} · hit ${hit} · not certain ${trial.ledger.uncertain}`);
    }
    if (!trial.server.running) trial.faults.push(`The server died: ${trial.server.said}`);
    await trial.countLost();
    outcomes.push(await trial.end(`${call} → ${error}, the n-th`, hit));
  }
  return outcomes;
}
