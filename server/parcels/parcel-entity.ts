import { eq } from 'drizzle-orm';
import {
  cameBeforeInParcel,
  cameInParcel,
  countsOfParcel,
  ordersOfParcel,
  parcelByCode,
  parcelsWithWaybill,
} from '../../db/queries/parcels.ts';
import { returnOrderByCode } from '../../db/queries/returns.ts';
import { files } from '../../db/schema/files.ts';
import { locations } from '../../db/schema/master-data.ts';
import { parcelCounts, parcelOrders, parcels } from '../../db/schema/parcels.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { happenedTo, writeJournal } from '../entities/journal.ts';
import { conflict, notFound, unusable } from '../http/problem.ts';
import { readWaybill } from '../identifiers/waybill.ts';
import { stateOf } from '../items/view.ts';
import { outboundSentences } from '../words/outbound.ts';
import { parcelSentences } from '../words/parcels.ts';
import { nouns } from '../words/problems.ts';
import { during, type Effect } from '../workflow/effects.ts';
import type { Entity } from '../workflow/engine.ts';
import { carriesItNow, type ParcelFacts, parcelWorkflow } from '../workflow/parcel.ts';
import { isAwaited, returnOrderWorkflow } from '../workflow/return-order.ts';

export type Parcel = typeof parcels.$inferSelect;
type ParcelEffect = keyof typeof parcelWorkflow.effects;

export async function getParcel(db: Scoped, code: string): Promise<Parcel> {
  const [parcel] = await db.ask(parcelByCode, { code });
  if (!parcel) throw notFound(nouns.parcel, code);
  return parcel;
}

/** One of our codes as somebody typed it. */
const plainCode = (typed: string) => typed.toUpperCase().replace(/[\s-]/g, '');

/** @throws Problem 422 for what is no waybill */
export function waybillOf(text: string): string {
  const waybill = readWaybill(text);
  if (waybill === undefined)
    throw unusable([{ path: ['waybill'], code: 'waybill' }], outboundSentences.notAWaybill);
  return waybill;
}

/** The parcel that carries this number now. */
export async function parcelCarrying(db: Scoped, waybill: string, now: Date): Promise<Parcel | undefined> {
  return carriesItNow(await db.ask(parcelsWithWaybill, { waybill }), now);
}

/** A return order of this warehouse whose goods may come. @throws Problem where they may not */
export async function awaitedOrder(system: Scoped, warehouseId: string, code: string) {
  const [order] = await system.ask(returnOrderByCode, { code });
  if (order?.warehouseId !== warehouseId) throw notFound(nouns.returnOrder, code);
  if (!isAwaited(order.state)) {
    const words = parcelSentences.notAwaited(order.code, stateOf(returnOrderWorkflow, order.state));
    throw conflict('not_awaited', words);
  }
  return order;
}

/** A parcel is its exporter's where all that lies in it is; and so are the photos of its outside. */
async function settleWhose(system: Writing, { id }: Parcel): Promise<Partial<Parcel>> {
  const inIt = await system.ask(ordersOfParcel, { parcelId: id });
  const owners = [...new Set(inIt.map(({ link }) => link.exporterId))];
  const exporterId = owners.length === 1 ? (owners[0] ?? null) : null;
  for (const photo of await system.find(files, eq(files.parcelId, id), 500))
    await system.change(files, photo, { exporterId });
  return { exporterId, orders: inIt.length };
}

