import { z } from 'zod';
import { locationByCode } from '../../db/queries/items.ts';
import { ordersOfParcel, parcelsOfOrder } from '../../db/queries/parcels.ts';
import { parcels } from '../../db/schema/parcels.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { conflict, forbidden, notFound } from '../http/problem.ts';
import type { Asker } from '../http/request-context.ts';
import { code, line, prose, scanId } from '../http/shapes.ts';
import { parcelSentences } from '../words/parcels.ts';
import { nouns } from '../words/problems.ts';
import type { Engine } from '../workflow/engine.ts';
import { isBeingUnpacked, mayBeOpened, parcelWorkflow } from '../workflow/parcel.ts';
import { awaitedOrder, getParcel, type Parcel, parcelCarrying, waybillOf } from './parcel-entity.ts';

/** What is known of a parcel when it is opened at the dock: its label, its number, a return order that lies in it. */
export const ParcelInput = z.strictObject({
  scanId,
  /** Our own code of it. */
  parcel: code.optional(),
  waybill: line(48).optional(),
  order: code.optional(),
  /** The dock. */
  location: line(32).optional(),
  seal: line(40).optional(),
  grams: z.number().int().min(1).max(100_000).optional(),
  note: prose(1000).optional(),
});
type Asked = Omit<z.output<typeof ParcelInput>, 'scanId'>;

/** Of the parcels of a return order, the one that is being unpacked; with a number, the one that carries it or none yet. */
async function openParcelOf(db: Scoped, orderId: string, waybill: string | null) {
  const found = (await db.ask(parcelsOfOrder, { orderId })).map(({ parcel }) => parcel);
  const open = found.filter(({ state }) => isBeingUnpacked(state));
  return waybill === null ? open[0] : open.find((one) => one.waybill === null);
}

async function fresh(tx: Writing, ask: Asked, waybill: string | null, { actor, context }: Asker) {
  if (actor.viewer.as !== 'staff') throw forbidden(parcelSentences.takeIn);
  const { warehouse: warehouseId } = actor.viewer;
  const at = ask.location?.toUpperCase();
  const [place] = at ? await tx.ask(locationByCode, { warehouseId, code: at }) : [];
  if (at && !place) throw notFound(nouns.location, at);
  const parcel = {
    ...{ id: context.newId(), code: context.newCode('parcel'), warehouseId, exporterId: null, waybill },
    ...{ state: parcelWorkflow.initial, stateSince: context.now, locationId: place?.id ?? null },
    ...{
      seal: ask.seal?.toUpperCase() ?? null,
      weightGrams: ask.grams ?? null,
      note: ask.note ?? null,
      orders: 0,
    },
    ...{ receivedBy: actor.id, receivedAt: context.now },
  };
  await tx.add(parcels, parcel);
  return parcel;
}

/** Opens it where somebody took it for empty. @throws Problem for one that was dropped */
async function openedAgain(engine: Engine, tx: Writing, { code, state }: Parcel, asker: Asker) {
  if (isBeingUnpacked(state)) return false;
  if (!mayBeOpened(state)) throw conflict('parcel_closed', parcelSentences.dropped(code));
  await engine.take(tx, { entity: 'parcel', code, ...asker, step: 'reopen', input: {} });
  return true;
}

/** `again` where somebody took it for empty before. */
type TakenIn = Parcel & { readonly again: boolean };

/**
 * The parcel that lies open at the dock: the one that carries this number or holds this return order, opened again
 * where somebody took it for empty; a new one where there is none.
 */
export async function takeInParcel(engine: Engine, tx: Writing, ask: Asked, asker: Asker): Promise<TakenIn> {
  const { actor, context } = asker;
  if (actor.viewer.as !== 'staff') throw forbidden(parcelSentences.takeIn);
  const waybill = ask.waybill === undefined ? null : waybillOf(ask.waybill);
  const order = ask.order && (await awaitedOrder(tx, actor.viewer.warehouse, ask.order));
  const known = ask.parcel
    ? await getParcel(tx, ask.parcel)
    : (waybill && (await parcelCarrying(tx, waybill, context.now))) ||
      (order && (await openParcelOf(tx, order.id, waybill))) ||
      undefined;
  const parcel = known ?? (await fresh(tx, ask, waybill, asker));
  const its = { entity: 'parcel', code: parcel.code, actor, context } as const;
  const again = await openedAgain(engine, tx, parcel, asker);
  const told = { ...(waybill ? { waybill } : {}), ...outsideOf(ask) };
  if (known && (known.waybill === null || Object.keys(outsideOf(ask)).length) && Object.keys(told).length)
    await engine.take(tx, { ...its, step: 'describe', input: told });
  if (order) {
    const inIt = await tx.ask(ordersOfParcel, { parcelId: parcel.id });
    if (!inIt.some(({ link }) => link.orderId === order.id))
      await engine.take(tx, { ...its, step: 'link', input: { order: order.code } });
  }
  return { ...(await getParcel(tx, parcel.code)), again };
}

const outsideOf = ({ seal, grams, note }: Asked) => ({
  ...(seal ? { seal } : {}),
  ...(grams ? { grams } : {}),
  ...(note ? { note } : {}),
});
