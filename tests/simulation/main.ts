import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort, Server } from '../plant/server.ts';
import { play } from './play.ts';
import { reconciled } from './reconcile.ts';
import { reportOf } from './report.ts';

/**
 * `npm run simulate -- --days 30 --seed 7`: a month of a warehouse through its real API, and then its books. Without
 * kills the same seed tells the same month, to the last line of its report.
 */
const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '30' },
    seed: { type: 'string', default: '7' },
    rate: { type: 'string', default: '6' },
    items: { type: 'string', default: '100000' },
    'kill-every': { type: 'string', default: '0' },
    report: { type: 'string', default: 'data/simulation.md' },
  },
});
const { days, seed, rate, items: most, 'kill-every': killEvery } = values;

const folder = mkdtempSync(join(tmpdir(), 'guihang-simulation-'));
const server = new Server(await freePort(), `file:${join(folder, 'data.db')}`, join(folder, 'files'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
await server.start();

const told = (text: string) => process.stderr.write(`${text}\n`);
const numbers = { days: Number(days), rate: Number(rate), most: Number(most), killEvery: Number(killEvery) };
const played = await play(server, { seed, told, ...numbers });
const faults = await reconciled(server.url, played);
const { orders, kills, ledger, books } = played;
const report = await reportOf(server.url, {
  ...{ title: `${days} days, seed ${seed}`, orders, kills, faults },
  ...{ acknowledged: ledger.acknowledged.size, retries: ledger.retries, refusals: books.refusals },
});
mkdirSync(dirname(values.report), { recursive: true });
writeFileSync(values.report, report);
console.log(report);
console.error(`${Math.round(performance.now() / 1000)} s`);
process.exit(faults.length ? 1 : 0);
