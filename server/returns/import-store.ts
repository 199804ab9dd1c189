import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { importUnder } from '../../db/queries/imports.ts';
import { importParts, imports } from '../../db/schema/imports.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import type { Viewer } from '../../db/seen-by.ts';
import { isTransient } from '../../db/transient-errors.ts';
import type { Actor } from '../access/permissions.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { newRequestContext } from '../http/new-request-context.ts';
import { Problem } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { Deps } from '../process/deps.ts';
import { importSentences } from '../words/import.ts';
import { enterOrder } from './enter.ts';
import { faultsOfGroup, skusOfGroups } from './import-check.ts';
import { doneOf, type Report } from './import-report.ts';
import type { Fault, Group } from './import-sheet.ts';
import { codesKnown, OrderAsk } from './submit.ts';

/**
 * So many lines at once, or one return order: a scan that comes in waits for no more than that. Where others write too,
 * it is one return order: the shorter a piece is, the less often somebody else gets there first.
 */
const maxLinesPerPiece = ({ hasSingleWriter }: Scoped) => (hasSingleWriter ? 4 : 1);
const MAX_MISSES = 6;
const RETRY_PAUSE_MS = 200;
/** Whoever is at an import has it for so long, in milliseconds, and longer with each piece. */
const LEASE_MS = 30_000;

type Carrying = Pick<Deps, 'database' | 'engine' | 'now' | 'random' | 'ending'>;
export interface Left {
  readonly id: string;
  readonly askedBy: string;
  readonly exporterId: string;
}
interface Run {
  readonly deps: Carrying;
  readonly db: Scoped;
  readonly actor: Actor;
  readonly id: string;
  readonly warehouse: string;
  readonly holder: string;
  readonly orders: number;
}
class TakenOver extends Error {}

/**
 * Stores what is left of an accepted import in pieces, each a transaction of its own with the position in it, and leaves
 * the writer to the others for as long after each. Whatever ends it between two pieces, it goes on from there.
 * @returns whether it came to its end; not when somebody else is at it, or the server is ending
 */
export async function carryOn(deps: Carrying, { id, askedBy, exporterId }: Left): Promise<boolean> {
  const viewer = { as: 'exporter', id: askedBy, organisation: exporterId } as const;
  const db = deps.database.as(viewer);
  const holder = newRequestContext(deps).newId();
  const taken = await db.atomically((tx) => take(tx, id, holder, deps.now()));
  if (!taken) return false;
  const run = { deps, db, actor: asAccepted(viewer), ...taken, holder };
  const content = (await db.first(imports, eq(imports.id, id)))?.content ?? '';
  try {
    return await storeRest(run, content.split('\n'));
  } catch (error) {
    if (error instanceof TakenOver) return false;
    throw error;
  } finally {
    await letGo(run);
  }
}

/** What was accepted is stored as it was accepted, whatever its asker may do by now; and nothing else. */
const asAccepted = (viewer: Viewer): Actor => ({
  ...{ id: viewer.id, name: '', role: 'exporterMember', roles: ['exporterMember'] },
  ...{ viewer, permissions: new Set(['returns.submit']), device: null },
});

async function take(tx: Writing, id: string, holder: string, now: Date) {
  const [one] = await tx.ask(importUnder, { id });
  if (!one || one.finishedAt || one.leaseUntil > now) return undefined;
  await tx.change(imports, one, { holder, leaseUntil: new Date(now.getTime() + LEASE_MS) });
  return one;
}

/** Whoever comes next need not wait for the lease to run out. Where even that fails, they have to. */
const letGo = ({ db, deps, id, holder }: Run) =>
  db
    .atomically(async (tx) => {
      const [one] = await tx.ask(importUnder, { id });
      if (one && !one.finishedAt && one.holder === holder)
        await tx.change(imports, one, { leaseUntil: deps.now() });
    })
    .catch(() => {});

