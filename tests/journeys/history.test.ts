import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Name } from '../cast.ts';
import { aHouse, type House } from '../world.ts';
import {
  announced,
  type Body,
  broken,
  decided,
  inspected,
  ok,
  received,
  shippedOut,
  sound,
  stored,
} from './road.ts';
import { eventsOf, rowOf, toldOf } from './rows.ts';

const last = async (house: House, code: string) => (await eventsOf(house, code)).at(-1);
const historyOf = (house: House, code: string, who: Name = 'wang') =>
  ok(house.call(who, `GET /api/v1/items/${code}/history`));

describe('each step is written down', () => {
  test('with what was given, who did it and when, from where to where, and the old and new of every field', async () => {
    const house = await aHouse();
    const { items } = await announced(house, 'whale', [{ sku: 'EARBUDS' }]);
    const code = items[0]?.code ?? '';
    house.later(1);
    const given = { location: 'r-01', serial: 'sn-1001', note: '外箱完好' };
    await ok(house.item('liu', code, 'receive', given));
    const { id } = await rowOf(house, code);
    const [first, second] = await eventsOf(house, code);
    expect(first).toMatchObject({ seq: 1, step: 'announce', byWhom: 'whale', changed: {}, previousHash: '' });
    expect(second).toEqual({
      ...{ itemId: id, seq: 2, step: 'receive', fromState: 'announced', toState: 'received', given },
      ...{ byWhom: 'liu', device: null, at: house.clock.now, warehouseId: 'hk', exporterId: 'whale' },
      ...{ previousHash: first?.hash, hash: second?.hash },
      changed: {
        locationId: [null, 'hk-R-01'],
        custody: ['exporter', 'hub'],
        receivedAt: [null, house.clock.now.toISOString()],
        serial: [null, 'SN-1001'],
        customsStatus: ['ABROAD', 'RELEASED_DOMESTIC'],
        state: ['announced', 'received'],
      },
    });
    expect(await rowOf(house, code)).toMatchObject({ events: 2, lastHash: second?.hash });
  });

  const changes: [string, (house: House) => Promise<[string, Name, string, object]>, object][] = [
    [
      'an inspection',
      async (house) => [await received(house), 'chen', 'inspect', sound],
      {
        ...{
          cosmetic: [null, 'C1'],
          functional: [null, 'F1'],
          complete: [null, 'K1'],
          packaging: [null, 'P2'],
        },
        ...{ grade: [null, 'A'], advised: [null, 'RTS'], advisedBy: [null, expect.stringMatching(/\.1$/)] },
        state: ['received', 'inspected'],
      },
    ],
    [
      'a dangerous battery found',
      async (house) => [await received(house), 'chen', 'inspect', { ...sound, battery: 'damaged' }],
      expect.objectContaining({ grade: [null, 'H'], hazard: [false, true], advised: [null, 'HAZ'] }),
    ],
    [
      'a decision',
      async (house) => [await inspected(house), 'chen', 'decide', { disposition: 'RTS', reason: '完好' }],
      {
        ...{ disposition: [null, 'RTS'], decidedBy: [null, 'chen'], decidedReason: [null, '完好'] },
        state: ['inspected', 'sorted'],
      },
    ],
    [
      'a put-away',
      async (house) => [await decided(house, 'RTS'), 'wu', 'putAway', { location: 'A-01-01-1' }],
      { locationId: ['hk-R-01', 'hk-A-01-01-1'], state: ['sorted', 'stored'] },
    ],
    [
      'a move to where it lies already',
      async (house) => [await stored(house), 'wu', 'move', { location: 'A-01-01-1' }],
      {},
    ],
    [
      'a hold of danger',
      async (house) => [await stored(house), 'wu', 'hold', { kind: 'battery' }],
      { hazard: [false, true] },
    ],
    ['a hold', async (house) => [await stored(house), 'wu', 'hold', { kind: 'quality' }], {}],
    [
      'a wiping',
      async (house) => {
        const phone = await received(house, 'PHONE', { serial: 'SN-4243' });
        await ok(house.item('chen', phone, 'inspect', { ...sound, battery: 'good' }));
        return [phone, 'chen', 'wipe', { wipeMethod: 'tool' }];
      },
      { wiped: [false, true] },
    ],
    [
      'a loss',
      async (house) => [await stored(house), 'wang', 'reportLost', { reason: '盘点不见' }],
      { locationId: ['hk-A-01-01-1', null], state: ['stored', 'lost'] },
    ],
    [
      'a small count',
      async (house) => [
        await stored(house, 'RTS', sound, 'SHIRT', { quantity: 9 }),
        'wu',
        'recount',
        { quantity: 8, reason: '盘点' },
      ],
      { quantity: [9, 8] },
    ],
    // The last: what lies in its bin from now on has another customs status.
    [
      'a correction',
      async (house) => [
        ...([await stored(house), 'guan', 'correct'] as [string, Name, string]),
        { exportDate: '2026-10-01', customsStatus: 'ZONE_BONDED', serial: 'SN-7', reason: '报关单' },
      ],
      {
        ...{ exportDate: ['2026-09-01', '2026-10-01'], customsStatus: ['RELEASED_DOMESTIC', 'ZONE_BONDED'] },
        // The six months run from the earliest day that is known: now the release on 2 September.
        ...{ taxReliefUntil: ['2027-02-28', '2027-03-01'], serial: [null, 'SN-7'] },
      },
    ],
  ];
  test('with what it is about and nothing else', async () => {
    const house = await aHouse();
    for (const [what, begin, changed] of changes) {
      const [code, who, step, given] = await begin(house);
      house.later(1);
      await ok(house.item(who, code, step, given));
      expect(await last(house, code), what).toMatchObject({ step, given, byWhom: who, at: house.clock.now });
      expect((await last(house, code))?.changed, what).toEqual(changed);
    }
  });

  test('in a chain that an auditor recounts: SHA-256 over the event, its fields in the order of the alphabet', async () => {
    const house = await aHouse();
    const code = await stored(house);
    let previous = '';
    for (const { hash, ...event } of await eventsOf(house, code)) {
      expect(event.previousHash).toBe(previous);
      const told = Object.entries(event)
        .filter(([name, value]) => !(name === 'device' && value === null))
        .sort(([a], [b]) => a.localeCompare(b, 'en'));
      expect(createHash('sha256').update(JSON.stringify(told)).digest('hex')).toBe(hash);
      previous = hash;
    }
    expect((await rowOf(house, code)).lastHash).toBe(previous);
  });

  test('the part of a lot begins with what it was split from, and why', async () => {
    const house = await aHouse();
    const { items } = await announced(house, 'whale', [{ sku: 'SHIRT', quantity: 5 }]);
    const code = items[0]?.code ?? '';
    await ok(house.item('liu', code, 'receive', { location: 'R-01', quantity: 2 }));
    await ok(house.item('wu', code, 'split', { quantity: 1 }));
    const { rows } = await ok(house.call('wang', 'GET /api/v1/items?sort=quantity'));
    const parts = rows.filter((row: Body) => row.code !== code);
    expect(parts.map(({ quantity }: Body) => quantity)).toEqual([1, 3]);
    for (const [part, because, state, byWhom] of [
      [parts[0], 'split', 'received', 'wu'],
      [parts[1], 'receive', 'announced', 'liu'],
    ] as const) {
      expect(await eventsOf(house, part.code)).toMatchObject([
        {
          ...{ seq: 1, step: 'split', fromState: state, toState: state, byWhom, changed: {} },
          given: { from: code, quantity: part.quantity, because },
        },
      ]);
      expect(await rowOf(house, part.code)).toMatchObject({ splitFrom: code, state, signedBy: null });
    }
    expect(await rowOf(house, code)).toMatchObject({ quantity: 1, splitFrom: null, state: 'received' });
  });
});

