import { exchangesAfter, ordersAfter, parcelsAfter } from '../../db/queries/verify.ts';
import type { Scoped } from '../../db/scope.ts';
import { isBeingUnpacked, parcelWorkflow } from '../workflow/parcel.ts';
import { exportFaults } from './exports.ts';
import { pages } from './pages.ts';

/**
 * Holds things against each other, which each agree with their own history: parcels against the returns in them and
 * what came out of them, returns against their items, both halves of an exchange, and exports against what cites them.
 * @returns one sentence for each fault
 */
export async function acrossFaults(db: Scoped): Promise<string[]> {
  return [
    ...(await each(
      (id) => db.ask(parcelsAfter, { id }),
      ({ parcel }) => parcel.id,
      parcelFaults,
    )),
    ...(await each(
      (id) => db.ask(ordersAfter, { id }),
      ({ id }) => id,
      orderFaults,
    )),
    ...(await each(
      (id) => db.ask(exchangesAfter, { id }),
      ({ id }) => id,
      exchangeFaults,
    )),
    ...(await exportFaults(db)),
  ];
}

async function each<R>(
  after: (id: string) => Promise<R[]>,
  idOf: (row: R) => string,
  look: (row: R) => string[],
) {
  const faults: string[] = [];
  for await (const page of pages(after, idOf)) faults.push(...page.flatMap(look));
  return faults;
}

type Row<Q extends { build(...given: never[]): PromiseLike<unknown[]> }> = Awaited<
  ReturnType<Q['build']>
>[number];
const orderFaults = ({ code, astray, strangers, hollow, unawaited }: Row<typeof ordersAfter>): string[] => [
  ...(astray ? [`${code}: ${astray} of its items stand on a line of another return`] : []),
  ...(strangers ? [`${code}: ${strangers} of its items are another exporter's`] : []),
  ...(hollow ? [`${code}: ${hollow} of its lines came at the dock, and nothing stands on them`] : []),
  ...(unawaited ? [`${code}: ${unawaited} of its items came unannounced, and were not received`] : []),
];
const exchangeFaults = ({ by, replaces, said }: Row<typeof exchangesAfter>): string[] =>
  said === by ? [] : [`${replaces}: is replaced by ${said}; ${by} was promised in its place`];

function parcelFaults({
  parcel,
  links,
  owners,
  owner,
  counts,
  none,
  elsewhere,
  unlinked,
}: Row<typeof parcelsAfter>): string[] {
  const whose = owners === 1 ? owner : null;
  const wrong: readonly (readonly [boolean, string])[] = [
    [!(parcel.state in parcelWorkflow.states), `stands in ${parcel.state}, which no workflow knows`],
    [parcel.orders !== links, `counts ${parcel.orders} return orders, and ${links} lie in it`],
    [parcel.exporterId !== whose, `is ${parcel.exporterId}'s, and what lies in it is ${whose}'s`],
    [counts > 0 && !isBeingUnpacked(parcel.state), `is ${parcel.state}, and ${counts} counts stand in it`],
    [none > 0, `${none} counts in it count nothing`],
    [elsewhere > 0, `${elsewhere} items came in it in another warehouse`],
    [unlinked > 0, `${unlinked} items came in it for a return that does not lie in it`],
  ];
  return wrong.flatMap(([is, text]) => (is ? [`${parcel.code}: ${text}`] : []));
}
