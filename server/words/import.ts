import type { SupervisionMode } from '../identifiers/customs-numbers.ts';
import type { Words } from './words.ts';

export const importNoun: Words = { zh: '表格导入', en: 'import' };

/** The names of the template's sheets, which every exporter sees whatever they read. */
export const templateWords = {
  sheet: '退货 Returns',
  examples: '填写示例 Examples',
  about: '示例 Example',
  /** Hidden: the lists to choose from. */
  choices: 'choices',
  /** The file in which the exporter's own sheet goes back with its faults marked. */
  marked: '退货导入_待改正 returns to correct.xlsx',
} as const;

const hints: Readonly<Record<string, Words>> = {
  quantity: { zh: '数量应为 1–10000 的整数', en: 'quantity is a whole number from 1 to 10,000' },
  country: { zh: '国家应为两位代码，如 TH', en: 'the country is a code of two letters, like TH' },
  exportLine: { zh: '项号应为 1–9999 的整数', en: 'the export line is a whole number from 1 to 9,999' },
  orderLine: {
    zh: '订单行应为 1–9999 的整数',
    en: 'the line of the order is a whole number from 1 to 9,999',
  },
  exportMode: {
    zh: '监管方式应为 9610、9710、9810、1210、other 或 unknown',
    en: 'the mode is 9610, 9710, 9810, 1210, other or unknown',
  },
};

export const importSentences = {
  cell: (column: string): Words => {
    const hint = hints[column];
    return (
      hint ?? { zh: '内容过长或含有不能使用的字符', en: 'too long, or with characters that cannot be used' }
    );
  },
  twoHeads: (reference: string): Words => ({
    zh: `单号 ${reference} 的各行在这一列不一致，请改成一样`,
    en: `the rows of ${reference} differ in this column; make them the same`,
  }),
  tooManyLines: (reference: string, lines: number, most: number): Words => ({
    zh: `单号 ${reference} 有 ${lines} 行，一张退货单最多 ${most} 行。请分成几个单号。`,
    en: `${reference} has ${lines} rows; one return has at most ${most}. Split them into several numbers.`,
  }),
  unknownSku: (code: string): Words => ({
    zh: `商品编码 ${code} 不在您的商品目录中。请更正编码，或先在“商品”中新增。`,
    en: `${code} is not one of your SKUs. Correct it, or add it under SKUs first.`,
  }),
  notADocument: (number: string): Words => ({
    zh: `“${number}”不像出口报关单号或清单编号（18 位）。请对照单证核对。`,
    en: `"${number}" does not look like the number of an export declaration or list (18 characters). Check it against the document.`,
  }),
  nothingToMark: {
    zh: '这个文件里没有找到表格，或行数太多，不能标出单元格。请先看检查报告。',
    en: 'No table was found in this file, or it has too many rows to mark its cells. Read the report first.',
  } satisfies Words,
  serialTwice: (serial: string, reference: string): Words => ({
    zh: `序列号 ${serial} 已在单号 ${reference} 中出现。请核对，重复的只留一行。`,
    en: `Serial ${serial} already appears under ${reference}. Check it, and keep one row.`,
  }),
  rows: (rows: readonly number[], words: Words): Words =>
    rows.length === 1
      ? { zh: `第 ${rows[0]} 行：${words.zh}`, en: `Row ${rows[0]}: ${words.en}` }
      : {
          zh: `第 ${rows[0]}–${rows.at(-1)} 行：${words.zh}`,
          en: `Rows ${rows[0]}–${rows.at(-1)}: ${words.en}`,
        },
  /** It passed the check, and then something changed. */
  leftOut: (words: Words): Words => ({
    zh: `${words.zh}检查之后情况有变，这张退货单没有导入；其他退货单不受影响。`,
    en: `${words.en} This changed after the check: this return order was not imported; the others were.`,
  }),
} as const;

/** What people call the modes of an export, with what else they write for them. */
export const modeNames: Readonly<
  Record<SupervisionMode, { readonly words: Words; readonly alias: readonly string[] }>
> = {
  '9610': {
    words: { zh: '跨境贸易电子商务', en: 'Cross-border e-commerce, retail' },
    alias: ['9610 直邮出口', '电子商务', '跨境直邮', 'B2C'],
  },
  '9710': {
    words: { zh: '跨境电商B2B直接出口', en: 'Cross-border e-commerce, B2B direct' },
    alias: ['B2B直接出口'],
  },
  '9810': {
    words: { zh: '跨境电商出口海外仓', en: 'Cross-border e-commerce, overseas warehouse' },
    alias: ['海外仓', '出口海外仓'],
  },
  '1210': {
    words: { zh: '保税跨境贸易电子商务', en: 'Bonded cross-border e-commerce' },
    alias: ['保税电商', '网购保税'],
  },
  other: { words: { zh: '其他', en: 'Other' }, alias: ['其它'] },
  unknown: { words: { zh: '不详', en: 'Unknown' }, alias: ['未知', '不清楚', 'n/a', '无'] },
};
