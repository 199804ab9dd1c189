import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import * as xlsx from '@e965/xlsx';
import { median } from './alternate.ts';
import { type Bench, figure, tidy } from './figure.ts';
import { ask } from './load.ts';
import { cookieOf, type Server, startServer, warehouseWith } from './place.ts';

const [items, rows, rounds] = [20_000, 10_000, 3];
const header = ['订单号', '商品编码', '数量', '退货原因', '国家', '退货运单号', '出口日期'];
let files = 0;

/** What an exporter sends after a weekend: ten thousand lines, three to a return, as people write them. */
function lines(): string[][] {
  const mark = `${process.pid}-${files++}`;
  const days = ['2026/8/20', '20 Aug 2026', '2026年8月20日'];
  return Array.from({ length: rows }, (_, n) => [
    ...[
      `I-${mark}-${Math.floor(n / 3)}`,
      `K${n % 500}`,
      `${1 + (n % 3)}件`,
      n % 2 ? 'R01' : '尺码偏大',
      '新加坡',
    ],
    ...[`JT${String(files * rows + Math.floor(n / 3)).padStart(13, '0')}`, days[n % 3] ?? ''],
  ]);
}
const asCsv = (all: readonly string[][]) =>
  Buffer.from(`${[header, ...all].map((row) => row.join(',')).join('\n')}\n`);
const asXlsx = (all: readonly string[][]) => {
  const book = xlsx.utils.book_new(xlsx.utils.aoa_to_sheet([header, ...all]), '退货');
  return Buffer.from(xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));
};

/** Processor time and memory of the server so far. */
function spentBy({ child }: Server) {
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
  return { cpu: (Number(stat[11]) + Number(stat[12])) / 100, peak };
}
async function timed<Told>(server: Server, work: () => Promise<Told>) {
  const [started, before] = [performance.now(), spentBy(server)];
  const told = await work();
  return { told, wall: (performance.now() - started) / 1000, cpu: spentBy(server).cpu - before.cpu };
}

/** How long it takes to check ten thousand lines and then to store them, as CSV and as XLSX, and what memory that takes. */
export const importRows: Bench = {
  name: 'import_rows',
  async measure() {
    const server = await startServer(await warehouseWith(items));
    const exporter = { ...server, cookie: cookieOf('whale') };
    const path = '/api/v1/return-orders/imports';
    const send = async (file: Buffer, id: string, check: boolean) => {
      const asked = `${path}?warehouse=HK&scanId=${id}${check ? '&check=only' : ''}`;
      const answer = JSON.parse(String(await ask(exporter, { path: asked }, undefined, file)));
      if (answer.faults.length > 0) throw new Error(`Faults: ${JSON.stringify(answer.faults[0])}`);
    };
    const isDone = async (id: string) =>
      JSON.parse(String(await ask(exporter, { method: 'GET', path: `${path}/${id}` }))).report !== null;
    const before = spentBy(server).peak;
    const found: Record<'csv' | 'xlsx' | 'stored', { wall: number; cpu: number }[]> = {
      csv: [],
      xlsx: [],
      stored: [],
    };
    for (let round = 0; round < rounds; round++) {
      const all = lines();
      const id = `import-rows-${process.pid}-${round}`;
      found.csv.push(await timed(server, () => send(asCsv(all), `${id}-csv`, true)));
      found.xlsx.push(await timed(server, () => send(asXlsx(all), `${id}-xlsx`, true)));
      const stored = await timed(server, async () => {
        await send(asCsv(all), id, false);
        while (!(await isDone(id))) await sleep(200);
      });
      found.stored.push(stored);
    }
    const peak = spentBy(server).peak - before;
    await server.stop();
    const walls = (of: keyof typeof found) => median(found[of].map(({ wall }) => wall));
    const note = (of: keyof typeof found) =>
      `${rows} lines; s of time and of a processor: ${found[of].map(({ wall, cpu }) => `${tidy(wall)}/${tidy(cpu)}`).join(', ')}`;
    const xlsxRatio = median(found.xlsx.map(({ cpu }, i) => cpu / (found.csv[i]?.cpu ?? Number.NaN)));
    return [
      figure(
        'import_check',
        { ours: walls('csv'), unit: 's', note: note('csv') },
        { ours: 'at most', than: 10 },
      ),
      figure(
        'import_check_xlsx',
        {
          ours: walls('xlsx'),
          floor: walls('csv'),
          ratio: xlsxRatio,
          unit: 's',
          note: `${note('xlsx')}; ratio of processor time to that of CSV`,
        },
        { ratio: 'at most', than: 2 },
      ),
      figure(
        'import_stored',
        { ours: walls('stored'), unit: 's', note: `checked again and stored; ${note('stored')}` },
        { ours: 'at most', than: 30 },
      ),
      figure(
        'import_memory',
        { ours: peak, unit: 'MB', note: 'peak of the server above what it held before' },
        { ours: 'at most', than: 200 },
      ),
    ];
  },
};
