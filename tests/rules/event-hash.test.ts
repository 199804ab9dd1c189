import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashOf } from '../../server/items/write.ts';

const event = {
  ...{ itemId: 'i1', seq: 2, warehouseId: 'hk', exporterId: 'whale', step: 'receive', byWhom: 'liu' },
  ...{ fromState: 'announced', toState: 'received', given: { location: 'R-01' }, changed: {} },
  ...{ at: new Date('2026-11-23T02:00:00Z'), previousHash: 'abc' },
};

test('the hash of an event is the SHA-256 of its fields in the order of the alphabet', () => {
  const told =
    '[["at","2026-11-23T02:00:00.000Z"],["byWhom","liu"],["changed",{}],["exporterId","whale"],' +
    '["fromState","announced"],["given",{"location":"R-01"}],["itemId","i1"],["previousHash","abc"],["seq",2],' +
    '["step","receive"],["toState","received"],["warehouseId","hk"]]';
  expect(hashOf(event)).toBe(createHash('sha256').update(told).digest('hex'));
  const { at, ...rest } = event;
  expect(hashOf({ ...rest, at })).toBe(hashOf(event));
});

test('its own hash is no part of it, and neither is a device that there was not', () => {
  expect(hashOf({ ...event, hash: 'anything' })).toBe(hashOf(event));
  expect(hashOf({ ...event, device: null })).toBe(hashOf(event));
});

test('whatever else is changed, or is no more, changes it', () => {
  const changes = [
    ...[{ device: 'd1' }, { device: 'd2' }, { exporterId: null }, { exporterId: 'kite' }, { seq: 3 }],
    ...[{ byWhom: 'wu' }, { step: 'find' }, { fromState: 'lost' }, { toState: 'lost' }, { itemId: 'i2' }],
    ...[
      { given: {} },
      { changed: { grade: ['A', 'B'] as const } },
      { previousHash: '' },
      { warehouseId: 'yp' },
    ],
    { at: new Date('2026-11-23T02:00:00.001Z') },
  ];
  const hashes = changes.map((change) => hashOf({ ...event, ...change }));
  expect(new Set([hashOf(event), ...hashes]).size).toBe(changes.length + 1);
  const { exporterId: _, ...nobodys } = event;
  expect(hashOf(nobodys)).not.toBe(hashOf({ ...event, exporterId: null }));
});
