import type { SupervisionMode } from '../identifiers/customs-numbers.ts';

/** A legal date: a day of the calendar in China, 'YYYY-MM-DD'. */
export type CalendarDate = string;

const day = 86_400_000;
const written = (time: number): CalendarDate => new Date(time).toISOString().slice(0, 10);

export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && written(time) === text;
}

function midnight(date: CalendarDate): number {
  if (!isCalendarDate(date)) throw new RangeError(`not a date of the calendar: ${date}`);
  return Date.parse(`${date}T00:00:00Z`);
}

/** Which day it is in China at that moment. China keeps UTC+8 all year. */
export const shanghaiDate = (now: Date): CalendarDate => written(now.getTime() + 8 * 3_600_000);

/** The moment at which that day began in China. @throws RangeError when `date` is not a date */
export const shanghaiMidnight = (date: CalendarDate): Date => new Date(midnight(date) - 8 * 3_600_000);

/** @throws RangeError when `date` is not a date */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  written(midnight(date) + days * day);

/**
 * The same day some months on, or the last day of that month when it is shorter: 2026-08-31 + 6 = 2027-02-28.
 * @throws RangeError when `date` is not a date
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const from = new Date(midnight(date));
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return written(Date.UTC(year, month, Math.min(from.getUTCDate(), lastDay)));
}

export interface ExportDates {
  readonly exportedOn?: CalendarDate | null;
  readonly releasedOn?: CalendarDate | null;
  /** 1210 only: the day the goods left the zone and the country. */
  readonly zoneLeftOn?: CalendarDate | null;
}

/**
 * The day from which the six months of tax relief run; undefined when the mode has no relief or no day is known.
 * MoF/GACC/STA 2026 No.16 names 9610, 9710, 9810 and, from the day of leaving the zone, 1210. The announcement
 * does not say how to count, so the earliest known day is taken.
 */
export function taxReliefStart(mode: SupervisionMode, dates: ExportDates): CalendarDate | undefined {
  if (mode === 'other') return undefined;
  if (mode === '1210' && dates.zoneLeftOn) return dates.zoneLeftOn;
  const known = [dates.exportedOn, dates.releasedOn, mode === 'unknown' ? dates.zoneLeftOn : undefined];
  return known.filter((date) => typeof date === 'string').sort()[0];
}

/** The last day with tax relief: six months from `start`, less a margin of days. MoF/GACC/STA 2026 No.16. */
export const taxReliefUntil = (start: CalendarDate, safetyDays = 1): CalendarDate =>
  addDays(addMonths(start, 6), -safetyDays);

/** The last day to be back in China: a year from release, less a margin of days. GACC 2020 No.44, item 4. */
export const supervisionUntil = (releasedOn: CalendarDate, safetyDays = 1): CalendarDate =>
  addDays(addMonths(releasedOn, 12), -safetyDays);

/** Whole days that remain: 0 on the last day itself, below 0 when it has passed. */
export const daysLeft = (until: CalendarDate, today: CalendarDate): number =>
  (midnight(until) - midnight(today)) / day;
