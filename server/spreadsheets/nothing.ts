import { tidyIdentifier } from '../identifiers/tidy.ts';

const noValue = new Set(
  [
    ...['n/a', 'n.a.', 'n.a', 'n\\a', 'nil', 'none', 'null', 'nan', 'undefined', 'blank', '(blank)', 'empty'],
    ...['无', '無', '没有', '沒有', '空', '暂无', '暫無', '未填', '未填写'],
    ...['không', 'không có', 'tidak ada', 'kosong', 'tiada', 'ไม่มี', 'wala'],
  ].map((word) => word.normalize('NFKC')),
);
const signsAlone = /^(-{1,3}|[/\\])$/;
/** Words for nothing that are codes of countries, too. */
const nothingOrCode = new Set(['na', 'no']);

/** Whether a cell says that there is nothing to say. */
export function saysNothing(cell: string, mayBeCode: boolean): boolean {
  const word = tidyIdentifier(cell).toLowerCase();
  return noValue.has(word) || signsAlone.test(word) || (!mayBeCode && nothingOrCode.has(word));
}

/** Codes of countries that are words of English, too; MY, US and ID nobody writes for anything else here. */
const wordsThatAreCodes = new Set([
  ...['na', 'no', 'am', 'as', 'at', 'be', 'by', 'do', 'in', 'is', 'it', 'me', 'so', 'to'],
]);
const twoLetters = /^[a-z]{2}$/i;

/** Whether a column is one of codes of two letters, so that NO and IN mean Norway and India there. */
export function holdsCodesAlone(cells: readonly string[]): boolean {
  const told = new Set(cells.map((cell) => cell.trim()));
  const others = [...told].filter((cell) => cell !== '' && !wordsThatAreCodes.has(cell.toLowerCase()));
  return others.length > 0 && others.every((cell) => twoLetters.test(cell));
}
export const isWordAndCode = (cell: string): boolean => wordsThatAreCodes.has(cell.trim().toLowerCase());
