import { alternate, median } from './alternate.ts';
import { type Bench, figure } from './figure.ts';
import { hammer } from './load.ts';
import { movesAmong } from './moves.ts';
import { startServer, warehouseWith } from './place.ts';
import { times } from './scan-step.ts';

export const [few, many] = [10_000, 1_000_000];

/** Whether a step gets slower as the house fills: the same load on a hundred times as many items. */
export const scanGrowth: Bench = {
  name: 'scan_growth',
  async measure() {
    const full = await startServer(await warehouseWith(many));
    const empty = await startServer(await warehouseWith(few));
    const load = { connections: 16, until: { seconds: 4 } };
    const atMany = () => hammer(full, { ...load, next: movesAmong(many) });
    const atFew = () => hammer(empty, { ...load, next: movesAmong(few) });
    await atMany();
    await atFew();
    const found = await alternate(5, atMany, atFew, (a, b) => a.p95 / b.p95);
    await full.stop();
    await empty.stop();
    const figures = {
      ours: median(found.ours.map(({ p95 }) => p95)),
      floor: median(found.floor.map(({ p95 }) => p95)),
      ratio: found.ratio,
      unit: 'ms p95',
      note: `1,000,000 items against 10,000; p50/p95/p99 ms: ${times(found.ours)} against ${times(found.floor)}; ratios ${found.spread}`,
    };
    return [figure('scan_growth', figures, { ratio: 'at most', than: 1.3 })];
  },
};
