import { expect, test } from 'vitest';
import type { Named } from '../../db/named-queries.ts';
import { itemByCode, itemById } from '../../db/queries/items.ts';
import { shipmentByCode } from '../../db/queries/outbound.ts';
import { consignmentByCode, ticketByCode } from '../../db/queries/repair.ts';
import {
  itemsWithSerials,
  ordersWithReferences,
  orderWithReference,
  returnOrderByCode,
} from '../../db/queries/returns.ts';
import { skusWithCodes, skuWithCode } from '../../db/queries/skus.ts';
import { hour, laidOut } from './laid-out.ts';
import { exits, ordersAndItems, repairs } from './laid-out-work.ts';

const at = laidOut(async (tx) => {
  await ordersAndItems(tx);
  await repairs(tx);
  await exits(tx);
});
const ids = (rows: readonly { id: string }[]) =>
  rows
    .map(({ id }) => id)
    .sort()
    .join(' ');

const byCode: readonly (readonly [Named<{ code: string }, { id: string }>, string])[] = [
  [itemByCode, 'G1'],
  [returnOrderByCode, 'R1'],
  [ticketByCode, 'T1'],
  [consignmentByCode, 'C1'],
  [shipmentByCode, 'S1'],
];

test('each thing is found by its code, by whoever may see it, and by nobody else', async () => {
  const [wu, zhou] = [at.as('wu'), at.as('zhou')];
  for (const [query, code] of byCode) {
    expect(ids(await wu.ask(query, { code }))).toBe(code.toLowerCase());
    expect(await wu.ask(query, { code: code.toLowerCase() })).toEqual([]);
    expect(await zhou.ask(query, { code })).toEqual([]);
  }
  expect(await wu.ask(itemById, { id: 'g1' })).toMatchObject([
    { code: 'G1', serial: 'SN-41', stateSince: hour(1) },
  ]);
  expect(await zhou.ask(itemById, { id: 'g1' })).toEqual([]);
});

test('what an exporter announces is looked up among what is theirs: codes, serials, numbers of orders', async () => {
  const whale = at.as('whale');
  const whales = { exporterId: 'whale' };
  expect(ids(await whale.ask(skuWithCode, { ...whales, code: 'SHIRT' }))).toBe('whale-SHIRT');
  expect(await whale.ask(skuWithCode, { exporterId: 'kite', code: 'SHIRT' })).toEqual([]);
  expect(ids(await whale.list(skusWithCodes, { ...whales, codes: ['SHIRT', 'PHONE', 'NO-SUCH'] }))).toBe(
    'whale-PHONE whale-SHIRT',
  );
  expect(await whale.list(skusWithCodes, { exporterId: 'kite', codes: ['SHIRT'] })).toEqual([]);
  expect(ids(await whale.list(itemsWithSerials, { ...whales, serials: ['SN-41', 'SN-42', 'SN-43'] }))).toBe(
    'g1 g3',
  );
  expect(await at.as('kite').list(itemsWithSerials, { exporterId: 'kite', serials: ['SN-41'] })).toEqual([]);
  expect(await whale.ask(orderWithReference, { ...whales, reference: 'B-7' })).toEqual([{ code: 'R1' }]);
  expect(await whale.ask(orderWithReference, { ...whales, reference: 'C-9' })).toEqual([]);
  const known = await whale.list(ordersWithReferences, { ...whales, references: ['A-8', 'B-7', 'C-9'] });
  expect(known.sort((a, b) => (a.code < b.code ? -1 : 1))).toEqual([
    { reference: 'B-7', code: 'R1' },
    { reference: 'A-8', code: 'R2' },
  ]);
});
