import { alternate, median } from './alternate.ts';
import { type Bench, figure } from './figure.ts';
import { type Ask, hammer } from './load.ts';
import { startServer, warehouseWith } from './place.ts';
import { few, many } from './scan-growth.ts';

const get = (query: string): Ask => ({ method: 'GET', path: `/api/v1/items?${query}` });

/** What people at the desk ask for, first pages all. */
const lists = {
  'newest first': get('sort=-stateSince'),
  'one state, longest first': get('state=stored&sort=stateSince'),
  'a grade': get('grade=B&sort=-stateSince'),
  'one exporter': get('exporter=kite&sort=-stateSince'),
  'one place': get('location=S-100007'),
};
const searches = {
  'fragment of a serial': get('search=70013'),
  'fragment of a serial that nothing has': get('search=QQQQ'),
  'fragment of a Chinese name': get(`search=${encodeURIComponent('空气炸')}`),
  'start of a code': get('search=A00000000012'),
};

const growth = (name: string, asked: Readonly<Record<string, Ask>>): Bench => ({
  name,
  async measure() {
    const full = await startServer(await warehouseWith(many), 'wang');
    const empty = await startServer(await warehouseWith(few), 'wang');
    const ratios: number[] = [];
    const slowest = { ours: 0, floor: 0, ratio: 0 };
    const told: string[] = [];
    for (const [what, ask] of Object.entries(asked)) {
      const load = { connections: 2, until: { seconds: 1 }, next: () => ask };
      await hammer(full, load);
      await hammer(empty, load);
      const found = await alternate(
        5,
        () => hammer(full, load),
        () => hammer(empty, load),
        (a, b) => a.p95 / b.p95,
      );
      const [ours, floor] = [found.ours, found.floor].map((all) => median(all.map(({ p95 }) => p95))) as [
        number,
        number,
      ];
      ratios.push(found.ratio);
      told.push(`${what} ${ours.toFixed(1)} against ${floor.toFixed(1)} ms`);
      if (found.ratio >= slowest.ratio) Object.assign(slowest, { ours, floor, ratio: found.ratio });
    }
    await full.stop();
    await empty.stop();
    const note = `the worst of: ${told.join('; ')} (1,000,000 items against 10,000)`;
    return [figure(name, { ...slowest, unit: 'ms p95', note }, { ratio: 'at most', than: 2 })];
  },
});

export const itemListGrowth = growth('item_list_growth', lists);
export const itemSearchGrowth = growth('item_search_growth', searches);
