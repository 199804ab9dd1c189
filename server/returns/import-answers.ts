import { sheetAnswersOf } from '../http/sheet-answers.ts';
import { importColumns } from './import-columns.ts';

/** What an exporter said of a spreadsheet of returns because it cannot be seen in it. */
export const SheetAnswers = sheetAnswersOf(importColumns);