async function storeRest(run: Run, content: readonly string[]): Promise<boolean> {
  const { db, deps, id, orders } = run;
  let from = await doneOf(db, id);
  for (let missed = 0; from < orders; ) {
    if (deps.ending?.aborted) return false;
    try {
      from = await storePiece(run, from, pieceFrom(content, from, maxLinesPerPiece(db)));
      missed = 0;
    } catch (error) {
      if (!isTransient(error) || ++missed > MAX_MISSES) throw error;
      await sleep(missed * RETRY_PAUSE_MS);
      // It may have been stored: nobody heard.
      from = await doneOf(db, id);
    }
  }
  return true;
}

function pieceFrom(content: readonly string[], from: number, maxLines: number): Group[] {
  const piece: Group[] = [];
  for (let lines = 0; from + piece.length < content.length; ) {
    const group = JSON.parse(content[from + piece.length] ?? '') as Group;
    lines += group.lines.length;
    if (piece.length > 0 && lines > maxLines) break;
    piece.push(group);
  }
  return piece;
}

/** @returns how many return orders of the import are done with it */
async function storePiece(run: Run, from: number, groups: readonly Group[]): Promise<number> {
  const began = performance.now();
  const context = newRequestContext(run.deps);
  try {
    await run.db.atomically(async (tx) => {
      const orders: Report['orders'] = [];
      for (const group of groups) orders.push(await store(tx, run, group, context));
      await note(tx, run, { from, upTo: from + groups.length, orders, faults: [] }, context);
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await storeWithout(run, { from, groups, problem: error }, context);
  }
  await sleep(performance.now() - began);
  return from + groups.length;
}

/** Something changed since the check. What cannot be stored for that is left out and named; the others are stored. */
async function storeWithout(
  run: Run,
  {
    from,
    groups,
    problem,
  }: { readonly from: number; readonly groups: readonly Group[]; readonly problem: Problem },
  context: RequestContext,
): Promise<void> {
  const [one] = groups;
  if (groups.length > 1) for (const [i, group] of groups.entries()) await storePiece(run, from + i, [group]);
  else if (one)
    await run.db.atomically(async (tx) => {
      const faults = await whyNot(tx, one, problem, context);
      await note(tx, run, { from, upTo: from + 1, orders: [], faults }, context);
    });
}

async function store(
  tx: Writing,
  { actor, warehouse, deps }: Run,
  { head, lines }: Group,
  context: RequestContext,
) {
  const ask = { ...OrderAsk.parse({ ...head, warehouse, lines }), submit: true };
  const { code, state } = await enterOrder(tx, { engine: deps.engine, actor, context }, ask);
  return { code, reference: head.reference ?? '', lines: lines.length, state };
}

async function whyNot(
  tx: Writing,
  group: Group,
  problem: Problem,
  { now }: RequestContext,
): Promise<Fault[]> {
  const exporterId = tx.viewer.as === 'exporter' ? tx.viewer.organisation : '';
  const skus = await skusOfGroups(tx, exporterId, [group]);
  const found = faultsOfGroup(group, { codes: await codesKnown(tx), skus, today: shanghaiDate(now) });
  if (found.length) return found.map((one) => ({ ...one, words: importSentences.leftOut(one.words) }));
  const { rows, head } = group;
  const words = importSentences.leftOut(importSentences.rows(rows, problem.words));
  return [{ row: rows[0] ?? 0, column: 'reference', value: head.reference ?? '', words }];
}

type Piece = Pick<Report, 'orders' | 'faults'> & { readonly from: number; readonly upTo: number };
/** Moves the import on, in the transaction that stored the piece. @throws TakenOver when somebody else is at it by now */
async function note(tx: Writing, run: Run, { from, ...piece }: Piece, { now }: RequestContext) {
  const [one] = await tx.ask(importUnder, { id: run.id });
  if (one?.holder !== run.holder) throw new TakenOver();
  const id = `${run.id} ${from}`;
  await tx.add(importParts, { id, importId: run.id, askedBy: run.actor.id, ...piece });
  const left = one.leaseUntil.getTime() - now.getTime();
  if (piece.upTo === run.orders) await tx.change(imports, one, { finishedAt: now, content: null });
  // Its row is a long one on SQLite, and is written anew with each change.
  else if (left < LEASE_MS / 2)
    await tx.change(imports, one, { leaseUntil: new Date(now.getTime() + LEASE_MS) });
}
