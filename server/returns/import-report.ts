import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { importUnder, lastPart, reportsAfter } from '../../db/queries/imports.ts';
import { returnOrders } from '../../db/schema/goods.ts';
import { imports } from '../../db/schema/imports.ts';
import type { Scoped } from '../../db/scope.ts';
import { pending, pendingOf } from '../entities/background-tasks.ts';
import { answerId } from '../http/idempotency.ts';
import { notFound } from '../http/problem.ts';
import { Time } from '../http/shapes.ts';
import { asKept, checkedSheet, Fault, MAX_FAULTS_REPORTED } from '../http/sheet-faults.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { importNoun } from '../words/import.ts';
import { SheetAnswers } from './import-answers.ts';
import { LINES_AT_ONCE } from './lines.ts';

const Read = z.object({
  encoding: z.string().nullable(),
  lines: z.number(),
  /** Worth knowing, but no reason to refuse. */
  remarks: z.array(Fault),
});

export type Read = z.infer<typeof Read>;

export const ImportCheck = z.object({
  ...checkedSheet(SheetAnswers),
  /** The import's id, under which it is stored from now on; null where nothing is stored. */
  accepted: z.string().nullable(),
  ...pending,
});
export type Check = z.infer<typeof ImportCheck>;

export const ImportReport = Read.extend({
  /** What is stored. */
  orders: z.array(
    z.object({ code: z.string(), reference: z.string(), lines: z.number(), state: z.string() }),
  ),
  /** The return orders of these rows could not be stored, as something changed after the check; all others are. */
  faults: z.array(Fault),
});
export type Report = z.infer<typeof ImportReport>;

export const ImportProgress = z.object({
  /** Return orders in the spreadsheet, and how many of them are done. */
  orders: z.number(),
  done: z.number(),
  ...pending,
  finishedAt: Time.nullable(),
  /** What came of it, once it is finished. */
  report: ImportReport.nullable(),
});

/** How many of its return orders are done. */
export const doneOf = async (db: Scoped, importId: string) =>
  (await db.ask(lastPart, { importId }))[0]?.upTo ?? 0;

/** How far one's import has come, and its report at the end. @throws Problem 404 before it was accepted */
export async function progressOf(db: Scoped, scanId: string): Promise<z.input<typeof ImportProgress>> {
  const [one] = await db.ask(importUnder, { id: answerId(db, scanId) });
  if (!one) throw notFound(importNoun, scanId);
  const done = one.finishedAt ? one.orders : await doneOf(db, one.id);
  const report = one.finishedAt ? await reportOf(db, one.id) : null;
  return {
    orders: one.orders,
    done,
    ...(await pendingOf(db, one.id, one.orders - done)),
    finishedAt: one.finishedAt?.toISOString() ?? null,
    report,
  };
}

/** What its check found when it was accepted. */
export async function readOf(db: Scoped, id: string): Promise<Read & { readonly orders: number }> {
  const one = await db.first(imports, eq(imports.id, id));
  if (!one) throw notFound(importNoun, '');
  const { encoding, lines, orders, remarks } = one;
  return { encoding, lines, orders, remarks: remarks.map(asKept) };
}

/** The whole report of an import, from what each of its pieces left. */
async function reportOf(db: Scoped, id: string): Promise<Report> {
  const { orders: _, ...read } = await readOf(db, id);
  const report: Report = { ...read, orders: [], faults: [] };
  const letOthersRun = yieldToEventLoop();
  for (let after = 0; ; ) {
    await letOthersRun();
    const parts = await db.ask(reportsAfter, { importId: id, after });
    report.orders.push(...parts.flatMap(({ orders }) => orders));
    report.faults.push(...parts.flatMap(({ faults }) => faults.map(asKept)));
    const last = parts.at(-1);
    if (!last) {
      const orders = await asTheyStand(db, report.orders);
      return { ...report, orders, faults: report.faults.slice(0, MAX_FAULTS_REPORTED) };
    }
    after = last.upTo;
  }
}

/** Those that were still being stored when their piece was reported are what they have become since. */
async function asTheyStand(db: Scoped, orders: Report['orders']): Promise<Report['orders']> {
  const large = orders.filter(({ lines }) => lines > LINES_AT_ONCE).map(({ code }) => code);
  const now = large.length ? await db.find(returnOrders, inArray(returnOrders.code, large)) : [];
  const stateOf = new Map(now.map(({ code, state }) => [code, state]));
  return orders.map((order) => ({ ...order, state: stateOf.get(order.code) ?? order.state }));
}
