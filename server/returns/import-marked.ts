import type { Download } from '../http/route.ts';
import { type Mark, markWorkbook } from '../spreadsheets/mark-workbook.ts';
import { linesToMark } from '../spreadsheets/read-table.ts';
import { templateWords } from '../words/import.ts';
import { importColumns } from './import-columns.ts';
import type { Fault, SheetKnown } from './import-sheet.ts';

/** A file with what is to be said of its cells. */
export interface MarkAsked extends Pick<SheetKnown, 'answers'> {
  readonly file: Uint8Array;
  readonly marks: readonly Mark[];
}

/** The faults in the reader's language, with what may have been meant. */
export const marksOf = (faults: readonly Fault[], language: 'zh' | 'en'): Mark[] =>
  faults.map(({ row, at, words, proposals }) => {
    const proposed = proposals.map(({ words }) => words[language]).filter((text) => text !== '');
    const text = proposed.length > 0 ? `${words[language]} → ${proposed.join(' / ')}` : words[language];
    return { row, at, text };
  });

/** The file as a workbook with its faults marked; undefined where no table was found in it. */
export async function markSheet({ file, answers = {}, marks }: MarkAsked): Promise<Uint8Array | undefined> {
  const found = await linesToMark(file, importColumns, {
    answers,
    examples: new Set([templateWords.examples, templateWords.choices]),
  });
  return found && markWorkbook(found, marks);
}

/** Under the file's own name it would overwrite the file. */
export const markedDownload = (bytes: Uint8Array): Download => ({
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  name: templateWords.marked,
  bytes,
});
