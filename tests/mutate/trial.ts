import type { Guest } from '../../db/seen-by.ts';
import { sideOf } from '../../server/access/permissions.ts';
import { cast, type Name } from '../cast.ts';
import { keysAdmitted } from '../house-rules/keys.ts';
import { queries } from '../house-rules/queries.ts';
import { tellsTooMuch } from '../house-rules/questions.ts';
import { stepSwept } from '../house-rules/steps.ts';
import {
  type Endpoint,
  endpoints,
  type Heard,
  overheard,
  strangerAt,
  surprises,
  sweptRoute,
  wantedFrom,
} from '../house-rules/sweep.ts';
import { sightsOf } from '../house-rules/whose.ts';
import { writtenToOthers } from '../house-rules/writes.ts';
import type { Noun } from '../rules/who-may.ts';
import type { House } from '../world.ts';
import { type Asked, listening, meets } from './asked.ts';
import type { Mutant } from './mutant.ts';
import type { Snapshot } from './snapshot.ts';

const everyKind: readonly Guest[] = ['staff', 'exporter', 'vendor'];
const kindOf = (name: Name) => sideOf(cast[name].role);

/** What the sweep finds wrong at one route, as far as these kinds of people ask. */
async function sweep(at: House, { passes }: Snapshot, endpoint: Endpoint, kinds: readonly Guest[]) {
  const heard: Heard = [];
  const wrong: string[] = [];
  for (const pass of passes) {
    const names = pass.names.filter((name) => kinds.includes(kindOf(name)));
    const { said, told404 } = await sweptRoute(at, endpoint, { ...pass, names }, heard);
    wrong.push(...surprises({ [endpoint]: said }, wantedFrom(names, [endpoint])), ...told404);
    if (wrong.length) break;
  }
  return [...wrong, ...overheard(heard)];
}

/** Which guests ask what at which route, learnt from an unmutated sweep in which nothing may be wrong. */
export type Known = ReadonlyMap<Endpoint, readonly Asked[]>;
export async function unmutated(house: Snapshot, told: (line: string) => void): Promise<Known> {
  const known = new Map<Endpoint, readonly Asked[]>();
  for (const endpoint of endpoints) {
    const { result, asked } = await house.inACopy((at) =>
      listening(() => sweep(at, house, endpoint, everyKind)),
    );
    if (result.length) throw new Error(`The sweep is red before anything is removed: ${result[0]}`);
    known.set(endpoint, asked);
    told(endpoint);
  }
  return known;
}

/** The question that answers otherwise without the filter, with both answers; null when none does. */
export async function noticed(mutant: Mutant, house: Snapshot, known: Known): Promise<string | null> {
  const putBack = mutant.remove();
  try {
    return await firstToNotice(mutant, house, known);
  } finally {
    putBack();
  }
}

async function firstToNotice({ kind, concerns }: Mutant, house: Snapshot, known: Known) {
  if ('step' in concerns)
    return house.inACopy(async (at) => {
      const [wrong] = await stepSwept(at, concerns.noun as Noun, concerns.step);
      return wrong ? `steps.test.ts: ${wrong}` : null;
    });
  if (kind === 'sign-in' && 'endpoint' in concerns)
    return house.inACopy(async (at) => {
      const { status, wanted } = await strangerAt(at, concerns.endpoint);
      const wrong = `a stranger at ${concerns.endpoint}: ${status} instead of ${wanted}`;
      return status === wanted ? null : `sweep.test.ts: ${wrong}`;
    });
  const direct = await house.inACopy((at) => askedDirectly(concerns, at, house));
  if (direct) return direct;
  const asking = questionsFor(concerns, known);
  return house.inACopy(async (at) => {
    for (const { endpoint, kinds } of asking) {
      const [wrong] = await sweep(at, house, endpoint, kinds);
      // What was asked before may have left something behind: only a house of its own is proof.
      if (wrong && (await house.inACopy((alone) => sweep(alone, house, endpoint, kinds))).length)
        return `sweep.test.ts: ${wrong}`;
    }
    return null;
  });
}

/** What needs no route: the table itself, and the query itself. */
async function askedDirectly(concerns: Mutant['concerns'], at: House, { passes: [whale] }: Snapshot) {
  const from = (test: string, [wrong]: readonly string[]) =>
    wrong ? `${test}: ${wrong.slice(0, 160)}` : null;
  if ('endpoint' in concerns)
    return from('keys.test.ts', whale ? await keysAdmitted(at, concerns.endpoint, whale.own) : []);
  if ('by' in concerns) return from('whose.test.ts', await sightsOf(at, concerns.table));
  if ('door' in concerns)
    return (
      from('whose.test.ts', await sightsOf(at, 'items')) ??
      from('isolation.test.ts', await writtenToOthers(at))
    );
  const query = 'query' in concerns && queries.find(({ name }) => name === concerns.query);
  return from('whose.test.ts', query ? await tellsTooMuch(at, query) : []);
}

/** Where the missing filter was passed, and by whom; what only reads is asked first. */
function questionsFor(concerns: Mutant['concerns'], known: Known) {
  if ('endpoint' in concerns) return [{ endpoint: concerns.endpoint, kinds: everyKind }];
  const all = [...known].flatMap(([endpoint, asked]) => {
    const kinds = [...new Set(asked.filter((one) => meets(concerns, one)).map(({ by }) => by))];
    return kinds.length ? [{ endpoint, kinds }] : [];
  });
  const reads = ({ endpoint }: { endpoint: string }) => endpoint.startsWith('GET');
  return [...all.filter(reads), ...all.filter((one) => !reads(one))];
}
