const hour = 3_600_000;
const day = 24 * hour;
/** China keeps UTC+8 all year. */
const ahead = 8 * hour;
const opens = 8.5 * hour;
const closes = 18 * hour;

const timeOfDay = (time: number) => (time + ahead) % day;
const midnight = (time: number) => time - timeOfDay(time);

/** The moment at which the demo's history ends: closing time of the day before `now`, in China. */
export const lastEvening = (now: Date): Date => new Date(midnight(now.getTime()) - day + closes);

/** So many days before or after, at an hour of the day in China: 13.5 is half past one. */
export const onDay = (from: Date, days: number, hours: number): Date =>
  new Date(midnight(from.getTime()) + days * day + hours * hour);

/** After so many hours of work; the warehouse works every day from 8:30 to 18:00. */
export function afterWork(from: Date, hours: number): Date {
  let time = from.getTime();
  let left = hours * hour;
  for (;;) {
    const since = timeOfDay(time);
    if (since < opens) time += opens - since;
    else if (since >= closes) time += day - since + opens;
    const room = closes - timeOfDay(time);
    if (left <= room) return new Date(time + left);
    left -= room;
    time += room;
  }
}

/** After so many hours of anybody's day, but never before nine in the morning. */
export function afterHours(from: Date, hours: number): Date {
  const time = from.getTime() + hours * hour;
  const early = 9 * hour - timeOfDay(time);
  return new Date(early > 0 ? time + early + (time % hour) / 2 : time);
}
