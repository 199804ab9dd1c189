import { readFileSync } from 'node:fs';
import { type Bench, figure } from './figure.ts';
import { hammer } from './load.ts';
import { movesAmong } from './moves.ts';
import { type Server, startServer, warehouseWith } from './place.ts';

const [items, steps] = [20_000, 100_000];
const rssMb = ({ child }: Server) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;

/** How much memory the server holds after a day's work of a large house, and whether it still grows. */
export const memory: Bench = {
  name: 'rss_mb',
  async measure() {
    const server = await startServer(await warehouseWith(items));
    const seen: { steps: number; mb: number }[] = [];
    for (let done = 0; done < steps; ) {
      const { answers } = await hammer(server, {
        ...{ connections: 16, until: { seconds: 2 }, next: movesAmong(items) },
      });
      done += answers;
      seen.push({ steps: done, mb: rssMb(server) });
    }
    await server.stop();
    const half = seen.filter((one) => one.steps > steps / 2).map(({ mb }) => mb);
    const [third, last] = [half.slice(0, half.length / 2), half.slice(half.length / 2)].map(
      (part) => part.reduce((sum, mb) => sum + mb, 0) / part.length,
    ) as [number, number];
    const flat = last / third;
    const note = `after ${seen.at(-1)?.steps} steps; the last quarter holds ${flat.toFixed(3)} × the one before`;
    const found = figure(
      'rss_mb',
      { ours: seen.at(-1)?.mb ?? Number.NaN, unit: 'MB', note },
      { ours: 'at most', than: 300 },
    );
    return [{ ...found, goal: `${found.goal}, flat`, ok: found.ok && flat <= 1.1 }];
  },
};