describe('the history that is read', () => {
  test('shows to the staff all of it in words, but for what only the house understands', async () => {
    const house = await aHouse();
    const code = await stored(house);
    await ok(house.item('wu', code, 'hold', { kind: 'quality', note: '划痕' }));
    const { events, inspections, photos } = await historyOf(house, code);
    expect(events.map(({ seq, step }: Body) => [seq, step])).toEqual([
      ...[
        [6, 'hold'],
        [5, 'putAway'],
        [4, 'decide'],
        [3, 'inspect'],
        [2, 'receive'],
        [1, 'announce'],
      ],
    ]);
    const [hold, putAway, decide] = events;
    expect(hold).toEqual({
      ...{
        seq: 6,
        step: 'hold',
        button: { zh: '挂起', en: 'Put on hold' },
        given: { kind: 'quality', note: '划痕' },
      },
      from: { id: 'stored', zh: '在库', en: 'Stored', phase: 'storage' },
      to: { id: 'stored', zh: '在库', en: 'Stored', phase: 'storage' },
      ...{ changed: {}, at: house.clock.now.toISOString(), by: 'wu', device: null, hash: hold.hash },
    });
    expect(putAway.changed).toEqual({ state: ['sorted', 'stored'] });
    expect(decide.changed).toEqual({
      ...{ disposition: [null, 'RTS'], state: ['inspected', 'sorted'] },
    });
    expect(events.at(-1).button).toEqual({ zh: '预报', en: 'Announced' });
    expect(inspections).toEqual([
      { ...sound, kind: 'first', grade: 'A', note: null, at: house.clock.now.toISOString() },
    ]);
    expect(photos).toEqual([]);
  });

  test('shows to its exporter what happened, and nothing of our people, places and notes', async () => {
    const house = await aHouse();
    const code = await received(house);
    await ok(house.item('chen', code, 'inspect', { ...sound, note: '有划痕' }));
    const { events, inspections } = await historyOf(house, code, 'whale');
    for (const event of events) expect(event).toMatchObject({ given: {}, changed: {}, by: '', device: null });
    expect(events[0]).toMatchObject({ step: 'inspect', to: { id: 'inspected' }, button: { zh: '质检' } });
    expect(inspections).toMatchObject([{ grade: 'A', cosmetic: 'C1', note: null }]);
    expect((await historyOf(house, code)).inspections).toMatchObject([{ note: '有划痕' }]);
    expect((await house.call('kite', `GET /api/v1/items/${code}/history`)).status).toBe(404);
  });

  test('calls a first signature so, but a signature for destruction by its own name', async () => {
    const house = await aHouse();
    const code = await stored(house, 'DST', sound, 'SHIRT', { quantity: 10 });
    const button = async () => (await historyOf(house, code)).events[0].button;
    await ok(house.item('wu', code, 'recount', { quantity: 1, reason: '盘点' }));
    expect(await button()).toEqual({ zh: '更正数量：初审签字', en: 'Correct the count: first signature' });
    // The same person again gives the same signature at another time.
    house.later(1);
    await ok(house.item('wu', code, 'recount', { quantity: 1, reason: '盘点' }));
    expect(await button()).toEqual({ zh: '更正数量：初审签字', en: 'Correct the count: first signature' });
    await ok(house.item('wang', code, 'recount', { quantity: 1, reason: '盘点' }));
    expect(await button()).toEqual({ zh: '更正数量', en: 'Correct the count' });
    await ok(house.item('wang', code, 'signDestruction', { reason: '报废' }));
    expect(await button()).toEqual({ zh: '申请销毁', en: 'Request destruction' });
  });

  test('calls an inspection after a repair so', async () => {
    const house = await aHouse();
    const code = await decided(house, 'REP', broken);
    await ok(house.item('zhao', code, 'startRepair', { fault: '坏', location: 'B-01' }));
    const { ticket } = await ok(house.call('zhao', `GET /api/v1/items/${code}`));
    await ok(house.ticket('zhao', ticket.code, 'takeIn'));
    await ok(house.ticket('zhao', ticket.code, 'noFault', { workDone: '测试正常' }));
    house.later(1);
    await ok(house.item('chen', code, 'passCheck', sound));
    expect((await historyOf(house, code)).inspections).toMatchObject([
      ...[
        { kind: 'after repair', grade: 'A' },
        { kind: 'first', grade: 'D' },
      ],
    ]);
  });
});

test('its exporter is told of what it waits for, with the state that it came to', async () => {
  const house = await aHouse();
  const code = await stored(house);
  const moved = (step: string, state: string) => ({
    ...{ kind: 'item moved on', item: code, organisation: 'whale', step, state },
  });
  expect(await toldOf(house, code)).toEqual([moved('receive', 'received')]);
  house.later(1);
  await shippedOut(house, 'resale', [code]);
  house.later(1);
  await ok(house.item('liu', code, 'comeBack', { location: 'R-01' }));
  expect((await toldOf(house, code)).slice(1)).toEqual([
    moved('ship', 'shipped'),
    moved('comeBack', 'received'),
  ]);
  const asked = await inspected(house, broken);
  house.later(1);
  await ok(house.item('chen', asked, 'askExporter'));
  expect((await toldOf(house, asked)).at(-1)).toEqual({
    ...{ kind: 'item needs instruction', item: asked, organisation: 'whale' },
  });
});
