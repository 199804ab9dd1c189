import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { inLanes } from './lanes.ts';
import { tableOf, verdictOf, writeDown } from './results.ts';
import { type Outcome, type Size, skipped, tidy, told } from './trial.ts';

/**
 * `npm run faults`: the house is killed, cut off, filled up and lied to while people work in it, and afterwards asked
 * for everything that it had acknowledged. Ends with 1 when anything is missing, was answered untruthfully or could not
 * be tried on this machine.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '20' },
    cuts: { type: 'string', default: '500' },
    stride: { type: 'string', default: '1' },
    /** How many parts at a time, each in a process of its own. */
    lanes: { type: 'string', default: String(Math.min(2, availableParallelism())) },
  },
});
const [rounds, cuts, stride, lanes] = [values.rounds, values.cuts, values.stride, values.lanes].map(
  Number,
) as [number, number, number, number];
for (const [name, n] of Object.entries({ rounds, cuts, stride, lanes }))
  if (!Number.isInteger(n) || Number(n) < 1) throw new Error(`--${name} is a whole number from 1.`);
const size: Size = { rounds, cuts, stride };
// The power cut opens its images with the product's own code, which asks this when it is loaded.
process.env.DATABASE_URL = 'file:';

/** In the order of the table. */
const parts: Readonly<Record<string, () => Promise<Outcome[]>>> = {
  kill: async () => (await import('./kill.ts')).onSqlite(size),
  postgres: async () => (await import('./kill.ts')).onPostgres(size),
  power: async () => (await import('./power-cut.ts')).powerCuts(size),
  io: async () => (await import('./io-errors.ts')).atWork(size),
  'io-start': async () => (await import('./io-errors.ts')).atTheStart(size),
  disk: async () => (await import('./disk.ts')).diskTrouble(),
  backup: async () => (await import('./backup.ts')).onSqlite(),
  'backup-postgres': async () => (await import('./backup.ts')).onPostgres(),
  time: async () => (await import('./time.ts')).timeTrouble(),
  abuse: async () => (await import('./abuse.ts')).abuse(),
};
const wanted = values.only?.split(',') ?? Object.keys(parts);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length) throw new Error(`--only ${Object.keys(parts)}: there is no ${unknown}.`);
const started = performance.now();

const outcomes: Outcome[] = [];
if (lanes > 1 && wanted.length > 1) {
  const sizes = [`--rounds=${rounds}`, `--cuts=${cuts}`, `--stride=${stride}`];
  const told = await inLanes(lanes, wanted, sizes);
  outcomes.push(...told.outcomes);
  skipped.push(...told.skipped);
} else
  for (const name of wanted) {
    told(`■ ${name}`);
    outcomes.push(...((await parts[name]?.()) ?? []));
  }
tidy();

// One of several lanes tells the others' parent, who writes the table.
if (process.send) await new Promise((heard) => process.send?.({ outcomes, skipped }, heard));
else {
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${tableOf(outcomes)}\n${verdictOf(outcomes, seconds)}`);
  for (const what of new Set(skipped)) console.log(`! 已跳过 skipped: ${what}`);
  const whole = !values.only && rounds >= 20 && cuts >= 500 && stride === 1 && skipped.length === 0;
  if (whole) writeDown(outcomes, seconds);
}
// What was not tried has not passed.
process.exit(outcomes.every(({ faults }) => faults.length === 0) && skipped.length === 0 ? 0 : 1);
