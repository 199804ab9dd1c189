import { and, eq } from 'drizzle-orm';
import { allCodes } from '../../db/queries/master-data.ts';
import { organisations } from '../../db/schema/master-data.ts';
import type { Scoped } from '../../db/scope.ts';
import { supervisionModes } from '../identifiers/customs-numbers.ts';
import { type Entry, type Vocabulary, vocabularyOf } from '../spreadsheets/vocabulary.ts';
import { cellWords } from '../words/columns.ts';
import { modeNames } from '../words/import.ts';
import { conditions } from '../words/opening-stock.ts';

/** What the words of a spreadsheet may mean here, as it goes over to the thread that reads it. */
export type StockWords = Readonly<
  Record<'exporter' | 'grade' | 'disposition' | 'customsStatus', readonly Entry[]>
>;

const MAX_EXPORTERS = 5_000;

/** Who owns goods here, and the codes of this installation. */
export async function stockWords(db: Scoped): Promise<StockWords> {
  const codes = await db.ask(allCodes, {});
  const of = (name: string, alias: Readonly<Record<string, readonly string[]>> = {}): Entry[] =>
    codes
      .filter(({ list }) => list === name)
      .map(({ code, zh, en }) => ({ value: code, words: { zh, en }, alias: alias[code] ?? [] }));
  const owners = await db.find(
    organisations,
    and(eq(organisations.kind, 'exporter'), eq(organisations.active, true)),
    MAX_EXPORTERS,
  );
  return {
    exporter: owners.map(({ code, nameZh, nameEn }) => ({ value: code, words: { zh: nameZh, en: nameEn } })),
    grade: of('grade', conditions),
    disposition: of('disposition'),
    customsStatus: of('customs status'),
  };
}

const yes = ['y', 'yes', 'true', '1', '有', '√', 'on'];
const no = ['n', 'no', 'false', '0', '无', '沒有', '没有', '不', 'off'];

/** The vocabularies of the columns of words. */
export const stockVocabularies = (words: StockWords): Readonly<Record<string, Vocabulary>> => ({
  exporter: vocabularyOf(words.exporter),
  grade: vocabularyOf(words.grade),
  disposition: vocabularyOf(words.disposition),
  customsStatus: vocabularyOf(words.customsStatus),
  exportMode: vocabularyOf(supervisionModes.map((value) => ({ value, ...modeNames[value] }))),
  hazard: vocabularyOf([
    { value: 'yes', words: cellWords.yes, alias: [`${cellWords.yes.zh} ${cellWords.yes.en}`, ...yes] },
    { value: 'no', words: cellWords.no, alias: [`${cellWords.no.zh} ${cellWords.no.en}`, ...no] },
  ]),
});
