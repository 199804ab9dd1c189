import type { Viewer } from '../../db/seen-by.ts';
import { FairPool } from '../read-worker/fair-pool.ts';
import type { ExportSheet } from './read-sheet.ts';

/** What the thread may keep in memory; an idle one ends, which gives it all back. */
const MEMORY = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 4 };
const IDLE_MS = 10_000;

/** A thread that reads spreadsheets of exported orders: whatever their bytes are, no scan waits for them. */
export class ExportSheetWorker {
  readonly #pool = new FairPool<{ readonly file: Uint8Array }, ExportSheet>(
    new URL('../sheet-thread.js', import.meta.url),
    'readExports',
    { idleTimeout: IDLE_MS, resourceLimits: MEMORY },
  );

  /** @throws Problem 429 to whoever waits for so many already */
  read = (file: Uint8Array, viewer: Viewer): Promise<ExportSheet> => this.#pool.ask({ file }, viewer);

  close = (): Promise<void> => this.#pool.close();
}
