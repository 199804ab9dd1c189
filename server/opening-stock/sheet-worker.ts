import type { Viewer } from '../../db/seen-by.ts';
import { MAX_FAULTS_REPORTED } from '../http/sheet-faults.ts';
import { FairPool } from '../read-worker/fair-pool.ts';
import { packedRows, SHEET_THREAD_SETTINGS, unpackedRows } from '../read-worker/packed.ts';
import type { StockKnown, StockRow, StockSheet } from './read-sheet.ts';

export interface StockSheetAsked extends StockKnown {
  readonly file: Uint8Array;
}
/** Opening stock on its way between threads. */
export interface PackedStock extends Omit<StockSheet, 'rows'> {
  readonly rows: readonly string[];
}

export const packedStock = ({ rows, faults, ...rest }: StockSheet): PackedStock => ({
  ...{ ...rest, rows: packedRows(rows), faults: faults.slice(0, MAX_FAULTS_REPORTED) },
});

/** A thread that reads spreadsheets of opening stock: whatever their bytes are, no scan waits for them. */
export class StockSheetWorker {
  readonly #pool = new FairPool<StockSheetAsked, PackedStock>(
    new URL('../sheet-thread.js', import.meta.url),
    'readStock',
    SHEET_THREAD_SETTINGS,
  );

  /** @throws Problem 429 to whoever waits for so many already */
  async read(asked: StockSheetAsked, viewer: Viewer): Promise<StockSheet> {
    const { rows, ...rest } = await this.#pool.ask(asked, viewer);
    return { ...rest, rows: await unpackedRows<StockRow>(rows) };
  }

  close = (): Promise<void> => this.#pool.close();
}
