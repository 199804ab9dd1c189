import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Ask, RanTest, RunnerReply } from './runner.ts';
import type { CameBy } from './with-mutant.ts';

const program = fileURLToPath(new URL('./runner.ts', import.meta.url));

/** A runner in a process of its own, which is ended and started anew when a mutant keeps it from answering. */
export class Runner {
  readonly #copy: string;
  #child: ChildProcess | undefined;

  constructor(copy: string) {
    this.#copy = copy;
  }

  /** @returns 'stuck' when there is no answer within so many milliseconds */
  async ask(ask: Ask, withinMs: number): Promise<RunnerReply | 'stuck'> {
    const child = await this.#awake();
    return new Promise((resolve) => {
      const over = (told: RunnerReply | 'stuck') => {
        clearTimeout(late);
        child.removeAllListeners('message').removeAllListeners('exit');
        if (told === 'stuck') this.end();
        resolve(told);
      };
      const late = setTimeout(over, withinMs, 'stuck');
      child.once('message', (told) => over(told as RunnerReply));
      child.once('exit', () => over('stuck'));
      child.send(ask);
    });
  }

  /** With all that it started: vitest runs each file of tests in a process of its own. */
  end(): void {
    const pid = this.#child?.pid;
    this.#child = undefined;
    try {
      if (pid) process.kill(-pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }

  async #awake(): Promise<ChildProcess> {
    if (this.#child?.exitCode === null) return this.#child;
    const child = fork(program, [this.#copy], {
      ...{ execArgv: ['--import', 'tsx'], detached: true },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#child = child;
    await new Promise<void>((ready, fail) => {
      child.once('message', () => ready());
      child.once('exit', (code) => fail(new Error(`The runner ended with ${code}.`)));
    });
    child.removeAllListeners('exit');
    return child;
  }
}

/** Which tests there are, how long each takes, and which mutants each comes by. */
export interface Known {
  readonly tests: readonly RanTest[];
  /** The tests that come by a mutant, by its number. */
  readonly meeting: ReadonlyMap<string, ReadonlySet<RanTest>>;
  /** Which share of all mutants a file of tests comes by, by its path. */
  readonly breadth: ReadonlyMap<string, number>;
}

/** All tests once, or some files of them, while no mutant is on. @throws when one of them is red */
export async function unmutated(copy: string, only?: readonly string[]): Promise<Known> {
  const metInto = mkdtempSync(join(tmpdir(), 'guihang-met-'));
  const runner = new Runner(copy);
  try {
    const told = await runner.ask({ metInto, ...(only && { only }) }, 3_600_000);
    if (told === 'stuck' || told.red)
      throw new Error(`Red while nothing is mutated: ${told === 'stuck' ? told : told.red}`);
    const met = readdirSync(metInto).map(
      (name) => JSON.parse(readFileSync(join(metInto, name), 'utf8')) as CameBy,
    );
    const meeting = meetingsOf(told.ran, met);
    const paths = [...new Set(told.ran.map(({ path }) => path))];
    const mets = [...meeting.values()].map((tests) => new Set([...tests].map(({ path }) => path)));
    const breadth = paths.map(
      (path) => [path, mets.filter((its) => its.has(path)).length / mets.length] as const,
    );
    return { tests: told.ran, meeting, breadth: new Map(breadth) };
  } finally {
    runner.end();
    rmSync(metInto, { recursive: true, force: true });
  }
}

function meetingsOf(tests: readonly RanTest[], met: readonly CameBy[]) {
  const meeting = new Map<string, Set<RanTest>>();
  const meets = (mutant: string, test: RanTest) => {
    const known = meeting.get(mutant) ?? new Set();
    meeting.set(mutant, known.add(test));
  };
  const byId = new Map(tests.map((test) => [test.id, test]));
  for (const { file, static: always, perTest } of met) {
    const its = tests.filter((test) => test.file === file);
    // What a file comes by while it is loaded, or in a hook, concerns all of its tests.
    for (const mutant of always) for (const test of its) meets(mutant, test);
    for (const [id, mutants] of Object.entries(perTest)) {
      const test = byId.get(id);
      if (test) for (const mutant of mutants) meets(mutant, test);
    }
  }
  return meeting;
}
