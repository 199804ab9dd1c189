import { utils, write } from '@e965/xlsx';
import iconv from 'iconv-lite';
import { expect, onTestFinished, test } from 'vitest';
import { items } from '../../db/schema/items.ts';
import { backgroundTasks } from '../../db/schema/jobs.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { carryOn, finishTasks } from '../../server/jobs/background-tasks.ts';
import { verify } from '../../server/verify/verify.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { openingOf, sendStock, stockOf, tookOver } from './opening-stock.ts';
import { type Body, ok } from './road.ts';
import { raw, workbook } from './sheets.ts';

const head = '出口商,商品编码,数量,序列号,货位,等级,处置';
const lots = (n: number) =>
  [head, ...Array.from({ length: n }, (_, i) => `whale,SHIRT,1,,R-01,A,RTS,P-${i}`)]
    .join('\n')
    .replace(head, `${head},批次号`);
const found = (rows: Body[], sku: string) => rows.find((row) => row.sku === sku) as Body;

test('what lies on the shelves of a hub that moves in is there with every fact that its sheet tells', async () => {
  const house = await aHouse();
  const sheet = utils.aoa_to_sheet(
    [
      ['期初库存清单'],
      [
        '货主',
        'SKU',
        '库存数量',
        'IMEI',
        '库位',
        '成色',
        '去向',
        '海关状态',
        '监管方式',
        '报关单号',
        '项号',
        '出口日期',
        '放行日期',
        '入库日期',
        '托盘号',
        '备注',
      ],
      [
        '深圳蓝鲸电子有限公司',
        'EARBUDS',
        12,
        '',
        'A-01-01-1',
        '良品',
        '良品上架',
        '已放行内销',
        '9610',
        '464120260000000001',
        3,
        new Date('2026-06-20'),
        new Date('2026-06-21'),
        new Date('2026-08-05'),
        'P-0001',
        '外箱压痕',
      ],
      [
        'whale',
        'PHONE',
        1,
        '490154203237518',
        'Q-01-01-1',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '2026年8月6日',
        '',
        '',
      ],
      [
        'Yiwu Kite Apparel',
        'SHIRT',
        7,
        '',
        'q-01-01-1',
        'B',
        'QTN',
        '到港未申报',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
      ],
      ['合计', '', 20],
    ],
    { cellDates: true },
  );
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '库存');
  const file = write(book, { type: 'buffer', bookType: 'xlsx' });
  const checked = await sendStock(house, file, { check: 'only' });
  expect(checked.body).toMatchObject({ accepted: null, faults: [], counts: { new: 3, pieces: 20, same: 0 } });
  expect(await stockOf(house)).toEqual([]);

  const { status, progress } = await tookOver(house, file);
  expect(status).toBe(202);
  expect(progress).toMatchObject({
    total: 3,
    done: 3,
    stored: 3,
    same: 0,
    leftOut: 0,
    faults: [],
    pending: 0,
  });
  const rows = await stockOf(house);
  expect(found(rows, 'EARBUDS')).toMatchObject({
    ...{ quantity: 12, location: 'A-01-01-1', grade: 'A', disposition: 'RTS', exporterCode: 'whale' },
    ...{ state: { id: 'stored' }, reference: 'P-0001', receivedAt: '2026-08-04T16:00:00.000Z' },
  });
  expect(found(rows, 'PHONE')).toMatchObject({
    serial: '490154203237518',
    state: { id: 'received' },
    grade: null,
  });
  expect(found(rows, 'SHIRT')).toMatchObject({
    exporterCode: 'kite',
    location: 'Q-01-01-1',
    state: { id: 'stored' },
  });

  const { code } = found(rows, 'EARBUDS');
  expect(await ok(house.call('wang', `GET /api/v1/items/${code}`))).toMatchObject({
    ...{ ownNumber: 'P-0001', remark: '外箱压痕', custody: 'hub', hazard: false },
    customs: {
      ...{ status: 'RELEASED_DOMESTIC', mode: '9610', document: '464120260000000001', line: 3 },
      ...{ exportDate: '2026-06-20', releaseDate: '2026-06-21' },
      taxRelief: { until: '2026-12-19' },
    },
  });
  const { events } = await ok(house.call('wang', `GET /api/v1/items/${code}/history`));
  expect(events).toMatchObject([
    {
      ...{ seq: 1, step: 'takeOver', by: 'ma', from: { id: 'announced' }, to: { id: 'stored' } },
      button: { zh: '接管期初库存' },
      given: { location: 'A-01-01-1', row: 3, receivedOn: '2026-08-05' },
    },
  ]);

  // It is found by scanning what its owner calls it, counted, picked for its owner, and stands in the exported list.
  const { hit } = await ok(house.call('wu', 'POST /api/v1/scans', { scanId: newScan(), text: 'P-0001' }));
  expect(hit).toMatchObject({ kind: 'item', code });
  expect((await ok(house.call('ma', 'GET /api/v1/items?search=P-0001'))).rows).toMatchObject([{ code }]);
  const exported = await workbook(house, 'ma', 'items.xlsx?language=zh-CN');
  expect(JSON.stringify(exported.rows)).toContain('P-0001');
  await ok(house.item('wang', code, 'recount', { quantity: 11, reason: '盘点少一件' }));
  expect(await verify(house.database)).toEqual([]);
});

