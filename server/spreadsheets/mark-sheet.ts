import type { Download } from '../http/route.ts';
import type { Fault } from '../http/sheet-faults.ts';
import type { Answers } from './answers.ts';
import type { Column } from './header.ts';
import { type Mark, markWorkbook } from './mark-workbook.ts';
import { linesToMark } from './read-table.ts';

/** A file with what is to be said of its cells, the columns by which its table is found, and our own sheets in it. */
export interface MarkAsked {
  readonly file: Uint8Array;
  readonly answers?: Answers;
  readonly marks: readonly Mark[];
  readonly columns: readonly Column[];
  readonly examples: ReadonlySet<string>;
}

/** The same for a thread. It knows the columns itself: they hold functions, and no function goes over to a thread. */
export interface MarkInThread extends Omit<MarkAsked, 'columns' | 'examples'> {
  readonly of: 'returns' | 'exports' | 'stock';
}

/** The faults in the reader's language, with what may have been meant. */
export const marksOf = (faults: readonly Fault[], language: 'zh' | 'en'): Mark[] =>
  faults.map(({ row, at, words, proposals }) => {
    const proposed = proposals.map(({ words }) => words[language]).filter((text) => text !== '');
    const text = proposed.length > 0 ? `${words[language]} → ${proposed.join(' / ')}` : words[language];
    return { row, at, text };
  });

/** The file as a workbook with its faults marked; undefined where no table was found in it. */
export async function markSheet({ file, answers = {}, marks, columns, examples }: MarkAsked) {
  const found = await linesToMark(file, columns, { answers, examples });
  return found && markWorkbook(found, marks);
}

/** Under the file's own name it would overwrite the file. */
export const markedDownload = (bytes: Uint8Array, name: string): Download => ({
  ...{ type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', name, bytes },
});
