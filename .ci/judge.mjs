// Reads what a run of the tests printed, and refuses it unless its summary says that enough tests ran and none failed.
// The exit code of the run is judged beside it: two locks, because the first once stood open and nobody looked.
// @example node .ci/judge.mjs LOG [FLOOR]
import { readFileSync } from 'node:fs';

const [log = '', floorFile = new URL('fewest-tests', import.meta.url)] = process.argv.slice(2);
const floor = Number(readFileSync(floorFile, 'utf8').trim() || Number.NaN);
const [, passed, failed] =
  readFileSync(log, 'utf8')
    .trimEnd()
    .match(/(?:^|\n)(\d+) passed, (\d+) failed, \d+ skipped$/)
    ?.map(Number) ?? [];
const refusal =
  !Number.isInteger(floor) || floor < 1
    ? '.ci/fewest-tests holds no number: how many tests are a run?'
    : passed === undefined
      ? 'The run did not end with its summary.'
      : failed > 0
        ? `${failed} tests failed.`
        : passed < floor
          ? `${passed} tests passed, and .ci/fewest-tests asks for ${floor}: which ones are gone?`
          : undefined;
if (refusal) process.stderr.write(`✗ ${refusal}\n`);
process.exit(refusal ? 1 : 0);
