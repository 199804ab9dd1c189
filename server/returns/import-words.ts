import { countries } from '../identifiers/countries.ts';
import { type Entry, type Vocabulary, vocabularyOf } from '../spreadsheets/vocabulary.ts';
import { exportModes } from './submit.ts';

const modeNames: Readonly<Record<(typeof exportModes)[number], Omit<Entry, 'value'>>> = {
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

/** What the words of a spreadsheet may mean, as it goes over to the thread that reads it. */
export type ImportWords = Readonly<Record<'reason' | 'wish', readonly Entry[]>>;

type CodeRow = { readonly list: string; readonly code: string; readonly zh: string; readonly en: string };
export function importWords(codes: readonly CodeRow[]): ImportWords {
  const of = (name: string) =>
    codes.flatMap(({ list, code, zh, en }) => (list === name ? [{ value: code, words: { zh, en } }] : []));
  return { reason: of('reason'), wish: of('disposition') };
}

let always: Readonly<Record<'country' | 'exportMode', Vocabulary>> | undefined;
/** The vocabularies of the columns of words. Those of law and geography are made once. */
export function vocabulariesOf({ reason, wish }: ImportWords): Readonly<Record<string, Vocabulary>> {
  always ??= {
    country: vocabularyOf(countries()),
    exportMode: vocabularyOf(exportModes.map((value) => ({ value, ...modeNames[value] }))),
  };
  return { ...always, reason: vocabularyOf(reason), wish: vocabularyOf(wish) };
}
