import { itemById } from '../../db/queries/items.ts';
import type { files } from '../../db/schema/files.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { conflict } from '../http/problem.ts';
import type { Asker } from '../http/request-context.ts';
import { getItem } from '../items/item-entity.ts';
import { getParcel } from '../parcels/parcel-entity.ts';
import { type Ticket, ticketEntity } from '../repair/ticket-entity.ts';
import { getReturnOrder } from '../returns/return-order-entity.ts';
import { getLocation } from '../storage/list.ts';
import { photoSentences } from '../words/photos.ts';
import type { Engine } from '../workflow/engine.ts';

type File = typeof files.$inferSelect;
const of = ['itemId', 'ticketId', 'parcelId', 'orderId', 'locationId', 'exporterId', 'vendorId'] as const;
type Whose = Pick<File, (typeof of)[number] | 'warehouseId'>;
/** What a photo is of: whose it is, and how the thing's own history hears of it. */
export interface Subject {
  readonly whose: Whose;
  readonly note?: (engine: Engine, tx: Writing, photo: string, asker: Asker) => Promise<unknown>;
}
const whose = ({ warehouseId, ...its }: Pick<Whose, 'warehouseId'> & Partial<Whose>): Whose => ({
  ...(Object.fromEntries(of.map((name) => [name, null])) as Omit<Whose, 'warehouseId'>),
  ...its,
  warehouseId,
});

export async function itemSubject(db: Scoped, code: string): Promise<Subject> {
  const { id: itemId, warehouseId, exporterId } = await getItem(db, code);
  return {
    whose: whose({ itemId, warehouseId, exporterId }),
    note: (engine, tx, photo, asker) =>
      engine.take(tx, { entity: 'item', code, step: 'addPhoto', input: { photo }, ...asker }),
  };
}

export async function ticketSubject(db: Scoped, code: string): Promise<Subject> {
  const ticket = await ticketEntity.get(db, code);
  await inTheirHands(db, ticket);
  const { id: ticketId, itemId, vendorId, warehouseId, exporterId } = ticket;
  return {
    whose: whose({ ticketId, itemId, vendorId, warehouseId, exporterId }),
    note: (engine, tx, photo, asker) => {
      const step = { entity: 'item', step: 'addPhoto', input: { photo }, ...asker } as const;
      return engine.takeAsSystem(tx.asSystem(), { ...step, id: itemId });
    },
  };
}

/** A vendor photographs what lies with them: not what is still to come, nor what went back. @throws Problem 409 */
async function inTheirHands(db: Scoped, ticket: Ticket) {
  if (db.viewer.as !== 'vendor') return;
  const [item] = await db.asSystem().ask(itemById, { id: ticket.itemId });
  if (item?.ticketId !== ticket.id || item.custody !== 'vendor')
    throw conflict('not_in_your_hands', photoSentences.notInYourHands);
}

export async function parcelSubject(db: Scoped, code: string): Promise<Subject> {
  const { id: parcelId, warehouseId, exporterId } = await getParcel(db, code);
  return {
    whose: whose({ parcelId, warehouseId, exporterId }),
    note: (engine, tx, photo, asker) =>
      engine.take(tx, { entity: 'parcel', code, step: 'addPhoto', input: { photo }, ...asker }),
  };
}

export async function orderSubject(db: Scoped, code: string): Promise<Subject> {
  const { id: orderId, warehouseId, exporterId } = await getReturnOrder(db, code);
  return { whose: whose({ orderId, warehouseId, exporterId }) };
}

/** A place is nobody's but the house's. */
export async function placeSubject(db: Scoped, code: string): Promise<Subject> {
  const { id: locationId } = await getLocation(db, code);
  return { whose: whose({ locationId, warehouseId: db.viewer.as === 'staff' ? db.viewer.warehouse : '' }) };
}
