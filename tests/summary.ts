import type { Reporter, TestModule } from 'vitest/node';

/** The last line of every run, for people and machines alike: how many passed, how many failed. */
export default class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter(
      (module) => module.state() === 'failed' && module.errors().length > 0,
    ).length;
    const failed = count('failed') + broken + errors.length;
    // The default reporter writes its own summary first, in the same turn.
    setTimeout(() => process.stdout.write(`${count('passed')} passed, ${failed} failed\n`), 50);
  }
}
