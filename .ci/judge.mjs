// Reads what a run of the tests printed, and refuses it unless its summary says that enough tests ran in each project and
// none failed. The exit code of the run is judged beside it: two locks, because the first once stood open and nobody looked.
// @example node .ci/judge.mjs LOG [FLOORS]
import { readFileSync } from 'node:fs';

const [log = '', floorsFile = new URL('fewest-tests', import.meta.url)] = process.argv.slice(2);
const floors = readFileSync(floorsFile, 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.match(/^(\w+) ([1-9]\d*)$/)?.slice(1) ?? []);
const said = readFileSync(log, 'utf8').trimEnd();
const failed = said.match(/(?:^|\n)\d+ passed, (\d+) failed, \d+ skipped$/)?.[1];
const passedIn = (project) =>
  Number(said.match(new RegExp(`(?:^|\\n)passed in ${project}: (\\d+)(?=\\n)`))?.[1] ?? 0);
const [tooFew, floor] = floors.find(([project, fewest]) => passedIn(project) < Number(fewest)) ?? [];
const refusal = floors.some(([project]) => project === undefined)
  ? '.ci/fewest-tests holds more than a project and a number in each line: how many tests are a run?'
  : failed === undefined
    ? 'The run did not end with its summary.'
    : failed !== '0'
      ? `${failed} tests failed.`
      : tooFew
        ? `${passedIn(tooFew)} tests passed in ${tooFew}, and .ci/fewest-tests asks for ${floor}: which ones are gone?`
        : undefined;
if (refusal) process.stderr.write(`✗ ${refusal}\n`);
process.exit(refusal ? 1 : 0);
