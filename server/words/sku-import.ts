import type { Words } from './words.ts';

export const skuImportNoun: Words = { zh: '商品导入', en: 'import of SKUs' };

/** What the template is called, and its sheets. */
export const skuTemplateWords = {
  file: '商品导入模板 SKU template',
  sheet: '商品 SKUs',
  examples: '填写示例 Examples',
  about: '示例 Example',
} as const;

const hints: Readonly<Record<string, Words>> = {
  code: { zh: '商品编码最多 64 个字', en: 'a SKU has at most 64 characters' },
  gtin: { zh: '条码是 8、12、13 或 14 位数字', en: 'a GTIN has 8, 12, 13 or 14 digits' },
  hsCode: { zh: 'HS 编码是 6–13 位数字', en: 'an HS code has 6 to 13 digits' },
  value: {
    zh: '申报价值写成 85.50 这样的数字；“1,000”可能是一千，也可能是一',
    en: 'write the declared value like 85.50; "1,000" may be a thousand or one',
  },
  currency: { zh: '币种是三个字母，如 CNY、USD', en: 'a currency has three letters, like CNY or USD' },
  weightGrams: {
    zh: '重量写成克，如 250；也可以写 0.25kg',
    en: 'the weight is in grams, like 250; 0.25kg is read, too',
  },
  batteryWh: { zh: '电池瓦时写成 37 或 37.5', en: 'the watt-hours are written like 37 or 37.5' },
};

export const skuImportSentences = {
  cell: (column: string): Words =>
    hints[column] ?? {
      zh: '内容过长或含有不能使用的字符',
      en: 'too long, or with characters that cannot be used',
    },
  twice: (code: string, row: number): Words => ({
    zh: `商品 ${code} 在第 ${row} 行已经出现过。每个商品只留一行。`,
    en: `SKU ${code} already appears in row ${row}. Keep one row for each SKU.`,
  }),
  newNeeds: (code: string): Words => ({
    zh: `${code} 是新商品，这一格要填写。`,
    en: `${code} is a new SKU: this cell has to be filled in.`,
  }),
  currencyAlone: (code: string, from: string, to: string): Words => ({
    zh: `${code} 的币种从 ${from} 改成 ${to}，请同时填写申报价值。`,
    en: `The currency of ${code} changes from ${from} to ${to}: fill in its declared value, too.`,
  }),
  underGoods: (code: string, pieces: number, from: Words, to: Words): Words => ({
    zh: `${code} 还有 ${pieces} 件货在途或在库，这项从“${from.zh}”改成“${to.zh}”会影响报关和运输。确认无误请选择“按填写的导入”。`,
    en: `Of ${code}, goods are here or on their way (${pieces}); changing this from "${from.en}" to "${to.en}" affects customs and transport. If it is right, choose “Import as written”.`,
  }),
  changedSince: (code: string): Words => ({
    zh: `商品 ${code} 检查之后有变化，没有导入。请重新检查这份表格。`,
    en: `SKU ${code} changed after the check and was not imported. Check the file again.`,
  }),
  nothing: { zh: '（空）', en: '(empty)' },
} as const;
