import { expect, test } from 'vitest';
import { aHouse, newScan } from '../world.ts';
import { ok } from './road.ts';

const letters = 'zy-ht-sun';
/** The code in sixteen ways of writing: capitals, full-width letters and dashes of another kind. */
const spellings = Array.from({ length: 16 }, (_, n) =>
  [...letters]
    .map((letter, i) => ((n >> (i % 4)) & 1 ? letter.toUpperCase() : letter))
    .join('')
    .replace('-', n % 2 ? '－' : '-'),
);

test('of sixteen spellings of one SKU at one moment one becomes it, and the others read which', async () => {
  const house = await aHouse();
  const all = await Promise.all(
    spellings.map((code) =>
      house.call('whale', 'POST /api/v1/skus', {
        ...{ scanId: newScan(), code, nameZh: '太阳帽', nameEn: 'Sun hat', category: '服饰' },
        ...{ valueMinor: 100, weightGrams: 100 },
      }),
    ),
  );
  const statuses = all.map(({ status }) => status).sort();
  const { rows } = await ok(house.call('whale', 'GET /api/v1/skus?search=zy-ht-sun'));
  expect([statuses.filter((status) => status < 300).length, rows.length]).toEqual([1, 1]);
  expect(new Set(statuses.slice(1))).toEqual(new Set([409]));
});
