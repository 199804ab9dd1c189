import type { Guest } from '../../db/seen-by.ts';
import { sideOf } from '../../server/access/permissions.ts';
import { cast, type Name } from '../cast.ts';
import { keysAdmitted } from '../house-rules/keys.ts';
import { queries } from '../house-rules/queries.ts';
import { tellsTooMuch } from '../house-rules/questions.ts';
import { stepSwept } from '../house-rules/steps.ts';
import {
  type Endpoint,
  type Heard,
  overheard,
  strangerAt,
  surprises,
  sweptRoute,
  wantedFrom,
} from '../house-rules/sweep.ts';
import { sightsOf } from '../house-rules/whose.ts';
import { writtenToOthers } from '../house-rules/writes.ts';
import type { House } from '../world.ts';
import { type Asked, listening, meets } from './asked.ts';
import type { Concern, Mutant } from './mutant.ts';
import type { Snapshot } from './snapshot.ts';

const everyKind: readonly Guest[] = ['staff', 'exporter', 'vendor'];
type Noticed = string | null;
const saying = (test: string, [wrong]: readonly string[]): Noticed =>
  wrong === undefined ? null : `${test}: ${wrong.slice(0, 160)}`;

/** What the sweep finds wrong at one route, as far as these kinds of people ask. */
async function sweep(at: House, { passes }: Snapshot, endpoint: Endpoint, kinds = everyKind) {
  const heard: Heard = [];
  for (const pass of passes) {
    const names = pass.names.filter((name: Name) => kinds.includes(sideOf(cast[name].role)));
    const { said, told404 } = await sweptRoute(at, endpoint, { ...pass, names }, heard);
    const wrong = [...surprises({ [endpoint]: said }, wantedFrom(names, [endpoint])), ...told404];
    if (wrong.length) return saying('sweep.test.ts', wrong);
  }
  return saying('sweep.test.ts', overheard(heard));
}

async function stranger(at: House, endpoint: Endpoint) {
  const { status, wanted } = await strangerAt(at, endpoint);
  const wrong = `a stranger at ${endpoint}: ${status} instead of ${wanted}`;
  return saying('sweep.test.ts', status === wanted ? [] : [wrong]);
}

/** The tests that look at exactly this: a route, a step, a table, a query, a door. */
async function askedDirectly(concerns: Concern, at: House, { passes: [whale] }: Snapshot): Promise<Noticed> {
  if ('step' in concerns) return saying('steps.test.ts', await stepSwept(at, concerns.entity, concerns.step));
  if ('stranger' in concerns) return stranger(at, concerns.stranger);
  if ('endpoint' in concerns)
    return saying('keys.test.ts', whale ? await keysAdmitted(at, concerns.endpoint, whale.own) : []);
  if ('by' in concerns) return saying('whose.test.ts', await sightsOf(at, concerns.table));
  if ('door' in concerns)
    return (
      saying('whose.test.ts', await sightsOf(at, 'items')) ??
      saying('isolation.test.ts', await writtenToOthers(at))
    );
  const query = queries.find(({ name }) => name === concerns.query);
  return saying('whose.test.ts', query ? await tellsTooMuch(at, query) : []);
}

/** What is asked of every mutant: the sweep of its own route, if it is of one, and the tests that look at exactly this. */
async function askedFirst(concerns: Concern, house: Snapshot): Promise<Noticed> {
  const swept =
    'endpoint' in concerns ? await house.inACopy((at) => sweep(at, house, concerns.endpoint)) : null;
  return swept ?? house.inACopy((at) => askedDirectly(concerns, at, house));
}

/** Which guests ask what at which route. */
export type Known = ReadonlyMap<Endpoint, readonly Asked[]>;

function mustBe(noticed: Noticed) {
  if (noticed) throw new Error(`Red before anything is removed: ${noticed}`);
}

/** Asks what these mutants are asked first while nothing is removed. @throws Error when something is wrong then */
export async function unmutated(house: Snapshot, mutants: readonly Mutant[]): Promise<void> {
  const concerns = new Map(mutants.map((one) => [JSON.stringify(one.concerns), one.concerns]));
  for (const one of concerns.values()) mustBe(await askedFirst(one, house));
}

/** Sweeps all routes while nothing is removed: nothing may be wrong, and what asks for what is learnt from it. */
export async function sweptWhole(house: Snapshot, endpoints: readonly Endpoint[]): Promise<Known> {
  const known = new Map<Endpoint, readonly Asked[]>();
  for (const endpoint of endpoints) {
    const { result, asked } = await house.inACopy((at) => listening(() => sweep(at, house, endpoint)));
    mustBe(result);
    known.set(endpoint, asked);
  }
  return known;
}

/** The test that answers otherwise without the filter, with its answer; null when none does. */
export async function noticed(
  { concerns, remove }: Mutant,
  house: Snapshot,
  known: () => Promise<Known>,
): Promise<Noticed> {
  const tried = async (ask: () => Promise<Noticed>) => {
    const putBack = remove();
    try {
      return await ask();
    } finally {
      putBack();
    }
  };
  const first = await tried(() => askedFirst(concerns, house));
  if (first) return first;
  const swept = await known();
  return tried(() => sweptWhereItIsMet(concerns, house, swept));
}

/** The sweep of all routes that pass the missing filter, by those who pass it; what only reads is asked first. */
async function sweptWhereItIsMet(concerns: Concern, house: Snapshot, known: Known): Promise<Noticed> {
  const met = [...known].flatMap(([endpoint, asked]) => {
    const kinds = [...new Set(asked.filter((one) => meets(concerns, one)).map(({ by }) => by))];
    return kinds.length ? [{ endpoint, kinds }] : [];
  });
  const reads = ({ endpoint }: { endpoint: string }) => endpoint.startsWith('GET');
  return house.inACopy(async (at) => {
    // What was asked before may have left something behind: only a house of its own is proof.
    for (const { endpoint, kinds } of [...met.filter(reads), ...met.filter((one) => !reads(one))])
      if (await sweep(at, house, endpoint, kinds)) {
        const wrong = await house.inACopy((alone) => sweep(alone, house, endpoint, kinds));
        if (wrong) return wrong;
      }
    return null;
  });
}
