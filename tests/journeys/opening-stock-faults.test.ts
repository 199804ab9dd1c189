import { describe, expect, test } from 'vitest';
import { skus } from '../../db/schema/goods.ts';
import { items } from '../../db/schema/items.ts';
import { locations, organisations, warehouses } from '../../db/schema/master-data.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { stockColumns } from '../../server/opening-stock/columns.ts';
import { openingTemplate } from '../../server/opening-stock/template.ts';
import { stockWords } from '../../server/opening-stock/vocabularies.ts';
import { linesToMark } from '../../server/spreadsheets/read-table.ts';
import { verify } from '../../server/verify/verify.ts';
import { aHouse, type House } from '../world.ts';
import { sendStock, stockOf, tookOver } from './opening-stock.ts';
import { type Body, ok, received, shippedOut, sound, stored } from './road.ts';
import { opened } from './sheets.ts';

const head =
  '出口商,商品编码,数量,序列号,第二个 IMEI,货位,等级,处置,危险品,海关状态,出口单证号,出口日期,入库日期';
const sheet = (...rows: readonly string[]) => [head, ...rows].join('\n');
type Change = (house: House) => Promise<unknown>;
const system = (house: House) => house.database.as(systemViewer);
const setting =
  (
    work: (tx: Parameters<Parameters<ReturnType<typeof system>['atomically']>[0]>[0]) => Promise<unknown>,
  ): Change =>
  (house) =>
    system(house).atomically(work);

