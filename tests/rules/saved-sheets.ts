import * as xlsx from '@e965/xlsx';
import { readSheet } from '../../server/returns/import-sheet.ts';
import type { Answers, Remembered } from '../../server/spreadsheets/answers.ts';

export const words = {
  reason: [
    { value: 'R01', words: { zh: '质量问题', en: 'Defective' } },
    { value: 'R05', words: { zh: '发错货', en: 'Wrong item' } },
    { value: 'R99', words: { zh: '其他', en: 'Other' } },
  ],
  wish: [
    { value: 'RTS', words: { zh: '复售', en: 'Back to stock' } },
    { value: 'REP', words: { zh: '维修', en: 'Repair' } },
  ],
};
export const head = [
  '单号',
  'SKU',
  '数量',
  '退货原因',
  '期望处置',
  '国家',
  '退货运单号',
  '出口单证号',
  '出口日期',
  '监管方式',
];
export const whole = [
  'A-1',
  'SHIRT',
  1,
  '质量问题',
  '维修',
  '泰国',
  'JT0001112223334',
  '46412026E000000001',
  '',
  '9610',
];
export type Cell = string | number | Date | null;
export type Put = (sheet: xlsx.WorkSheet, book: xlsx.WorkBook) => void;
export const bookOf = (rows: readonly (readonly Cell[])[], put: Put = () => {}) => {
  const sheet = xlsx.utils.aoa_to_sheet(rows as Cell[][], { UTC: true });
  const book = xlsx.utils.book_new(sheet, '退货');
  put(sheet, book);
  return book;
};
export const saved = (book: xlsx.WorkBook, bookType: xlsx.BookType = 'xlsx'): Buffer =>
  Buffer.from(xlsx.write(book, { type: 'buffer', bookType }));
export const read = (file: Uint8Array, answers: Answers = {}, remembered: readonly Remembered[] = []) =>
  readSheet(file, { words, answers, remembered });
export const line = { sku: 'SHIRT', quantity: 1, reason: 'R01', wish: 'REP', exportMode: '9610' };
