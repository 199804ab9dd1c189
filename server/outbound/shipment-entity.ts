import { and, eq, isNotNull } from 'drizzle-orm';
import { promisesOf, shipmentByCode, statesInShipment } from '../../db/queries/outbound.ts';
import { reservations, shipments } from '../../db/schema/outbound.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import type { TaskKind } from '../entities/background-tasks.ts';
import { FOLLOW_AT_ONCE, type Following, followers, nextFollowers } from '../entities/followers.ts';
import { happenedTo, writeJournal } from '../entities/journal.ts';
import { notFound, unusable } from '../http/problem.ts';
import { readWaybill } from '../identifiers/waybill.ts';
import { waybillIn } from '../identifiers/waybill-in.ts';
import { outboundSentences } from '../words/outbound.ts';
import { nouns } from '../words/problems.ts';
import { during, type Effect, type StepContext } from '../workflow/effects.ts';
import type { Entity } from '../workflow/engine.ts';
import { isLeaving, itemWorkflow } from '../workflow/item.ts';
import { type ShipmentFacts, shipmentWorkflow } from '../workflow/shipment.ts';
import { knows } from '../workflow/workflow.ts';

export type Shipment = typeof shipments.$inferSelect;
type ShipmentEffect = keyof typeof shipmentWorkflow.effects;

/** The items promised to it that have not taken this step yet. */
async function itemsBefore(system: Scoped, shipmentId: string, step: Following): Promise<string[]> {
  const promises = await system.ask(promisesOf, { shipmentId });
  return promises
    .filter(({ itemState }) => knows(itemWorkflow, itemState, step))
    .map(({ reservation }) => reservation.itemId);
}

/** Lets every item promised to the shipment take a step. */
const each = (step: Following) => async (system: Writing, stepContext: StepContext<Shipment>) => {
  const { id, exporterId } = stepContext.row;
  const items = await itemsBefore(system, id, step);
  return followers(system, stepContext, { kind: 'shipment', exporterId }, { step, items });
};

/** A large shipment: its items follow its last step. */
export const shipmentTask: TaskKind = {
  viewer: () => systemViewer,
  piece: async (tx, piece) => {
    const { id } = piece.task;
    const step = piece.parts[0] as Following;
    const items = await itemsBefore(tx, id, step);
    const { left, ...progress } = await nextFollowers(tx, piece, { step, items });
    await tx.change(shipments, { id }, { piecesLeft: left });
    return progress;
  },
  // What is held meanwhile follows when it is not held any more.
  refused: async (_tx, _piece, why) => {
    throw why;
  },
  about: async (system, { id }) => ({
    shipment: (await system.first(shipments, eq(shipments.id, id)))?.code ?? '',
  }),
};

/** @throws Problem for what is no number of a carrier */
function carriersNumber(given: string): string {
  const waybill = readWaybill(given);
  const path = [{ path: ['waybill'], code: 'waybill' }];
  if (!waybill) throw unusable(path, outboundSentences.notAWaybill);
  if (waybillIn(given) === null) throw unusable(path, outboundSentences.notOfACarrier(given));
  return waybill;
}

const effects: Readonly<Record<ShipmentEffect, Effect<Shipment>>> = {
  'note cartons and weight': during('shipment', ['close'], (_system, { row, input }) => ({
    cartons: input.cartons ?? row.cartons,
    weightGrams: input.weight ?? row.weightGrams,
  })),
  'note the waybill': during('shipment', ['handOver'], (_system, { input, context }) => ({
    ...{ carrier: input.carrier, waybill: carriersNumber(input.waybill), shippedAt: context.now },
  })),
  'correct the waybill': during('shipment', ['correctWaybill'], (_system, { input }) => ({
    ...{ carrier: input.carrier, waybill: carriersNumber(input.waybill) },
  })),
  'ship its items': each('ship'),
  'its items arrive': each('arrive'),
  'release its promises': each('release'),
};

export const shipmentEntity: Entity<Shipment, ShipmentFacts, ShipmentEffect> = {
  flow: shipmentWorkflow,
  get: async (db, code) => {
    const [shipment] = await db.ask(shipmentByCode, { code });
    if (!shipment) throw notFound(nouns.shipment, code);
    return shipment;
  },
  byId: async (db, id) => {
    const shipment = await db.first(shipments, eq(shipments.id, id));
    if (!shipment) throw notFound(nouns.shipment, id);
    return shipment;
  },
  facts: async (system, { id, piecesLeft }) => {
    const found = await system.ask(statesInShipment, { shipmentId: id });
    const states = found.filter(({ state }) => isLeaving(state));
    const n = (state: string) => states.find((row) => row.state === state)?.n ?? 0;
    const promised = states.reduce((sum, row) => sum + row.n, 0);
    return {
      promised,
      picked: n('picked'),
      packed: n('packed'),
      underway: n('shipped'),
      following: piecesLeft,
    };
  },
  where: async () => null,
  following: async (system, { id }, step) => {
    const items = step === 'handOver' ? await itemsBefore(system, id, 'ship') : [];
    return items.length > FOLLOW_AT_ONCE ? { step: 'ship', items } : undefined;
  },
  // A promise is never removed, only released.
  version: async (system, row) => {
    const its = eq(reservations.shipmentId, row.id);
    const promises = await system.count(reservations, its);
    const released = await system.count(reservations, and(its, isNotNull(reservations.releasedAt)));
    return (await happenedTo(system, row)) + promises + released;
  },
  effects,
  write: async (system, stepContext, change) => {
    const { row, toState, context } = stepContext;
    const set = { ...change, state: toState, stateSince: context.now };
    await system.change(shipments, row, set);
    await writeJournal(system, 'shipment', { ...row, vendorId: null }, stepContext);
    return { ...row, ...set };
  },
};
