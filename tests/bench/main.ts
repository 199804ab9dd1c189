import { badgeSwitch } from './badge-switch.ts';
import { boot } from './boot.ts';
import type { Bench, Figure } from './figure.ts';
import { handheld } from './handheld.ts';
import { importRows } from './import-rows.ts';
import { labelPdf } from './label-pdf.ts';
import { itemListGrowth, itemSearchGrowth } from './list-growth.ts';
import { memory } from './memory.ts';
import { mixedLoad } from './mixed-load.ts';
import { photo } from './photo.ts';
import { postgresStep } from './postgres-step.ts';
import { scanGrowth } from './scan-growth.ts';
import { scanStep } from './scan-step.ts';
import { scanStepCpu } from './scan-step-cpu.ts';
import { writeTable } from './table.ts';
import { testTime } from './test-time.ts';
import { wire } from './wire.ts';

/**
 * `npm run bench`: everything but the long ones, and the table in docs/bench.md. `-- NAME …` measures those alone,
 * `-- --long` the long ones too, `-- --json` prints one object a line.
 */
const benches: readonly Bench[] = [
  scanStep,
  scanStepCpu,
  scanGrowth,
  itemListGrowth,
  itemSearchGrowth,
  mixedLoad,
  importRows,
  labelPdf,
  postgresStep,
  handheld,
  wire,
  badgeSwitch,
  photo,
  boot,
  memory,
  testTime,
];

const words = process.argv.slice(2);
const names = words.filter((word) => !word.startsWith('--'));
const strangers = names.filter((name) => !benches.some((bench) => bench.name === name));
if (strangers.length) {
  console.error(
    `There is no ${strangers.join(', ')}; there are ${benches.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}
const wanted = benches.filter(({ name, long }) =>
  names.length ? names.includes(name) : !long || words.includes('--long'),
);

const started = performance.now();
const figures: Figure[] = [];
for (const bench of wanted) {
  process.stderr.write(`· ${bench.name}\n`);
  for (const figure of await bench.measure()) {
    figures.push(figure);
    console.log(words.includes('--json') ? JSON.stringify(figure) : told(figure));
  }
}
if (!names.length) writeTable(figures, (performance.now() - started) / 60_000);
process.exit(figures.every(({ ok }) => ok) ? 0 : 1);

function told({ name, ours, floor, ratio, unit, goal, ok, note }: Figure) {
  const beside = floor === null ? '' : ` against ${floor}`;
  return `${ok ? '✓' : '✗'} ${name}: ${ours}${beside} ${unit}${ratio === null ? '' : `, ratio ${ratio}`} (${goal || 'told'})\n  ${note}`;
}
