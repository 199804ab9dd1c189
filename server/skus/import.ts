import { hash } from 'node:crypto';
import { z } from 'zod';
import { skuImports } from '../../db/schema/sku-imports.ts';
import type { Scoped } from '../../db/scope.ts';
import { pending, rowsOf, startTask } from '../entities/background-tasks.ts';
import { answerId, askedBefore, claimed } from '../http/idempotency.ts';
import type { Call } from '../http/route.ts';
import { Fault, located } from '../http/sheet-faults.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import type { SkuAnswers } from './import-answers.ts';
import { type Plan, plansOf } from './import-plan.ts';
import { readSkuSheet } from './import-sheet.ts';
import { type SkuPart, skuProgress } from './import-store.ts';
import { ownerOf } from './skus.ts';

const MAX_FAULTS_REPORTED = 1_000;
const MAX_CHANGES_REPORTED = 500;
const Value = z.union([z.string(), z.number(), z.boolean()]).nullable();

export const SkuCheck = z.object({
  /** The import's id, under which it is stored from now on; null where nothing is stored. */
  accepted: z.string().nullable(),
  ...pending,
  encoding: z.string().nullable(),
  lines: z.number(),
  /** Worth knowing, but no reason to refuse. */
  remarks: z.array(Fault),
  /** With one of these, nothing is accepted. */
  faults: z.array(Fault),
  faultsInAll: z.number(),
  /** Where our columns stand in the file, its own headers, and its sheets that may be meant. */
  headings: z.record(z.string(), z.object({ letter: z.string(), name: z.string() })),
  written: z.array(z.object({ name: z.string(), example: z.string() })),
  sheets: z.array(z.string()),
  /** How many SKUs are new, change, and are as the file says already. */
  counts: z.object({ new: z.number(), changed: z.number(), same: z.number() }),
  /** What is new and what changes, from what to what: the first of them. */
  changes: z.array(
    z.object({
      row: z.number(),
      code: z.string(),
      kind: z.enum(['new', 'changed']),
      /** In which its value is. */
      currency: z.string(),
      fields: z.array(z.object({ field: z.string(), from: Value, to: Value })),
    }),
  ),
});
type Check = z.input<typeof SkuCheck>;

interface Ask {
  readonly scanId: string;
  readonly exporter?: string | undefined;
  readonly check?: 'only' | undefined;
  readonly answers?: SkuAnswers | undefined;
}
type Asked = Call<Ask>;

/**
 * Reads and checks a whole catalogue, says what is new, what changes and what stays, and stores nothing while there is a
 * fault in it. Without one it is accepted, and a job stores it in small pieces. Sent again it finds nothing to change.
 */
export async function importSkus(call: Asked): Promise<Check> {
  const { db, actor, input, file, deps } = call;
  const { check, ...rest } = input;
  const question = { ...rest, file: hash('sha256', file) };
  const before = () => acceptedBefore(db, input.scanId, question);
  const same = check ? undefined : await before();
  if (same) return same;
  const exporterId = await ownerOf(db, actor, input.exporter);
  const answers = input.answers ?? {};
  const sheet = await (deps.skuSheetWorker?.read({ file, answers }, db.viewer) ??
    readSkuSheet(file, answers));
  const { plans, faults } = await plansOf(db, exporterId, sheet.rows, {
    keep: answers.keep,
    letOthersRun: yieldToEventLoop(),
  });
  // A cell that could not be read is one fault, not another one for what it is not.
  const unread = new Set(sheet.faults.map(({ row, column }) => `${row} ${column}`));
  const inside = faults.filter(({ row, column }) => !unread.has(`${row} ${column}`));
  const found = [...sheet.faults, ...inside.map(located(sheet.headings))].sort((a, b) => a.row - b.row);
  const { encoding, lines, headings, written, sheets } = sheet;
  const told = {
    ...{ encoding, lines, headings, written: [...written], sheets: [...sheets] },
    ...{ remarks: [...sheet.remarks], faultsInAll: found.length, ...comesTo(plans) },
  };
  // What is taken by now may have been taken by this very file, sent once more meanwhile.
  const meanwhile = found.length > 0 && !check ? await before() : undefined;
  if (meanwhile) return meanwhile;
  if (found.length > 0 || check) {
    const nothing = { accepted: null, pending: 0, failing: false };
    return { ...nothing, ...told, faults: found.slice(0, MAX_FAULTS_REPORTED) };
  }
  const left = new Set(plans.filter(({ kind }) => kind !== 'same').map(({ row }) => row));
  const parts = sheet.rows
    .filter(({ row }) => left.has(row))
    .map((row): SkuPart => ({ ...row, keep: answers.keep ?? [] }));
  await accept(call, { exporterId, question, parts, same: plans.length - parts.length });
  return { accepted: input.scanId, pending: parts.length, failing: false, ...told, faults: [] };
}

function comesTo(plans: readonly Plan[]): Pick<Check, 'counts' | 'changes'> {
  const counts = { new: 0, changed: 0, same: 0 };
  for (const { kind } of plans) counts[kind] += 1;
  const changes = plans
    .flatMap(({ row, code, kind, currency, changes }) =>
      kind === 'same' ? [] : [{ row, code, kind, currency, fields: [...changes] }],
    )
    .slice(0, MAX_CHANGES_REPORTED);
  return { counts, changes };
}

async function acceptedBefore(db: Scoped, scanId: string, question: object): Promise<Check | undefined> {
  if (!(await askedBefore(db, scanId, question))) return undefined;
  const { total, done, same, pending: left, failing } = await skuProgress(db, scanId);
  return {
    ...{ accepted: scanId, pending: left, failing, encoding: null, lines: total + same },
    ...{ remarks: [], faults: [], faultsInAll: 0, headings: {}, written: [], sheets: [] },
    ...{ counts: { new: 0, changed: total - done, same }, changes: [] },
  };
}

interface Accepted {
  readonly exporterId: string;
  readonly question: object;
  readonly parts: readonly SkuPart[];
  readonly same: number;
}
/** Stores the catalogue as accepted: from here on it comes to its end. */
async function accept({ db, input, context }: Asked, { exporterId, question, parts, same }: Accepted) {
  const id = answerId(db, input.scanId);
  const whose = { id, askedBy: db.viewer.id, exporterId };
  const rows = rowsOf(
    id,
    parts.map((part) => JSON.stringify(part)),
  );
  const isNothing = parts.length === 0;
  await db.atomically(async (tx) => {
    if (!(await claimed(tx, input.scanId, question, context))) return;
    const counts = { total: parts.length, done: 0, added: 0, changed: 0, same };
    const times = { at: context.now, finishedAt: isNothing ? context.now : null };
    await tx.add(skuImports, { ...whose, ...counts, ...times, leftOut: [] });
    if (!isNothing) await startTask(tx, { ...whose, kind: 'sku import' }, context.now, rows);
  });
}
