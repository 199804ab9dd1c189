import type { Words } from './words.ts';

const turnsText: Words = {
  zh: '含有改变文字方向的隐藏字符，请删除后重新输入。',
  en: 'It contains invisible characters that change the direction of text; type it again without them.',
};
/** Marks that turn the direction of text: what stands beside them reads as something else, an amount too. */
export const isOneWay = (text: string) => !/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text);
export const oneWay = { params: { words: turnsText } };
