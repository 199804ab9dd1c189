import { eq } from 'drizzle-orm';
import { openingsOf, rowsLeftOut } from '../../db/queries/opening-stock.ts';
import { items } from '../../db/schema/items.ts';
import { openingStockRows, openingStocks } from '../../db/schema/opening-stock.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { type Piece, type Progress, pendingOf, type TaskKind } from '../entities/background-tasks.ts';
import { notFound } from '../http/problem.ts';
import { type FoundFault, located } from '../http/sheet-faults.ts';
import { readSerial } from '../identifiers/serial.ts';
import { clocksOf } from '../items/effects-facts.ts';
import { newItem, unannounced } from '../items/life.ts';
import type { Kept } from '../spreadsheets/answers.ts';
import { openingNoun, openingSentences } from '../words/opening-stock.ts';
import { checkRows, type Plan } from './check.ts';
import type { StockRow } from './read-sheet.ts';

/** A row that was accepted, with what is needed to look at it again. */
export interface StockPart extends StockRow {
  readonly key: string;
  /** Whose it is where the row does not say. */
  readonly exporter?: string | undefined;
  readonly keep: readonly Kept[];
}
type Opening = typeof openingStocks.$inferSelect;
type RowOf = typeof openingStockRows.$inferInsert;

/** So many at once: a scan that comes in waits for no more than that. */
const maxPerPiece = ({ hasSingleWriter }: Scoped) => (hasSingleWriter ? 10 : 3);

/** Accepted opening stock: its parts are rows, and each becomes a unit in its place. */
export const openingStockTask: TaskKind = {
  viewer: () => systemViewer,
  piece: async (tx, piece) => {
    const opening = await openingUnder(tx, piece.task.id);
    const some = (piece.parts as StockPart[]).slice(0, piece.isSmallest ? 1 : maxPerPiece(tx));
    const [first] = some;
    const { plans, faults, same } = await checkRows(tx, some, {
      ...{ warehouseId: opening.warehouseId, exporter: first?.exporter, keep: first?.keep },
      today: shanghaiDate(piece.context.now),
    });
    for (const plan of plans) await takeOver(tx, piece, opening, plan);
    // What was sound when it was checked and is not any more is left out, and named.
    const left = some.flatMap(({ row }) => faults.find((fault) => fault.row === row) ?? []);
    for (const fault of left) await leaveOut(tx, opening, fault);
    const counts = { stored: plans.length, same: same.length, leftOut: left.length };
    return note(tx, piece, opening, { count: some.length, ...counts });
  },
  refused: async (tx, piece, { words }) => {
    const opening = await openingUnder(tx, piece.task.id);
    const [part] = piece.parts as StockPart[];
    if (part) {
      const { row, said } = part;
      await leaveOut(tx, opening, { row, column: 'location', value: said.location, words });
    }
    return note(tx, piece, opening, { count: 1, stored: 0, same: 0, leftOut: 1 });
  },
  about: async () => ({ import: 'yes' }),
};

async function openingUnder(db: Scoped, id: string): Promise<Opening> {
  const opening = await db.first(openingStocks, eq(openingStocks.id, id));
  if (!opening) throw notFound(openingNoun, id);
  return opening;
}

/** The unit of a row begins: its place, its facts and its first event are of one step of the workflow. */
async function takeOver(
  tx: Writing,
  { engine, context }: Piece,
  opening: Opening,
  plan: Plan,
): Promise<void> {
  const { row, said, written, key, exporter, sku, customsStatus } = plan;
  const { exportDocument = null, exportLine = null, exportMode = 'unknown' } = said;
  const { exportDate = null, releaseDate = null } = said;
  const papers = { exportMode, exportDate, releaseDate };
  const announcement = {
    ...unannounced,
    ...{ warehouseId: opening.warehouseId, skuId: sku.id, description: null },
    ...{ exportDocument, exportLine, ...papers, ...clocksOf(papers) },
  };
  const id = context.newId();
  const its = {
    ...{ id, code: context.newCode('item'), exporterId: exporter.id, quantity: said.quantity },
    serial: said.serial === undefined ? null : (readSerial(said.serial) ?? null),
    imei2: said.imei2 === undefined ? null : (readSerial(said.imei2) ?? null),
    ...{ ownNumber: said.ownNumber ?? null, remark: said.remark ?? null },
  };
  await tx.add(items, newItem(its, announcement, context.now));
  const { location, grade, disposition, hazard, receivedOn } = said;
  const input = {
    ...{ location, customsStatus, opening: opening.id, row },
    ...{ ...(grade ? { grade } : {}), ...(disposition ? { disposition } : {}) },
    ...{ ...(hazard ? { hazard } : {}), ...(receivedOn ? { receivedOn } : {}) },
  };
  const actor = { id: opening.askedBy };
  await engine.takeAsSystem(tx, { entity: 'item', id, step: 'takeOver', input, actor, context });
  await tx.add(openingStockRows, { ...rowOf(opening, row), key, itemId: id, asWritten: written ?? null });
}

const rowOf = (
  { id, warehouseId }: Opening,
  row: number,
): Pick<RowOf, 'id' | 'openingId' | 'warehouseId' | 'row'> => ({
  ...{ id: `${id} ${row}`, openingId: id, warehouseId, row },
});

const leaveOut = (tx: Writing, opening: Opening, { row, column, value, words }: FoundFault): Promise<void> =>
  tx.add(openingStockRows, {
    ...{ ...rowOf(opening, row), column, value },
    words: openingSentences.leftOut(row, words),
  });

type Noted = Pick<Opening, 'stored' | 'same' | 'leftOut'> & { readonly count: number };
/** Writes what became of a piece into the import, in the transaction that stored it. */
async function note(tx: Writing, { task, context }: Piece, before: Opening, noted: Noted): Promise<Progress> {
  const done = task.done + noted.count;
  const isFinished = done >= before.total;
  await tx.change(openingStocks, before, {
    done,
    stored: before.stored + noted.stored,
    same: before.same + noted.same,
    leftOut: before.leftOut + noted.leftOut,
    ...(isFinished ? { finishedAt: context.now } : {}),
  });
  return { done, isFinished };
}

const shown = ({ at, finishedAt, id, total, done, stored, same, leftOut }: Opening) => ({
  ...{ id, total, done, stored, same, leftOut },
  ...{ at: at.toISOString(), finishedAt: finishedAt?.toISOString() ?? null },
});

/** The imports of one's warehouse, the newest first. */
export async function openings(db: Scoped) {
  const rows = await db.ask(openingsOf, {});
  return { rows: rows.map(({ opening, by }) => ({ ...shown(opening), by: by ?? opening.askedBy })) };
}

/** How far an import has come, and what it left out. @throws Problem 404 before it was accepted */
export async function openingProgress(db: Scoped, id: string) {
  const opening = await openingUnder(db, id);
  const faults = opening.leftOut > 0 ? await db.ask(rowsLeftOut, { openingId: id }) : [];
  return {
    ...shown(opening),
    ...(await pendingOf(db, id, opening.total - opening.done)),
    faults: faults
      .map(({ row, column, value, words }) => ({
        ...{ row, column: column ?? '', value: value ?? '', words: words ?? openingSentences.changed },
      }))
      .map(located(opening.headings ?? {})),
  };
}
