import { sheetAnswersOf } from '../http/sheet-answers.ts';
import type { SheetKind } from '../http/sheet-layouts.ts';
import { exportColumns } from './sheet-columns.ts';

/** What an exporter said of a spreadsheet of exported orders because it cannot be seen in it. */
export const ExportAnswers = sheetAnswersOf(exportColumns);

export const sheetsOfExports: SheetKind = {
  kind: 'exported orders',
  answers: ExportAnswers,
  wordColumns: new Set(['country', 'exportMode']),
};