/** One sheet each, the cells that are named, and what is said of the first. */
const table: readonly (readonly [
  why: string,
  rows: readonly string[],
  at: string,
  says: string,
  before?: Change,
])[] = [
  ['no exporter', [',SHIRT,1,,,R-01,,,,,,,'], 'A2', '没写出口商'],
  ['an exporter whom nobody knows', ['鲸鱼王,SHIRT,1,,,R-01,,,,,,,'], 'A2', ''],
  ['a vendor as owner', ['spark,SHIRT,1,,,R-01,,,,,,,'], 'A2', ''],
  ['a SKU of another exporter', ['kite,EARBUDS,1,,,R-01,,,,,,,'], 'B2', '没有商品 EARBUDS'],
  ['a SKU that is nearly known', ['whale,EARBUD,1,,,R-01,,,,,,,'], 'B2', '没有商品 EARBUD'],
  ['no SKU', ['whale,,1,,,R-01,,,,,,,'], 'B2', ''],
  ['no quantity and no serial', ['whale,SHIRT,,,,R-01,,,,,,,'], 'C2', '数量应为'],
  ['a quantity of nothing', ['whale,SHIRT,0,,,R-01,,,,,,,'], 'C2', ''],
  ['half an article', ['whale,SHIRT,1.5,,,R-01,,,,,,,'], 'C2', ''],
  ['several under one serial', ['whale,SHIRT,2,SN-1,,R-01,,,,,,,'], 'C2', '每件写一行'],
  ['several of what has serials', ['whale,PHONE,3,,,R-01,,,,,,,'], 'C2', '按序列号管理'],
  ['what has serials without one', ['whale,PHONE,1,,,R-01,,,,,,,'], 'D2', '没有序列号'],
  ['a serial in exponents', ['whale,PHONE,1,3.52E+14,,R-01,,,,,,,'], 'D2', ''],
  [
    'an IMEI with a wrong digit',
    ['whale,PHONE,1,490154203237519,,R-01,,,,,,,'],
    'D2',
    '不是 IMEI',
    setting((tx) => tx.change(skus, { id: 'whale-PHONE' }, { serialPattern: 'IMEI' })),
  ],
  [
    'a serial of another form',
    ['whale,PHONE,1,SN-12,,R-01,,,,,,,'],
    'D2',
    '格式应为',
    setting((tx) => tx.change(skus, { id: 'whale-PHONE' }, { serialPattern: 'M8######' })),
  ],
  [
    'a serial twice',
    ['whale,PHONE,1,SN-1,,R-01,,,,,,,', 'whale,PHONE,1,SN-1,,Q-01-01-1,,,,,,,'],
    'D3',
    '第 2 行已经出现过',
  ],
  ['a second IMEI without a first', ['whale,SHIRT,1,,352099001761481,R-01,,,,,,,'], 'E2', '第二个 IMEI'],
  [
    'a second IMEI that is the first',
    ['whale,PHONE,1,352099001761481,352099001761481,R-01,,,,,,,'],
    'E2',
    '第二个 IMEI',
  ],
  ['no place', ['whale,SHIRT,1,,,,,,,,,,'], 'F2', ''],
  ['a place that is not there', ['whale,SHIRT,1,,,A-01-01-7,A,RTS,,,,,'], 'F2', '没有货位 A-01-01-7'],
  [
    'a place that was closed',
    ['whale,SHIRT,1,,,A-01-01-1,A,RTS,,,,,'],
    'F2',
    '停用',
    setting((tx) => tx.change(locations, { id: 'hk-A-01-01-1' }, { active: false })),
  ],
  [
    'a place that is full',
    ['whale,SHIRT,2,,,A-01-01-2,A,RTS,,,,,', 'whale,SHIRT,1,,,A-01-01-2,A,RTS,,,,,'],
    'F3',
    '放不下（剩 0，要放 1）',
  ],
  ['what nobody graded on a shelf', ['whale,SHIRT,1,,,A-01-01-1,,,,,,,'], 'F2', '还不能进存储区'],
  ['what is not decided on a shelf', ['whale,SHIRT,1,,,A-01-01-1,A,,,,,,'], 'F2', '还不能进存储区'],
  ['dangerous goods on a shelf', ['whale,POWERBANK,1,,,A-01-01-1,A,RTS,是,,,,'], 'F2', '不能放这件货'],
  ['what is dangerous by its grade', ['whale,POWERBANK,1,,,Q-01-01-1,H,,,,,,'], 'F2', '不能放这件货'],
  ['harmless goods in the hazard cabinet', ['whale,SHIRT,1,,,H-01-01-1,A,RTS,,,,,'], 'F2', '不能放这件货'],
  ['a place for packing', ['whale,SHIRT,1,,,P-01,A,RTS,,,,,'], 'F2', '不能放这件货'],
  [
    'a place of one grade',
    ['whale,SHIRT,1,,,A-01-01-1,B,RSB,,,,,'],
    'F2',
    '专放其他等级',
    setting((tx) => tx.change(locations, { id: 'hk-A-01-01-1' }, { grade: 'A' })),
  ],
  [
    'another customs status beside it',
    ['whale,SHIRT,1,,,A-01-01-1,A,RTS,,RELEASED_DOMESTIC,,,', 'whale,SHIRT,1,,,A-01-01-1,A,RTS,,区内保税,,,'],
    'F3',
    '其他海关状态',
  ],
  [
    'an owner who wants to be apart',
    ['whale,SHIRT,1,,,A-01-01-1,A,RTS,,,,,', 'kite,SHIRT,1,,,A-01-01-1,A,RTS,,,,,'],
    'F3',
    '单独存放',
    setting((tx) => tx.change(organisations, { id: 'kite' }, { storedApart: true })),
  ],
  ['a grade that nobody knows', ['whale,SHIRT,1,,,R-01,呱呱,,,,,,'], 'G2', ''],
  ['a way that its grade does not allow', ['whale,SHIRT,1,,,Q-01-01-1,D,RTS,,,,,'], 'H2', '不能选这个去向'],
  ['a way without a grade', ['whale,SHIRT,1,,,Q-01-01-1,,RTS,,,,,'], 'H2', '不能选这个去向'],
  ['a word for neither yes nor no', ['whale,SHIRT,1,,,R-01,,,也许,,,,'], 'I2', ''],
  ['a customs status of what is elsewhere', ['whale,SHIRT,1,,,R-01,,,,在境外,,,'], 'J2', '不在仓库里'],
  ['a document that is none', ['whale,SHIRT,1,,,R-01,,,,,12345,,'], 'K2', '不像出口报关单号'],
  ['an export of tomorrow', ['whale,SHIRT,1,,,R-01,,,,,,2031-01-01,'], 'L2', '在今天之后'],
  ['a receipt of tomorrow', ['whale,SHIRT,1,,,R-01,,,,,,,2031-01-01'], 'M2', '在今天之后'],
  ['a day that is none', ['whale,SHIRT,1,,,R-01,,,,,,,2026-02-30'], 'M2', ''],
];

