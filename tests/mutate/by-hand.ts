import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../house-rules/sources.ts';
import { aCopy } from './sandbox.ts';

/** A change that a hook, a timer or a race decides about, which the drawn mutants do not reach. */
interface ByHand {
  readonly what: string;
  readonly file: string;
  readonly was: string;
  readonly becomes: string;
  readonly project: 'sqlite' | 'postgres' | 'screens' | 'pure';
  /** Parts of the paths of the tests that are asked. */
  readonly tests: readonly string[];
  /** They run what is built: the server as a process, or pages in a browser. */
  readonly build?: true;
}

export const byHand: readonly ByHand[] = [
  {
    what: 'PostgreSQL: who lost a race is not let in again',
    file: 'db/atomically.ts',
    was: "state === '40001' || state === '40P01'",
    becomes: 'false',
    project: 'pure',
    tests: ['rules/lost-races'],
  },
  {
    what: 'PostgreSQL: a key that was taken in a race is told at once',
    file: 'db/atomically.ts',
    was: "(state === '23505' && attempt === 1)",
    becomes: 'false',
    project: 'pure',
    tests: ['rules/lost-races'],
  },
  {
    what: 'PostgreSQL: whoever keeps losing never goes alone',
    file: 'db/atomically.ts',
    was: 'attempt > ATTEMPTS_BEFORE_EXCLUSIVE',
    becomes: 'false',
    project: 'pure',
    tests: ['rules/lost-races'],
  },
  {
    what: 'PostgreSQL: a commit that broke off is told as a mistake',
    file: 'db/atomically.ts',
    was: "throw new OutcomeUnknown('The connection broke during the commit.', { cause });",
    becomes: 'throw cause;',
    project: 'pure',
    tests: ['rules/lost-races'],
  },
  {
    what: 'PostgreSQL: a connection whose rollback failed is used again',
    file: 'db/atomically.ts',
    was: 'client.release(broken);',
    becomes: 'client.release();',
    project: 'pure',
    tests: ['rules/lost-races'],
  },
  {
    what: 'PostgreSQL: reads see what others write meanwhile',
    file: 'db/atomically.ts',
    was: 'BEGIN ISOLATION LEVEL SERIALIZABLE',
    becomes: 'BEGIN',
    project: 'postgres',
    tests: ['journeys/room'],
  },
  {
    what: 'PostgreSQL: two servers migrate at once',
    file: 'db/open.ts',
    was: "await client.query('select pg_advisory_lock(7307)');",
    becomes: '',
    project: 'postgres',
    tests: ['journeys/opening'],
  },
  {
    what: 'SQLite: a scan is answered before its group is on disk',
    file: 'db/atomically.ts',
    was: 'sql.commit.run();\n    } catch',
    becomes: 'for (const answer of answers) answer();\n      sql.commit.run();\n    } catch',
    project: 'pure',
    tests: ['rules/shared-commits'],
  },
  {
    what: 'SQLite: one that fails takes the others of its group with it',
    file: 'db/atomically.ts',
    was: 'sql.undo.run();',
    becomes: '',
    project: 'pure',
    tests: ['rules/shared-commits'],
  },
  {
    what: 'SQLite: work that awaits something else is let through',
    file: 'db/atomically.ts',
    was: 'await withinOneTick(work(lease))',
    becomes: 'await work(lease)',
    project: 'pure',
    tests: ['rules/shared-commits'],
  },
  {
    what: 'an import never lets the scans in between',
    file: 'server/returns/import-store.ts',
    was: '(hasSingleWriter ? 4 : 1)',
    becomes: '(hasSingleWriter ? 40_000 : 1)',
    project: 'sqlite',
    tests: ['journeys/imports'],
  },
  {
    what: 'an import that somebody else took over is stored by both',
    file: 'server/jobs/background-tasks.ts',
    was: 'if (task?.holder !== run.holder) throw new TakenOver();',
    becomes: 'if (!task) throw new TakenOver();',
    project: 'sqlite',
    tests: ['journeys/imports'],
  },
  {
    what: 'work of the outbox is taken by two servers at once',
    file: 'server/jobs/outbox.ts',
    was: '|| work.dueAt > now',
    becomes: '',
    project: 'sqlite',
    tests: ['journeys/jobs'],
  },
  {
    what: 'a server that is told to stop drops what is in flight',
    file: 'server/serve.ts',
    was: "log.info('stopping: finishing what is in flight');",
    becomes: "log.info('stopping: finishing what is in flight');\n    process.exit(0);",
    project: 'sqlite',
    tests: ['house-rules/process'],
    build: true,
  },
  {
    what: 'a handheld gives up a scan that nobody answered',
    file: 'client/handheld/use-station.ts',
    was: 'if (!(error instanceof Failure && error.isUnknown)) throw error;\n      if (gone',
    becomes: 'throw error;\n      if (gone',
    project: 'screens',
    tests: ['screens/handheld'],
    build: true,
  },
  {
    what: 'a scan that is sent again gets another scanId',
    file: 'client/handheld/use-station.ts',
    was: 'untilAnswered(() => call(endpoint, input), aboutOf(input), setKept, gone)',
    becomes:
      "untilAnswered(() => call(endpoint, 'scanId' in input ? { ...input, scanId: newScanId() } : input), aboutOf(input), setKept, gone)",
    project: 'screens',
    tests: ['screens/handheld'],
    build: true,
  },
  {
    what: 'a scan without an end key never ends',
    file: 'client/handheld/scanner/use-wedge.ts',
    was: 'timer.current = setTimeout(onSilence, patience);',
    becomes: 'timer.current = undefined;',
    project: 'screens',
    tests: ['screens/handheld'],
    build: true,
  },
  {
    what: 'a second press while one thing is being done does it again',
    file: 'client/handheld/use-station.ts',
    was: 'if (running.current) return;',
    becomes: '',
    project: 'screens',
    tests: ['screens/handheld'],
    build: true,
  },
  {
    what: 'a handheld that nobody touches stays open',
    file: 'client/handheld/door/use-idle-lock.ts',
    was: 'if (Date.now() - last < minutes * 60_000) return;',
    becomes: 'return;',
    project: 'screens',
    tests: ['screens/identity'],
    build: true,
  },
];

