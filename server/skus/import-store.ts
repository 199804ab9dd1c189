import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { skusWithCodes } from '../../db/queries/skus.ts';
import { skus } from '../../db/schema/goods.ts';
import { skuImports } from '../../db/schema/sku-imports.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import {
  type Piece,
  type Progress,
  pending,
  pendingOf,
  type TaskKind,
} from '../entities/background-tasks.ts';
import { answerId } from '../http/idempotency.ts';
import { notFound } from '../http/problem.ts';
import { addRecord, changeRecord } from '../http/records.ts';
import { Time, Words } from '../http/shapes.ts';
import { MAX_LEFT_OUT_NAMED } from '../http/sheet-faults.ts';
import type { Kept } from '../spreadsheets/answers.ts';
import { skuImportNoun, skuImportSentences } from '../words/sku-import.ts';
import { skuSentences } from '../words/skus.ts';
import { type Plan, plansOf } from './import-plan.ts';
import type { SkuRowSaid } from './import-sheet.ts';

/** A row that was accepted, and which of its columns somebody said are meant. */
export type SkuPart = SkuRowSaid & { readonly keep: readonly Kept[] };
type Import = typeof skuImports.$inferSelect;
type LeftOut = Import['leftOut'][number];

export const SkuProgress = z.object({
  /** SKUs that are new or change, and how many of them are done. */
  total: z.number(),
  done: z.number(),
  added: z.number(),
  changed: z.number(),
  /** SKUs that were as the file says already. */
  same: z.number(),
  /** The first of those that something kept out which the check could not see. */
  leftOut: z.array(z.object({ row: z.number(), code: z.string(), words: Words })),
  /** How many those are in all. */
  leftOutInAll: z.number(),
  ...pending,
  finishedAt: Time.nullable(),
});

/** How far one's import has come. @throws Problem 404 before it was accepted */
export async function skuProgress(db: Scoped, scanId: string): Promise<z.input<typeof SkuProgress>> {
  const one = await db.first(skuImports, eq(skuImports.id, answerId(db, scanId)));
  if (!one) throw notFound(skuImportNoun, scanId);
  const { total, done, added, changed, same, leftOut, leftOutInAll, finishedAt } = one;
  return {
    ...{ total, done, added, changed, same, leftOut: [...leftOut], leftOutInAll },
    ...(await pendingOf(db, one.id, total - done)),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

/** So many at once: a scan that comes in waits for no more than that. */
const maxPerPiece = ({ hasSingleWriter }: Scoped) => (hasSingleWriter ? 10 : 3);

/** An accepted catalogue: its parts are rows. It is stored with the eyes of its exporter, whoever sent it. */
export const skuImportTask: TaskKind = {
  viewer: ({ askedBy, exporterId }) => ({ as: 'exporter', id: askedBy, organisation: exporterId }),
  piece: async (tx, piece) => {
    const some = (piece.parts as SkuPart[]).slice(0, piece.isSmallest ? 1 : maxPerPiece(tx));
    const [first] = some;
    const { plans, faults } = await plansOf(tx, piece.task.exporterId, some, { keep: first?.keep });
    // What was sound when it was checked and is not any more is left out, and named.
    const leftOut = some
      .filter(({ row }) => faults.some((fault) => fault.row === row))
      .map(({ row, said: { code } }) => ({ row, code, words: skuImportSentences.changedSince(code) }));
    const sound = plans.filter(({ row }) => !leftOut.some((one) => one.row === row));
    for (const plan of sound) await store(tx, piece, plan);
    const of = (kind: Plan['kind']) => sound.filter((plan) => plan.kind === kind).length;
    return note(tx, piece, {
      ...{ count: some.length, leftOut },
      ...{ added: of('new'), changed: of('changed'), same: of('same') },
    });
  },
  refused: async (tx, piece, { words }) => {
    const [part] = piece.parts as SkuPart[];
    const leftOut = part ? [{ row: part.row, code: part.said.code, words }] : [];
    return note(tx, piece, { count: 1, leftOut, added: 0, changed: 0, same: 0 });
  },
  about: async () => ({ import: 'yes' }),
};

const nothingElse = { gtin: null, hsCode: null, batteryWh: null, serialPattern: null };

async function store(
  tx: Writing,
  { task: { exporterId }, context: { newId, now } }: Piece,
  { code, kind, changes }: Plan,
) {
  const said = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
  if (kind === 'new') {
    const row = { ...nothingElse, ...said, id: newId(), exporterId, code, createdAt: now };
    // A plan for a new one has whatever a SKU needs: it came through the shape of the form.
    await addRecord(tx, skus, row as typeof skus.$inferInsert, skuSentences.taken(code));
  }
  const [sku] = kind === 'changed' ? await tx.list(skusWithCodes, { codes: [code], exporterId }) : [];
  if (sku) await changeRecord(tx, skus, sku, said);
}

interface Noted extends Pick<Import, 'added' | 'changed' | 'same'> {
  readonly count: number;
  readonly leftOut: readonly LeftOut[];
}
/** Writes what became of a piece into the import, in the transaction that stored it. */
async function note(tx: Writing, { task, context }: Piece, noted: Noted): Promise<Progress> {
  const one = await tx.first(skuImports, eq(skuImports.id, task.id));
  if (!one) throw notFound(skuImportNoun, task.id);
  const done = task.done + noted.count;
  const isFinished = done >= one.total;
  await tx.change(skuImports, one, {
    done,
    added: one.added + noted.added,
    changed: one.changed + noted.changed,
    same: one.same + noted.same,
    leftOut: [...one.leftOut, ...noted.leftOut].slice(0, MAX_LEFT_OUT_NAMED),
    leftOutInAll: one.leftOutInAll + noted.leftOut.length,
    ...(isFinished ? { finishedAt: context.now } : {}),
  });
  return { done, isFinished };
}
