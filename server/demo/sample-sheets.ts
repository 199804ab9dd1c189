import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { encode } from 'iconv-lite';
import { rememberLayout } from '../http/sheet-layouts.ts';
import { sheetsOfReturns } from '../returns/import-words.ts';
import { headerKey } from '../spreadsheets/answers.ts';
import { type SheetColumn, type WorkbookRow, writeWorkbook } from '../spreadsheets/write-workbook.ts';
import type { Stage } from './stage.ts';

/** A spreadsheet that one person of the demo has on their desk. */
interface Sample {
  readonly name: string;
  readonly bytes: Uint8Array;
}
const book = (name: string, columns: readonly SheetColumn[], rows: readonly WorkbookRow[]): Sample => ({
  name: `${name}.xlsx`,
  bytes: writeWorkbook([{ name: '导出', columns, rows }]),
});
const texts = (...names: string[]): SheetColumn[] => names.map((name) => ({ name }));

/** As a platform exports it: a day that can be read two ways, a country misspelt, a SKU that is none all through. */
const fromPlatform = book(
  'lanjing Shopee 退货导出',
  texts('Return SN', 'Seller SKU', 'Return Quantity', 'Return Reason', 'Country', 'Export date'),
  [
    ['2609SHP0001', 'BW-E200-BLK', '1', '质量问题', 'Thailand', '09/08/2026'],
    ['2609SHP0002', 'BW-E200-BLK', '2', '质量问题', 'Thailnd', '09/08/2026'],
    ['2609SHP0003', 'BW-E200-BLK', '1', '与描述不符', 'Malaysia', '10/08/2026'],
    ['2609SHP0004', 'BW-GAN65', '3', '质量问题', 'Malaysia', '11/08/2026'],
  ],
);

/** Columns of their own, in GBK; told once already, so that it is read without a question. */
const ownHeader = ['PO号', '款号', '件', '退货原因', '国家'];
const ofOwn: Sample = {
  name: 'yunfan 九月退货.csv',
  bytes: encode(
    [
      ownHeader,
      ['YF-0911', 'YF-EK17', '2件', '质量问题', '泰国'],
      ['YF-0911', 'YF-SI24', '1', '发错货', '泰国'],
      ['YF-0912', 'YF-HD18', '１', '颜色不符', '越南'],
    ]
      .map((cells) => cells.join(','))
      .join('\r\n'),
    'gbk',
  ),
};

/** Two new goods, one that changes, and a GTIN with a digit that is wrong. */
const catalogue = book(
  'lanjing 商品目录',
  [
    ...texts('商品编码', '中文名称', '英文名称', '类目', 'GTIN', 'HS编码'),
    { name: '申报价值', kind: 'number' },
    { name: '重量（克）', kind: 'number' },
  ],
  [
    ['BW-E600', '半入耳耳机 E600', 'Semi-in-ear earbuds E600', '耳机', '', '8518300000', 299, 118],
    ['BW-GAN100', '100W 氮化镓充电器', '100 W GaN charger', '充电器', '', '8504401990', 199, 168],
    ['BW-GAN65', '65W 氮化镓充电器（新款）', '65 W GaN charger, new', '', '', '8504401990', 119, 142],
    [
      'BW-E600-W',
      '半入耳耳机 E600 白',
      'E600 earbuds, white',
      '耳机',
      '6901234567890',
      '8518300000',
      299,
      118,
    ],
  ],
);

const exported = book(
  'lanjing 出口订单',
  [...texts('订单号', '平台', '国家', '商品编码'), { name: '数量', kind: 'number' }, ...texts('出口日期')],
  [
    ['260901TH7001', 'Shopee', '泰国', 'BW-E200-BK', 12, '2026-09-01'],
    ['260901TH7001', 'Shopee', '泰国', 'BW-GAN65', 20, '2026-09-01'],
    ['260902MY7002', 'Lazada', '马来西亚', 'BW-E500-NC', 6, '2026-09-02'],
  ],
);

/** For whoever moves in: goods of two exporters, a place that there is and one that there is not. */
const opening = book(
  '期初库存',
  [...texts('出口商', '商品编码'), { name: '数量', kind: 'number' }, ...texts('货位', '等级', '处置')],
  [
    ['lanjing', 'BW-GAN65', 40, 'A-06-03-1', 'A', 'RTS'],
    ['yunfan', 'YF-EK17', 12, 'A-06-03-2', 'A', 'RTS'],
    ['yunfan', 'YF-EK17', 3, 'A-99-99-9', 'B', 'RTS'],
  ],
);

const samples = [fromPlatform, ofOwn, catalogue, exported, opening];

/** Writes what the people of the demo would send in. @returns the folder */
export function writeSampleSheets(filesDir: string): string {
  const folder = join(dirname(filesDir), 'demo-sheets');
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of samples) writeFileSync(join(folder, name), bytes);
  return folder;
}

/** One of the exporters has told already how their sheets are to be read. */
export function beginSheets(stage: Stage): void {
  async function* told() {
    const answers = { columns: { reference: 'PO号', sku: '款号', quantity: '件' } };
    const said = { exporterId: 'yunfan', header: headerKey(ownHeader), answers };
    await rememberLayout(stage.tx, sheetsOfReturns, said, stage.context());
    yield stage.afterHours(0.1);
  }
  stage.begin(stage.onDay(-30, 10), told());
}
