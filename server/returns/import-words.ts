import type { SheetKind } from '../http/sheet-layouts.ts';
import { carriers } from '../identifiers/carriers.ts';
import { countries } from '../identifiers/countries.ts';
import { supervisionModes } from '../identifiers/customs-numbers.ts';
import { type Entry, type Vocabulary, vocabularyOf } from '../spreadsheets/vocabulary.ts';
import { modeNames } from '../words/import.ts';
import { SheetAnswers } from './import-answers.ts';

/** What the words of a spreadsheet may mean, as it goes over to the thread that reads it. */
export type ImportWords = Readonly<Record<'reason' | 'wish', readonly Entry[]>>;

type CodeRow = { readonly list: string; readonly code: string; readonly zh: string; readonly en: string };
export function importWords(codes: readonly CodeRow[]): ImportWords {
  const of = (name: string) =>
    codes.flatMap(({ list, code, zh, en }) => (list === name ? [{ value: code, words: { zh, en } }] : []));
  return { reason: of('reason'), wish: of('disposition') };
}

let always: Readonly<Record<'country' | 'exportMode' | 'carrier', Vocabulary>> | undefined;
/** The vocabularies of the columns of words. Those of law and geography are made once. */
export function vocabulariesOf({ reason, wish }: ImportWords): Readonly<Record<string, Vocabulary>> {
  always ??= {
    country: vocabularyOf(countries()),
    carrier: vocabularyOf(carriers),
    exportMode: vocabularyOf(supervisionModes.map((value) => ({ value, ...modeNames[value] }))),
  };
  return { ...always, reason: vocabularyOf(reason), wish: vocabularyOf(wish) };
}

export const sheetsOfReturns: SheetKind = {
  kind: 'returns',
  answers: SheetAnswers,
  wordColumns: new Set(['reason', 'wish', 'country', 'exportMode', 'carrier']),
};
