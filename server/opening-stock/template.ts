import { skus } from '../../db/schema/goods.ts';
import { locations, type organisations } from '../../db/schema/master-data.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Download } from '../http/route.ts';
import { supervisionModes } from '../identifiers/customs-numbers.ts';
import { writeWorkbook } from '../spreadsheets/write-workbook.ts';
import { cellWords } from '../words/columns.ts';
import { openingTemplateWords } from '../words/opening-stock.ts';
import { type StockKey, stockColumns, stockExample } from './columns.ts';
import type { StockWords } from './vocabularies.ts';

const MAX_CHOICES = 200;
const named = (entries: StockWords['grade']) => entries.map(({ value, words }) => `${value} ${words.zh}`);
const both = ({ zh, en }: { readonly zh: string; readonly en: string }) => `${zh} ${en}`;
const needed: readonly StockKey[] = ['exporter', 'sku', 'quantity', 'location'];

type Exporter = typeof organisations.$inferSelect;
const toInspect = { quantity: '1', grade: '', disposition: '', ownNumber: '', receivedOn: '' };

/** An example of this house, so that it can be read as it is: of a SKU and a place that there are. */
async function exampleOf(db: Scoped, words: StockWords) {
  const [sku] = (await db.find(skus, undefined, 50)).filter((one) => !one.serialTracked && one.active);
  const owners = new Map<Exporter['code'], string>(words.exporter.map(({ value }) => [value, value]));
  const places = await db.find(locations, undefined, 200);
  const openAt = (wanted: string) =>
    places.find(({ kind, active, grade }) => kind === wanted && active && grade === null)?.code;
  const [exporter = ''] = owners.keys();
  return {
    ...{ ...stockExample, exporter },
    ...(sku ? { sku: sku.code } : {}),
    location: openAt('storage') ?? stockExample.location,
    dock: openAt('receiving') ?? 'R-01',
  };
}

/** An empty sheet with lists of owners, grades, ways and customs states, and a sheet of examples. */
export async function openingTemplate(db: Scoped, words: StockWords): Promise<Download> {
  const choices: { readonly [key in StockKey]?: readonly string[] } = {
    exporter: named(words.exporter).slice(0, MAX_CHOICES),
    grade: named(words.grade),
    disposition: named(words.disposition),
    customsStatus: named(words.customsStatus),
    exportMode: supervisionModes,
    hazard: [both(cellWords.yes), both(cellWords.no)],
  };
  const columns = stockColumns.map(({ key, names: [name] }) => ({
    name: needed.includes(key) ? `${name} *` : name,
    ...(choices[key] ? { choices: choices[key] } : {}),
  }));
  const example = await exampleOf(db, words);
  // What nobody graded waits at the dock.
  const second = { ...example, ...toInspect, location: example.dock };
  const examples = [
    { name: openingTemplateWords.about },
    ...stockColumns.map(({ names: [name] }) => ({ name })),
  ];
  return {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${openingTemplateWords.file}.xlsx`,
    bytes: writeWorkbook([
      { name: openingTemplateWords.sheet, columns, rows: [] },
      {
        name: openingTemplateWords.examples,
        columns: examples,
        rows: [example, second].map((one) => ['', ...stockColumns.map(({ key }) => one[key])]),
      },
    ]),
  };
}
