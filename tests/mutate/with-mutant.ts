import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach } from 'vitest';

/** What Stryker's code looks at: which mutant is on, and where it says which ones it came by. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage?: { static: Counts; perTest: Record<string, Counts> };
}
type Counts = Record<string, number>;
/** What one file of tests came by. */
export interface CameBy {
  readonly file: string;
  readonly static: readonly string[];
  readonly perTest: Readonly<Record<string, readonly string[]>>;
}

const holder = globalThis as { __stryker__?: Switches };
holder.__stryker__ ??= {};
const switches = holder.__stryker__;
switches.activeMutant = process.env.__STRYKER_ACTIVE_MUTANT__ || undefined;

const into = process.env.MUTANTS_MET;
if (into) {
  let file = '';
  beforeEach(({ task }) => {
    file = task.file.id;
    switches.currentTestId = task.id;
  });
  afterEach(() => {
    switches.currentTestId = undefined;
  });
  afterAll(() => {
    const { static: always = {}, perTest = {} } = switches.mutantCoverage ?? {};
    const met: CameBy = {
      ...{ file, static: Object.keys(always) },
      perTest: Object.fromEntries(Object.entries(perTest).map(([id, counts]) => [id, Object.keys(counts)])),
    };
    writeFileSync(join(into, `${file}.json`), JSON.stringify(met));
  });
}