const vitest = join(root, 'node_modules/vitest/vitest.mjs');

/** How many of its tests passed and failed in this copy. @throws when the run did not come to its summary */
function counted(copy: string, { project, tests }: Pick<ByHand, 'project' | 'tests'>) {
  const args = [vitest, 'run', '--project', project, ...tests];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    ...{ cwd: copy, encoding: 'utf8', maxBuffer: 1e9 },
  });
  const [, passed, failed] = stdout.trimEnd().match(/(\d+) passed, (\d+) failed, \d+ skipped$/) ?? [];
  if (passed === undefined) throw new Error(`${tests} ended with ${status} and no summary: ${stderr}`);
  return { passed: Number(passed), failed: Number(failed), status };
}

const greenBefore = new Set<string>();
/** What is red, or is not there, before anything is changed would notice everything. */
function mustBeGreen(copy: string, one: ByHand): void {
  const which = `${one.project} ${one.tests}`;
  if (greenBefore.has(which)) return;
  const { passed, failed, status } = counted(copy, one);
  if (status !== 0 || failed > 0 || passed === 0)
    throw new Error(`${which}: ${passed} passed, ${failed} failed before anything was changed.`);
  greenBefore.add(which);
}

/** Whether its tests, which are green without it, turn red with it. */
export function isNoticed(one: ByHand): boolean {
  const { file, was, becomes, build } = one;
  const copy = aCopy();
  try {
    const text = readFileSync(join(copy, file), 'utf8');
    if (text.split(was).length !== 2) throw new Error(`${file} does not hold this once: ${was}`);
    mustBeGreen(copy, one);
    writeFileSync(
      join(copy, file),
      text.replace(was, () => becomes),
    );
    if (build) {
      const built = spawnSync(process.execPath, ['.ci/ready.mjs', 'build'], { cwd: copy });
      if (built.status !== 0) throw new Error(`${file} does not build: ${built.stderr}`);
    }
    const { failed, status } = counted(copy, one);
    return status !== 0 && failed > 0;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
