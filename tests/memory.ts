import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Files that lie in memory, where the system has such a folder. */
const MEMORY = '/dev/shm';
const PREFIX = 'guihang-tests-';
/** What the databases of a run take at most, many times over: there are never more than a dozen at once. */
const ROOM_BYTES = 2 * 2 ** 30;
const AN_HOUR_MS = 3_600_000;

/**
 * Where a run of the tests puts its databases and files: in memory, where there is room. A database of PostgreSQL is 600
 * files, and to make them on a disk takes twenty times as much of a processor. What a disk has to keep when the power
 * goes is asked by `npm run faults`, on a disk. Goes with this process.
 */
export function folderOfARun(): string {
  if (!isRoomInMemory()) return tmpdir();
  forgottenOnes().forEach(remove);
  const folder = mkdtempSync(join(MEMORY, `${PREFIX}${process.pid}-`));
  // PostgreSQL runs as somebody else where we are root.
  chmodSync(folder, 0o1777);
  process.once('exit', () => remove(folder));
  // Without these it would end where it stands, and leave the folder behind.
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  return folder;
}

function isRoomInMemory() {
  if (!existsSync(MEMORY)) return false;
  const { bavail, bsize } = statfsSync(MEMORY);
  return Math.min(bavail * bsize, freemem()) > ROOM_BYTES;
}

/** Of runs that were killed. */
function forgottenOnes() {
  const its = readdirSync(MEMORY).filter((name) => name.startsWith(PREFIX));
  const gone = its.filter((name) => !isRunning(Number(name.slice(PREFIX.length).split('-')[0])));
  return gone
    .map((name) => join(MEMORY, name))
    .filter((path) => statSync(path).mtimeMs < Date.now() - AN_HOUR_MS);
}

function isRunning(pid: number) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

const remove = (path: string) => rmSync(path, { recursive: true, force: true });
