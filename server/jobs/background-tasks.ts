import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { nextTask, partRowsOf, partsAfter, taskWithId, whoseTasksAreLeft } from '../../db/queries/jobs.ts';
import { backgroundTasks, taskParts } from '../../db/schema/jobs.ts';
import { organisations } from '../../db/schema/master-data.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { isTransient } from '../../db/transient-errors.ts';
import type { BackgroundTask, Piece, Progress, TaskKind, Working } from '../entities/background-tasks.ts';
import { exportImportTask } from '../exported-orders/import-store.ts';
import { errorWithoutData } from '../http/error-without-data.ts';
import { newRequestContext } from '../http/new-request-context.ts';
import { conflict, Problem } from '../http/problem.ts';
import { openingStockTask } from '../opening-stock/store.ts';
import { shipmentTask } from '../outbound/shipment-entity.ts';
import { consignmentTask } from '../repair/consignment-entity.ts';
import { returnOrderTask } from '../returns/finish-order.ts';
import { importTask } from '../returns/import-store.ts';
import { skuImportTask } from '../skus/import-store.ts';
import { houseSentences } from '../words/organisations.ts';
import { noticeFailing, STAND_BACK_MS } from './failing.ts';

const kinds: Readonly<Record<BackgroundTask['kind'], TaskKind>> = {
  import: importTask,
  'sku import': skuImportTask,
  'export import': exportImportTask,
  'opening stock': openingStockTask,
  'return order': returnOrderTask,
  shipment: shipmentTask,
  consignment: consignmentTask,
};

/** No task keeps the others waiting for longer: after this it goes to the end of their queue. */
const TURN_MS = 1_000;
const MAX_MISSES = 6;
const RETRY_PAUSE_MS = 200;
/** Whoever is at a task has it for so long, in milliseconds, and longer with each piece. */
const LEASE_MS = 30_000;

interface Run {
  readonly working: Working;
  /** Sees what the task is done with. */
  readonly db: Scoped;
  readonly kind: TaskKind;
  readonly id: string;
  readonly holder: string;
}
class TakenOver extends Error {}

/**
 * Does what is left, by turns, until there is nothing that no other process is at: however many tasks one organisation has,
 * the next turn is another's. @returns how many were finished
 */
export async function finishTasks(working: Working): Promise<number> {
  const db = working.database.as(systemViewer);
  const turns = new Map<string, number>();
  let finished = 0;
  for (let turn = 1; !working.ending?.aborted; turn++) {
    const next = await nextInTurn(db, turns, working.now());
    if (!next) break;
    turns.set(next.exporterId, turn);
    const stop = [AbortSignal.timeout(TURN_MS), ...(working.ending ? [working.ending] : [])];
    if (await carryOn({ ...working, ending: AbortSignal.any(stop) }, next.id)) finished++;
  }
  return finished;
}

async function nextInTurn(db: Scoped, turns: ReadonlyMap<string, number>, now: Date) {
  const waiting = await db.ask(whoseTasksAreLeft, { now });
  const lastTurn = ({ exporterId }: (typeof waiting)[number]) => turns.get(exporterId) ?? 0;
  const [whose] = [...waiting].sort((a, b) => lastTurn(a) - lastTurn(b));
  const [next] = whose ? await db.ask(nextTask, { now, exporterId: whose.exporterId }) : [];
  return next;
}

/**
 * Does what is left of a task in pieces, each a transaction of its own with the position in it, and leaves the writer to
 * the others for as long after each. Whatever ends it between two pieces, it goes on from there.
 * @returns whether it came to its end; not when somebody else is at it, or the server is ending
 */
export async function carryOn(working: Working, id: string): Promise<boolean> {
  const holder = newRequestContext(working).newId();
  const system = working.database.as(systemViewer);
  const task = await system.atomically((tx) => take(tx, id, holder, working.now()));
  if (!task) return false;
  const kind = kinds[task.kind];
  const run = { working, db: working.database.as(kind.viewer(task)), kind, id, holder };
  try {
    return await doRest(run);
  } catch (error) {
    if (error instanceof TakenOver) return false;
    if (isTransient(error) || !(await stoodBack(run, system, error))) throw error;
    working.log.error(
      { task: id, error: errorWithoutData(error) },
      'a background task failed and is tried again later',
    );
    return false;
  } finally {
    await letGo(run, system);
  }
}

