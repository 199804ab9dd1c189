import { later } from '../../shared/later.tsx';

/** What the receiver opens now and then: fetched behind all that the dock needs before its first scan. */
export const fetchSheets = async () => (await import('./sheets.ts')).sheets;
const finish = async () => ({ FinishSheet: (await fetchSheets()).FinishSheet });
const line = async () => ({ LineSheet: (await fetchSheets()).LineSheet });
const unannounced = async () => ({ UnannouncedSheet: (await fetchSheets()).UnannouncedSheet });
export const FinishSheet = later(finish, 'FinishSheet');
export const LineSheet = later(line, 'LineSheet');
export const UnannouncedSheet = later(unannounced, 'UnannouncedSheet');
