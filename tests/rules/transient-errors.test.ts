import { DrizzleQueryError } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { OutcomeUnknown, TooBusy } from '../../db/atomically.ts';
import { isTransient } from '../../db/transient-errors.ts';

const coded = (code: string) => Object.assign(new Error(code), { code });
const byQuery = (cause: Error) => new DrizzleQueryError('select 1', [], cause);

/** SQLite's result codes, PostgreSQL's SQLSTATE, and errno of the system below. */
const transient = {
  'a lock that another holds': 'SQLITE_BUSY SQLITE_BUSY_SNAPSHOT SQLITE_LOCKED 55P03',
  'a disk that is full or fails': 'SQLITE_FULL SQLITE_IOERR SQLITE_IOERR_WRITE ENOSPC EDQUOT EIO 53100 58030',
  'a disk that lets nobody write': 'SQLITE_READONLY SQLITE_READONLY_DBMOVED SQLITE_CANTOPEN EROFS',
  'a file that is none any more': 'SQLITE_CORRUPT SQLITE_NOTADB SQLITE_PROTOCOL',
  'memory, handles, connections': 'SQLITE_NOMEM EMFILE ENFILE 53200 53300',
  'a line that broke': 'ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT EHOSTUNREACH ENETUNREACH EAI_AGAIN 08006',
  'a server that stops or starts': '57P01 57P03 SQLITE_INTERRUPT',
  'a race that was lost': '40001 40P01',
};
test.each(Object.entries(transient))('%s may be otherwise in a moment', (_, codes) => {
  for (const code of codes.split(' ')) {
    expect(isTransient(coded(code)), code).toBe(true);
    expect(isTransient(byQuery(coded(code))), `${code} in a query`).toBe(true);
  }
});

test('what is wrong stays wrong, however often it is asked', () => {
  const wrong =
    '23505 23503 22001 42P01 55000 25P02 SQLITE_CONSTRAINT_UNIQUE SQLITE_ERROR SQLITE_TOOBIG ENOENT EACCES EIOX';
  for (const code of wrong.split(' ')) {
    expect(isTransient(coded(code)), code).toBe(false);
    expect(isTransient(byQuery(coded(code))), `${code} in a query`).toBe(false);
  }
  // A code counts from its head on.
  for (const code of ['15300', 'X-ECONNRESET', 'NOT_SQLITE_BUSY'])
    expect(isTransient(coded(code)), code).toBe(false);
});

test('an outcome that is unknown, and a house that is too busy, are asked again', () => {
  expect(isTransient(new OutcomeUnknown('the commit'))).toBe(true);
  expect(isTransient(new TooBusy('others'))).toBe(true);
});

test('a query that failed without a word was never heard of again; an error of our own is no such thing', () => {
  expect(isTransient(byQuery(new Error('Connection terminated unexpectedly')))).toBe(true);
  expect(isTransient(byQuery(new TypeError('mapToDriverValue of null')))).toBe(false);
  expect(isTransient(new DrizzleQueryError('select 1', []))).toBe(false);
  for (const other of [new Error('Connection terminated'), new TypeError('x'), 'text', null, undefined])
    expect(isTransient(other)).toBe(false);
  expect(isTransient(new Error('around', { cause: new Error('bare') }))).toBe(false);
});
