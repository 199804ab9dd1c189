import { eq } from 'drizzle-orm';
import { linesInBrief } from '../../db/queries/returns.ts';
import { returnLines, returnOrders } from '../../db/schema/goods.ts';
import { outbox } from '../../db/schema/jobs.ts';
import type { Writing } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import type { Piece, Progress, TaskKind } from '../entities/background-tasks.ts';
import { notFound } from '../http/problem.ts';
import { stateOf } from '../items/view.ts';
import { nouns } from '../words/problems.ts';
import type { StepContext } from '../workflow/effects.ts';
import { returnOrderWorkflow } from '../workflow/return-order.ts';
import { announceSome, ITEMS_PER_PIECE, skusOf } from './announce.ts';
import { callOffSome } from './call-off.ts';
import { LINES_AT_ONCE, type LinePart, lineRow, type OrderPart } from './lines.ts';
import type { ReturnOrder } from './return-order-entity.ts';

/** A large return order: its parts are lines, then its submitting; what its items need then is seen by itself. */
export const returnOrderTask: TaskKind = {
  viewer: () => systemViewer,
  piece: async (tx, piece) => {
    const row = await rowOf(tx, piece);
    if (stateOf(returnOrderWorkflow, row.state).ended) return callOff(tx, piece, row);
    const parts = piece.parts as readonly OrderPart[];
    if (isSubmit(parts[0])) return submit(tx, piece, row);
    const lines = parts.filter((part) => !isSubmit(part)).slice(0, LINES_AT_ONCE) as LinePart[];
    return lines.length > 0 ? storeLines(tx, piece, row, lines) : itemsNext(tx, piece, row);
  },
  refused: async (tx, piece, why) => {
    // What is refused of its lines and items is a fault of ours, and is tried again.
    if (!isSubmit(piece.parts[0] as OrderPart | undefined)) throw why;
    return notSubmitted(tx, piece);
  },
  about: async (system, { id }) => ({
    returnOrder: (await system.first(returnOrders, eq(returnOrders.id, id)))?.code ?? '',
  }),
};

const isSubmit = (part: OrderPart | undefined): part is 'submit' => part === 'submit';

async function rowOf(tx: Writing, { task: { id } }: Piece): Promise<ReturnOrder> {
  const row = await tx.first(returnOrders, eq(returnOrders.id, id));
  if (!row) throw notFound(nouns.returnOrder, id);
  return row;
}

const triggerIn =
  (tx: Writing, { engine, context }: Piece, row: ReturnOrder): StepContext<ReturnOrder>['trigger'] =>
  async (entity, id, step, input) =>
    void (await engine.takeAsSystem(tx, { entity, id, step, input, actor: { id: row.createdBy }, context }));

async function storeLines(
  tx: Writing,
  { task, context }: Piece,
  row: ReturnOrder,
  parts: readonly LinePart[],
) {
  const codes = parts.map(({ line }) => ({ skuCode: line.sku }));
  const known = await skusOf(tx, row.exporterId, codes);
  const rows = parts.map(({ line, number }) => lineRow(row, line, { number, known }, context));
  await tx.addMany(returnLines, rows);
  // Of a draft nothing is announced: it has them.
  const stored = parts.reduce((sum, { items, submit }) => sum + (submit ? 0 : items), 0);
  await tx.change(returnOrders, row, { piecesLeft: Math.max(0, row.piecesLeft - stored) });
  return { done: task.done + parts.length, isFinished: false };
}

async function submit(tx: Writing, piece: Piece, row: ReturnOrder): Promise<Progress> {
  await tx.change(returnOrders, row, nothingLeft);
  await triggerIn(tx, piece, row)('returnOrder', row.id, 'submit', {});
  const { piecesLeft } = await rowOf(tx, piece);
  return { done: piece.task.done + 1, isFinished: piecesLeft === 0 };
}

/**
 * It cannot be submitted any more as it was accepted: it stays a draft, its exporter is told, and hears why when they
 * submit it.
 */
async function notSubmitted(tx: Writing, piece: Piece): Promise<Progress> {
  const { context, task } = piece;
  const row = await rowOf(tx, piece);
  const about = { returnOrder: row.code, organisation: row.exporterId };
  const due = { at: context.now, dueAt: context.now, tries: 0 };
  await tx.add(outbox, { id: context.newId(), kind: 'return order not submitted', about, ...due });
  await tx.change(returnOrders, row, nothingLeft);
  return { done: task.done + 1, isFinished: true };
}

async function itemsNext(tx: Writing, piece: Piece, row: ReturnOrder): Promise<Progress> {
  const { done } = piece.task;
  // A draft has its lines now.
  if (row.isBeingStored) await tx.change(returnOrders, row, nothingLeft);
  if (row.isBeingStored || row.piecesLeft === 0) return { done, isFinished: true };
  const { context } = piece;
  const order = { row, actor: { id: row.createdBy }, context, trigger: triggerIn(tx, piece, row) };
  const lines = await tx.ask(linesInBrief, { orderId: row.id });
  const piecesLeft = await announceSome(tx, order, lines, ITEMS_PER_PIECE);
  await tx.change(returnOrders, row, { piecesLeft });
  return { done, isFinished: piecesLeft === 0 };
}

async function callOff(tx: Writing, piece: Piece, row: ReturnOrder): Promise<Progress> {
  const piecesLeft = await callOffSome(tx, row, row.piecesLeft, triggerIn(tx, piece, row));
  await tx.change(returnOrders, row, { piecesLeft, isBeingStored: false });
  return { done: piece.task.done, isFinished: piecesLeft === 0 };
}

const nothingLeft = { isBeingStored: false, piecesLeft: 0 };