test('a file of GBK with columns of its own names is asked about, and then taken over', async () => {
  const house = await aHouse();
  const file = iconv.encode('客户,料号,在库,储位,品相\n蓝鲸,X-1,4,R-01,\n', 'gbk');
  const { body } = await sendStock(house, file, { who: 'admin', check: 'only' });
  expect(body.written.map(({ name }: { name: string }) => name)).toContain('料号');
  const columns = { exporter: '客户', sku: '料号', quantity: '在库', location: '储位', grade: '品相' };
  const asked = await sendStock(house, file, { check: 'only', answers: { columns } });
  expect(asked.body.faults).toMatchObject([
    { at: 'A2', column: 'exporter', value: '蓝鲸', proposals: [{ value: 'whale' }] },
  ]);
  const replace = [{ column: 'exporter', from: '蓝鲸', to: 'whale' }];
  const { progress } = await tookOver(house, file, { answers: { columns, replace } });
  expect(progress).toMatchObject({ stored: 1 });
  const [row] = await stockOf(house);
  expect(row).toMatchObject({ sku: 'X-1', quantity: 4, location: 'R-01', state: { id: 'received' } });
  const { customs } = await ok(house.call('ma', `GET /api/v1/items/${row.code}`));
  expect(customs.status).toBe('ARRIVED_UNDECLARED');
});

test('a date that can be read two ways is asked about once for its column', async () => {
  const house = await aHouse();
  const file = `${head},入库日期\nwhale,SHIRT,1,,R-01,,,07/08/2026\nwhale,SHIRT,2,,R-01,,,09/08/2026\n`;
  const { body } = await sendStock(house, file, { check: 'only' });
  expect(body.faults).toMatchObject([{ at: 'H2', may: 'dates' }, { at: 'H3' }]);
  await tookOver(house, file, { answers: { dates: { receivedOn: 'dayFirst' } } });
  const days = (await stockOf(house)).map(({ receivedAt }: { receivedAt: string }) => receivedAt);
  expect(days.sort()).toEqual(['2026-08-06T16:00:00.000Z', '2026-08-08T16:00:00.000Z']);
});

test('the same sheet once more stores nothing twice, also where rows were added, and says what was here', async () => {
  const house = await aHouse();
  const file = lots(12);
  const scanId = newScan();
  await tookOver(house, file, { scanId });
  expect((await tookOver(house, file, { scanId })).progress).toMatchObject({ total: 12, stored: 12 });
  const again = await tookOver(house, file);
  expect([again.status, again.body.counts, again.progress]).toMatchObject([
    200,
    { new: 0, same: 12 },
    { total: 0, stored: 0, same: 12 },
  ]);
  expect(again.body.remarks[0]).toMatchObject({
    row: 2,
    words: { zh: expect.stringContaining('已经接管过') },
  });
  const more = await tookOver(
    house,
    `${file}\nwhale,SHIRT,1,,R-01,A,RTS,P-0\nwhale,SHIRT,1,,R-01,A,RTS,P-99\n`,
  );
  // The second P-0 is another lot that is called the same, as the sheet has it twice.
  expect(more.progress).toMatchObject({ total: 2, stored: 2, same: 12 });
  expect((await stockOf(house)).length).toBe(14);
  expect((await sendStock(house, `${file}\n`, { scanId })).body.code).toBe('scan_id_reused');
});

