import { readFileSync } from 'node:fs';
import { TestRunner } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** What this file took of a processor, in seconds. */
    processorSeconds?: number;
  }
}

/** Runs tests, and notes for every file what it took of a processor: its process, and the programs that it started. */
export default class Cost extends TestRunner {
  #before = 0;

  override onCollectStart(...[file]: Parameters<TestRunner['onCollectStart']>) {
    this.#before = processorSeconds();
    super.onCollectStart(file);
  }

  override async onAfterRunSuite(...[suite]: Parameters<TestRunner['onAfterRunSuite']>) {
    if ('filepath' in suite) suite.meta.processorSeconds = processorSeconds() - this.#before;
    await super.onAfterRunSuite(suite);
  }
}

function processorSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + ofPrograms();
}

/** Of the programs that ended, and of theirs. Only Linux tells, in hundredths of a second; elsewhere they go uncounted. */
function ofPrograms() {
  if (process.platform !== 'linux') return 0;
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}
