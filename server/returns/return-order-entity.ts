import { eq } from 'drizzle-orm';
import {
  itemStatesOfOrder,
  linesCounted,
  linesInBrief,
  livesOfOrder,
  returnOrderByCode,
} from '../../db/queries/returns.ts';
import { returnOrders } from '../../db/schema/goods.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { startTask } from '../entities/background-tasks.ts';
import { happenedTo, writeJournal } from '../entities/journal.ts';
import { notFound } from '../http/problem.ts';
import { nouns } from '../words/problems.ts';
import { during, type Effect, type StepContext } from '../workflow/effects.ts';
import type { Entity } from '../workflow/engine.ts';
import { itemWorkflow, wasGivenUp } from '../workflow/item.ts';
import {
  beginsToTake,
  type ReturnOrderFacts,
  returnOrderWorkflow,
  reviewReasonsOf,
} from '../workflow/return-order.ts';
import { factsOf } from '../workflow/workflow.ts';
import type { AnyField } from '../workflow/workflows.ts';
import { announceSome, itemsOfLines, mustBeAbleToCome } from './announce.ts';
import { callOffSome, countToCallOff } from './call-off.ts';
import { citeAnew } from './cite-anew.ts';
import { moreThanLeft } from './cited.ts';
import { LINES_AT_ONCE } from './lines.ts';
import { reviewNoted, reviewNow } from './review-for.ts';

export type ReturnOrder = typeof returnOrders.$inferSelect;
type ReturnOrderEffect = keyof typeof returnOrderWorkflow.effects;

export async function getReturnOrder(db: Scoped, code: string): Promise<ReturnOrder> {
  const [order] = await db.ask(returnOrderByCode, { code });
  if (!order) throw notFound(nouns.returnOrder, code);
  return order;
}

/** What is left of its items is done in pieces from now on. */
async function goesOn(
  system: Writing,
  { row, actor, context }: StepContext<ReturnOrder>,
  piecesLeft: number,
) {
  const { id, exporterId } = row;
  const task = { id, kind: 'return order', askedBy: actor.id, exporterId } as const;
  if (piecesLeft > 0) await startTask(system, task, context.now);
  return { piecesLeft };
}

const effects: Readonly<Record<ReturnOrderEffect, Effect<ReturnOrder>>> = {
  'note what a person has to look at': (system, { row, context }) =>
    reviewNoted(system, row, shanghaiDate(context.now)),
  'announce its items': async (system, stepContext) => {
    const { row } = stepContext;
    const lines = await system.ask(linesInBrief, { orderId: row.id });
    await mustBeAbleToCome(system, { ...row, lines, areStored: true });
    // To look through so many is a piece by itself: the next one begins with them.
    const isMany = lines.length > LINES_AT_ONCE;
    const piecesLeft = isMany
      ? await itemsOfLines(system, row.exporterId, lines)
      : await announceSome(system, stepContext, lines);
    return goesOn(system, stepContext, piecesLeft);
  },
  'cancel its items': async (system, stepContext) => {
    const { row, trigger } = stepContext;
    const all = await countToCallOff(system, row);
    return goesOn(system, stepContext, await callOffSome(system, row, all, trigger));
  },
  'cite another export': during('returnOrder', ['citeAnew', 'correctExport'], citeAnew),
  'tell the exporter': async (_house, { row, toState, enqueue }) => {
    const about = { returnOrder: row.code, organisation: row.exporterId, state: toState };
    await enqueue('return order moved on', about);
    return {};
  },
};

export const returnOrderEntity: Entity<ReturnOrder, ReturnOrderFacts, ReturnOrderEffect> = {
  flow: returnOrderWorkflow,
  get: getReturnOrder,
  byId: async (db, id) => {
    const order = await db.first(returnOrders, eq(returnOrders.id, id));
    if (!order) throw notFound(nouns.returnOrder, id);
    return order;
  },
  facts: async (system, row, { step, now }) => {
    const { id, state, reviewFor, isBeingStored } = row;
    const [lines] = await system.ask(linesCounted, { orderId: id });
    const states = await system.ask(itemStatesOfOrder, { orderId: id });
    const lives = await system.ask(livesOfOrder, { orderId: id });
    // What was given up is settled like what came: the return has run its course.
    const arrived = [...states, ...lives.map(({ state, quantity }) => ({ state, n: quantity }))].filter(
      ({ state }) => factsOf(itemWorkflow, state).arrival === undefined || wasGivenUp(state),
    );
    return {
      lines: lines?.n ?? 0,
      isBeingStored,
      reviewFor: beginsToTake(state, step)
        ? await reviewNow(system, row, shanghaiDate(now))
        : reviewReasonsOf(reviewFor),
      arrived: arrived.reduce((sum, { n }) => sum + n, 0),
      // Asked where it is asked to come; what was submitted takes its quantity already.
      tooMany: beginsToTake(state, step) ? await moreThanLeft(system, id) : undefined,
    };
  },
  where: async () => null,
  version: happenedTo,
  effects,
  write: async (system, stepContext: StepContext<ReturnOrder, AnyField<'returnOrder'>>, change) => {
    const { row, toState, input, context } = stepContext;
    const said = input.note === undefined ? {} : { decisionNote: input.note };
    const set = { ...change, ...said, state: toState, stateSince: context.now };
    await system.change(returnOrders, row, set);
    await writeJournal(system, 'return order', { ...row, vendorId: null }, stepContext);
    return { ...row, ...set };
  },
};
