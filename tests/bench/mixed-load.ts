import { setTimeout as sleep } from 'node:timers/promises';
import { alternate, median } from './alternate.ts';
import { type Bench, figure } from './figure.ts';
import { ask, paced, type Target } from './load.ts';
import { movesAmong } from './moves.ts';
import { cookieOf, startServer, warehouseWith } from './place.ts';
import { times } from './scan-step.ts';

const items = 500_000;
/** Of scans alone; beside the rest they go on until an import is through, which takes longer. */
const seconds = 8;
let imports = 0;

/** What an exporter sends after a weekend: ten thousand lines, three to a return. */
function spreadsheet(): Buffer {
  const mark = `${process.pid}-${imports++}`;
  const lines = Array.from(
    { length: 10_000 },
    (_, n) => `W-${mark}-${Math.floor(n / 3)},K${n % 500},${1 + (n % 3)},R01,SG`,
  );
  return Buffer.from(`订单号,商品编码,数量,退货原因,国家\n${lines.join('\n')}\n`);
}

/** An import, and while it lasts batches of labels and looks at everything, over and over. */
async function heavyWork(server: Target) {
  const exporter = { ...server, cookie: cookieOf('whale') };
  const codes = Array.from({ length: 100 }, (_, n) => `A${String(n).padStart(12, '0')}`).join(',');
  const done = { imports: 0, labels: 0, reports: 0 };
  const importing = async () => {
    const path = '/api/v1/return-orders/imports';
    const id = `import-${process.pid}-${imports}`;
    await ask(exporter, { path: `${path}?warehouse=HK&scanId=${id}` }, undefined, spreadsheet());
    const isDone = async () =>
      JSON.parse(String(await ask(exporter, { method: 'GET', path: `${path}/${id}` }))).report !== null;
    while (!(await isDone())) await sleep(1_000);
    done.imports++;
  };
  const again = (what: 'labels' | 'reports', path: string) => async () => {
    while (!done.imports) {
      await ask(server, { method: 'GET', path });
      done[what]++;
      await sleep(200);
    }
  };
  const labels = again('labels', `/api/v1/labels/items.pdf?codes=${codes}`);
  const report = again('reports', '/api/v1/board');
  await Promise.all([importing(), labels(), report()]);
  return done;
}

/** How much longer a scan takes while the office, an exporter and the printer want everything at once. */
export const mixedLoad: Bench = {
  name: 'mixed_load',
  async measure() {
    const server = await startServer(await warehouseWith(items));
    const scans = async (busy: boolean) => {
      const ends = performance.now() + seconds * 1000;
      let over = false;
      const work = busy ? heavyWork(server).finally(() => (over = true)) : undefined;
      const until = () => (busy ? over : performance.now() > ends);
      const measured = await paced(server, 10, until, movesAmong(items));
      return { ...measured, done: await work };
    };
    await scans(false);
    const found = await alternate(
      5,
      () => scans(true),
      () => scans(false),
      (a, b) => a.p99 / b.p99,
    );
    await server.stop();
    const sum = (what: 'imports' | 'labels' | 'reports') =>
      found.ours.reduce((n, { done }) => n + (done?.[what] ?? 0), 0);
    const note = `beside ${sum('imports')} imports of 10,000 lines, ${sum('labels')} batches of 100 labels, ${sum('reports')} reports over a million events; p50/p95/p99 ms: ${times(found.ours)} against ${times(found.floor)}; ratios ${found.spread}`;
    const p99 = (all: readonly { p99: number }[]) => median(all.map((one) => one.p99));
    const figures = {
      ours: p99(found.ours),
      floor: p99(found.floor),
      ratio: found.ratio,
      unit: 'ms p99',
      note,
    };
    return [figure('mixed_load', figures, { ratio: 'at most', than: 2 })];
  },
};
