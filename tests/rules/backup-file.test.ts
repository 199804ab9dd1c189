import {
  chmodSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { backUp, NoBackup } from '../../db/backup.ts';

/** A folder with a house’s file in it, in which people are writing. */
function aHouseAtWork() {
  const folder = mkdtempSync(join(tmpdir(), 'guihang-copied-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'data.db');
  const file = new Sqlite(path);
  onTestFinished(() => void file.close());
  file.pragma('journal_mode = wal');
  file.exec('create table scans (n integer, text text)');
  const scan = file.prepare('insert into scans values (?, ?)');
  for (let n = 0; n < 500; n++) scan.run(n, 'x'.repeat(200));
  const copies = () =>
    readdirSync(folder)
      .filter((name) => !name.startsWith('data.db'))
      .sort();
  return { folder, path, file, scan, copies, copy: join(folder, 'copy') };
}
const reason = (asked: Promise<void>) =>
  asked.then(
    () => 'made',
    (error) => (error instanceof NoBackup ? error.message : `${error}`),
  );

describe('a backup of a file', () => {
  test('holds what is committed, and nothing of what is not; it is one file', async () => {
    const { path, file, scan, copies, copy } = aHouseAtWork();
    file.exec('begin immediate');
    scan.run(999, 'not yet');
    await backUp(`file:${path}`, copy);
    file.exec('rollback');
    expect(copies()).toEqual(['copy']);
    const made = new Sqlite(copy, { readonly: true });
    expect(made.prepare('select count(*), max(n) from scans').raw().get()).toEqual([500, 499]);
    expect(made.pragma('journal_mode', { simple: true })).toBe('delete');
    made.close();
    expect(copies()).toEqual(['copy']);
  });

  test('is never written over another', async () => {
    const { path, copies, copy } = aHouseAtWork();
    writeFileSync(copy, 'that of yesterday');
    expect(await reason(backUp(`file:${path}`, copy))).toBe('there already');
    expect(readFileSync(copy, 'utf8')).toBe('that of yesterday');
    expect(copies()).toEqual(['copy']);
  });

  test('begins anew where one was broken off', async () => {
    const { path, copies, copy } = aHouseAtWork();
    writeFileSync(`${copy}.part`, 'half of one');
    expect(await reason(backUp(`file:${path}`, copy))).toBe('made');
    expect(copies()).toEqual(['copy']);
    expect(new Sqlite(copy, { readonly: true }).pragma('integrity_check', { simple: true })).toBe('ok');
  });

  test('is none of a house that is not there, and makes none', async () => {
    const { folder, copy } = aHouseAtWork();
    const nowhere = join(folder, 'elsewhere.db');
    expect(await reason(backUp(`file:${nowhere}`, copy))).not.toBe('made');
    expect([existsSync(copy), existsSync(nowhere)]).toEqual([false, false]);
  });

  test('that does not hold gets no name', async () => {
    const { path, file, copy } = aHouseAtWork();
    file.pragma('wal_checkpoint(truncate)');
    const bytes = openSync(path, 'r+');
    // The middle of the table’s pages, where a disk may well forget a few.
    writeSync(bytes, Buffer.alloc(4096 * 3, 0xff), 0, 4096 * 3, 4096 * 8);
    expect(await reason(backUp(`file:${path}`, copy))).toMatch(/scans|page|cell|malformed|corrupt/i);
    expect(existsSync(copy)).toBe(false);
  });
});

describe('a backup of PostgreSQL', () => {
  /** A program of this name that stands where pg_dump would be. */
  function withDump(script: string | null) {
    const house = aHouseAtWork();
    if (script) {
      writeFileSync(join(house.folder, 'pg_dump'), `#!/bin/sh\n${script}\n`);
      chmodSync(join(house.folder, 'pg_dump'), 0o755);
    }
    const path = process.env.PATH;
    process.env.PATH = script ? `${house.folder}:${path}` : house.folder;
    onTestFinished(() => {
      process.env.PATH = path;
    });
    return house;
  }
  const url = 'postgres://house:secret@db.example/guihang';

  test('is what pg_dump writes, in its own format; the password stands in no list of processes', async () => {
    const { copy } = withDump('printf "%s\\n" "$@" "$PGPASSWORD" > "$3"');
    expect(await reason(backUp(url, copy))).toBe('made');
    expect(readFileSync(copy, 'utf8').trim().split('\n')).toEqual([
      '--format=custom',
      '--file',
      `${copy}.part`,
      'postgres://house@db.example/guihang',
      'secret',
    ]);
  });

  test('needs that program, and is none when it fails', async () => {
    const none = withDump(null);
    expect(await reason(backUp(url, none.copy))).toBe('pg_dump');
    const failed = withDump('echo "no pg_hba.conf entry" >&2; exit 1');
    expect(await reason(backUp(url, failed.copy))).toContain('no pg_hba.conf entry');
    expect(existsSync(failed.copy)).toBe(false);
  });
});
