import { expect, test } from 'vitest';
import { itemColumns } from '../../db/schema/items.ts';
import { asBefore } from '../../server/items/life.ts';

const at = '2026-11-23T02:00:00.000Z';

test('whatever field a receipt wrote is as it was before, without being named anywhere but in the table of lives', () => {
  const changed = Object.fromEntries(
    Object.keys(itemColumns).map((column) => [column, ['was', 'is'] as const]),
  );
  const written = Object.entries(itemColumns).filter(
    ([name, [life]]) => life !== 'books' && name !== 'quantity',
  );
  expect(Object.keys(asBefore(changed))).toEqual(written.map(([name]) => name));
  expect(asBefore(changed)).toMatchObject({ wiped: 'was', exportDocument: 'was', serial: 'was' });
});

test('nothing was before, and is again; a time is a time again', () => {
  expect(asBefore({ receivedAt: [null, at], custody: ['exporter', 'hub'] })).toEqual({
    receivedAt: null,
    custody: 'exporter',
  });
  expect(asBefore({ receivedAt: [at, null] })).toEqual({ receivedAt: new Date(at) });
});
