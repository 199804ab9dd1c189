import { cpus } from 'node:os';
import { aPostgres } from '../postgres.ts';
import { ascending, median, percentile } from './alternate.ts';
import { type Bench, figure, tidy } from './figure.ts';
import { hammer, type Measured } from './load.ts';
import { movesAmong } from './moves.ts';
import { freePort, runIn, startServer } from './place.ts';

const items = 100_000;
const [connections, seconds, rounds] = [64, 3, 5];
/** How much more two processes do than one, where the cores allow it. */
const twoProcesses = 1.5;
type Turn = Measured & { readonly cores: number };

/** The same steps on PostgreSQL by one, two and four server processes; each answers its share of 64 connections. */
export const postgresStep: Bench = {
  name: 'postgres_step',
  async measure() {
    const port = await freePort();
    // As it is installed: everything on disk before it is answered.
    const postgres = await aPostgres(port, ['-c', 'max_connections=200', '-c', 'shared_buffers=256MB']);
    try {
      const url = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
      await runIn(url, './fill.ts', String(items));
      return await byProcesses(url);
    } finally {
      await postgres.stop();
    }
  },
};

async function byProcesses(url: string) {
  const servers = await Promise.all([0, 1, 2, 3].map(() => startServer(url)));
  const next = movesAmong(items);
  const turn = async (n: number) => {
    const share = { connections: connections / n, until: { seconds }, next };
    const atWork = coresAtWork();
    const measured = await Promise.all(servers.slice(0, n).map((server) => hammer(server, share)));
    return { ...together(measured), cores: atWork() };
  };
  await turn(4);
  const found = new Map<number, Turn[]>([1, 2, 4].map((n) => [n, []]));
  for (let round = 0; round < rounds; round++)
    for (const [n, all] of found) {
      all.push(await turn(n));
      process.stderr.write(
        `    ${round + 1}/${rounds}  ${n} processes: ${tidy(all.at(-1)?.perSecond ?? 0)}/s\n`,
      );
    }
  for (const server of servers) await server.stop();
  const one = found.get(1) ?? [];
  const ofOne = median(one.map(({ cores }) => cores));
  const allowed = ofOne * twoProcesses <= cpus().length;
  return [...found].map(([n, all]) => {
    const perSecond = median(all.map((measured) => measured.perSecond));
    const ratio = median(
      all.map((measured, round) => measured.perSecond / (one[round]?.perSecond ?? Number.NaN)),
    );
    const note = `${connections} connections; p50/p95/p99 ms: ${[50, 95, 99].map((at) => tidy(median(all.map((m) => ({ 50: m.p50, 95: m.p95, 99: m.p99 })[at] ?? 0)))).join('/')}; every conflict was tried again, none was told to anybody; ${tidy(median(all.map(({ cores }) => cores)))} of ${cpus().length} cores at work${n === 2 && !allowed ? `, ${tidy(ofOne)} of them for one process already: they do not allow for ${twoProcesses} × as much` : ''}`;
    const figures = {
      ours: perSecond,
      floor: median(one.map((m) => m.perSecond)),
      ratio,
      unit: 'steps/s',
      note,
    };
    return figure(
      `postgres_step_${n}`,
      figures,
      n === 2 && allowed ? { ratio: 'at least', than: twoProcesses } : null,
    );
  });
}

/** How many cores were at work between this call and that of its answer: servers, database, and who asks them. */
function coresAtWork(): () => number {
  const [before, since] = [busyMs(), performance.now()];
  return () => (busyMs() - before) / (performance.now() - since);
}
const busyMs = () =>
  cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);

/** What several servers did in the same time. */
function together(parts: readonly Measured[]): Measured {
  const worst = (of: (one: Measured) => number) => percentile(ascending(parts.map(of)), 100);
  const sum = (of: (one: Measured) => number) => parts.reduce((total, one) => total + of(one), 0);
  return {
    perSecond: sum((one) => one.perSecond),
    answers: sum((one) => one.answers),
    p50: worst((one) => one.p50),
    p95: worst((one) => one.p95),
    p99: worst((one) => one.p99),
  };
}
