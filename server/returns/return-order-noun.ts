import { eq } from 'drizzle-orm';
import {
  itemStatesOfOrder,
  itemsOfOrder,
  linesCounted,
  linesOf,
  returnOrderByCode,
} from '../../db/queries/returns.ts';
import { returnOrders } from '../../db/schema/goods.ts';
import type { Scoped } from '../../db/scope.ts';
import { note } from '../journal.ts';
import { notFound } from '../problem.ts';
import { nouns } from '../words/problems.ts';
import type { Effect, Noun } from '../workflow/engine.ts';
import { notArrived, type ReturnOrderFacts, returnOrderWorkflow } from '../workflow/return-order.ts';
import { announceItems } from './announce.ts';

export type ReturnOrder = typeof returnOrders.$inferSelect;
type ReturnOrderEffect = (typeof returnOrderWorkflow.effects)[number];

export async function getReturnOrder(db: Scoped, code: string): Promise<ReturnOrder> {
  const [order] = await db.ask(returnOrderByCode, { code });
  if (!order) throw notFound(nouns.returnOrder, code);
  return order;
}

const effects: Readonly<Record<ReturnOrderEffect, Effect<ReturnOrder>>> = {
  'announce its items': async (house, order) => {
    await announceItems(house, order, await house.ask(linesOf, { orderId: order.row.id }));
    return {};
  },
  'cancel its items': async (house, { row, also }) => {
    for (const item of await house.ask(itemsOfOrder, { orderId: row.id }))
      await also('item', item.id, 'cancel');
    return {};
  },
  'tell the exporter': async (_house, { row, toState, later }) => {
    const about = { returnOrder: row.code, organisation: row.exporterId, state: toState };
    await later('return order moved on', about);
    return {};
  },
};

export const returnOrderNoun: Noun<ReturnOrder, ReturnOrderFacts, ReturnOrderEffect> = {
  flow: returnOrderWorkflow,
  get: getReturnOrder,
  byId: async (db, id) => {
    const order = await db.first(returnOrders, eq(returnOrders.id, id));
    if (!order) throw notFound(nouns.returnOrder, id);
    return order;
  },
  facts: async (house, { id, reviewFor }) => {
    const [lines] = await house.ask(linesCounted, { orderId: id });
    const states = await house.ask(itemStatesOfOrder, { orderId: id });
    const arrived = states.filter(({ state }) => !notArrived.has(state));
    return {
      lines: lines?.n ?? 0,
      reviewFor: reviewFor ? reviewFor.split(',') : [],
      arrived: arrived.reduce((sum, { n }) => sum + n, 0),
    };
  },
  where: async () => null,
  effects,
  write: async (house, order, change) => {
    const { row, toState, given, moment } = order;
    const said = typeof given.note === 'string' ? { decisionNote: given.note } : {};
    const set = { ...change, ...said, state: toState, stateSince: moment.now };
    await house.change(returnOrders, row, set);
    await note(house, 'return order', { ...row, vendorId: null }, order);
    return { ...row, ...set };
  },
};
