import { skus } from '../../db/schema/goods.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Download } from '../http/route.ts';
import { countries } from '../identifiers/countries.ts';
import { supervisionModes } from '../identifiers/customs-numbers.ts';
import { writeWorkbook } from '../spreadsheets/write-workbook.ts';
import { exportTemplateWords } from '../words/exported-import.ts';
import { type ExportColumn, exportColumns, exportExample } from './sheet-columns.ts';

const near = ['TH', 'MY', 'SG', 'VN', 'PH', 'ID'];

/** The lists to choose from; whatever else a cell says is read as well. */
const choices = (): { readonly [key in ExportColumn]?: readonly string[] } => ({
  platform: ['TikTok Shop', 'Shopee', 'Lazada', 'Shopify'],
  country: countries()
    .filter(({ value }) => near.includes(value))
    .map(({ words }) => words.zh),
  exportMode: supervisionModes,
});

/** An empty sheet with lists to choose from, and a sheet of examples that can be imported as it is. */
export async function exportTemplate(db: Scoped): Promise<Download> {
  // Of their own articles, so that it can be imported as it is.
  const [own, another] = (await db.find(skus, undefined, 50)).filter(({ active }) => active);
  const lists = choices();
  const columns = exportColumns.map(({ key, names: [name], ...column }) => ({
    name: 'required' in column ? `${name} *` : name,
    ...(lists[key] ? { choices: lists[key] } : {}),
  }));
  const first = { ...exportExample, sku: own?.code ?? exportExample.sku };
  const second = { ...first, sku: (another ?? own)?.code ?? 'TS-01-W-L', quantity: '2', exportLine: '4' };
  const examples = [
    { name: exportTemplateWords.about },
    ...exportColumns.map(({ names: [name] }) => ({ name })),
  ];
  const rows = [first, second].map((example) => ['', ...exportColumns.map(({ key }) => example[key])]);
  return {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${exportTemplateWords.file}.xlsx`,
    bytes: writeWorkbook([
      { name: exportTemplateWords.sheet, columns, rows: [] },
      { name: exportTemplateWords.examples, columns: examples, rows },
    ]),
  };
}
