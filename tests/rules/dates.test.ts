import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysLeft,
  isCalendarDate,
  shanghaiDate,
  supervisionUntil,
  taxReliefStart,
  taxReliefUntil,
} from '../../server/customs/dates.ts';
import { vectors } from './vectors.ts';

test.each(vectors.windows)('six and twelve months from $start', ({ start, plus6m, plus12m }) => {
  expect(addMonths(start, 6)).toBe(plus6m);
  expect(addMonths(start, 12)).toBe(plus12m);
  expect(taxReliefUntil(start)).toBe(addDays(plus6m, -1));
  expect(supervisionUntil(start)).toBe(addDays(plus12m, -1));
  expect(taxReliefUntil(start, 0)).toBe(plus6m);
  expect(supervisionUntil(start, 7)).toBe(addDays(plus12m, -7));
});

test('month ends are clamped, leap years too', () => {
  expect(addMonths('2028-02-29', 12)).toBe('2029-02-28');
  expect(addMonths('2027-08-30', 6)).toBe('2028-02-29');
  expect(addMonths('2026-03-31', 1)).toBe('2026-04-30');
  expect(addMonths('2026-07-15', -6)).toBe('2026-01-15');
});

test('the day in China begins at 16:00 UTC', () => {
  expect(shanghaiDate(new Date('2026-06-30T15:59:59.999Z'))).toBe('2026-06-30');
  expect(shanghaiDate(new Date('2026-06-30T16:00:00Z'))).toBe('2026-07-01');
  expect(shanghaiDate(new Date('2026-12-31T20:00:00Z'))).toBe('2027-01-01');
});

test('the last day has 0 days left, the day after is overdue', () => {
  expect(daysLeft('2026-07-14', '2026-07-13')).toBe(1);
  expect(daysLeft('2026-07-14', '2026-07-14')).toBe(0);
  expect(daysLeft('2026-07-14', '2026-07-15')).toBe(-1);
  expect(daysLeft('2027-03-01', '2026-03-01')).toBe(365);
});

test('the relief runs from the earliest day known, for 1210 from leaving the zone', () => {
  const dates = { exportedOn: '2026-02-03', releasedOn: '2026-02-01', zoneLeftOn: '2026-02-05' };
  expect(taxReliefStart('9610', dates)).toBe('2026-02-01');
  expect(taxReliefStart('9710', { exportedOn: '2026-02-03', releasedOn: null })).toBe('2026-02-03');
  expect(taxReliefStart('1210', dates)).toBe('2026-02-05');
  expect(taxReliefStart('1210', { ...dates, zoneLeftOn: null })).toBe('2026-02-01');
  expect(taxReliefStart('unknown', { zoneLeftOn: '2026-02-05' })).toBe('2026-02-05');
  expect(taxReliefStart('9810', {})).toBeUndefined();
  expect(taxReliefStart('other', dates)).toBeUndefined();
});

// MoF/GACC/STA 2026 No.16: the way out of the zone starts the clock for 1210 alone, or where nobody knows the mode.
test.each([
  ['9610', '2026-01-20', '2026-02-01'],
  ['9710', '2026-01-20', '2026-02-01'],
  ['9810', '2026-01-20', '2026-02-01'],
  ['1210', '2026-01-20', '2026-01-20'],
  ['1210', '2026-03-20', '2026-03-20'],
  ['unknown', '2026-01-20', '2026-01-20'],
  ['unknown', '2026-03-20', '2026-02-01'],
  ['other', '2026-01-20', undefined],
] as const)(
  'goods of mode %s that left the zone on %s have their relief from %s',
  (mode, zoneLeftOn, start) => {
    expect(taxReliefStart(mode, { exportedOn: '2026-02-03', releasedOn: '2026-02-01', zoneLeftOn })).toBe(
      start,
    );
    expect(taxReliefStart(mode, { exportedOn: '2026-02-01', releasedOn: '2026-02-03', zoneLeftOn })).toBe(
      start,
    );
  },
);
test('no day known is no start, however it is not known', () => {
  for (const mode of ['9610', '1210', 'unknown'] as const)
    for (const none of [{}, { exportedOn: null, releasedOn: null, zoneLeftOn: null }])
      expect(taxReliefStart(mode, none)).toBeUndefined();
  expect(taxReliefStart('9610', { zoneLeftOn: '2026-01-20' })).toBeUndefined();
});

test('days and months are counted across the ends of months and years', () => {
  expect([1, 0, -1, 365].map((days) => addDays('2026-12-31', days))).toEqual([
    ...['2027-01-01', '2026-12-31', '2026-12-30', '2027-12-31'],
  ]);
  expect([0, 1, 2, 12].map((months) => addMonths('2026-12-31', months))).toEqual([
    ...['2026-12-31', '2027-01-31', '2027-02-28', '2027-12-31'],
  ]);
  expect(() => addDays('2026-02-30', 1)).toThrow('not a date of the calendar: 2026-02-30');
});

test.each([
  '',
  '2026-02-29',
  '2026-13-01',
  '2026-1-1',
  '20260101',
  '2026-01-01T00:00',
  'today',
  'x2026-01-01',
  '2026-00-10',
  '2026-04-31',
])('"%s" is no date', (text) => {
  expect(isCalendarDate(text)).toBe(false);
  expect(() => addMonths(text, 6)).toThrow(RangeError);
  expect(() => daysLeft(text, '2026-01-01')).toThrow(RangeError);
});

test('adding months never leaves the target month, and days never get lost', () => {
  const date = fc.integer({ min: 0, max: 36_500 }).map((n) => addDays('2000-01-01', n));
  fc.assert(
    fc.property(date, fc.integer({ min: 0, max: 60 }), (from, months) => {
      const [year = 0, month = 0] = from.split('-').map(Number);
      const [toYear = 0, toMonth = 0] = addMonths(from, months).split('-').map(Number);
      expect(toYear * 12 + toMonth).toBe(year * 12 + month + months);
      expect(addDays(from, daysLeft(addMonths(from, months), from))).toBe(addMonths(from, months));
    }),
  );
});
