import { describe, expect, test } from 'vitest';
import { aHouse, type House, newScan } from '../world.ts';
import {
  announced,
  broken,
  decided,
  inspected,
  ok,
  received,
  refused,
  shipmentAsk,
  sound,
  stored,
} from './road.ts';

const scan = (body: object) => ({ scanId: newScan(), ...body });
const place = async (house: House, code: string) => ok(house.call('wu', `GET /api/v1/locations/${code}`));
const proposed = async (house: House, code: string) =>
  (await ok(house.call('wu', `GET /api/v1/items/${code}/places`))).places;

describe('the places of a warehouse', () => {
  test('each says what lies there and how much still fits, and only one’s own warehouse shows', async () => {
    const house = await aHouse();
    const code = await stored(house, 'RTS', sound, 'SHIRT', { quantity: 4 });
    const found = await ok(house.call('wu', 'GET /api/v1/locations?kind=storage&sort=-pieces'));
    expect(found).toMatchObject({
      total: 2,
      rows: [
        { code: 'A-01-01-1', pieces: 4, items: 1, capacity: 20, free: 16, zone: { code: 'ST' } },
        { code: 'A-01-01-2', pieces: 0, items: 0, capacity: 2, free: 2 },
      ],
    });
    const there = await place(house, 'a-01-01-1');
    expect(there.there).toMatchObject([{ code, quantity: 4, sku: 'SHIRT', exporterCode: 'whale' }]);
    expect((await ok(house.call('zhou', 'GET /api/v1/locations/A-01-01-1'))).there).toEqual([]);
    expect((await ok(house.call('wu', 'GET /api/v1/locations?search=h-01'))).rows).toMatchObject([
      { code: 'H-01-01-1', free: 10 },
    ]);
    expect((await house.call('wu', 'GET /api/v1/locations/Z-99')).status).toBe(404);
    expect((await house.call('whale', 'GET /api/v1/locations')).status).toBe(403);
  });

  test('a range makes each place once, in order of aisle, bay and level, and says which were there', async () => {
    const house = await aHouse();
    await ok(
      house.call(
        'ma',
        'POST /api/v1/zones',
        scan({ code: 'c', nameZh: '三区', nameEn: 'C', kind: 'storage' }),
      ),
    );
    const range = {
      prefix: 'C',
      aisle: { from: 1, to: 2 },
      bay: { from: 9, to: 10 },
      level: { from: 1, to: 2 },
    };
    const ask = scan({ zone: 'C', range, capacity: 12 });
    const made = await ok(house.call('ma', 'POST /api/v1/locations', ask));
    expect(made.existing).toEqual([]);
    expect(made.added).toHaveLength(8);
    expect(made.added.slice(0, 3)).toEqual(['C-01-09-1', 'C-01-09-2', 'C-01-10-1']);
    expect(await ok(house.call('ma', 'POST /api/v1/locations', ask))).toEqual(made);
    const more = scan({ zone: 'C', range: { ...range, level: { from: 2, to: 3 } } });
    const again = await ok(house.call('ma', 'POST /api/v1/locations', more));
    expect([again.added.length, again.existing.length]).toEqual([4, 4]);
    expect(await place(house, 'C-02-10-2')).toMatchObject({ kind: 'storage', capacity: 12, free: 12 });
    const { rows } = await ok(house.call('wu', 'GET /api/v1/zones'));
    expect(rows.find(({ code }: { code: string }) => code === 'C')).toMatchObject({ locations: 12 });
  });

  test('a range that runs backwards or without end, a taken place and an unknown zone are refused', async () => {
    const house = await aHouse();
    const make = (body: object) => house.call('ma', 'POST /api/v1/locations', scan(body));
    const one = { from: 1, to: 1 };
    const range = { prefix: 'C', aisle: one, bay: one, level: one };
    const backwards = { ...range, bay: { from: 2, to: 1 } };
    expect((await make({ zone: 'ST', range: backwards })).body).toMatchObject({
      issues: [{ path: ['range', 'bay'] }],
    });
    const endless = { ...range, aisle: { from: 1, to: 99 }, bay: { from: 1, to: 99 } };
    expect((await make({ zone: 'ST', range: endless })).body.words.zh).toContain('9801');
    expect((await make({ zone: 'ST', code: 'A-01-01-1' })).body).toMatchObject({ code: 'taken' });
    expect((await make({ zone: 'NO', code: 'N-1' })).status).toBe(404);
    expect((await make({ zone: 'ST', code: 'A 1<>' })).status).toBe(422);
    expect((await house.call('wu', 'POST /api/v1/locations', scan({ zone: 'ST', code: 'W-1' }))).status).toBe(
      403,
    );
  });

  test('a closed place takes nothing more', async () => {
    const house = await aHouse();
    await ok(house.call('ma', 'PATCH /api/v1/locations/A-01-01-1', scan({ active: false })));
    const code = await decided(house, 'RTS');
    const res = await house.item('wu', code, 'putAway', { location: 'A-01-01-1' });
    expect(res.body).toMatchObject({ status: 409, guard: 'there is room at this place' });
    expect((await proposed(house, code)).map(({ code }: { code: string }) => code)).toEqual(['A-01-01-2']);
  });
});

