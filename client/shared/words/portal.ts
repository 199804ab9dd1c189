import { portalChinese } from './portal-chinese.ts';
import { portalEnglish } from './portal-english.ts';
import { room } from './room.ts';

/** What exporters read. No internal names. */
export const portal = room('portal', portalChinese, portalEnglish);
