import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { dialect } from '../../db/columns.ts';
import { byHand, isNoticed } from './by-hand.ts';
import { chosen, Experience } from './choose.ts';
import { described, drawn, folderOf, folders, mutantsOf, type PlacedMutant } from './mutants.ts';
import { reasonFor } from './reasons.ts';
import type { RanTest } from './runner.ts';
import { type Known, Runner, unmutated } from './runs.ts';
import { withMutants } from './sandbox.ts';
import { STUCK, tableOf, type Verdict } from './table.ts';
import { Types } from './types.ts';

/**
 * `npm run mutate -- --sample 300 --seed N`: small mistakes are made in the code, one at a time, and the tests of the
 * rules and those of a house on SQLite are asked whether they notice. `--only FOLDER` asks about all of one folder,
 * `--only FOLDER --sample N` about some of it, and `--tests PART,PART` asks only files whose paths hold such a part. `--by-hand` tries those made by hand, `--only FOLDER` of
 * them those in a folder. Ends with 1 when fewer than 85 of 100 are noticed.
 */
const GOAL = 0.85;
const { values } = parseArgs({
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    tests: { type: 'string' },
    'by-hand': { type: 'boolean', default: false },
    lanes: { type: 'string', default: String(Math.min(2, availableParallelism())) },
  },
});
if (dialect !== 'sqlite') throw new Error('This runs on SQLite: leave DATABASE_URL alone.');
const wanted = values.only ? values.only.split(',') : folders;
const began = performance.now();
const minutes = () => `${((performance.now() - began) / 60_000).toFixed(1)} min`;
const told = (line: string) => process.stderr.write(`· ${line}\n`);

if (values['by-hand']) {
  const asked = byHand.filter(({ file }) => !values.only || wanted.some((part) => file.startsWith(part)));
  if (asked.length === 0) throw new Error(`Nothing is made by hand in ${values.only}.`);
  const open = asked.filter((one) => {
    const noticed = isNoticed(one);
    process.stdout.write(`${noticed ? '✓' : '✗'} ${one.what} (${one.project}: ${one.tests.join(', ')})\n`);
    return !noticed;
  });
  process.stdout.write(`${asked.length - open.length} of ${asked.length} noticed; ${minutes()}\n`);
  process.exit(open.length ? 1 : 0);
}
const all = await mutantsOf(wanted);
const size = Number(values.sample ?? (values.only ? all.length : 300));
const sample = drawn(all, size, values.seed);
told(`${sample.length} of ${all.length} mutants, seed ${values.seed}; first all tests while none is on`);
const { copy, mutants } = await withMutants(sample);
const known = await unmutated(copy, values.tests?.split(','));
told(`${known.tests.length} tests are green, ${minutes()}`);

const experience = new Experience();
const queue = [...mutants];
const verdicts: Verdict[] = [];

async function lane(runner: Runner) {
  for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
    const verdict = await tried(runner, mutant, known);
    verdicts.push(verdict);
    if (!verdict.by) process.stdout.write(`? ${described(mutant)} (${verdict.asked})\n`);
    if (verdicts.length % 25 === 0)
      told(
        `${verdicts.length} of ${mutants.length}, ${verdicts.filter(({ by }) => by).length} noticed, ${minutes()}`,
      );
  }
}

/** The tests that come by it. The one of the migrations reads the schema in a process of its own. */
function meetingTests({ id, file }: PlacedMutant, { meeting, tests }: Known): ReadonlySet<RanTest> {
  const migrations = file.startsWith('db/schema/')
    ? tests.filter(({ path }) => path.includes('migrations.test'))
    : [];
  return new Set([...(meeting.get(id) ?? []), ...migrations]);
}

async function tried(runner: Runner, mutant: PlacedMutant, known: Known): Promise<Verdict> {
  const folder = folderOf(mutant);
  const meets = meetingTests(mutant, known);
  if (meets.size === 0) return { mutant, asked: 'no test comes by it' };
  const { files, ms, notAsked } = chosen(meets, folder, experience, known.breadth);
  const t0 = performance.now();
  const said = await runner.ask({ mutant: mutant.id, files }, ms * 3 + 60_000);
  if (said === 'stuck') return { mutant, by: STUCK, asked: '' };
  if (process.env.MUTATE_TIMES)
    told(
      `${((performance.now() - t0) / 1000).toFixed(1)} s est ${(ms / 1000).toFixed(1)} ${said.ran.length} tests of ${new Set(said.ran.map((r) => r.path)).size}/${files.length} files; ${said.red} ${described(mutant)}`,
    );
  const reached = new Set(said.ran.map(({ path }) => path));
  for (const { path } of files) {
    const last = said.red !== undefined && path.endsWith(said.redIn ?? '\0');
    if (last || reached.has(path)) experience.learn(folder, path, last);
  }
  const asked = `${files.length} files asked${notAsked ? `, ${notAsked} not` : ''}`;
  return { mutant, asked, ...(said.red ? { by: said.red } : {}) };
}

const runners = Array.from({ length: Number(values.lanes) }, () => new Runner(copy));
await Promise.all(runners.map(lane));
for (const runner of runners) runner.end();

const open = verdicts.filter(({ by }) => !by);
told(`${open.length} were not noticed by a test; the compiler is asked, ${minutes()}`);
const types = new Types();
for (const one of open) if (await types.notice(one.mutant)) one.by = 'the compiler';
const { table, share } = tableOf(verdicts);
const survivors = verdicts.filter(({ by }) => !by);
process.stdout.write('\n');
for (const { mutant, asked } of survivors) {
  const why = reasonFor(mutant);
  process.stdout.write(`${why ? '=' : '✗'} ${described(mutant)} (${why ?? asked})\n`);
}
process.stdout.write(`\n${table}\n\n`);
process.stdout.write(
  `${(share * 100).toFixed(1)} % of ${verdicts.length} noticed, seed ${values.seed}; ${survivors.length} survivors; ${minutes()}\n`,
);
process.exit(share >= GOAL ? 0 : 1);
