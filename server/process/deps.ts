import type { Logger } from 'pino';
import type { Database } from '../../db/open.ts';
import type { Accounts } from '../access/accounts.ts';
import type { ExportSheetWorker } from '../exported-orders/sheet-worker.ts';
import type { StockSheetWorker } from '../opening-stock/sheet-worker.ts';
import type { ReadWorker } from '../read-worker/read-worker.ts';
import type { SheetWorker } from '../returns/sheet-worker.ts';
import type { SkuSheetWorker } from '../skus/sheet-worker.ts';
import type { Engine } from '../workflow/engine.ts';
import type { Config } from './config.ts';

/** What a server process works with: its data, the clock, chance, a folder for files, and where to report. */
export interface Deps {
  readonly config: Config;
  readonly database: Database;
  readonly accounts: Accounts;
  /** Takes the steps of everything that has a workflow. */
  readonly engine: Engine;
  readonly log: Logger;
  /** Makes the first administrator of an empty database; null once there is one. */
  readonly firstToken: string | null;
  /** Answers what takes long, where scans would have to wait for it. */
  readonly readWorker?: ReadWorker;
  /** Reads spreadsheets; without it they are read in turns with the scans. */
  readonly sheetWorker?: SheetWorker;
  /** The same of catalogues. */
  readonly skuSheetWorker?: SkuSheetWorker;
  readonly exportSheetWorker?: ExportSheetWorker;
  readonly stockSheetWorker?: StockSheetWorker;
  /** Told when the process is to end: what takes long stops where it can be taken up again. */
  readonly ending?: AbortSignal;
  now(): Date;
  random(n: number): Uint8Array;
}
