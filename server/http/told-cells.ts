import { allCodes } from '../../db/queries/master-data.ts';
import type { Scoped } from '../../db/scope.ts';
import type { WorkbookCell } from '../spreadsheets/write-workbook.ts';
import { type ColumnKind, cellWords, type ListColumn } from '../words/columns.ts';
import type { Words } from '../words/words.ts';

export type Language = 'zh-CN' | 'en';
/** What a list says in one cell; words are told in the reader's language. */
export type ListCell = WorkbookCell | Words;

export interface Told {
  /** The words in the reader's language; both, where no language was asked for. */
  say(words: Words): string;
  /** What stands in the cell of such a column. */
  cell(value: ListCell, kind: ColumnKind): WorkbookCell;
  /** A code of a list with its name: R01 质量问题; the code alone where no language was asked for: a program reads it. */
  code(list: string, value: string): string;
}

/** How a spreadsheet says things to its reader. */
export async function toldIn(language: Language | undefined, db: Scoped): Promise<Told> {
  const names = new Map((await db.ask(allCodes, {})).map((row) => [`${row.list} ${row.code}`, row]));
  const say = ({ zh, en }: Words) =>
    language === 'en' ? en : language === 'zh-CN' || zh === en ? zh : `${zh} ${en}`.trim();
  const code = (list: string, value: string) => {
    const name = language && names.get(`${list} ${value}`);
    return name ? `${value} ${say(name)}` : value;
  };
  const regions = language && new Intl.DisplayNames(language === 'en' ? 'en' : 'zh-Hans', { type: 'region' });
  const country = (value: string) => (/^[A-Z]{2}$/.test(value) ? (regions?.of(value) ?? value) : value);
  return {
    say,
    code,
    cell: (value, kind) => {
      if (typeof value === 'boolean') return say(value ? cellWords.yes : cellWords.no);
      if (isWords(value)) return say(value);
      if (typeof value !== 'string') return value;
      if (kind === 'moment') return new Date(value);
      if (kind === 'country') return country(value);
      return typeof kind === 'object' ? code(kind.coded, value) : value;
    },
  };
}

const isWords = (value: ListCell): value is Words =>
  typeof value === 'object' && value !== null && !(value instanceof Date);

/** How wide and typed a column is in a workbook. */
export const sheetColumn = ({ name, kind }: ListColumn, { say }: Told) => ({
  name: say(name),
  kind: typeof kind === 'object' || kind === 'country' ? ('text' as const) : kind,
});

/** An amount in minor units as a number that a spreadsheet can add up: (1250, 'CNY') is 12.5. */
export function majorUnits(minor: number, currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
}