describe('where to put it', () => {
  test('beside the same goods of the same owner first, with the room that is left', async () => {
    const house = await aHouse();
    await stored(house, 'RTS', sound, 'SHIRT', { quantity: 6 });
    const code = await decided(house, 'RTS');
    const places = await proposed(house, code);
    expect(places).toMatchObject([
      { code: 'A-01-01-1', kind: 'storage', free: 14, why: { zh: '同货主同款已在此货位，还可放 14 件' } },
      { code: 'A-01-01-2', free: 2, why: { zh: '空货位，可放 2 件', en: 'Empty, room for 2' } },
    ]);
    await ok(house.item('wu', code, 'putAway', { location: places[0].code }));
  });

  test('not where it does not fit', async () => {
    const house = await aHouse();
    const code = await decided(house, 'RTS', sound, 'SHIRT', { quantity: 3 });
    expect((await proposed(house, code)).map(({ code }: { code: string }) => code)).toEqual(['A-01-01-1']);
  });

  test('an empty place before one with another owner’s goods', async () => {
    const house = await aHouse();
    await stored(house);
    const order = await announced(house, 'kite', [{ sku: 'SHIRT' }]);
    const code = order.items[0]?.code ?? '';
    await ok(house.item('liu', code, 'receive', { location: 'R-01' }));
    await ok(house.item('chen', code, 'inspect', sound));
    await ok(house.item('chen', code, 'decide', { disposition: 'RTS' }));
    const places = await proposed(house, code);
    expect(places.map(({ code }: { code: string }) => code)).toEqual(['A-01-01-2', 'A-01-01-1']);
    expect(places[1].why.en).toBe('Goods of other owners are here, room for 19 more');
  });

  test('never beside goods of another customs status', async () => {
    const house = await aHouse();
    await stored(house);
    const code = await decided(house, 'RTS');
    await ok(house.item('guan', code, 'correct', { customsStatus: 'HAINAN_ZERO_TARIFF', reason: '零关税' }));
    expect((await proposed(house, code)).map(({ code }: { code: string }) => code)).toEqual(['A-01-01-2']);
  });

  test('beside other goods of the same owner before an empty place', async () => {
    const house = await aHouse();
    await stored(house);
    const code = await decided(house, 'RTS', sound, 'X-1');
    expect(await proposed(house, code)).toMatchObject([
      {
        ...{ code: 'A-01-01-1', free: 19, zone: { zh: 'storage', en: 'storage' } },
        why: {
          zh: '只放此货主的货，还可放 19 件',
          en: 'Only goods of this owner are here, room for 19 more',
        },
      },
      { code: 'A-01-01-2' },
    ]);
  });

  test('to its last free place, elsewhere than where it lies, and three places at most', async () => {
    const house = await aHouse();
    const code = await stored(house, 'RTS', sound, 'SHIRT', { quantity: 2 });
    expect((await proposed(house, code)).map(({ code }: { code: string }) => code)).toEqual(['A-01-01-2']);
    for (const n of [1, 2, 3])
      await ok(house.call('ma', 'POST /api/v1/locations', scan({ zone: 'ST', code: `W-${n}` })));
    const places = await proposed(house, code);
    expect(places.map(({ code }: { code: string }) => code)).toEqual(['A-01-01-2', 'W-1', 'W-2']);
    expect(places.map(({ free }: { free: number | null }) => free)).toEqual([2, null, null]);
    expect(places[1].why).toEqual({ zh: '空货位，不限数量', en: 'Empty, no limit' });
  });

  test.each([
    ...['QTN', 'HLD', 'DST'].map((how) => [how, 'quarantine'] as const),
    ...['RTO', 'RTE'].map((how) => [how, 'storage'] as const),
    ...([
      ['REP', 'bench'],
      ['RPV', 'vendor'],
    ] as const),
  ])('what is decided for %s first to %s', async (how, kind) => {
    const house = await aHouse();
    const code = await decided(house, how, how === 'RTO' || how === 'RTE' ? sound : broken);
    const [first] = await proposed(house, code);
    expect(first).toMatchObject({ kind });
    await ok(house.item('wu', code, 'putAway', { location: first.code }));
  });

  test('what a shipment waits for straight to packing; nothing else may lie there', async () => {
    const house = await aHouse();
    const [promised, other] = [await stored(house), await stored(house)];
    await ok(house.call('wang', 'POST /api/v1/shipments', shipmentAsk('resale', [promised])));
    expect((await proposed(house, promised))[0]).toMatchObject({ code: 'P-01', kind: 'packing' });
    await ok(house.item('wu', promised, 'move', { location: 'P-01' }));
    await refused(house.item('wu', other, 'move', { location: 'P-01' }), 'this place is made for it');
  });

  test('its grade’s own places after the same goods and before all others; another grade is refused there', async () => {
    const house = await aHouse();
    await ok(house.call('ma', 'POST /api/v1/locations', scan({ zone: 'ST', code: 'W-1', grade: 'A' })));
    await ok(house.call('ma', 'PATCH /api/v1/locations/A-01-01-2', scan({ grade: 'B' })));
    const code = await decided(house, 'RTS');
    expect((await proposed(house, code)).map(({ code }: { code: string }) => code)).toEqual([
      'W-1',
      'A-01-01-1',
    ]);
    await refused(house.item('wu', code, 'putAway', { location: 'A-01-01-2' }), 'this place takes its grade');
    const at = async (place: string) =>
      (await ok(house.call('wu', `GET /api/v1/items/${code}/places?at=${place}`))).mayLieAt;
    expect([await at('a-01-01-2'), await at('W-1'), await at('P-01')]).toEqual([false, true, false]);
    expect((await house.call('wu', `GET /api/v1/items/${code}/places?at=Z-9`)).status).toBe(404);
    await ok(house.item('wu', code, 'putAway', { location: 'W-1' }));
    expect(await place(house, 'W-1')).toMatchObject({ grade: 'A' });
    await stored(house);
    expect((await proposed(house, await decided(house, 'RTS')))[0]).toMatchObject({ code: 'A-01-01-1' });
  });

  test('nothing fits: it says what is in the way and who mends it; what may not be put away is told so', async () => {
    const house = await aHouse();
    const ask = (code: string) => ok(house.call('wu', `GET /api/v1/items/${code}/places`));
    const code = await decided(house, 'RTS', sound, 'SHIRT', { quantity: 21 });
    const full = await ask(code);
    expect(full.places).toEqual([]);
    expect(full.none.zh).toContain('2 个存储货位都放不下这 21 件');
    for (const closed of ['A-01-01-1', 'A-01-01-2'])
      await ok(house.call('ma', `PATCH /api/v1/locations/${closed}`, scan({ active: false })));
    expect((await ask(code)).none.en).toContain('no storage location in use');
    const { items } = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
    expect(await ask(items[0]?.code ?? '')).toMatchObject({
      places: [],
      none: { zh: expect.stringContaining('不能上架') },
    });
  });

  test('what is dangerous into the cabinet, what is held into quarantine', async () => {
    const house = await aHouse();
    const code = await decided(house, 'RTS');
    await ok(house.item('wu', code, 'hold', { kind: 'quality' }));
    expect(await proposed(house, code)).toMatchObject([{ code: 'Q-01-01-1', kind: 'quarantine' }]);
    await ok(house.item('wu', code, 'hold', { kind: 'battery' }));
    expect(await proposed(house, code)).toMatchObject([{ code: 'H-01-01-1', kind: 'hazard' }]);
    expect((await house.call('whale', `GET /api/v1/items/${code}/places`)).status).toBe(403);
    expect((await house.call('zhou', `GET /api/v1/items/${code}/places`)).status).toBe(404);
  });
});

