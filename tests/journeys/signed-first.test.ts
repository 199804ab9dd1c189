import { expect, test } from 'vitest';
import { newRequestContext } from '../../server/http/new-request-context.ts';
import { itemFacts } from '../../server/items/facts.ts';
import { sweepDeadlines } from '../../server/jobs/deadlines.ts';
import { entities } from '../../server/registry.ts';
import { aHouse, type House } from '../world.ts';
import { broken, decided, inspected, ok, received, refused, sound, stored } from './road.ts';
import { books, eventsOf, rowOf, toldOf } from './rows.ts';

const look = (house: House, code: string) => ok(house.call('wang', `GET /api/v1/items/${code}`));
const signed = { signedBy: 'wang', signedFor: 'destroy', signedGiven: '[["reason","无法修复"]]' };

test('a signature for destruction stays while the thing is held; put away, corrected or decided it is void', async () => {
  const house = await aHouse();
  const code = await decided(house, 'DST', broken);
  await ok(house.item('wang', code, 'signDestruction', { reason: '无法修复' }));
  const at = house.clock.now;
  house.later(1);
  await ok(house.item('wu', code, 'hold', { kind: 'quality' }));
  await ok(house.item('wang', code, 'liftHold', { kind: 'quality', reason: '好' }));
  expect(await rowOf(house, code)).toMatchObject({ ...signed, signedAt: at });
  expect((await look(house, code)).signature).toEqual({
    ...{ step: 'destroy', button: { zh: '销毁', en: 'Destroy' }, given: {}, by: 'wang', mine: true },
    ...{ before: {}, reason: '无法修复' },
    at: at.toISOString(),
  });
  for (const [who, step, given] of [
    ['wu', 'putAway', { location: 'Q-01-01-1' }],
    ['guan', 'correct', { serial: 'SN-1', reason: '补' }],
    ['chen', 'decide', { disposition: 'DST' }],
  ] as const) {
    await ok(house.item(who, code, step, given));
    expect(await rowOf(house, code), step).toMatchObject({ signedBy: null, signedFor: null, signedAt: null });
    await ok(house.item('wang', code, 'signDestruction', { reason: '无法修复' }));
  }
  await ok(house.item('wang', code, 'withdrawSignature'));
  await refused(house.item('han', code, 'destroy'), 'two different people sign');
});

test('a signature for anything else is void once the thing moves, or once it was used', async () => {
  const house = await aHouse();
  const code = await stored(house, 'RTS', sound, 'SHIRT', { quantity: 10 });
  const count = { quantity: 1, reason: '盘点' };
  await ok(house.item('wu', code, 'recount', count));
  expect(await rowOf(house, code)).toMatchObject({ signedBy: 'wu', signedFor: 'recount', quantity: 10 });
  // What changes nothing of it leaves the signature.
  await ok(house.item('wu', code, 'hold', { kind: 'quality' }));
  expect((await look(house, code)).signature).toMatchObject({ step: 'recount', given: count });
  await ok(house.item('wang', code, 'liftHold', { kind: 'quality', reason: '好' }));
  await ok(house.item('chen', code, 'decide', { disposition: 'RTS' }));
  const unsigned = { signedBy: null, signedFor: null, signedGiven: null, signedAt: null };
  expect(await rowOf(house, code)).toMatchObject({ ...unsigned, quantity: 10 });
  await ok(house.item('wu', code, 'recount', count));
  await ok(house.item('wang', code, 'recount', count));
  expect(await rowOf(house, code)).toMatchObject({ ...unsigned, quantity: 1 });
});

test('a signature from before there were others was for destruction', async () => {
  const house = await aHouse();
  const row = await rowOf(house, await received(house));
  const ask = { step: 'destroy', input: {}, actor: { id: 'han' }, now: house.clock.now };
  const told = (signedFor: string | null) =>
    itemFacts(books(house), { ...row, signedBy: 'wang', signedFor }, ask);
  expect((await told(null)).signedBy).toBe('wang');
  expect((await told('destroy')).signedBy).toBe('wang');
  expect((await told('recount')).signedBy).toBeNull();
});

test('a part that is split off takes no signature along', async () => {
  const house = await aHouse();
  const code = await decided(house, 'DST', broken, 'SHIRT', { quantity: 3 });
  await ok(house.item('wang', code, 'signDestruction', { reason: '报废' }));
  await ok(house.item('wu', code, 'split', { quantity: 1 }));
  const { rows } = await ok(house.call('wang', 'GET /api/v1/items?sort=quantity'));
  expect(await rowOf(house, rows[0].code)).toMatchObject({ quantity: 1, signedBy: null, signedFor: null });
  // It was for three.
  expect(await rowOf(house, code)).toMatchObject({ quantity: 2, signedBy: null });
});

test('when time is up the house decides for quarantine, at 72 hours and not before, and says so', async () => {
  const house = await aHouse();
  const code = await inspected(house, broken);
  await ok(house.item('chen', code, 'askExporter'));
  house.later(71.99);
  await sweepDeadlines(house.deps, newRequestContext(house.deps));
  expect((await rowOf(house, code)).state).toBe('awaitingInstruction');
  house.later(0.01);
  await sweepDeadlines(house.deps, newRequestContext(house.deps));
  expect(await rowOf(house, code)).toMatchObject({
    ...{ state: 'sorted', disposition: 'QTN', decidedBy: 'house', decidedReason: null },
  });
  expect((await eventsOf(house, code)).at(-1)).toMatchObject({ step: 'expire', byWhom: 'house' });
  const { events } = await ok(house.call('wang', `GET /api/v1/items/${code}/history`));
  expect(events[0]).toMatchObject({ by: 'house', button: { zh: '超时默认处理', en: 'Time is up' } });
  expect((await toldOf(house, code)).at(-1)).toMatchObject({ kind: 'item moved on', state: 'sorted' });
  expect((await look(house, code)).answerBy).toBeNull();
});

test('what is not there is called by its name, asked for by its code or by its number', async () => {
  const house = await aHouse();
  const db = books(house);
  for (const { flow, get, byId } of Object.values(entities))
    for (const find of [get, byId])
      await expect(find(db, 'NONE-1'), flow.name.en).rejects.toMatchObject({
        ...{ status: 404, code: 'not_found' },
        words: { zh: expect.stringContaining(`${flow.name.zh} NONE-1`) },
      });
});
