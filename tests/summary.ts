import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';
import { type Cost, dearest, overBudget } from './budget.ts';
import { sqliteAlone } from './sqlite-alone.ts';

/**
 * The last line of every run, for people and machines alike: how many tests passed, failed and were skipped; before
 * it, why those were skipped. A test that did not run and does not say why counts as failed; so does, where everything
 * ran, a file that took more of a processor than it may (budget.ts).
 */
export default class Summary implements Reporter {
  /** Somebody asked for some tests by name: the others are left out, and nobody misses them. */
  #byName = false;
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest) {
    this.#vitest = vitest;
    this.#byName = vitest.config.testNamePattern !== undefined;
  }

  /** Whether this run was of everything, or of all that is deep: what one file takes of less than that says nothing. */
  async #isWhole(modules: readonly TestModule[]) {
    if (this.#byName || this.#vitest?.projects.length !== PROJECTS) return false;
    const all = await this.#vitest.globTestSpecifications();
    const deep = await this.#vitest.globTestSpecifications(['tests/deep/']);
    return [all.length, deep.length].includes(modules.length);
  }

  async onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const of = (...states: string[]) => tests.filter((test) => states.includes(test.result().state));
    const notRun = of('skipped', 'pending');
    const unexplained = this.#byName ? [] : notRun.filter((test) => !reasonOf(test));
    const broken = modules.filter(
      (module) => module.state() === 'failed' && module.errors().length > 0,
    ).length;
    const costs = costsOf(modules);
    const dear = (await this.#isWhole(modules)) ? overBudget(costs) : [];
    const failed = of('failed').length + unexplained.length + broken + errors.length + dear.length;
    if (unexplained.length + dear.length) process.exitCode = 1;
    const lines = [
      ...unexplained.map((test) => `✗ did not run and says no reason: ${nameOf(test)}`),
      ...whySkipped(notRun),
      ...dearest(costs),
      ...dear.map((line) => `✗ ${line}`),
      ...(modules.some(({ project }) => project.name === 'postgres') ? alone : []),
      ...byProject(of('passed')),
      `${of('passed').length} passed, ${failed} failed, ${notRun.length - unexplained.length} skipped`,
    ];
    // The default reporter writes its own summary first, in the same turn.
    setTimeout(() => process.stdout.write(`${lines.join('\n')}\n`), 50);
  }
}

const alone = Object.entries(sqliteAlone).map(([file, why]) => `↓ on SQLite alone: ${file}: ${why}`);
/** What CI holds against its floors: a whole project that is not run leaves a hole that a total does not show. */
const byProject = (passed: readonly TestCase[]) =>
  [...new Set(passed.map(({ project }) => project.name))].map(
    (name) => `passed in ${name}: ${passed.filter(({ project }) => project.name === name).length}`,
  );
/** rules, SQLite, PostgreSQL and screens. */
const PROJECTS = 4;

const costsOf = (modules: readonly TestModule[]): Cost[] =>
  modules.map((module) => ({
    project: module.project.name,
    file: module.relativeModuleId,
    seconds: module.meta().processorSeconds ?? 0,
  }));

const nameOf = (test: TestCase) => `${test.project.name} ${test.module.relativeModuleId} > ${test.fullName}`;

function reasonOf(test: TestCase): string | undefined {
  const result = test.result();
  return result.state === 'skipped' ? result.note : undefined;
}

function whySkipped(tests: readonly TestCase[]): string[] {
  const reasons = new Map<string, string[]>();
  for (const test of tests) {
    const why = reasonOf(test);
    if (why) reasons.set(why, [...(reasons.get(why) ?? []), nameOf(test)]);
  }
  return [...reasons].flatMap(([why, names]) => [
    `↓ ${names.length} skipped: ${why}`,
    ...names.map((n) => `    ${n}`),
  ]);
}
