import type { Viewer } from '../../db/seen-by.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { FairPool } from '../read-worker/fair-pool.ts';
import type { Answers } from '../spreadsheets/answers.ts';
import type { SkuRowSaid, SkuSheet } from './import-sheet.ts';

export interface SkuSheetAsked {
  readonly file: Uint8Array;
  readonly answers: Answers;
}
/** A catalogue on its way between threads: its rows as JSON, a hundred together, so that they are unpacked in pieces. */
export interface PackedSkus extends Omit<SkuSheet, 'rows'> {
  readonly rows: readonly string[];
}
const ROWS_TOGETHER = 100;
const MAX_FAULTS_REPORTED = 1_000;

export const packedSkus = ({ rows, faults, ...rest }: SkuSheet): PackedSkus => ({
  ...rest,
  rows: Array.from({ length: Math.ceil(rows.length / ROWS_TOGETHER) }, (_, i) =>
    JSON.stringify(rows.slice(i * ROWS_TOGETHER, (i + 1) * ROWS_TOGETHER)),
  ),
  faults: faults.slice(0, MAX_FAULTS_REPORTED),
});

/** What the thread may keep in memory; an idle one ends, which gives it all back. */
const MEMORY = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 4 };
const IDLE_MS = 10_000;

/** A thread that reads catalogues: whatever their bytes are, no scan waits for them. */
export class SkuSheetWorker {
  readonly #pool = new FairPool<SkuSheetAsked, PackedSkus>(
    new URL('../sheet-thread.js', import.meta.url),
    'readSkus',
    { idleTimeout: IDLE_MS, resourceLimits: MEMORY },
  );

  /** @throws Problem 429 to whoever waits for so many already */
  async read(asked: SkuSheetAsked, viewer: Viewer): Promise<SkuSheet> {
    const { rows, ...rest } = await this.#pool.ask(asked, viewer);
    const letOthersRun = yieldToEventLoop();
    const unpacked: SkuRowSaid[] = [];
    for (const some of rows) {
      await letOthersRun();
      unpacked.push(...(JSON.parse(some) as SkuRowSaid[]));
    }
    return { ...rest, rows: unpacked };
  }

  close = (): Promise<void> => this.#pool.close();
}
