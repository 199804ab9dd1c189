import { later } from '../../shared/later.tsx';

/** What the receiver opens now and then: fetched behind all that the dock needs before its first scan. */
export const fetchSheets = () => import('./sheets.ts');
export const FinishSheet = later(
  async () => ({ FinishSheet: (await fetchSheets()).FinishSheet }),
  'FinishSheet',
);
export const LineSheet = later(async () => ({ LineSheet: (await fetchSheets()).LineSheet }), 'LineSheet');
export const UnannouncedSheet = later(
  async () => ({ UnannouncedSheet: (await fetchSheets()).UnannouncedSheet }),
  'UnannouncedSheet',
);
