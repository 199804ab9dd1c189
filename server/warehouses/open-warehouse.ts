import { locations, type PlaceKind, warehouses, zones } from '../../db/schema/master-data.ts';
import { postings } from '../../db/schema/people.ts';
import type { Writing } from '../../db/scope.ts';
import { conflict } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import { houseSentences, zoneNames } from '../words/organisations.ts';

type NewWarehouse = Omit<typeof warehouses.$inferInsert, 'id' | 'active'>;

/** One zone of each kind with one place in it, so that a warehouse can receive on its first day. */
const firstPlaces: Readonly<
  Record<PlaceKind, readonly [zone: string, place: string, capacity: number | null]>
> = {
  receiving: ['R', 'R-01', null],
  storage: ['A', 'A-01-01-1', 20],
  quarantine: ['Q', 'Q-01-01-1', 50],
  hazard: ['H', 'H-01-01-1', 10],
  bench: ['B', 'B-01', 5],
  vendor: ['V', 'V-01', null],
  packing: ['P', 'P-01', null],
  outbound: ['O', 'O-01', null],
};

/** A warehouse with its first places, in which whoever opens it may work; nobody, where nobody is there yet. */
export async function openWarehouse(
  system: Writing,
  asked: NewWarehouse,
  byWhom: string | null,
  { newId }: RequestContext,
): Promise<string> {
  const id = newId();
  if (!(await system.claim(warehouses, { ...asked, id, active: true })))
    throw conflict('taken', houseSentences.warehouseTaken(asked.code));
  for (const [kind, [zone, place, capacity]] of Object.entries(firstPlaces) as [
    PlaceKind,
    (typeof firstPlaces)[PlaceKind],
  ][]) {
    const { zh, en } = zoneNames[kind];
    const zoneId = newId();
    await system.add(zones, { id: zoneId, warehouseId: id, code: zone, nameZh: zh, nameEn: en, kind });
    const there = { id: newId(), warehouseId: id, zoneId, code: place, kind, capacity, active: true };
    await system.add(locations, there);
  }
  if (byWhom) await system.add(postings, { id: newId(), userId: byWhom, warehouseId: id });
  return id;
}
