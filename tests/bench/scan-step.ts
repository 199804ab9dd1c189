import { alternate, median } from './alternate.ts';
import { type Bench, figure, tidy } from './figure.ts';
import { hammer, type Measured, type Target } from './load.ts';
import { movesAmong } from './moves.ts';
import { startFloor, startServer, warehouseWith } from './place.ts';

const items = 100_000;
const rounds = Number(process.env.ROUNDS ?? 5);
const turnSeconds = Number(process.env.SECONDS ?? 5);
const load = { connections: 16, next: movesAmong(items) };

/** Steps on disk per second over HTTP, signed in, against bare Express and hand-written SQL. */
export const scanStep: Bench = {
  name: 'scan_step',
  async measure() {
    const ours = await startServer(await warehouseWith(items));
    const floor = await startFloor(await warehouseWith(items));
    const turn = (target: Target, seconds = turnSeconds) => hammer(target, { ...load, until: { seconds } });
    await turn(ours, 4);
    await turn(floor, 4);
    const found = await alternate(
      rounds,
      () => turn(ours),
      () => turn(floor),
      (a, b) => a.perSecond / b.perSecond,
    );
    await ours.stop();
    await floor.stop();
    const perSecond = (all: readonly Measured[]) => median(all.map((one) => one.perSecond));
    const note = `p50/p95/p99 ms: ours ${times(found.ours)}, floor ${times(found.floor)}; ratios ${found.spread}`;
    const figures = { ours: perSecond(found.ours), floor: perSecond(found.floor), ratio: found.ratio };
    return [figure('scan_step', { ...figures, unit: 'steps/s', note }, { ratio: 'at least', than: 1 })];
  },
};

export const times = (all: readonly Pick<Measured, 'p50' | 'p95' | 'p99'>[]) =>
  (['p50', 'p95', 'p99'] as const).map((name) => tidy(median(all.map((one) => one[name])))).join('/');