describe('where it may not lie', () => {
  const stock = 'it may lie among stock';
  test.each<[string, (house: House) => Promise<string>]>([
    ['what nobody inspected', (house) => received(house)],
    ['what nobody decided', (house) => inspected(house)],
    ['what is to be destroyed', (house) => decided(house, 'DST')],
    ['what waits for an answer', (house) => decided(house, 'HLD')],
  ])('among stock: %s', async (_what, make) => {
    const house = await aHouse();
    const code = await make(house);
    await refused(house.item('wu', code, 'move', { location: 'A-01-01-1' }), stock);
    await ok(house.item('wu', code, 'move', { location: 'Q-01-01-1' }));
  });

  test('beside goods of another customs status', async () => {
    const house = await aHouse();
    await stored(house);
    const code = await decided(house, 'RTS');
    await ok(house.item('guan', code, 'correct', { customsStatus: 'HAINAN_ZERO_TARIFF', reason: '零关税' }));
    const putAway = (location: string) => house.item('wu', code, 'putAway', { location });
    await refused(putAway('A-01-01-1'), 'its customs status may lie here');
    await ok(putAway('A-01-01-2'));
  });

  test('beside another owner’s goods where one of the two wants none, whichever came first', async () => {
    const house = await aHouse();
    const apart = (code: string, storedApart: boolean) =>
      ok(house.call('ma', `PATCH /api/v1/organisations/${code}`, scan({ storedApart })));
    const ours = await decided(house, 'RTS');
    const order = await announced(house, 'kite', [{ sku: 'SHIRT' }]);
    const theirs = order.items[0]?.code ?? '';
    await ok(house.item('liu', theirs, 'receive', { location: 'R-01' }));
    await ok(house.item('chen', theirs, 'inspect', sound));
    await ok(house.item('chen', theirs, 'decide', { disposition: 'RTS' }));
    await ok(house.item('wu', theirs, 'putAway', { location: 'A-01-01-1' }));
    const putAway = () => house.item('wu', ours, 'putAway', { location: 'A-01-01-1' });
    for (const wish of ['whale', 'kite']) {
      await apart(wish, true);
      await refused(putAway(), 'owners share this place');
      expect((await proposed(house, ours)).map(({ code }: { code: string }) => code)).toEqual(['A-01-01-2']);
      await apart(wish, false);
    }
    await ok(putAway());
  });
});
