import { itemById, lyingAt } from '../../db/queries/items.ts';
import { files } from '../../db/schema/files.ts';
import type { PlaceKind } from '../../db/schema/master-data.ts';
import type { Item } from '../items/facts.ts';
import type { Chance } from './chance.ts';
import type { Sku } from './goods.ts';
import { actorAt, type PersonId } from './people.ts';
import { placesOfKind, shelvesFor, type WarehouseId } from './places.ts';
import type { Stage } from './stage.ts';

/** An item of which a story is told. */
export interface Thing {
  readonly id: string;
  readonly code: string;
  readonly sku: Sku;
  readonly at: WarehouseId;
  readonly quantity: number;
  readonly reason: string;
  readonly wish: string | undefined;
  /** Whether its export is on paper, so that it was released on its way in. */
  readonly declared: boolean;
  readonly chance: Chance;
}

export async function rowOf({ tx }: Stage, { id, code }: Thing): Promise<Item> {
  const [row] = await tx.ask(itemById, { id });
  if (!row) throw new Error(`The demo lost sight of ${code}.`);
  return row;
}

/** A place with room, the same for the same goods as long as there is some, and beside goods of its customs status. */
export async function placeFor(
  stage: Stage,
  { sku, at, quantity }: Pick<Thing, 'sku' | 'at' | 'quantity'>,
  kind: PlaceKind,
  customsStatus = '',
): Promise<string> {
  const places =
    kind === 'storage'
      ? shelvesFor(at, sku.exporterId, customsStatus === 'ARRIVED_UNDECLARED')
      : placesOfKind(at, kind);
  // The first hazard place is kept free for what a newcomer is shown.
  const first =
    kind === 'storage' ? Number(sku.gtin?.slice(8, 13)) % places.length : kind === 'hazard' ? 1 : 0;
  for (let i = 0; i < places.length; i++) {
    const place = places[(first + i) % places.length];
    if (!place) break;
    if (place.capacity === null || place.capacity === undefined) return stage.chance.pick(places).code;
    if (await takes(stage, place.id, { room: place.capacity - quantity, sku, customsStatus }))
      return place.code;
  }
  throw new Error(`The demo has no room of kind ${kind} in ${at} for ${sku.exporterId}.`);
}

/** Whether this bin has room and holds nothing that must stand apart from goods of this customs status. */
async function takes(
  { tx }: Stage,
  locationId: string,
  { room, sku, customsStatus }: { readonly room: number; readonly sku: Sku; readonly customsStatus: string },
): Promise<boolean> {
  const [there] = await tx.ask(lyingAt, { locationId, owner: sku.exporterId, customsStatus });
  const apart = customsStatus !== '' && (there?.otherCustoms ?? 0) > 0;
  return (there?.pieces ?? 0) <= room && !apart;
}

interface Photographed {
  readonly who: PersonId;
  readonly thing: Pick<Thing, 'id' | 'code' | 'at'>;
  readonly picture: string;
  readonly ticket?: { readonly id: string; readonly vendorId: string | null } | undefined;
}

/** Somebody takes a picture of it, at the bench for its ticket. */
export async function photograph(stage: Stage, { who, thing, picture, ticket }: Photographed): Promise<void> {
  const kept = stage.pictures.get(picture);
  if (!kept) throw new Error(`The demo has no picture of ${picture}.`);
  const context = stage.context();
  const [item] = await stage.tx.ask(itemById, { id: thing.id });
  const photo = context.newId();
  await stage.tx.add(files, {
    ...{ id: photo, itemId: thing.id, warehouseId: thing.at, exporterId: item?.exporterId ?? null },
    ...{ ticketId: ticket?.id ?? null, vendorId: ticket?.vendorId ?? null },
    ...{ ...kept, kind: 'photo', takenBy: who, at: context.now },
  });
  const actor = actorAt(who, thing.at);
  const step = { entity: 'item', step: 'addPhoto', input: { photo }, actor, context } as const;
  const { engine } = stage.deps;
  if (ticket) await engine.takeAsSystem(stage.tx, { ...step, id: thing.id });
  else await engine.take(stage.tx, { ...step, code: thing.code });
  stage.pass();
}