describe('what is wrong with opening stock is named by its cell, and nothing is stored', () => {
  test.each(table.map(([why, rows, at, says, before]) => ({ why, rows, at, says, before })))(
    '$why',
    async ({ rows, at, says, before }) => {
      const house = await aHouse();
      await before?.(house);
      const { status, body } = await sendStock(house, sheet(...rows));
      expect([status, body.accepted]).toEqual([200, null]);
      const [fault] = body.faults as Body[];
      expect(body.faults.map((one: Body) => one.at)).toEqual([at]);
      expect(fault?.words.zh).toContain(says);
      expect(fault?.words.en).toMatch(/[a-z]{3}/);
      expect(await system(house).count(items)).toBe(0);
    },
  );

  test('what is near is proposed: exporter, SKU and place', async () => {
    const house = await aHouse();
    const wrong = sheet(
      'whal,SHIRT,1,,,R-01,,,,,,,',
      'whale,EARBUD,1,,,R-01,,,,,,,',
      'whale,SHIRT,1,,,A-01-01-9,A,RTS,,,,,',
    );
    const { body } = await sendStock(house, wrong);
    const near = body.faults.map(({ proposals }: Body) => proposals[0]?.value);
    expect(near).toEqual(['whale', 'EARBUDS', expect.stringMatching(/^A-01-01-[12]$/)]);
    const replace = [
      { column: 'exporter', from: 'whal', to: 'whale' },
      { column: 'sku', from: 'EARBUD', to: 'EARBUDS' },
      { column: 'location', from: 'A-01-01-9', to: 'A-01-01-1' },
    ];
    expect((await sendStock(house, wrong, { check: 'only', answers: { replace } })).body.faults).toEqual([]);
  });

  test('what is here already, was here, or is in another name is named with its item', async () => {
    const house = await aHouse();
    const here = await received(house, 'PHONE', { serial: 'SN-1' });
    const { body } = await sendStock(house, sheet('whale,PHONE,1,SN-1,,R-01,,,,,,,'));
    expect(body.faults).toMatchObject([
      { at: 'D2', words: { zh: expect.stringContaining(`已在系统里：${here}`) } },
    ]);
    const anothers = await sendStock(house, sheet('kite,SHIRT,1,SN-1,,R-01,,,,,,,'));
    expect(anothers.body.faults).toMatchObject([
      { at: 'D2', words: { zh: expect.stringContaining(`另一货主名下：${here}`) } },
    ]);
    const gone = await stored(house, 'RTS', sound, 'SHIRT', { serial: 'SN-9' });
    await ok(house.shipment('sun', await shippedOut(house, 'resale', [gone]), 'deliver'));
    const back = await sendStock(house, sheet('whale,SHIRT,1,SN-9,,R-01,,,,,,,'));
    expect(back.body.faults).toMatchObject([
      { at: 'D2', words: { zh: expect.stringContaining(`以前来过：${gone}`) } },
    ]);
  });

  test('what may be meant so is taken when somebody says that it is', async () => {
    const house = await aHouse();
    const file = sheet('whale,PHONE,1,,,R-01,,,,,12345,,');
    const keep = [
      { column: 'serial', code: 'noSerial' },
      { column: 'exportDocument', code: 'notADocument' },
    ];
    expect((await sendStock(house, file)).body.faults.map(({ may }: Body) => may)).toEqual(['keep', 'keep']);
    expect((await tookOver(house, file, { answers: { keep } })).progress).toMatchObject({ stored: 1 });
    const [row] = await stockOf(house);
    const { customs } = await ok(house.call('ma', `GET /api/v1/items/${row.code}`));
    expect([row.serial, customs.document, customs.status]).toEqual([null, '12345', 'RELEASED_DOMESTIC']);
  });

  test('dangerous goods are held as such in their cabinet, and in a zone what says nothing else is bonded', async () => {
    const house = await aHouse();
    await setting((tx) => tx.change(warehouses, { id: 'hk' }, { inZone: true }))(house);
    await tookOver(
      house,
      sheet('whale,POWERBANK,2,,,H-01-01-1,,,是,,,,', 'whale,EARBUDS,1,,,H-01-01-1,H,HAZ,,,,,'),
    );
    const rows = await stockOf(house);
    expect(rows.length).toBe(2);
    for (const { code } of rows) {
      const item = await ok(house.call('ma', `GET /api/v1/items/${code}`));
      expect([item.hazard, item.customs.status, item.holds.map(({ kind }: Body) => kind)]).toEqual([
        true,
        'ZONE_BONDED',
        ['battery'],
      ]);
    }
    expect(await verify(house.database)).toEqual([]);
  });
});

test('the sheet comes back with its faults marked, and the template is read as it is', async () => {
  const house = await aHouse();
  const { body: marked } = await sendStock(house, sheet('whale,SHIRT,1,,,A-01-01-9,A,RTS,,,,,'), {
    to: 'imports/marked',
    language: 'en',
  });
  const { rows } = opened(marked as unknown as Uint8Array);
  expect(JSON.stringify(rows)).toContain('has no place A-01-01-9');
  const db = house.database.as({ as: 'staff', id: 'ma', warehouse: 'hk' });
  const { bytes } = await openingTemplate(db, await stockWords(db));
  expect((await sendStock(house, bytes as Uint8Array)).body.faults).toMatchObject([{ row: 0 }]);
  const named = await linesToMark(bytes as Uint8Array, stockColumns, {
    answers: { sheet: '填写示例 Examples' },
    examples: new Set(),
  });
  expect(named?.lines.length).toBeGreaterThan(2);
  const examples = await sendStock(house, bytes as Uint8Array, {
    check: 'only',
    answers: { sheet: '填写示例 Examples' },
  });
  expect(examples.body.faults).toEqual([]);
});
