import type { FoundFault } from '../http/sheet-faults.ts';
import { readCustomsNumber } from '../identifiers/customs-numbers.ts';
import { importSentences } from '../words/import.ts';

/** What has the form of no customs document, or of one of an import, was mistyped, or stands in the wrong column. */
export const documentFaults = (
  lines: readonly { readonly exportDocument?: string | undefined }[],
  rows: readonly number[],
): FoundFault[] =>
  lines.flatMap(({ exportDocument: value }, i): FoundFault[] => {
    const read = value === undefined ? undefined : readCustomsNumber(value);
    if (value === undefined || (read && read.direction !== 'import')) return [];
    const words = importSentences.notADocument(value);
    const where = { row: rows[i] ?? 0, column: 'exportDocument', value };
    return [{ ...where, words, may: 'keep', code: 'notADocument' }];
  });
