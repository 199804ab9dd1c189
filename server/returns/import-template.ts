import { eq } from 'drizzle-orm';
import { exportedLines, exportedOrders } from '../../db/schema/exported.ts';
import { skus } from '../../db/schema/goods.ts';
import type { Scoped } from '../../db/scope.ts';
import { returnableOf } from '../exported-orders/returnable.ts';
import type { Download } from '../http/route.ts';
import { countries } from '../identifiers/countries.ts';
import { supervisionModes } from '../identifiers/customs-numbers.ts';
import { writeCsv } from '../spreadsheets/write-csv.ts';
import { writeWorkbook } from '../spreadsheets/write-workbook.ts';
import { templateWords } from '../words/import.ts';
import { importColumns, importExample } from './import-columns.ts';
import type { ImportWords } from './import-words.ts';

type Cells = Readonly<Record<keyof typeof importExample, string>>;

/**
 * An example of the exporter's own, so that it can be imported as it is: of an export of which something is left, or of
 * an article; any, where they have none yet.
 */
export async function exampleOf(db: Scoped): Promise<Cells> {
  const known = (await db.find(skus, undefined, 50)).filter(({ serialPattern }) => serialPattern === null);
  const exported = await db.find(exportedLines, undefined, 50);
  const left = await returnableOf(db, exported);
  const its = exported.find(
    ({ id, skuCode }) => (left.get(id)?.left ?? 0) > 0 && known.some(({ code }) => code === skuCode),
  );
  const order = its && (await db.first(exportedOrders, eq(exportedOrders.id, its.orderId)));
  if (!its || !order) return { ...importExample, sku: known[0]?.code ?? importExample.sku };
  const { exportDocument, exportLine, exportMode, exportDate, releaseDate } = its;
  const said = {
    ...{ sku: its.skuCode, salesOrder: order.number, orderLine: its.number, serial: its.serial },
    ...{ platform: order.platform, country: order.country },
    ...{ exportDocument, exportLine, exportMode, exportDate, releaseDate },
  };
  const cells = Object.entries(said).flatMap(([key, value]) => (value ? [[key, String(value)]] : []));
  return { ...importExample, ...Object.fromEntries(cells) };
}

/** The columns with one example, as a spreadsheet to fill in. */
export const templateCsv = (example: Cells = importExample): Download => ({
  type: 'text/csv; charset=utf-8',
  name: '退货导入模板 returns template.csv',
  bytes: writeCsv(
    importColumns.map(({ key, names }) => ({ key, name: names[0] })),
    [example],
  ),
});

const near = ['TH', 'MY', 'SG', 'VN', 'PH', 'ID'];

/** The same as a workbook: an empty sheet with lists of our reasons, wishes, countries and modes, and a sheet of examples. */
export function templateWorkbook(example: Cells, { reason, wish }: ImportWords): Download {
  const named = (entries: ImportWords['reason']) => entries.map(({ value, words }) => `${value} ${words.zh}`);
  const lands = countries().filter(({ value }) => near.includes(value));
  const choices: Readonly<Record<string, readonly string[]>> = {
    ...{ reason: named(reason), wish: named(wish), country: lands.map(({ words }) => words.zh) },
    exportMode: supervisionModes,
  };
  const columns = importColumns.map(({ key, names, ...column }) => {
    const name = 'required' in column ? `${names[0]} *` : names[0];
    return choices[key] ? { name, choices: choices[key] } : { name };
  });
  const cells = importColumns.map(({ key }) => example[key]);
  const second = importColumns.map(({ key }) =>
    key === 'serial' || key === 'imei2' ? '' : key === 'quantity' ? '3' : example[key],
  );
  const examples = importColumns.map(({ names }) => ({ name: names[0] }));
  return {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: '退货导入模板 returns template.xlsx',
    bytes: writeWorkbook([
      { name: templateWords.sheet, columns, rows: [] },
      {
        name: templateWords.examples,
        columns: [{ name: templateWords.about }, ...examples],
        rows: [
          ['', ...cells],
          ['', ...second],
        ],
      },
    ]),
  };
}
