import { expect, test, vi } from 'vitest';
import { line } from '../../client/shared/words/portal/line.ts';
import { skus } from '../../client/shared/words/portal/skus.ts';
import { sheetWords } from '../../client/shared/words/sheets.ts';
import { sku } from '../../client/shared/words/sku.ts';
import { importColumns } from '../../server/returns/import-columns.ts';
import { skuColumns } from '../../server/skus/import-columns.ts';
import type { Column } from '../../server/spreadsheets/header.ts';
import { readHeader } from '../../server/spreadsheets/read-header.ts';
import { sheets } from '../../server/words/columns.ts';

// The words of the screens ask their browser which language its person chose.
vi.hoisted(() => {
  vi.stubGlobal('localStorage', { getItem: () => null });
  vi.stubGlobal('document', { documentElement: {} });
  vi.stubGlobal('navigator', { languages: ['zh-CN'] });
});

/** Which of our columns a sheet has whose only header this is. */
const meantBy = (columns: readonly Column[], heading: string) =>
  [...readHeader({ row: 1, cells: [heading] }, columns).places.keys()].map(({ key }) => key);
/** The number of an order stands for that of a return where that has none of its own. */
const besideReference = (heading: string) =>
  [...readHeader({ row: 1, cells: ['退货单号', heading] }, importColumns).places].flatMap(([{ key }, at]) =>
    at === 1 ? [key as string] : [],
  );

type Named = readonly (readonly [key: string, label: string])[];
const labelsIn = (
  languages: readonly Readonly<Record<string, unknown>>[],
  columns: readonly Column[],
  keyOf: Readonly<Record<string, string>> = {},
): Named =>
  languages.flatMap((words) =>
    Object.entries(words).flatMap(([name, label]) => {
      const key = keyOf[name] ?? name;
      return typeof label === 'string' && columns.some((one) => one.key === key)
        ? [[key, label] as const]
        : [];
    }),
  );
const listed = (
  {
    columns: ours,
  }: { readonly columns: readonly { readonly key: string; readonly name: { zh: string; en: string } }[] },
  columns: readonly Column[],
  keyOf: Readonly<Record<string, string>>,
): Named =>
  ours.flatMap(({ key, name: { zh, en } }) => {
    const known = keyOf[key] ?? key;
    const isOurs = columns.some((one) => one.key === known);
    return isOurs ? [[known, zh] as const, [known, en] as const, [known, `${zh} ${en}`] as const] : [];
  });

const ofReturns: Named = [
  ...labelsIn([line.zh, line.en], importColumns),
  ...labelsIn([sheetWords.zh.import.columns, sheetWords.en.import.columns], importColumns),
  ...listed(sheets.items, importColumns, { disposition: 'wish' }),
  ...listed(sheets.returnOrders, importColumns, { reasons: 'reason' }).filter(([key]) => key !== 'lines'),
];
const ofSkus: Named = [
  ...labelsIn([sku.zh, sku.en], skuColumns, { valueMinor: 'value', valueInYuan: 'value' }),
  ...labelsIn([skus.zh.ask, skus.en.ask], skuColumns),
  ...listed(sheets.skus, skuColumns, {}),
];

test('there are labels of all forms and lists among them', () => {
  expect(ofReturns.length).toBeGreaterThan(60);
  expect(ofSkus.length).toBeGreaterThan(60);
});
test.each(ofReturns)(
  '%s: what our own screens and downloads call %s is known in a sheet of returns',
  (key, label) => {
    expect([...meantBy(importColumns, label), ...besideReference(label)]).toContain(key);
  },
);
test.each(ofSkus)('%s: what our own screens and downloads call %s is known in a catalogue', (key, label) => {
  expect(meantBy(skuColumns, label)).toContain(key);
});
test.each([
  ['reference', '您的單號'],
  ['sku', '商品編碼（SKU）'],
  ['serial', '序列號 / IMEI'],
  ['reason', '退貨原因'],
  ['reasonText', '原因說明（選填）'],
  ['reasonText', '備註'],
  ['wish', '希望怎麼處理（選填）'],
  ['salesOrder', '平臺訂單號'],
  ['orderLine', '訂單行'],
  ['exportMode', '出口監管方式'],
  ['exportDocument', '出口單證號'],
  ['exportLine', '項號'],
  ['releaseDate', '放行日期'],
  ['carrier', '承運商'],
  ['waybill', '退貨運單號'],
  ['country', '國家'],
  ['platform', '平台'],
  ['quantity', '退貨數量'],
])('%s: %s in the traditional script is known, too', (key, label) => {
  expect([...meantBy(importColumns, label), ...besideReference(label)]).toContain(key);
});
