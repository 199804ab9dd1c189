import type { Download } from '../http/route.ts';
import { writeWorkbook } from '../spreadsheets/write-workbook.ts';
import { cellWords } from '../words/columns.ts';
import { skuTemplateWords } from '../words/sku-import.ts';
import { type SkuKey, skuColumns, skuExample } from './import-columns.ts';

const both = ({ zh, en }: { readonly zh: string; readonly en: string }) => `${zh} ${en}`;
const yesOrNo = [both(cellWords.yes), both(cellWords.no)];
const choices: { readonly [key in SkuKey]?: readonly string[] } = {
  battery: Object.values(cellWords.battery).map(both),
  serialTracked: [...yesOrNo],
  holdsData: [...yesOrNo],
  active: [...yesOrNo],
  currency: ['CNY', 'USD', 'EUR', 'HKD', 'THB', 'MYR', 'SGD', 'VND', 'PHP', 'IDR'],
};
const neededOfNew: readonly SkuKey[] = ['code', 'nameZh', 'nameEn', 'category', 'value', 'weightGrams'];
const second = {
  code: 'TS-01-W-L',
  nameZh: 'T恤 白 L',
  nameEn: 'T-shirt, white, L',
  category: 'clothing',
  gtin: '',
  hsCode: '6109100021',
  value: '35',
  weightGrams: '180',
  battery: 'none',
  batteryWh: '',
  serialTracked: 'no',
  serialPattern: '',
};

/** How a value stands in the template: chosen from its list where it has one. */
const told = (key: SkuKey, value: string) => {
  if (key === 'battery') return both(cellWords.battery[value as 'none']);
  return choices[key] === undefined || key === 'currency' ? value : both(cellWords[value as 'yes']);
};

/** An empty sheet with lists to choose from, and a sheet of examples that can be imported as it is. */
export function skuTemplate(): Download {
  const name = (key: SkuKey, [zh = '']: readonly string[]) => (neededOfNew.includes(key) ? `${zh} *` : zh);
  const columns = skuColumns.map(({ key, names }) => ({
    name: name(key, names),
    ...(choices[key] ? { choices: choices[key] } : {}),
  }));
  const rows = [skuExample, { ...skuExample, ...second }].map((example) => [
    '',
    ...skuColumns.map(({ key }) => (example[key] === '' ? '' : told(key, example[key]))),
  ]);
  const examples = [
    { name: skuTemplateWords.about },
    ...skuColumns.map(({ names: [zh = ''] }) => ({ name: zh })),
  ];
  return {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `${skuTemplateWords.file}.xlsx`,
    bytes: writeWorkbook([
      { name: skuTemplateWords.sheet, columns, rows: [] },
      { name: skuTemplateWords.examples, columns: examples, rows },
    ]),
  };
}
