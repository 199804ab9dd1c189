/** What the receiver opens now and then, fetched together. */
export { FinishSheet } from './finish-sheet.tsx';
export { LineSheet } from './line-sheet.tsx';
export { UnannouncedSheet } from './unannounced-sheet.tsx';
