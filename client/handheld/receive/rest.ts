export { BackButton } from './back-button.tsx';
export { DoubtButtons, DoubtCard } from './doubt-card.tsx';
export { FinishSheet } from './finish-sheet.tsx';
export { HeldCard } from './held-card.tsx';
export { LineSheet } from './line-sheet.tsx';
export * as odd from './odd.ts';
export { UnannouncedSheet } from './unannounced-sheet.tsx';
