import { FinishSheet } from './finish-sheet.tsx';
import { LineSheet } from './line-sheet.tsx';
import { UnannouncedSheet } from './unannounced-sheet.tsx';

/** What the receiver opens now and then, fetched together. */
export const sheets = { FinishSheet, LineSheet, UnannouncedSheet };
