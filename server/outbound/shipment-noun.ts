import { eq } from 'drizzle-orm';
import { promisesOf, shipmentByCode, statesInShipment } from '../../db/queries/outbound.ts';
import { shipments } from '../../db/schema/outbound.ts';
import type { Writing } from '../../db/scope.ts';
import { readWaybill } from '../identifiers/waybill.ts';
import { note } from '../journal.ts';
import { notFound, unusable } from '../problem.ts';
import { outboundSentences } from '../words/outbound.ts';
import { nouns } from '../words/problems.ts';
import type { Effect, Noun, Order } from '../workflow/engine.ts';
import { type ShipmentFacts, shipmentWorkflow } from '../workflow/shipment.ts';

export type Shipment = typeof shipments.$inferSelect;
type ShipmentEffect = (typeof shipmentWorkflow.effects)[number];

/** Lets every item promised to the shipment take a step. */
const each =
  (step: string) =>
  async (house: Writing, { row, also }: Order<Shipment>) => {
    for (const { reservation } of await house.ask(promisesOf, { shipmentId: row.id }))
      await also('item', reservation.itemId, step);
    return {};
  };

const effects: Readonly<Record<ShipmentEffect, Effect<Shipment>>> = {
  'note cartons and weight': (_house, { row, given }) => ({
    cartons: typeof given.cartons === 'number' ? given.cartons : row.cartons,
    weightGrams: typeof given.weight === 'number' ? given.weight : row.weightGrams,
  }),
  'note the waybill': (_house, { given, moment }) => {
    const waybill = readWaybill(String(given.waybill));
    if (!waybill) throw unusable([{ path: ['waybill'], code: 'waybill' }], outboundSentences.notAWaybill);
    return { carrier: String(given.carrier), waybill, shippedAt: moment.now };
  },
  'ship its items': each('ship'),
  'its items arrive': each('arrive'),
  'release its promises': each('release'),
};

export const shipmentNoun: Noun<Shipment, ShipmentFacts, ShipmentEffect> = {
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
  facts: async (house, { id }) => {
    const states = await house.ask(statesInShipment, { shipmentId: id });
    const n = (state: string) => states.find((row) => row.state === state)?.n ?? 0;
    const promised = states.reduce((sum, row) => sum + row.n, 0);
    return { promised, picked: n('picked'), packed: n('packed'), underway: n('shipped') };
  },
  where: async () => null,
  effects,
  write: async (house, order, change) => {
    const { row, toState, moment } = order;
    const set = { ...change, state: toState, stateSince: moment.now };
    await house.change(shipments, row, set);
    await note(house, 'shipment', { ...row, vendorId: null }, order);
    return { ...row, ...set };
  },
};
