import { readFileSync } from 'node:fs';

/** What strace saw of a database and its log, and when somebody was told that a scan is done. */
export type Happened =
  | { readonly what: 'wrote'; readonly file: 'db' | 'wal'; readonly offset: number; readonly bytes: Buffer }
  | { readonly what: 'cut'; readonly file: 'db' | 'wal'; readonly length: number }
  | { readonly what: 'synced'; readonly file: 'db' | 'wal' }
  | { readonly what: 'acknowledged'; readonly file: 'db'; readonly scan: string };

const unescaped = (text: string) => Buffer.from(text.replaceAll('\\x', ''), 'hex');
const call = /(\w+)\((\d+)<([^>]*)>(?:, "([^"]*)"(\.\.\.)?, \d+)?(?:, (\d+))?\)\s+= (\d+)/;

/** @throws when strace cut something off or one call is told in two lines that do not fit */
export function readTrace(path: string, db: string): Happened[] {
  const begun = new Map<string, string>();
  const happened: Happened[] = [];
  for (const line of readFileSync(path, 'latin1').split('\n')) {
    const [, pid = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    // A call that another thread's came in between: its end is when it happened.
    if (rest.endsWith('<unfinished ...>')) begun.set(pid, rest.replace(/\s*<unfinished \.\.\.>$/, ''));
    else {
      const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
      const found = call.exec(resumed ? `${begun.get(pid) ?? ''}${resumed[1]}` : rest);
      const one = found && read(found, db);
      if (one) happened.push(one);
    }
  }
  return happened;
}

function read(
  [, name, fd, escaped = '', data = '', cut, number]: RegExpExecArray,
  db: string,
): Happened | undefined {
  const path = escaped.includes('\\x') ? unescaped(escaped).toString() : escaped;
  if (name === 'write' && fd === '1') {
    const [, scan] = /^ACK (\S+)/.exec(unescaped(data).toString()) ?? [];
    return scan ? { what: 'acknowledged', file: 'db', scan } : undefined;
  }
  const file = path === db ? 'db' : path === `${db}-wal` ? 'wal' : undefined;
  if (!file) return undefined;
  if (cut) throw new Error('strace cut off what was written.');
  if (name === 'pwrite64') return { what: 'wrote', file, offset: Number(number), bytes: unescaped(data) };
  if (name === 'ftruncate') return { what: 'cut', file, length: Number(number) };
  return name === 'fsync' || name === 'fdatasync' ? { what: 'synced', file } : undefined;
}
