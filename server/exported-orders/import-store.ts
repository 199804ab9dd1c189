import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { exportImports } from '../../db/schema/export-imports.ts';
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
import { Time } from '../http/shapes.ts';
import { asKept, Fault, MAX_LEFT_OUT_NAMED } from '../http/sheet-faults.ts';
import { exportImportNoun, exportImportSentences } from '../words/exported-import.ts';
import { type Became, enterExported } from './enter.ts';
import type { OrderRows } from './sheet-orders.ts';

/** An order that was accepted, and where in its file the number of an order stands. */
type Part = OrderRows & { readonly heading: string | null; readonly letter: string | null };
type Import = typeof exportImports.$inferSelect;
type LeftOut = Import['leftOut'][number];

export const ExportProgress = z.object({
  encoding: z.string().nullable(),
  lines: z.number(),
  /** Orders in the spreadsheet, how many of them are done, and what became of those. */
  total: z.number(),
  done: z.number(),
  added: z.number(),
  changed: z.number(),
  same: z.number(),
  /** The first of the orders that something kept out which the check could not see; all others are stored. */
  leftOut: z.array(Fault),
  /** How many those are in all. */
  leftOutInAll: z.number(),
  ...pending,
  finishedAt: Time.nullable(),
});

/** How far one's import has come. @throws Problem 404 before it was accepted */
export async function exportProgress(db: Scoped, scanId: string): Promise<z.input<typeof ExportProgress>> {
  const one = await db.first(exportImports, eq(exportImports.id, answerId(db, scanId)));
  if (!one) throw notFound(exportImportNoun, scanId);
  const { encoding, lines, total, done, added, changed, same, leftOut, leftOutInAll, finishedAt } = one;
  return {
    ...{ encoding, lines, total, done, added, changed, same, leftOut: leftOut.map(asKept) },
    leftOutInAll,
    ...(await pendingOf(db, one.id, total - done)),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

/** So many lines at once, or one order: a scan that comes in waits for no more than that. */
const maxLinesPerPiece = ({ hasSingleWriter }: Scoped) => (hasSingleWriter ? 10 : 3);

function someOf({ parts, isSmallest }: Piece, maxLines: number): readonly Part[] {
  const orders = parts as readonly Part[];
  let lines = 0;
  const tooMany = orders.findIndex(({ rows }, i) => {
    lines += rows.length;
    return i > 0 && (isSmallest || lines > maxLines);
  });
  return tooMany < 0 ? orders : orders.slice(0, tooMany);
}

/** An accepted spreadsheet: its parts are orders. */
export const exportImportTask: TaskKind = {
  viewer: ({ askedBy, exporterId }) => ({ as: 'exporter', id: askedBy, organisation: exporterId }),
  piece: async (tx, piece) => {
    const { task, context } = piece;
    const some = someOf(piece, maxLinesPerPiece(tx));
    const all: Became[] = [];
    for (const { ask } of some)
      all.push((await enterExported(tx, task.exporterId, ask, { context, by: task.askedBy })).became);
    const of = (became: Became) => all.filter((one) => one === became).length;
    const became = { added: of('new'), changed: of('changed'), same: of('same') };
    return note(tx, piece, { count: some.length, leftOut: [], ...became });
  },
  // Returns cite it as it was, or something changed since the check: it is left out and named, and the others are stored.
  refused: async (tx, piece, { words }) => {
    const [part] = piece.parts as readonly Part[];
    return note(tx, piece, {
      ...{ count: 1, leftOut: part ? [refusal(part, words)] : [] },
      ...{ added: 0, changed: 0, same: 0 },
    });
  },
  about: async () => ({ import: 'yes' }),
};

const refusal = ({ ask, rows, heading, letter }: Part, words: LeftOut['words']): LeftOut => {
  const [row = 0] = rows;
  const at = letter === null ? null : `${letter}${row}`;
  const sentence = exportImportSentences.leftOut(rows, words);
  return { row, column: 'number', heading, at, value: ask.number, words: sentence };
};

interface Noted extends Pick<Import, 'added' | 'changed' | 'same'> {
  readonly count: number;
  readonly leftOut: readonly LeftOut[];
}
/** Writes what became of a piece into the import, in the transaction that stored it. */
async function note(tx: Writing, { task, context }: Piece, noted: Noted): Promise<Progress> {
  const one = await tx.first(exportImports, eq(exportImports.id, task.id));
  if (!one) throw notFound(exportImportNoun, task.id);
  const done = task.done + noted.count;
  const isFinished = done >= one.total;
  await tx.change(exportImports, one, {
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
