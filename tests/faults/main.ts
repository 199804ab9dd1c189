import { parseArgs } from 'node:util';
import { type Outcome, type Size, tidy, told } from './trial.ts';

/**
 * `npm run faults`: the house is killed, cut off, filled up and lied to while people work in it, and afterwards asked
 * for everything that it had acknowledged. Ends with 1 when anything is missing or was answered untruthfully.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '20' },
    cuts: { type: 'string', default: '500' },
    stride: { type: 'string', default: '1' },
  },
});
const size: Size = {
  rounds: Number(values.rounds),
  cuts: Number(values.cuts),
  stride: Number(values.stride),
};
// The power cut opens its images with the product's own code, which asks this when it is loaded.
process.env.DATABASE_URL = 'file:';

const parts: Readonly<Record<string, () => Promise<Outcome[]>>> = {
  kill: async () => (await import('./kill.ts')).onSqlite(size),
  postgres: async () => (await import('./kill.ts')).onPostgres(size),
  power: async () => (await import('./power-cut.ts')).powerCuts(size),
  io: async () => (await import('./io-errors.ts')).ioErrors(size),
  disk: async () => (await import('./disk.ts')).diskTrouble(),
  backup: async () => (await import('./backup.ts')).onSqlite(),
  'backup-postgres': async () => (await import('./backup.ts')).onPostgres(),
  time: async () => (await import('./time.ts')).timeTrouble(),
};
const wanted = values.only?.split(',') ?? Object.keys(parts);
const outcomes: Outcome[] = [];
const started = performance.now();
for (const name of wanted) {
  told(`■ ${name}`);
  outcomes.push(...((await parts[name]?.()) ?? []));
}
tidy();

const columns = ['times', 'acknowledged', 'uncertain', 'lost'] as const;
console.log(`| fault | ${columns.join(' | ')} | |\n|---|${columns.map(() => '--:').join('|')}|---|`);
for (const one of outcomes) {
  const verdict = one.faults.length ? '✗' : `✓ ${one.note ?? ''}`.trim();
  console.log(`| ${one.fault} | ${columns.map((name) => one[name]).join(' | ')} | ${verdict} |`);
}
for (const { fault, faults } of outcomes)
  for (const text of faults.slice(0, 10)) console.log(`✗ ${fault}: ${text}`);
console.log(`${Math.round((performance.now() - started) / 1000)} s`);
process.exit(outcomes.every(({ faults }) => faults.length === 0) ? 0 : 1);
