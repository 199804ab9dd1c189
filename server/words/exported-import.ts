import { importSentences } from './import.ts';
import type { Words } from './words.ts';

export const exportImportNoun: Words = { zh: '出口订单导入', en: 'import of exported orders' };

/** What the template is called, and its sheets. */
export const exportTemplateWords = {
  file: '出口订单导入模板 exported orders template',
  sheet: '出口订单 Exported orders',
  examples: '填写示例 Examples',
  about: '示例 Example',
  /** Hidden: the lists to choose from. */
  choices: 'choices',
  /** The file in which the exporter's own sheet goes back with its faults marked. */
  marked: '出口订单_待改正 exported orders to correct.xlsx',
} as const;

const quantity: Words = {
  zh: '数量应为 1–1000000 的整数',
  en: 'quantity is a whole number from 1 to 1,000,000',
};

/** What two rows say of one order. */
interface Differing {
  readonly column: string;
  readonly known: string;
  readonly value: string;
}
interface Shop {
  readonly row: number;
  readonly name: string;
}

export const exportImportSentences = {
  rowsDiffer: (order: string, { column, known, value }: Differing, row: number): Words =>
    column === 'waybill'
      ? {
          zh: `订单 ${order} 在第 ${row} 行的运单号是 ${known}，这里是 ${value}。请改成一样；若分成几个包裹寄出，请确认，系统记第一个。`,
          en: `Row ${row} gives order ${order} waybill ${known}, and here it is ${value}. Make them the same; if it went out in several parcels, confirm it, and the first is kept.`,
        }
      : {
          zh: `订单 ${order} 在第 ${row} 行写的是 ${known}，这里是 ${value}。请改成一样${column === 'country' ? '' : '；不同的批次请分别填写出口单证号'}。`,
          en: `Row ${row} of order ${order} says ${known}, and here it is ${value}. Make them the same${column === 'country' ? '' : ', or give each consignment its own export document'}.`,
        },
  whichShop: (order: string, shops: readonly Shop[]): Words => ({
    zh: `订单 ${order} ${shops.map(({ row, name }) => `在第 ${row} 行属于 ${name}`).join('，')}，这里没写平台。请填写平台。`,
    en: `Order ${order} is of ${shops.map(({ row, name }) => `${name} in row ${row}`).join(' and of ')}; here it says no platform. Fill it in.`,
  }),
  twoShops: (
    { number, sku, platform }: { readonly number: string; readonly sku: string; readonly platform: string },
    row: number,
  ): Words => ({
    zh: `订单 ${number} 的 ${sku} 在第 ${row} 行属于 ${platform}。是同一张订单，平台就写 ${platform}；是另一张订单，请填写它自己的报关单号。`,
    en: `Row ${row} has ${sku} of order ${number} for ${platform}. If it is the same order, write ${platform} as its platform; if it is another one, give its own export document.`,
  }),
  cell: (column: string): Words => (column === 'quantity' ? quantity : importSentences.cell(column)),
  /** It passed the check, and then something changed. */
  leftOut: (rows: readonly number[], words: Words): Words => {
    const { zh, en } = importSentences.rows(rows, words);
    return {
      zh: `${zh}这张出口订单没有导入；其他出口订单不受影响。`,
      en: `${en} This exported order was not imported; the others were.`,
    };
  },
} as const;
