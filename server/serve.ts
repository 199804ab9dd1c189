import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { pino } from 'pino';
import { openDatabase } from '../db/open.ts';
import { startWalCheckpoints } from '../db/wal-checkpoint.ts';
import { openAccounts } from './access/accounts.ts';
import { firstToken } from './access/first-token.ts';
import { sessionSecret } from './access/session-secret.ts';
import { createApp } from './app.ts';
import { ExportSheetWorker } from './exported-orders/sheet-worker.ts';
import { startJobs } from './jobs/jobs.ts';
import { StockSheetWorker } from './opening-stock/sheet-worker.ts';
import type { Config } from './process/config.ts';
import type { Deps } from './process/deps.ts';
import { isExposed } from './process/exposure.ts';
import { ReadWorker } from './read-worker/read-worker.ts';
import { engine } from './registry.ts';
import { SheetWorker } from './returns/sheet-worker.ts';
import { SkuSheetWorker } from './skus/sheet-worker.ts';

/** Opens the database, listens, starts jobs; on SIGTERM finishes what is in flight. Resolves once it listens. */
export async function serve(config: Config): Promise<void> {
  const log = pino({ level: config.LOG_LEVEL });
  mkdirSync(config.FILES_DIR, { recursive: true });
  const database = await openDatabase(config.DATABASE_URL);
  const now = () => new Date();
  const accounts = openAccounts(database, config, sessionSecret(config), now);
  const random = (n: number) => randomBytes(n);
  const first = await firstToken(database, config);
  const onFile = config.DATABASE_URL.startsWith('file:');
  const readWorker = onFile ? new ReadWorker(config.DATABASE_URL) : undefined;
  const sheetWorkers = openSheetWorkers();
  const walCheckpoints = onFile ? startWalCheckpoints(config.DATABASE_URL) : undefined;
  const ending = new AbortController();
  const given = { config, database, accounts, engine, log, now, random };
  const deps: Deps = {
    ...{ ...given, firstToken: first.token, ending: ending.signal, ...sheetWorkers },
    ...(readWorker ? { readWorker } : {}),
  };
  const server = createApp(deps).listen(config.PORT, config.HOST);
  await once(server, 'listening');
  log.info({ port: config.PORT }, 'listening');
  if (isExposed(config))
    log.warn(
      'plain HTTP on a public address: passwords can be read on their way; put TLS in front and set PUBLIC_URL',
    );
  if (first.sentence) process.stdout.write(first.sentence);
  const jobs = startJobs(deps);
  const stop = async () => {
    log.info('stopping: finishing what is in flight');
    ending.abort();
    server.close(async () => {
      await jobs.stop();
      await Promise.all([readWorker, ...Object.values(sheetWorkers)].map((worker) => worker?.close()));
      await walCheckpoints?.close();
      await database.close();
      process.exit(0);
    });
    // A browser keeps its connection open for its next question; there is none to come.
    setInterval(() => server.closeIdleConnections(), 50).unref();
    setTimeout(() => process.exit(1), 10_000).unref();
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

/** The threads that read spreadsheets: each begins with the first, and ends when nobody sends one. */
const openSheetWorkers = () => ({
  sheetWorker: new SheetWorker(),
  skuSheetWorker: new SkuSheetWorker(),
  exportSheetWorker: new ExportSheetWorker(),
  stockSheetWorker: new StockSheetWorker(),
});