test('an import whose server stopped in the middle of it goes on from there, each unit once', async () => {
  const house = await aHouse();
  const { body } = await sendStock(house, lots(60));
  const id = body.accepted as string;
  const stopping = new AbortController();
  Object.assign(house.deps, { ending: stopping.signal });
  onTestFinished(() => void Object.assign(house.deps, { ending: undefined }));
  const stored = carryOn(house.deps, id);
  for (let done = 0; done === 0; ) done = (await openingOf(house, id)).done;
  stopping.abort();
  expect(await stored).toBe(false);
  const { done } = await openingOf(house, id);
  expect(done).toBeLessThan(60);
  expect(await unitsIn(house)).toBe(done);
  Object.assign(house.deps, { ending: undefined });
  await finishTasks(house.deps);
  expect(await openingOf(house, id)).toMatchObject({ done: 60, stored: 60, same: 0, leftOut: 0, pending: 0 });
  expect(await unitsIn(house)).toBe(60);
  expect(await house.database.as(systemViewer).find(backgroundTasks)).toEqual([]);
});
const unitsIn = (house: House) => house.database.as(systemViewer).count(items);

test('what changes after the check keeps its row out, and the same sheet put right brings the rest', async () => {
  const house = await aHouse();
  const file = `${head}\nwhale,SHIRT,2,,A-01-01-2,A,RTS\nwhale,PHONE,1,SN-77,R-01,,\nwhale,X-1,3,,R-01,,\n`;
  const { body } = await sendStock(house, file);
  // Another sheet fills the place and brings the telephone meanwhile; both were sound when they were checked.
  const other = `${head}\nwhale,EARBUDS,1,,A-01-01-2,A,RTS\nwhale,PHONE,1,SN-77,Q-01-01-1,,\n`;
  await carryOn(house.deps, (await sendStock(house, other)).body.accepted);
  await finishTasks(house.deps);
  const progress = await openingOf(house, body.accepted);
  expect(progress).toMatchObject({ total: 3, done: 3, stored: 1, leftOut: 2 });
  expect(progress.faults).toMatchObject([
    {
      row: 2,
      column: 'location',
      ...{ heading: '货位', at: 'E2' },
      value: 'A-01-01-2',
      words: { zh: expect.stringContaining('放不下（剩 1，要放 2）') },
    },
    {
      row: 3,
      at: 'D3',
      column: 'serial',
      value: 'SN-77',
      words: { zh: expect.stringContaining('已在系统里') },
    },
  ]);
  const right = `${head}\nwhale,SHIRT,2,,A-01-01-1,A,RTS\nwhale,X-1,3,,R-01,,\n`;
  expect((await tookOver(house, right)).progress).toMatchObject({ total: 1, stored: 1, same: 1 });
});

test('labels of all its units are printed, some at a time, and its list says what became of it', async () => {
  const house = await aHouse();
  const { body } = await tookOver(house, lots(3));
  const list = await ok(house.call('ma', 'GET /api/v1/opening-stock/imports'));
  expect(list.rows).toMatchObject([{ id: body.accepted, by: 'ma', total: 3, stored: 3, leftOut: 0 }]);
  const id = encodeURIComponent(body.accepted);
  const labels = await raw(house, 'ma', `opening-stock/imports/${id}/labels.pdf`);
  expect([labels.status, labels.bytes.subarray(0, 4).toString()]).toEqual([200, '%PDF']);
  expect((await raw(house, 'ma', `opening-stock/imports/${id}/labels.pdf?part=2`)).status).toBe(404);
});

test('nobody else takes stock over, and each warehouse sees its own', async () => {
  const house = await aHouse();
  const { body } = await tookOver(house, lots(1));
  for (const who of ['wang', 'wu', 'guan', 'whale', 'spark'] as const) {
    expect((await sendStock(house, lots(1), { who })).status, who).toBe(403);
    expect((await house.call(who, 'GET /api/v1/opening-stock/imports')).status, who).toBe(403);
  }
  const { rows } = await ok(house.call('whale', 'GET /api/v1/items'));
  const step = { scanId: newScan(), location: 'R-01', customsStatus: 'ZONE_BONDED', opening: 'x', row: 2 };
  expect(
    (await house.call('admin', `POST /api/v1/items/${rows[0].code}/steps`, { step: 'takeOver', ...step }))
      .status,
  ).toBe(422);
  expect(body.accepted).toBeTruthy();
});
