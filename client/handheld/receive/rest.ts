/** What not every piece needs: it comes behind what the dock needs before its first scan. */
export const parts = {
  DoubtCard: () => import('./doubt-card.tsx'),
  DoubtButtons: () => import('./doubt-buttons.tsx'),
  FinishSheet: () => import('./finish-sheet.tsx'),
  LineSheet: () => import('./line-sheet.tsx'),
  CameCard: () => import('./came-card.tsx'),
  NextIs: () => import('./next-is.tsx'),
  NextIsWrong: () => import('./next-is-wrong.tsx'),
  UnannouncedSheet: () => import('./unannounced-sheet.tsx'),
  BackButton: () => import('./back-button.tsx'),
  AwaitedButtons: () => import('./awaited-buttons.tsx'),
  Elsewhere: () => import('./elsewhere.tsx'),
  OnceCard: () => import('./once-card.tsx'),
  others: () => import('./others.ts'),
  odd: () => import('./odd.ts'),
  TogetherButtons: () => import('./together-buttons.tsx'),
  together: () => import('./together.ts'),
  parcel: () => import('./parcel.ts'),
  danger: () => import('./danger.ts'),
};
/** Fetches all of it, so that it is there when the network is not. */
export const receiveRest = () => Promise.allSettled(Object.values(parts).map((fetch) => fetch()));