const effects: Readonly<Record<ParcelEffect, Effect<Parcel>>> = {
  'note its outside': during('parcel', ['describe'], (_system, { row, input }) => ({
    waybill: input.waybill === undefined ? row.waybill : waybillOf(input.waybill),
    seal: input.seal?.toUpperCase() ?? row.seal,
    weightGrams: input.grams ?? row.weightGrams,
    note: input.note ?? row.note,
  })),
  'put the return order in': during('parcel', ['link'], async (system, { row, input, actor, context }) => {
    const order = await awaitedOrder(system, row.warehouseId, plainCode(input.order));
    await system.add(parcelOrders, {
      ...{ id: context.newId(), parcelId: row.id, orderId: order.id },
      ...{ warehouseId: row.warehouseId, exporterId: order.exporterId },
      ...{ linkedBy: actor.id, linkedAt: context.now },
    });
    return settleWhose(system, row);
  }),
  'take the return order out': during('parcel', ['unlink'], async (system, { row, input }) => {
    const inIt = await system.ask(ordersOfParcel, { parcelId: row.id });
    for (const { link, code } of inIt)
      if (code === plainCode(input.order)) await system.remove(parcelOrders, link);
    for (const { count, order } of await system.ask(countsOfParcel, { parcelId: row.id }))
      if (order === plainCode(input.order)) await system.remove(parcelCounts, count);
    return settleWhose(system, row);
  }),
  'note the photo': () => ({}),
  'take over what was counted': async (system, { row, actor, context }) => {
    const all = (await system.ask(countsOfParcel, { parcelId: row.id })).map(({ count }) => count);
    const who = { countedBy: actor.id, countedAt: context.now };
    const mine = new Map(
      all.flatMap((one) => (one.countedBy === actor.id ? [[one.lineId, one] as const] : [])),
    );
    for (const count of all) {
      if (count.countedBy === actor.id) continue;
      const own = mine.get(count.lineId);
      const counted = count.counted + (own?.counted ?? 0);
      if (own) await system.remove(parcelCounts, count);
      await system.change(parcelCounts, own ?? count, { counted, ...who });
      mine.set(count.lineId, { ...(own ?? count), counted, ...who });
    }
    return {};
  },
  'forget what was counted': async (system, { row }) => {
    for (const { count } of await system.ask(countsOfParcel, { parcelId: row.id }))
      await system.remove(parcelCounts, count);
    return {};
  },
};

export const parcelEntity: Entity<Parcel, ParcelFacts, ParcelEffect> = {
  flow: parcelWorkflow,
  get: getParcel,
  byId: async (db, id) => {
    const parcel = await db.first(parcels, eq(parcels.id, id));
    if (!parcel) throw notFound(nouns.parcel, id);
    return parcel;
  },
  facts: async (system, { id }, { input, actor }) => {
    const came = [
      ...(await system.ask(cameInParcel, { parcelId: id })),
      ...(await system.ask(cameBeforeInParcel, { parcelId: id })),
    ];
    const inIt = await system.ask(ordersOfParcel, { parcelId: id });
    const asked = typeof input.order === 'string' ? plainCode(input.order) : null;
    const named = inIt.find(({ code }) => code === asked)?.link.orderId;
    const others = (await system.ask(countsOfParcel, { parcelId: id })).filter(
      ({ count, order }) => count.countedBy !== actor.id && (asked === null || order === asked),
    );
    return {
      came: came.reduce((sum, { quantity }) => sum + quantity, 0),
      cameOfOrder: came.reduce((sum, one) => sum + (named && one.orderId === named ? one.quantity : 0), 0),
      orders: inIt.length,
      holdsOrder: asked === null ? null : named !== undefined,
      countedByOthers: others.map(({ count, by }) => ({ by: by ?? '', counted: count.counted })),
    };
  },
  where: async (system, { locationId }) => {
    const place = locationId ? await system.first(locations, eq(locations.id, locationId)) : undefined;
    return place ? { place: place.code, words: parcelSentences.liesAt(place.code) } : null;
  },
  version: happenedTo,
  effects,
  write: async (system, stepContext, change) => {
    const { row, toState, context } = stepContext;
    const moved = toState === row.state ? {} : { state: toState, stateSince: context.now };
    const set = { ...change, ...moved };
    if (Object.keys(set).length) await system.change(parcels, row, set);
    await writeJournal(system, 'parcel', { ...row, ...change, vendorId: null }, stepContext);
    return { ...row, ...set };
  },
};
