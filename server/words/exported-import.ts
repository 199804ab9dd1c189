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

export const exportImportSentences = {
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
