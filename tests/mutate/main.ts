import { ofDoors } from './doors.ts';
import type { Mutant } from './mutant.ts';
import { ofRoutes, ofSteps } from './rights.ts';
import { ofQueries, ofRules } from './sights.ts';
import { fullHouse } from './snapshot.ts';
import { noticed, unmutated } from './trial.ts';

const mutants: readonly Mutant[] = [...ofRoutes, ...ofSteps, ...ofRules, ...ofQueries, ...ofDoors];
const only = process.argv[2];
const chosen = mutants.filter(({ kind, what }) => !only || kind === only || what.includes(only));
const told = (line: string) => process.stderr.write(`${line}\n`);
const t0 = Date.now();
const house = await fullHouse();
told(`house ${Date.now() - t0}`);
const known = await unmutated(house, (endpoint) => told(`· ${endpoint} ${Date.now() - t0}`));
for (const mutant of chosen) {
  const t = Date.now();
  const by = await noticed(mutant, house, known);
  process.stdout.write(
    `${by ? '✓' : '✗ SURVIVED'} ${mutant.kind}: ${mutant.what} → ${by} ${Date.now() - t}ms\n`,
  );
}
told(`all ${Date.now() - t0}`);
house.throwAway();
