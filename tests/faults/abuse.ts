import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Handset } from '../plant/handset.ts';
import type { Order, Struck } from './abuse/attackers.ts';
import { blows, type Target } from './abuse/blows.ts';
import { Memory } from './abuse/memory.ts';
import { Metronome, percentile } from './abuse/metronome.ts';
import { type Outcome, Trial, told } from './trial.ts';

const SCANS_PER_SECOND = 10;
/** Where a quiet server answers within QUIET_P99_MS; on a machine that is busy anyway the limit grows with that. */
const MAX_P99_MS = 250;
const QUIET_P99_MS = 50;
const MAX_MORE_MEMORY_MB = 200;
const MAX_SECONDS_TO_NORMAL = 10;
/** How long the board of a supervisor may keep them waiting while others print. */
const MAX_BOARD_MS = 5_000;
/** What one key is good for in a minute; the play touches three of them. */
const KEY_RATE = 120;
const QUIET_MS = 10_000;
const IN_TURN_MS = 60_000;
const ALL_AT_ONCE_MS = 30_000;
const kinds = Object.keys(blows);

/** Strangers and an exporter do their worst beside ten scans a second: first one attack after another, then all at once. */
export async function abuse(): Promise<Outcome[]> {
  told('· abuse');
  const metronome = new Metronome(SCANS_PER_SECOND);
  const rates = {
    SIGN_IN_TRIES: '20',
    KEY_RATE: String(KEY_RATE),
    PERSON_RATE: '1200',
    ORGANISATION_RATE: '6000',
  };
  const trial = await Trial.begin({ pace: metronome.pace, workers: 20, settings: rates });
  const target = await prepared(trial);
  const quiet = await metronomeOver(metronome, () => sleep(QUIET_MS));
  const memory = new Memory(trial.server.pid);
  const before = await memory.now();
  memory.watch();
  const attackers = fork(fileURLToPath(new URL('./abuse/attackers.ts', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(attackers, 'message');
  const board = watchBoard(trial.crew.supervisor);
  const { struck, times } = await bothWays(attackers, { target, metronome, memory });
  const ended = performance.now();
  const slowestBoard = await board.stop();
  attackers.kill();
  await sleep(MAX_SECONDS_TO_NORMAL * 1_000);
  await memory.stop();
  const after = await metronomeOver(metronome, () => sleep(QUIET_MS));
  const quietly = Math.max(percentile(quiet, 99), percentile(after, 99));
  const slower = Math.max(1, quietly / QUIET_P99_MS);
  const figures = {
    p99: percentile(times, 99),
    slower,
    slowest: percentile(times, 100),
    more: memory.most - before,
    slowestBoard,
    normalAfter: normalAfter(metronome, quiet, ended),
    byKey: struck.find(({ kind }) => kind.includes('key'))?.statuses[200] ?? 0,
  };
  trial.faults.push(...notHeld(figures), ...struck.flatMap(({ unexpected }) => unexpected.slice(0, 3)));
  const note =
    `p99 of a scan ${figures.p99} ms (quiet: ${quietly}), slowest ${figures.slowest} ms; ` +
    `${figures.more} MB more; back to normal after ${figures.normalAfter} s; a board after at most ${slowestBoard} ms`;
  told(`  ${note}`);
  const struckTimes = struck.reduce((sum, one) => sum + one.times, 0);
  return [await trial.end(`abuse: ${kinds.length} attacks beside ten scans a second`, struckTimes, note)];
}

interface Figures {
  readonly p99: number;
  /** How many times as long as on a quiet machine a scan takes here while nothing happens. */
  readonly slower: number;
  readonly more: number;
  readonly slowestBoard: number;
  readonly normalAfter: number;
  readonly byKey: number;
}
const notHeld = ({ p99, slower, more, slowestBoard, normalAfter, byKey }: Figures): string[] => [
  ...(p99 > MAX_P99_MS * slower
    ? [`p99 of a scan is ${p99} ms, more than ${Math.round(MAX_P99_MS * slower)}`]
    : []),
  ...(more > MAX_MORE_MEMORY_MB ? [`${more} MB more memory, more than ${MAX_MORE_MEMORY_MB}`] : []),
  ...(slowestBoard > MAX_BOARD_MS * slower ? [`a supervisor waits ${slowestBoard} ms for the board`] : []),
  ...(normalAfter > MAX_SECONDS_TO_NORMAL ? [`not back to normal within ${MAX_SECONDS_TO_NORMAL} s`] : []),
  ...(byKey > 3 * KEY_RATE ? [`one key was answered ${byKey} times in less than three minutes`] : []),
];

/** An exporter with two hundred articles, one of them here, and a key; and a server that has printed once. */
async function prepared({ crew: { kite, supervisor }, server: { address } }: Trial): Promise<Target> {
  const lines = [{ sku: 'PHONE', quantity: 200, reason: 'R01' }];
  const { code } = await kite.must('POST /api/v1/return-orders', { warehouse: 'WH1', lines });
  while ((await kite.must(`GET /api/v1/return-orders/${code}`)).pending > 0) await sleep(200);
  const { rows } = await kite.must(`GET /api/v1/items?order=${code}&page=1&size=200`);
  const codes = (rows as { code: string }[]).map((row) => row.code);
  await kite.must(`GET /api/v1/labels/items.pdf?codes=${codes}`);
  const received = { step: 'receive', location: 'R-01', serial: 'SN-0001' };
  await supervisor.must(`POST /api/v1/items/${codes[0]}/steps`, received);
  const made = await fetch(`${address}/api/v1/api-keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: kite.cookie },
    body: JSON.stringify({ name: 'program', scopes: ['items.read'], days: 30 }),
  });
  if (!made.ok) throw new Error(`There is no key: ${await made.text()}`);
  const { secret: key } = (await made.json()) as { secret: string };
  return { address, cookie: kite.cookie, staff: supervisor.cookie, key, codes, warehouse: 'WH1' };
}

async function metronomeOver(metronome: Metronome, work: () => Promise<unknown>): Promise<number[]> {
  const from = performance.now();
  await work();
  const to = performance.now();
  // Those due at the end are not answered yet.
  while (!metronome.scans.some(({ due }) => due >= to)) await sleep(50);
  return metronome.between(from, to);
}

/** One after another for a minute, so that each is seen by itself; then all at once. */
async function bothWays(
  attackers: ChildProcess,
  { target, metronome, memory }: { target: Target; metronome: Metronome; memory: Memory },
) {
  const struck: Struck[] = [];
  const times: number[] = [];
  const turns = kinds.map((kind) => ({ kinds: [kind], ms: IN_TURN_MS / kinds.length }));
  for (const turn of [...turns, { kinds, ms: ALL_AT_ONCE_MS }]) {
    const order: Order = { target, ...turn };
    const taken = await metronomeOver(metronome, async () => {
      attackers.send(order);
      const [said] = (await once(attackers, 'message')) as [Struck[]];
      struck.push(...said);
    });
    times.push(...taken);
    const name = turn.kinds.length > 1 ? 'all at once' : turn.kinds[0];
    const statuses = JSON.stringify(struck.slice(-turn.kinds.length).map((one) => one.statuses));
    told(
      `  ${name}: ${await memory.now()} MB, p99 ${percentile(taken, 99)}, p95 ${percentile(taken, 95)} ms of ${taken.length} ${statuses}`,
    );
  }
  return { struck, times };
}

function watchBoard(supervisor: Handset) {
  let [slowest, over] = [0, false];
  const watching = (async () => {
    for (; !over; await sleep(1_000)) {
      const began = performance.now();
      await supervisor.must('GET /api/v1/board');
      slowest = Math.max(slowest, performance.now() - began);
    }
  })();
  const stop = async () => {
    over = true;
    await watching;
    return Math.round(slowest);
  };
  return { stop };
}

/** After how many seconds no scan took longer any more than twice the slowest one of before. */
function normalAfter(metronome: Metronome, quiet: readonly number[], ended: number): number {
  const limit = 2 * percentile(quiet, 100) + 50;
  const late = metronome.between(ended, Number.POSITIVE_INFINITY);
  const seconds = Array.from({ length: Math.ceil(late.length / SCANS_PER_SECOND) }, (_, i) => i);
  const isNormal = (n: number) =>
    metronome.between(ended + n * 1_000, ended + (n + 1) * 1_000).every((ms) => ms <= limit);
  return seconds.find(isNormal) ?? Number.POSITIVE_INFINITY;
}
