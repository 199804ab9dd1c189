import { statSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

/** Often enough that a commit never finds thousands of pages left, seldom enough that pages written twice go once. */
const CHECK_INTERVAL_MS = 500;
/** A log of so many bytes is worth the sync. */
const MIN_WAL_BYTES = 4 * 2 ** 20;

const path = workerData as string;
const file = new Sqlite(path, { fileMustExist: true });
// As everywhere: what is carried over is on disk before the log is written anew.
file.pragma('synchronous = FULL');
// Whoever writes goes first: then there is another time.
file.pragma('busy_timeout = 0');
let checkpointedMs = 0;

setInterval(() => {
  try {
    const { size, mtimeMs } = statSync(`${path}-wal`);
    if (size < MIN_WAL_BYTES || mtimeMs === checkpointedMs) return;
    file.pragma('wal_checkpoint(PASSIVE)');
    checkpointedMs = mtimeMs;
  } catch {
    // A disk that fails is told to whoever commits.
  }
}, CHECK_INTERVAL_MS);
