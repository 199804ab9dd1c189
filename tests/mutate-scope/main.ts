import { dialect } from '../../db/columns.ts';
import { endpoints } from '../house-rules/sweep.ts';
import { mutants } from './all.ts';
import { equivalents } from './equivalents.ts';
import type { Mutant } from './mutant.ts';
import { fullHouse } from './snapshot.ts';
import { type Known, noticed, sweptWhole, unmutated } from './trial.ts';

/**
 * Removes one filter or permission after the other and says which test notices; of those alone whose name has the
 * argument in it, if there is one. Ends with 1 when none does.
 */
const told = (line: string) => process.stderr.write(`${line}\n`);
const said = (line: string) => process.stdout.write(`${line}\n`);
const began = Date.now();
const minutes = () => `${((Date.now() - began) / 60_000).toFixed(1)} min`;

async function tried(chosen: readonly Mutant[]) {
  const house = await fullHouse();
  try {
    told('· all that is chosen is asked while nothing is removed');
    await unmutated(house, chosen);
    // It takes minutes: of a few it is swept only once nothing else has noticed one of them.
    let swept: Promise<Known> | undefined;
    const known = () => {
      if (!swept) told(`· all routes are swept while nothing is removed, ${minutes()}`);
      swept ??= sweptWhole(house, endpoints);
      return swept;
    };
    const verdicts: { mutant: Mutant; by: string | null }[] = [];
    for (const mutant of chosen) {
      const by = await noticed(mutant, house, known);
      verdicts.push({ mutant, by });
      const reason = by ? undefined : equivalents[mutant.what];
      said(`${by ? '✓' : reason ? '=' : '✗'} ${mutant.what} → ${by ?? reason ?? 'NOBODY NOTICED'}`);
      if (verdicts.length % 50 === 0) told(`· ${verdicts.length} of ${chosen.length}, ${minutes()}`);
    }
    return verdicts;
  } finally {
    house.throwAway();
  }
}

if (dialect !== 'sqlite') throw new Error('This runs on SQLite: leave DATABASE_URL alone.');
const [only = ''] = process.argv.slice(2);
const chosen = mutants.filter(({ what }) => what.includes(only));
if (chosen.length === 0) {
  console.error(`Nothing that is removed is called "${only}".`);
  process.exit(2);
}
const verdicts = await tried(chosen);
const survivors = verdicts.filter(({ mutant, by }) => !by && !(mutant.what in equivalents));
const known = new Set(mutants.map(({ what }) => what));
const stale = [
  ...verdicts.filter(({ mutant, by }) => by && mutant.what in equivalents).map(({ mutant }) => mutant.what),
  ...Object.keys(equivalents).filter((what) => !known.has(what)),
];
said('');
for (const kind of new Set(chosen.map((mutant) => mutant.kind))) {
  const of = verdicts.filter(({ mutant }) => mutant.kind === kind);
  said(`${kind}: ${of.length} removed, ${of.filter(({ by }) => by).length} noticed`);
}
for (const { mutant } of survivors) said(`✗ nobody noticed: ${mutant.what}`);
for (const what of stale) said(`✗ no reason is needed any more in equivalents.ts: ${what}`);
const second = verdicts.length - verdicts.filter(({ by }) => by).length - survivors.length;
said(`${survivors.length} survivors, ${second} behind a second lock; ${minutes()}`);
process.exit(survivors.length || stale.length ? 1 : 0);
