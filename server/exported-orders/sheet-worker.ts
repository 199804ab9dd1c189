import type { Viewer } from '../../db/seen-by.ts';
import { MAX_FAULTS_REPORTED } from '../http/sheet-faults.ts';
import { FairPool } from '../read-worker/fair-pool.ts';
import { packedRows, SHEET_THREAD_SETTINGS, unpackedRows } from '../read-worker/packed.ts';
import type { ExportSheet, SheetKnown } from './read-sheet.ts';
import type { OrderRows } from './sheet-orders.ts';

export interface ExportSheetAsked extends SheetKnown {
  readonly file: Uint8Array;
}
/** Exported orders on their way between threads. */
export interface PackedExports extends Omit<ExportSheet, 'orders'> {
  readonly orders: readonly string[];
}

export const packedExports = ({ orders, faults, ...rest }: ExportSheet): PackedExports => ({
  ...{ ...rest, orders: packedRows(orders), faults: faults.slice(0, MAX_FAULTS_REPORTED) },
});

/** A thread that reads spreadsheets of exported orders: whatever their bytes are, no scan waits for them. */
export class ExportSheetWorker {
  readonly #pool = new FairPool<ExportSheetAsked, PackedExports>(
    new URL('../sheet-thread.js', import.meta.url),
    'readExports',
    SHEET_THREAD_SETTINGS,
  );

  /** @throws Problem 429 to whoever waits for so many already */
  async read(asked: ExportSheetAsked, viewer: Viewer): Promise<ExportSheet> {
    const { orders, ...rest } = await this.#pool.ask(asked, viewer);
    return { ...rest, orders: await unpackedRows<OrderRows>(orders) };
  }

  close = (): Promise<void> => this.#pool.close();
}
