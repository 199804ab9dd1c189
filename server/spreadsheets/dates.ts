/** In which order a date of three numbers is written: 09/08/2026, 26-08-09. */
export const dateOrders = ['dayFirst', 'monthFirst', 'yearFirst'] as const;
export type DateOrder = (typeof dateOrders)[number];
export type ReadDate =
  | { readonly date: string }
  /** It can be read in several orders, or in one alone; null where it is no date in that order. */
  | ({ readonly [order in DateOrder]: string | null } & {
      /** Its year has two digits: what it can mean depends on today, and shows nothing of other cells. */
      readonly isShort: boolean;
    });

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const BUDDHIST_YEARS_AHEAD = 543;
/** Days of a spreadsheet's calendar from 1982 to 2119: nobody writes another number of five digits as a date. */
const SERIAL = { from: 30_000, to: 80_000 };
const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;

const yearFirst = /^(\d{4}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?[日号號]?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const named = /^(\d{1,2})(?:st|nd|rd|th)?[ /-]([a-z]{3,9})\.?,?[ /-](\d{4}|\d{2})$/;
const namedFirst = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;
const twoWays = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const shortYear = /^(\d{1,2}) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}) ?[日号號]?$/;
/** A time behind a date, without its zone: which day it was is said before it. */
const beginsTime = /[ t]\d{1,2}:\d{2}/;
const time = /^[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?(?: ?[ap]m)?$/;
const instant =
  /^(\d{4}-\d{2}-\d{2})[t ](\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(z|utc|gmt|[+-]\d{2}(?::?\d{2})?)$/;
/** How long ago something was exported that still comes back: an older date with two digits of a year is read wrongly. */
const YEARS_BACK = 5;

/**
 * A date as spreadsheets, shops and people write it, as a day of the calendar (2026-08-20). A moment with its zone is
 * the day that it was in China; a time without one is dropped. Years of the Buddhist calendar are brought to ours.
 * @param today what a year of two digits means is looked for in the years before it
 * @returns undefined for what is no date in any of these ways
 */
export function readDate(given: string, today?: string): ReadDate | undefined {
  const text = given.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  const moment = instant.exec(text);
  if (moment) return dayInChina(moment);
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromSerial(Number(text));
  const day = withoutTime(text);
  return inOneWay(day) ?? inTwoWays(day) ?? withShortYear(day, today);
}

/** 2026-08-20 23:30:00 +0800, as Shopify writes it, and 2026-08-20T15:30:00Z. */
function dayInChina([, day = '', time = '', zone = '']: RegExpExecArray): ReadDate | undefined {
  const [, hours = '', minutes = '00'] = /^([+-]\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  const offset = hours === '' ? 'Z' : `${hours}:${minutes}`;
  return dated(new Date(new Date(`${day}T${time.padStart(5, '0')}${offset}`).getTime() + CHINA_MS));
}

function withoutTime(text: string): string {
  const at = text.search(beginsTime);
  return at > 0 && time.test(text.slice(at)) ? text.slice(0, at) : text;
}

/** A date of which year, month and day are told apart by how it is written. */
function inOneWay(text: string): ReadDate | undefined {
  const [, year = '', month = '', day = ''] = yearFirst.exec(text) ?? compact.exec(text) ?? [];
  if (year) return whole(year, month, day);
  const [, dayBefore = '', name = '', yearAfter = ''] = named.exec(text) ?? [];
  if (name) return whole(yearAfter, monthNamed(name), dayBefore);
  const [, nameFirst = '', dayNext = '', yearLast = ''] = namedFirst.exec(text) ?? [];
  return nameFirst ? whole(yearLast, monthNamed(nameFirst), dayNext) : undefined;
}

function inTwoWays(text: string): ReadDate | undefined {
  const [, first = '', second = '', year = ''] = twoWays.exec(text) ?? [];
  if (!year) return undefined;
  const dayFirst = calendarDate(year, second, first);
  const monthFirst = calendarDate(year, first, second);
  if (dayFirst === null && monthFirst === null) return undefined;
  return dayFirst === monthFirst && dayFirst !== null
    ? { date: dayFirst }
    : { dayFirst, monthFirst, yearFirst: null, isShort: false };
}

/** 26-08-01 may be of three orders, of which only those count that mean a day of the last years. */
function withShortYear(text: string, today: string | undefined): ReadDate | undefined {
  const [, first = '', second = '', third = ''] = shortYear.exec(text) ?? [];
  const isChinese = text.includes('年');
  const day = (year: string, month: string, date: string) => {
    if (year.length !== 2) return null;
    // In Thailand 69 is 2569.
    const years = today === undefined ? [year] : [year, `25${year}`];
    const read = years.map((one) => calendarDate(one, month, date));
    return read.find((one) => one !== null && (today === undefined || isOfLastYears(one, today))) ?? null;
  };
  const ways = {
    dayFirst: isChinese ? null : day(third, second, first),
    monthFirst: isChinese ? null : day(third, first, second),
    yearFirst: day(first, second, third),
  };
  return Object.values(ways).every((one) => one === null) ? undefined : { ...ways, isShort: true };
}
const isOfLastYears = (date: string, today: string) =>
  date <= today && date >= `${Number(today.slice(0, 4)) - YEARS_BACK}${today.slice(4)}`;

const monthNamed = (name: string) => {
  const at = months.findIndex((month) => name.startsWith(month));
  return String(at + 1);
};

function whole(year: string, month: string, day: string): ReadDate | undefined {
  const date = calendarDate(year, month, day);
  return date === null ? undefined : { date };
}

function calendarDate(yearText: string, month: string, day: string): string | null {
  const written = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
  const year = written >= 2400 ? written - BUDDHIST_YEARS_AHEAD : written;
  const date = new Date(Date.UTC(year, Number(month) - 1, Number(day)));
  const isThere = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isThere && year >= 1990 && year < 2100 ? date.toISOString().slice(0, 10) : null;
}

const fromSerial = (serial: number): ReadDate | undefined =>
  serial >= SERIAL.from && serial < SERIAL.to
    ? dated(new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * DAY_MS))
    : undefined;
const dated = (day: Date): ReadDate | undefined =>
  Number.isNaN(day.getTime()) ? undefined : { date: day.toISOString().slice(0, 10) };

/** The order that a column's own dates show, where one of them can be read in no other; undefined where none does, or they disagree. */
export function orderShown(column: readonly (ReadDate | undefined)[]): DateOrder | undefined {
  const shown = new Set(
    column.flatMap((one): DateOrder[] => {
      if (!one || 'date' in one || one.isShort) return [];
      if (one.dayFirst !== null && one.monthFirst !== null) return [];
      return [one.dayFirst === null ? 'monthFirst' : 'dayFirst'];
    }),
  );
  return shown.size === 1 ? [...shown][0] : undefined;
}

const exchanged = (date: string) => date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$1-$3-$2');

/**
 * What day and month of a column's true dates are when exchanged, by its cells, where they probably were: a program that
 * took the month for the first number made dates of 09/08/2026 and left 13/08/2026 as it stood. Then no true date has a day
 * above the twelfth, and no other one can be read in both orders.
 */
export function halfConverted(column: readonly string[], today?: string): ReadonlyMap<string, string> {
  const cells = [...new Set(column)].flatMap((cell) => {
    const read = cell === '' ? undefined : readDate(cell, today);
    return read ? [{ cell, read }] : [];
  });
  const left = cells.filter(({ read }) => !('date' in read));
  const others = cells.flatMap(({ cell, read }) => ('date' in read ? [{ cell, date: read.date }] : []));
  const isOneOrder = orderShown(left.map(({ read }) => read)) !== undefined;
  const canBeReadTwoWays = left.some(
    ({ read }) => !('date' in read) && read.dayFirst !== null && read.monthFirst !== null,
  );
  const isEachEarly = others.every(
    ({ date, cell }) => startsWithYear.test(cell) && Number(date.slice(8)) <= 12,
  );
  if (!isOneOrder || canBeReadTwoWays || !isEachEarly) return new Map();
  const pairs = others.map(({ cell, date }) => [cell, exchanged(date)] as const);
  return new Map(pairs.filter(([cell, date]) => date !== exchanged(date) && cell !== ''));
}
const startsWithYear = /^\d{4}\D/;
