import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { createVitest, type TestSpecification, type Vitest } from 'vitest/node';

/** A process that runs tests in a copy of the project, again and again, each time with another mutant switched on. */
export interface Ask {
  /** The number of the mutant, or nothing: then where the tests come by mutants is written into `metInto`. */
  readonly mutant?: string;
  readonly metInto?: string;
  /** Of all files, only those whose path holds one of these. */
  readonly only?: readonly string[];
  /** The files in their order, with the tests that are wanted of each; nothing: all tests of all files. */
  readonly files?: readonly {
    readonly project: string;
    readonly path: string;
    readonly ids?: readonly string[];
  }[];
}
export interface RanTest {
  readonly id: string;
  readonly file: string;
  readonly project: string;
  readonly path: string;
  readonly name: string;
  readonly ms: number;
}
export interface RunnerReply {
  /** What went wrong first, and in which file; nothing when all is green. */
  readonly red?: string;
  readonly redIn?: string;
  readonly ran: readonly RanTest[];
}

const [copy = '.'] = process.argv.slice(2);
process.chdir(copy);
process.env.CI = 'true';

class InThisOrder {
  async shard(files: TestSpecification[]) {
    return files;
  }
  async sort(files: TestSpecification[]) {
    return files;
  }
}

/** Where mutants are met is asked file by file, each in a process of its own; with a mutant on, they share one. */
async function started(parallel: boolean): Promise<Vitest> {
  const vitest = await createVitest('test', {
    ...{ root: copy, config: `${copy}/tests/mutate/vitest.config.ts`, watch: false, reporters: [{}] },
    ...{
      fileParallelism: parallel,
      maxWorkers: parallel ? availableParallelism() : 1,
      bail: parallel ? 0 : 1,
    },
    ...{ sequence: { sequencer: InThisOrder }, isolate: parallel },
    ...{ onConsoleLog: () => false, silent: true },
  });
  await vitest.standalone();
  return vitest;
}

let vitest: Vitest | undefined;
async function run({ mutant, metInto, only, files }: Ask): Promise<RunnerReply> {
  process.env.__STRYKER_ACTIVE_MUTANT__ = mutant ?? '';
  process.env.MUTANTS_MET = metInto ?? '';
  vitest ??= await started(files === undefined);
  const at = vitest;
  // Else it counts what was red with the mutant before, and stops at once.
  for (const kept of [at.state.filesMap, at.state.idMap, at.state.pathsSet]) kept.clear();
  for (const { config } of at.projects)
    config.env = { ...config.env, __STRYKER_ACTIVE_MUTANT__: mutant ?? '', MUTANTS_MET: metInto ?? '' };
  const wanted = files?.map(({ project, path, ids }) =>
    at.getProjectByName(project).createSpecification(path, ids ? { testIds: [...ids] } : undefined),
  );
  const { testModules, unhandledErrors } = await at.runTestSpecifications(
    wanted ?? (await at.globTestSpecifications(only && [...only])),
    wanted === undefined,
  );
  const tests = testModules.flatMap((module) => [...module.children.allTests()]);
  const wrong = [
    ...tests
      .filter((test) => test.result().state === 'failed')
      .map((test) => `${basename(test.module.moduleId)} > ${test.name}`),
    ...testModules
      .filter((module) => module.errors().length)
      .map((module) => `${basename(module.moduleId)} does not load`),
    ...testModules
      .flatMap((module) => [...module.children.allSuites()])
      .filter((suite) => suite.errors().length)
      .map((suite) => `${suite.name}: a hook`),
    ...unhandledErrors.map((error) => `unhandled: ${String((error as Error)?.message ?? error)}`),
  ];
  const redModule = testModules.find((module) => module.state() === 'failed');
  return {
    ...(wrong[0] ? { red: wrong[0] } : {}),
    ...(wrong[0] && redModule ? { redIn: redModule.moduleId } : {}),
    ran: tests.flatMap((test) => {
      const ms = test.diagnostic()?.duration;
      if (ms === undefined || test.result().state !== 'passed') return [];
      const { module, id, name } = test;
      return [{ id, file: module.id, project: module.project.name, path: module.moduleId, name, ms }];
    }),
  };
}

process.on('message', (ask: Ask) => {
  run(ask).then(
    (told) => process.send?.(told),
    (error: Error) => {
      process.stderr.write(`${error.stack}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