async function take(tx: Writing, id: string, holder: string, now: Date) {
  const [task] = await tx.ask(taskWithId, { id });
  if (!task || task.leaseUntil > now) return undefined;
  await tx.change(backgroundTasks, task, { holder, leaseUntil: new Date(now.getTime() + LEASE_MS) });
  return task;
}

/** Whether it could be laid aside for a while, so that it does not end the round of all the others each time. */
const stoodBack = ({ working, kind, id, holder }: Run, system: Scoped, why: unknown): Promise<boolean> =>
  system
    .atomically(async (tx) => {
      const [task] = await tx.ask(taskWithId, { id });
      const leaseUntil = new Date(working.now().getTime() + STAND_BACK_MS);
      if (task?.holder !== holder) return true;
      const failures = task.failures + 1;
      await tx.change(backgroundTasks, task, { holder: '', leaseUntil, failures });
      const failing = { ...task, failures };
      await noticeFailing(
        tx,
        failing,
        { about: await kind.about(tx, task), why },
        newRequestContext(working),
      );
      return true;
    })
    .catch(() => false);

/** Whoever comes next need not wait for the lease to run out. Where even that fails, they have to. */
const letGo = ({ working, id, holder }: Run, system: Scoped) =>
  system
    .atomically(async (tx) => {
      const [task] = await tx.ask(taskWithId, { id });
      if (task?.holder === holder) await tx.change(backgroundTasks, task, { leaseUntil: working.now() });
    })
    .catch(() => {});

async function doRest(run: Run): Promise<boolean> {
  for (let missed = 0; !run.working.ending?.aborted; ) {
    const began = performance.now();
    try {
      if (await onePiece(run)) return true;
      missed = 0;
    } catch (error) {
      if (!isTransient(error) || ++missed > MAX_MISSES) throw error;
      // It may have been stored, and nobody heard: where it stands is read anew.
      await sleep(missed * RETRY_PAUSE_MS);
    }
    await sleep(performance.now() - began);
  }
  return false;
}

/** What is refused is tried once more as small as may be, so that only that is left out which has to be. */
async function onePiece(run: Run): Promise<boolean> {
  const work: TaskKind['piece'] = async (tx, piece) => {
    await mustBeInBusiness(tx);
    return run.kind.piece(tx, piece);
  };
  try {
    return await inTransaction(run, false, work);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
  }
  try {
    return await inTransaction(run, true, work);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return inTransaction(run, true, (tx, piece) => run.kind.refused(tx, piece, error));
  }
}

/**
 * What is done in the name of an organisation ends with it. What the house does for it goes on: a return that was accepted
 * is not half a one. @throws Problem 409
 */
async function mustBeInBusiness(tx: Writing): Promise<void> {
  if (tx.viewer.as !== 'exporter') return;
  const its = await tx.first(organisations, eq(organisations.id, tx.viewer.organisation));
  if (!its?.active) throw conflict('organisation_closed', houseSentences.closedMeanwhile);
}

/** @returns whether the task is finished with it */
const inTransaction = (run: Run, isSmallest: boolean, work: TaskKind['piece']): Promise<boolean> =>
  run.db.atomically(async (tx) => {
    const context = newRequestContext(run.working);
    const system = tx.asSystem();
    const [task] = await system.ask(taskWithId, { id: run.id });
    if (task?.holder !== run.holder) throw new TakenOver();
    const [row] = await system.ask(partsAfter, { taskId: task.id, done: task.done });
    const parts = row ? (JSON.parse(row.parts) as unknown[]).slice(task.done - row.from) : [];
    const piece: Piece = { task, parts, isSmallest, engine: run.working.engine, context };
    const progress = await work(tx, piece);
    if (row && progress.done === task.done + parts.length) await system.remove(taskParts, row);
    await moveOn(system, task, progress, context.now);
    return progress.isFinished;
  });

async function moveOn(system: Writing, task: BackgroundTask, { done, isFinished }: Progress, now: Date) {
  if (isFinished) {
    for (const row of await system.ask(partRowsOf, { taskId: task.id })) await system.remove(taskParts, row);
    return system.remove(backgroundTasks, task);
  }
  const isRunningOut = task.leaseUntil.getTime() - now.getTime() < LEASE_MS / 2;
  const leaseUntil = isRunningOut ? new Date(now.getTime() + LEASE_MS) : task.leaseUntil;
  return system.change(backgroundTasks, task, { done, leaseUntil, failures: 0 });
}
