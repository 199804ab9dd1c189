import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { returnOrders } from '../../db/schema/goods.ts';
import { journal } from '../../db/schema/jobs.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { leftFor, theHouse } from './repairs.ts';
import { type Body, ok, refused } from './road.ts';

const announce = (house: House, lines: object[], more: object = {}) =>
  house.call('whale', 'POST /api/v1/return-orders', {
    ...{ scanId: newScan(), warehouse: 'HK' },
    lines: lines.map((line) => ({ sku: 'SHIRT', quantity: 1, ...line })),
    ...more,
  });
/** Its items by their lines: within a millisecond they have no order of their own. */
const byLine = (order: Body): Body[] => order.items.toSorted((a: Body, b: Body) => a.line - b.line);

test('a draft is written first and submitted later; without a line it cannot be', async () => {
  const house = await aHouse();
  const draft = await ok(announce(house, [{}], { submit: false }));
  expect(draft).toMatchObject({ state: { id: 'draft' }, items: [], progress: { stage: 'asked' } });
  expect(draft.openSteps.map(({ step }: Body) => step)).toEqual(['submit', 'citeAnew', 'cancel']);
  house.later(2);
  const at = house.clock.now.toISOString();
  const submitted = await ok(house.order('whale', draft.code, 'submit'));
  expect(submitted).toMatchObject({ state: { id: 'approved' }, stateSince: at });
  expect(submitted.createdAt).toBe(draft.createdAt);
  await refused(announce(house, []), 'it has lines');
  const empty = await ok(announce(house, [], { submit: false }));
  await refused(house.order('whale', empty.code, 'submit'), 'it has lines');
});

test('who approves or rejects says why, the exporter is told, and the journal keeps it', async () => {
  const house = await aHouse();
  const codes: string[] = [];
  for (const [step, note, state] of [
    ['approve', '样品', 'approved'],
    ['reject', '不收', 'rejected'],
    ['approve', undefined, 'approved'],
  ] as const) {
    const { code } = await ok(announce(house, [{ sku: 'NEW-9' }]));
    codes.push(code);
    house.later(1);
    const done = await ok(house.order('wang', code, step, note ? { note } : {}));
    expect(done).toMatchObject({ state: { id: state }, decisionNote: note ?? null });
    expect(done.stateSince).toBe(house.clock.now.toISOString());
    expect((await leftFor(house, 'return order moved on')).at(-1)).toEqual({
      ...{ returnOrder: code, organisation: 'whale', state },
    });
    const { id = '' } = (await theHouse(house).first(returnOrders, eq(returnOrders.code, code))) ?? {};
    const noted = await theHouse(house).find(journal, eq(journal.subjectId, id));
    expect(noted.find((one) => one.step === step)).toMatchObject({
      ...{ entity: 'return order', warehouseId: 'hk', exporterId: 'whale', vendorId: null },
      ...{ fromState: 'submitted', toState: state, byWhom: 'wang', given: note ? { note } : {} },
    });
  }
  expect(await leftFor(house, 'return order moved on')).toHaveLength(codes.length);
  const announced = await house.order('wang', codes[1] ?? '', 'approve');
  expect(announced.status).toBe(409);
});

test('calling off a return calls off its items, unless one of them has come', async () => {
  const house = await aHouse();
  const first = await ok(announce(house, [{}, { sku: 'X-1' }]));
  const { code } = first;
  await ok(house.item('liu', byLine(first)[0].code, 'reportMissing'));
  const missing = await ok(house.call('whale', `GET /api/v1/return-orders/${code}`));
  expect(byLine(missing).map(({ arrival }: Body) => arrival)).toEqual(['missing', 'expected']);
  const off = await ok(house.order('whale', code, 'cancel', { note: '买家留下了' }));
  expect(off).toMatchObject({ state: { id: 'cancelled' }, progress: { stage: 'ended' }, openSteps: [] });
  expect(off.decisionNote).toBe('买家留下了');
  expect(off.items.map(({ state, arrival }: Body) => [state.id, arrival])).toEqual(
    Array(2).fill(['cancelled', 'called off']),
  );
  const second = await ok(announce(house, [{}, { sku: 'X-1' }]));
  await ok(house.item('liu', byLine(second)[1].code, 'receive', { location: 'R-01' }));
  await refused(house.order('whale', second.code, 'cancel'), 'nothing of it has arrived');
  const here = await ok(house.call('whale', `GET /api/v1/return-orders/${second.code}`));
  expect(byLine(here).map(({ arrival }: Body) => arrival)).toEqual(['expected', 'here']);
});
