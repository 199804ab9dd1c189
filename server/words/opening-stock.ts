import { importSentences } from './import.ts';
import type { Words } from './words.ts';

export const openingNoun: Words = { zh: '期初库存导入', en: 'import of opening stock' };

/** What the template is called, and its sheets. */
export const openingTemplateWords = {
  file: '期初库存导入模板 opening stock template',
  sheet: '期初库存 Opening stock',
  examples: '填写示例 Examples',
  about: '示例 Example',
  /** Hidden: the lists to choose from. */
  choices: 'choices',
  /** The file in which the sheet goes back with its faults marked. */
  marked: '期初库存_待改正 opening stock to correct.xlsx',
} as const;

/** What other systems call the grades. */
export const conditions: Readonly<Record<string, readonly string[]>> = {
  N: ['全新', '新', '未拆封', 'new', 'unopened', 'sealed', 'brand new'],
  A: ['A级', 'A 级', '良品', '正品', '好件', 'like new', 'good stock', 'grade A', 'open box'],
  B: ['B级', 'B 级', 'good', 'grade B', 'very good'],
  C: ['C级', 'C 级', 'fair', 'grade C', 'acceptable'],
  D: ['D级', 'D 级', '不良品', '坏件', '故障', 'defective', 'faulty', 'grade D', 'to repair'],
  E: ['E级', 'E 级', '报废品', 'scrap', 'grade E'],
  H: ['危险', '电池鼓包', 'dangerous', 'swollen battery', 'hazard'],
  Q: ['待检', '未判定', 'to be inspected', 'unknown', 'untested'],
};

const hints: Readonly<Record<string, Words>> = {
  quantity: {
    zh: '数量应为 1–100000 的整数；有序列号的一件一行，可以不填',
    en: 'quantity is a whole number from 1 to 100,000; with a serial there is one row for each, and it may be empty',
  },
  location: { zh: '货位编码最多 32 个字', en: 'the code of a place has at most 32 characters' },
  ownNumber: { zh: '编号最多 64 个字', en: 'a number has at most 64 characters' },
};

/** What is wrong with opening stock beside what is wrong with any spreadsheet: each says what to do. */
export const openingSentences = {
  cell: (column: string): Words => hints[column] ?? importSentences.cell(column),
  whose: {
    zh: '没写出口商。请填写出口商代码或名称，或在页面上选择这份表格属于哪个出口商。',
    en: 'No exporter stands here. Fill in its code or name, or choose on the page whose sheet it is.',
  },
  unknownSku: (sku: string, exporter: Words): Words => ({
    zh: `${exporter.zh}没有商品 ${sku}。请改正编码，或先在“商品”里新增它。`,
    en: `${exporter.en} has no SKU ${sku}. Correct the code, or add the SKU first.`,
  }),
  unknownPlace: (place: string): Words => ({
    zh: `本仓没有货位 ${place}。请改正编码，或先在“货位”里新增它。`,
    en: `This warehouse has no place ${place}. Correct the code, or add the place first.`,
  }),
  serialTwice: (serial: string, row: number): Words => ({
    zh: `序列号 ${serial} 在第 ${row} 行已经出现过。每件只留一行。`,
    en: `Serial ${serial} stands in row ${row} already. Leave one row for each article.`,
  }),
  serialIsOne: (serial: string, quantity: number): Words => ({
    zh: `有序列号 ${serial} 的只有一件，这里写了 ${quantity} 件。每件写一行，各写自己的序列号。`,
    en: `With serial ${serial} there is one article, and ${quantity} are written here. Give each a row with its own serial.`,
  }),
  needsSerials: (sku: string, quantity: number): Words => ({
    zh: `商品 ${sku} 按序列号管理，不能写 ${quantity} 件一行。每件写一行，填上序列号。`,
    en: `SKU ${sku} has serials and cannot stand as ${quantity} in one row. Give each article a row with its serial.`,
  }),
  noSerial: (sku: string): Words => ({
    zh: `商品 ${sku} 按序列号管理，这一行没有序列号。请填写；实物上读不出的，可以选“原文就是这样”。`,
    en: `SKU ${sku} has serials, and this row has none. Fill it in; where none can be read on the article, say that it is meant so.`,
  }),
  imei2: (imei: string): Words => ({
    zh: `第二个 IMEI“${imei}”不对：要 15 位且校验位正确，和序列号不同，并且要填序列号。`,
    en: `"${imei}" is no second IMEI: fifteen digits with a right check digit, another than the serial, which has to stand there, too.`,
  }),
  alive: (serial: string, code: string, state: Words): Words => ({
    zh: `序列号 ${serial} 已在系统里：${code}（${state.zh}）。请核对实物；位置或等级不对的，请在该货品页面更正。`,
    en: `Serial ${serial} is here already: ${code} (${state.en.toLowerCase()}). Check the article; where its place or grade is wrong, correct it on its page.`,
  }),
  cameBefore: (serial: string, code: string, state: Words): Words => ({
    zh: `序列号 ${serial} 以前来过：${code}（${state.zh}）。它又在货架上，请按退货收货，履历才接得上。`,
    en: `Serial ${serial} was here before: ${code} (${state.en.toLowerCase()}). As it is back, receive it as a return, so that its history goes on.`,
  }),
  anothers: (serial: string, code: string): Words => ({
    zh: `序列号 ${serial} 在另一货主名下：${code}。请核对实物和货主。`,
    en: `Serial ${serial} is in another owner’s name: ${code}. Check the article and whose it is.`,
  }),
  future: {
    zh: '日期在今天之后。请填写真实日期。',
    en: 'This date is still to come. Write the real one.',
  },
  place: (why: Words, next: Words): Words => ({ zh: `${why.zh}${next.zh}`, en: `${why.en} ${next.en}` }),
  here: (code: string): Words => ({
    zh: `这一行已经接管过，就是 ${code}，不会再存一次。如果是另一批，请在“您的单号”列写上不同的编号。`,
    en: `This row was taken over already: it is ${code}, and is not stored again. Where it is another lot, give it a number of its own.`,
  }),
  /** It passed the check, and then something changed. */
  leftOut: (row: number, words: Words): Words => ({
    zh: `第 ${row} 行：${words.zh}检查之后情况有变，这一行没有存；其他行都已存。改好后把同一份表格再导入一次，已存的不会重复。`,
    en: `Row ${row}: ${words.en} This changed after the check, and the row was not stored; the others were. Put it right and import the same sheet again: what is stored is not stored twice.`,
  }),
  changed: {
    zh: '有人动过它所指的商品、货位或序列号。',
    en: 'Somebody changed its SKU, place or serial.',
  },
} as const;
