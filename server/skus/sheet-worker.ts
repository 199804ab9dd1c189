import type { Viewer } from '../../db/seen-by.ts';
import { MAX_FAULTS_REPORTED } from '../http/sheet-faults.ts';
import { FairPool } from '../read-worker/fair-pool.ts';
import { packedRows, SHEET_THREAD_SETTINGS, unpackedRows } from '../read-worker/packed.ts';
import type { Answers } from '../spreadsheets/answers.ts';
import type { SkuRowSaid, SkuSheet } from './import-sheet.ts';

export interface SkuSheetAsked {
  readonly file: Uint8Array;
  readonly answers: Answers;
}
/** A catalogue on its way between threads. */
export interface PackedSkus extends Omit<SkuSheet, 'rows'> {
  readonly rows: readonly string[];
}

export const packedSkus = ({ rows, faults, ...rest }: SkuSheet): PackedSkus => ({
  ...{ ...rest, rows: packedRows(rows), faults: faults.slice(0, MAX_FAULTS_REPORTED) },
});

/** A thread that reads catalogues: whatever their bytes are, no scan waits for them. */
export class SkuSheetWorker {
  readonly #pool = new FairPool<SkuSheetAsked, PackedSkus>(
    new URL('../sheet-thread.js', import.meta.url),
    'readSkus',
    SHEET_THREAD_SETTINGS,
  );

  /** @throws Problem 429 to whoever waits for so many already */
  async read(asked: SkuSheetAsked, viewer: Viewer): Promise<SkuSheet> {
    const { rows, ...rest } = await this.#pool.ask(asked, viewer);
    return { ...rest, rows: await unpackedRows<SkuRowSaid>(rows) };
  }

  close = (): Promise<void> => this.#pool.close();
}
