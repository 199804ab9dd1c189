import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import Sqlite from 'better-sqlite3';

export class NoBackup extends Error {}

/**
 * A copy of the database as it is at one moment, while others go on writing to it. It is checked and on disk before
 * it gets its name, so a file of that name is always a whole one.
 * @throws NoBackup when a file of that name is there already, or the copy does not hold
 */
export async function backUp(url: string, file: string): Promise<void> {
  if (existsSync(file)) throw new NoBackup('there already');
  const draft = `${file}.part`;
  await rm(draft, { force: true });
  if (url.startsWith('file:')) await copySqlite(url.replace(/^file:/, ''), draft);
  else await dumpPostgres(url, draft);
  const copy = await open(draft, 'r+');
  await copy.sync();
  await copy.close();
  await rename(draft, file);
}

async function copySqlite(path: string, draft: string) {
  const from = new Sqlite(path, { readonly: true, fileMustExist: true });
  // All pages in one go: a copy in steps begins anew whenever another process commits between two of them.
  await from.backup(draft, { progress: () => 2 ** 31 - 1 });
  from.close();
  const copy = new Sqlite(draft);
  // In one file, without a journal beside it that could be left behind.
  copy.pragma('journal_mode = delete');
  const found = copy.pragma('integrity_check', { simple: true });
  copy.close();
  if (found !== 'ok') throw new NoBackup(String(found));
}

/** The password goes where the list of processes does not show it. */
function dumpPostgres(url: string, draft: string) {
  const address = new URL(url);
  const env = {
    ...process.env,
    ...(address.password && { PGPASSWORD: decodeURIComponent(address.password) }),
  };
  address.password = '';
  const asked = ['--format=custom', '--file', draft, address.href];
  return promisify(execFile)('pg_dump', asked, { env }).catch((cause) => {
    throw new NoBackup(cause.code === 'ENOENT' ? 'pg_dump' : String(cause.stderr ?? cause), { cause });
  });
}
