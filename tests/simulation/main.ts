import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Chance } from '../../server/demo/chance.ts';
import { Ledger } from '../plant/handset.ts';
import { freePort, Server } from '../plant/server.ts';
import { crewAt, settle } from '../plant/settle.ts';
import { flowsIn, reconciled } from './reconcile.ts';
import { type Story, Warehouse } from './warehouse.ts';

/** `npm run simulate -- --days 30 --seed 7`: a month of a warehouse through its real API, and then its books. */
const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '30' },
    seed: { type: 'string', default: '7' },
    /** Return orders a day. */
    rate: { type: 'string', default: '6' },
    /** No more than so many return orders altogether. */
    items: { type: 'string', default: '100000' },
    /** Kills the server after so many acknowledged scans, again and again. */
    'kill-every': { type: 'string', default: '0' },
    report: { type: 'string', default: 'data/simulation.md' },
  },
});
const [days, rate, most, killEvery] = [values.days, values.rate, values.items, values['kill-every']].map(
  Number,
) as [number, number, number, number];
const hour = 3_600_000;
const told = (text: string) => process.stderr.write(`${text}\n`);

const folder = mkdtempSync(join(tmpdir(), 'guihang-simulation-'));
const server = new Server(await freePort(), `file:${join(folder, 'data.db')}`, join(folder, 'files'));
await server.start();
const chance = new Chance(`simulation ${values.seed}`);
const ledger = new Ledger();
const wifi = chance.fork();
// One answer in fifty does not come back through the hall.
const crew = crewAt(await settle(server), server, ledger, { lost: () => wifi.yes(0.02), patience: 300_000 });

const waiting: { at: number; story: Story }[] = [];
let now = 0;
const warehouse = new Warehouse(crew, (story, hours) => void waiting.push({ at: now + hours, story }));
let orders = 0;
let kills = 0;

/** All that is due in this hour happens, a few things at a time; the first mistake of ours ends it all. */
async function playHour() {
  for (;;) {
    const due = waiting.filter(({ at }) => at <= now).slice(0, 6);
    if (!due.length) return;
    for (const one of due) waiting.splice(waiting.indexOf(one), 1);
    const striking = killEvery && ledger.acknowledged.size > killEvery * (kills + 1);
    const [dying] = striking ? [strike()] : [];
    await Promise.all(
      due.map(async ({ story }) => {
        const { value, done } = await story.next();
        if (!done) waiting.push({ at: now + Math.max(1, value), story });
      }),
    );
    await dying;
  }
}
async function strike() {
  kills++;
  await sleep(20);
  await server.kill('SIGKILL');
  await server.start();
}

for (let day = 0; day < days; day++) {
  const burst = chance.yes(0.15) ? 3 : 1;
  for (let i = 0; i < rate * burst && orders < most; i++, orders++)
    waiting.push({
      at: day * 24 + chance.whole(0, 9),
      story: warehouse.order(chance.pick(['whale', 'kite']), chance.fork()),
    });
  for (now = day * 24; now < day * 24 + 24; now++) {
    if (now % 24 === 12) {
      await server.setAhead(now * hour);
      await warehouse.evening();
    }
    // A session lasts twelve hours; who looks in every eight is not asked for the password again.
    if (now % 8 === 0) {
      await server.setAhead(now * hour);
      for (const person of Object.values(crew)) await person.must('GET /api/v1/me');
    }
    if (!waiting.some(({ at }) => at <= now)) continue;
    await server.setAhead(now * hour);
    await playHour();
  }
  // The jobs look round every two seconds: what fell due in the night falls due now.
  await sleep(2_500);
  told(
    `day ${day + 1}/${days} · ${warehouse.believed.size} things · ${ledger.acknowledged.size} scans · ${kills} kills`,
  );
}

await server.kill('SIGTERM');
const faults = await reconciled(server.url, ledger, warehouse.believed);
const flows = await flowsIn(server.url);
const report = [
  `# ${days} days, seed ${values.seed}`,
  '',
  `${orders} return orders · ${warehouse.believed.size} things · ${ledger.acknowledged.size} acknowledged scans · ${ledger.retries} sent again · ${kills} kills`,
  '',
  '```mermaid',
  'flowchart LR',
  ...flows.map(({ from, to, n }) => `  ${from} -->|${n}| ${to}`),
  '```',
  '',
  '| refused | times |',
  '|---|--:|',
  ...[...warehouse.refusals].sort((a, b) => b[1] - a[1]).map(([why, n]) => `| ${why} | ${n} |`),
  '',
  ...(faults.length
    ? faults.map((fault) => `✗ ${fault}`)
    : ['✓ every thing is in one place or at one end; chains, counts and clocks agree']),
  '',
].join('\n');
mkdirSync(dirname(values.report), { recursive: true });
writeFileSync(values.report, report);
console.log(report);
rmSync(folder, { recursive: true, force: true });
process.exit(faults.length ? 1 : 0);
