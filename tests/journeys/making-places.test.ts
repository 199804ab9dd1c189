import { describe, expect, test } from 'vitest';
import { aHouse, type House, newScan } from '../world.ts';
import { type Body, ok } from './road.ts';

const scan = (body: object) => ({ scanId: newScan(), ...body });
const make = (house: House, body: object) => house.call('ma', 'POST /api/v1/locations', scan(body));
const zone = (house: House, body: object) =>
  house.call('ma', 'POST /api/v1/zones', scan({ nameZh: '三区', nameEn: 'Third', kind: 'storage', ...body }));
const change = (house: House, code: string, body: object) =>
  house.call('ma', `PATCH /api/v1/locations/${code}`, scan(body));
const one = { from: 1, to: 1 };
const range = (more: object) => ({
  zone: 'ST',
  range: { prefix: 'C', aisle: one, bay: one, level: one, ...more },
});
const codesFor = async (house: House, query: string) =>
  (await ok(house.call('wu', `GET /api/v1/locations?${query}`))).rows.map(({ code }: Body) => code as string);

describe('a place', () => {
  test('is named in capitals, digits and hyphens, as it is printed', async () => {
    const house = await aHouse();
    const longest = `A${'-1'.repeat(15)}X`;
    for (const [code, named] of [
      [' s-1 ', 'S-1'],
      ['9-a', '9-A'],
      ['x', 'X'],
      [longest, longest],
    ] as const)
      expect(await ok(make(house, { zone: 'st', code }))).toEqual({ added: [named], existing: [] });
    for (const code of ['', '-A', 'A_1', 'A 1', 'A.1', '货1', 'A-1?', `${longest}1`])
      expect((await make(house, { zone: 'ST', code })).body, code).toMatchObject({ status: 422 });
  });

  test('holds as many as it is told, and without a word nobody counts', async () => {
    const house = await aHouse();
    for (const [code, capacity] of [
      ['N-1', undefined],
      ['N-2', null],
      ['N-3', 1],
      ['N-4', 100_000],
    ] as const) {
      await ok(make(house, { zone: 'QU', code, capacity }));
      expect(await ok(house.call('wu', `GET /api/v1/locations/${code.toLowerCase()}`))).toEqual({
        ...{
          code,
          kind: 'quarantine',
          active: true,
          pieces: 0,
          items: 0,
          grade: null,
          there: [],
          photos: [],
        },
        ...{ capacity: capacity ?? null, free: capacity ?? null },
        zone: { code: 'QU', zh: 'quarantine', en: 'quarantine' },
      });
    }
    for (const capacity of [0, 100_001, 1.5, '3'])
      expect((await make(house, { zone: 'QU', code: 'N-5', capacity })).status).toBe(422);
  });

  test('that is there already is said to be, by its code', async () => {
    const house = await aHouse();
    const twice = await make(house, { zone: 'ST', code: 'a-01-01-1' });
    expect(twice.body).toMatchObject({
      ...{ status: 409, code: 'taken' },
      words: { zh: '货位 A-01-01-1 已存在。', en: 'Location A-01-01-1 already exists.' },
    });
    const nowhere = await make(house, { zone: 'XX', code: 'A-1' });
    expect(nowhere.body).toMatchObject({
      ...{ status: 404, code: 'not_found', words: { zh: expect.stringContaining('库区 XX') } },
    });
  });
});

describe('a range of places', () => {
  test('is named by aisle, bay and level: two digits, two digits, one', async () => {
    const house = await aHouse();
    const wide = range({
      prefix: 'c',
      aisle: { from: 3, to: 3 },
      bay: { from: 12, to: 12 },
      level: { from: 2, to: 2 },
    });
    expect((await ok(make(house, wide))).added).toEqual(['C-03-12-2']);
    const most = range({
      aisle: { from: 999, to: 999 },
      bay: { from: 100, to: 100 },
      level: { from: 10, to: 11 },
    });
    expect((await ok(make(house, most))).added).toEqual(['C-999-100-10', 'C-999-100-11']);
  });

  test('may be one place long, and tells which of several were there; one alone that is there is refused', async () => {
    const house = await aHouse();
    expect((await ok(make(house, range({})))).added).toEqual(['C-01-01-1']);
    expect((await make(house, range({}))).body).toMatchObject({ status: 409, code: 'taken' });
    expect(await ok(make(house, range({ level: { from: 1, to: 2 } })))).toEqual({
      ...{ added: ['C-01-01-2'], existing: ['C-01-01-1'] },
    });
    expect(await ok(make(house, range({ level: { from: 1, to: 2 } })))).toEqual({
      ...{ added: [], existing: ['C-01-01-1', 'C-01-01-2'] },
    });
  });

  test('has a thousand places at most', async () => {
    const house = await aHouse();
    const ten = { from: 11, to: 20 };
    const thousand = range({ aisle: ten, bay: ten, level: { from: 1, to: 10 } });
    expect((await ok(make(house, thousand))).added).toHaveLength(1000);
    const more = await make(
      house,
      range({ aisle: { from: 1, to: 7 }, bay: { from: 1, to: 11 }, level: { from: 1, to: 13 } }),
    );
    expect(more.body).toMatchObject({
      ...{ status: 422, issues: [{ path: ['range'], code: 'too_many' }] },
      words: { zh: expect.stringContaining('最多生成 1000 个货位，此范围有 1001 个') },
    });
    expect(await codesFor(house, 'search=C-01-')).toEqual([]);
  });

  test.each(['aisle', 'bay', 'level'])('runs forward by %s, from 1 to 999', async (name) => {
    const house = await aHouse();
    const back = await make(house, range({ [name]: { from: 3, to: 2 } }));
    expect(back.body).toMatchObject({
      ...{ status: 422, issues: [{ path: ['range', name], code: 'backwards' }] },
      words: { zh: '起始号不能大于结束号。', en: 'The start of a range cannot be greater than its end.' },
    });
    for (const wrong of [
      { from: 0, to: 1 },
      { from: 999, to: 1000 },
      { from: 1.5, to: 2 },
    ])
      expect((await make(house, range({ [name]: wrong }))).status).toBe(422);
    expect((await ok(make(house, range({ [name]: { from: 999, to: 999 } })))).added).toHaveLength(1);
  });
});

describe('a zone', () => {
  test('of every kind is made, is empty, and gives its kind to its places', async () => {
    const house = await aHouse();
    const kinds = ['receiving', 'storage', 'quarantine', 'hazard', 'bench', 'vendor', 'packing', 'outbound'];
    for (const [n, kind] of kinds.entries()) {
      const made = await ok(zone(house, { code: `z${n}`, nameZh: `区${n}`, nameEn: `Zone ${n}`, kind }));
      expect(made).toEqual({
        ...{ code: `Z${n}`, nameZh: `区${n}`, nameEn: `Zone ${n}`, kind, locations: 0 },
      });
      await ok(make(house, { zone: `Z${n}`, code: `K-${n}` }));
      expect(await ok(house.call('wu', `GET /api/v1/locations/K-${n}`))).toMatchObject({
        ...{ kind, zone: { code: `Z${n}`, zh: `区${n}`, en: `Zone ${n}` } },
      });
    }
    const { rows } = await ok(house.call('wu', 'GET /api/v1/zones'));
    const codes = rows.map(({ code }: Body) => code);
    expect(codes).toEqual([...codes].sort());
    expect(rows.find(({ code }: Body) => code === 'Z3')).toEqual({
      ...{ code: 'Z3', kind: 'hazard', nameZh: '区3', nameEn: 'Zone 3', locations: 1 },
    });
    expect(rows.find(({ code }: Body) => code === 'ST')).toMatchObject({ locations: 2 });
  });

  test('has a code of its own in its warehouse, a kind that there is and a name', async () => {
    const house = await aHouse();
    const taken = await zone(house, { code: 'st' });
    expect(taken.body).toMatchObject({
      ...{ status: 409, code: 'taken' },
      words: { zh: '库区代码 ST 已被使用，请换一个。', en: 'The zone code ST is taken; choose another.' },
    });
    for (const wrong of [{ kind: 'attic' }, { nameZh: '' }, { nameEn: 'x'.repeat(61) }, { code: '-' }])
      expect((await zone(house, { code: 'NEW', ...wrong })).status).toBe(422);
    await ok(zone(house, { code: 'NEW', nameZh: '货'.repeat(60), nameEn: 'x'.repeat(60) }));
    // Yangpu has zones of its own, and does not see this one.
    const yp = await ok(house.call('zhou', 'GET /api/v1/zones'));
    expect(yp.rows.map(({ code }: Body) => code)).not.toContain('NEW');
    expect(
      (
        await house.call(
          'wu',
          'POST /api/v1/zones',
          scan({ code: 'W', nameZh: '一', nameEn: 'W', kind: 'storage' }),
        )
      ).status,
    ).toBe(403);
  });
});

describe('a change of a place', () => {
  test('sets what is given and leaves the rest', async () => {
    const house = await aHouse();
    const change1 = (body: object) => ok(change(house, 'a-01-01-2', body));
    expect(await change1({ capacity: 7 })).toMatchObject({
      code: 'A-01-01-2',
      capacity: 7,
      free: 7,
      active: true,
    });
    expect(await change1({ active: false })).toMatchObject({ capacity: 7, active: false });
    expect(await change1({})).toMatchObject({ capacity: 7, active: false });
    expect(await change1({ capacity: null, active: true })).toMatchObject({
      capacity: null,
      free: null,
      active: true,
    });
    expect(await ok(house.call('wu', 'GET /api/v1/locations/A-01-01-1'))).toMatchObject({
      capacity: 20,
      active: true,
    });
  });

  test('is refused for what is not there, is no number, or is another’s work', async () => {
    const house = await aHouse();
    expect((await change(house, 'Z-99', { capacity: 1 })).body).toMatchObject({
      ...{ status: 404, words: { zh: expect.stringContaining('货位 Z-99') } },
    });
    for (const capacity of [0, 100_001, 0.5])
      expect((await change(house, 'A-01-01-2', { capacity })).status).toBe(422);
    for (const capacity of [1, 100_000]) await ok(change(house, 'A-01-01-2', { capacity }));
    const asWu = await house.call('wu', 'PATCH /api/v1/locations/A-01-01-2', scan({ capacity: 3 }));
    expect(asWu.status).toBe(403);
  });

  test('that is sent twice is done once', async () => {
    const house = await aHouse();
    const ask = scan({ capacity: 9 });
    const sent = () => ok(house.call('ma', 'PATCH /api/v1/locations/A-01-01-2', ask));
    const first = await sent();
    await ok(change(house, 'A-01-01-2', { capacity: 4 }));
    expect(await sent()).toEqual(first);
    expect(await ok(house.call('wu', 'GET /api/v1/locations/A-01-01-2'))).toMatchObject({ capacity: 4 });
    const zoneAsk = scan({ code: 'ONE', nameZh: '一', nameEn: 'One', kind: 'storage' });
    const made = await ok(house.call('ma', 'POST /api/v1/zones', zoneAsk));
    expect(await ok(house.call('ma', 'POST /api/v1/zones', zoneAsk))).toEqual(made);
  });
});

describe('the list of places', () => {
  test('is filtered by kind, zone and whether they are open', async () => {
    const house = await aHouse();
    await ok(change(house, 'Q-01-01-1', { active: false }));
    expect(await codesFor(house, 'kind=storage,bench')).toEqual(['A-01-01-1', 'A-01-01-2', 'B-01']);
    expect(await codesFor(house, 'zone=RE,HA')).toEqual(['H-01-01-1', 'R-01']);
    expect(await codesFor(house, 'active=no')).toEqual(['Q-01-01-1']);
    expect(await codesFor(house, 'active=yes')).toHaveLength(8);
    expect(await codesFor(house, 'search=hazard')).toEqual(['H-01-01-1']);
    expect((await house.call('wu', 'GET /api/v1/locations?active=maybe')).status).toBe(422);
  });

  test('is sorted by each column in both directions, by code where nothing is asked', async () => {
    const house = await aHouse();
    for (const [code, capacity] of [
      ['A-01-01-1', 30],
      ['A-01-01-2', 10],
    ] as const)
      await ok(change(house, code, { capacity }));
    expect(await codesFor(house, 'kind=storage,quarantine&sort=capacity')).toEqual([
      'A-01-01-2',
      'A-01-01-1',
      'Q-01-01-1',
    ]);
    expect(await codesFor(house, 'kind=storage,quarantine&sort=-capacity')).toEqual([
      'Q-01-01-1',
      'A-01-01-1',
      'A-01-01-2',
    ]);
    expect(await codesFor(house, 'kind=storage,bench&sort=kind')).toEqual(['B-01', 'A-01-01-1', 'A-01-01-2']);
    expect(await codesFor(house, 'zone=ST,BE&sort=-zone')).toEqual(['A-01-01-1', 'A-01-01-2', 'B-01']);
    const all = await codesFor(house, '');
    expect(all).toEqual([...all].sort());
    expect(await codesFor(house, 'sort=-code')).toEqual([...all].reverse());
    const odd = await house.call('wu', 'GET /api/v1/locations?sort=colour');
    expect(odd.body).toMatchObject({ status: 422, issues: [{ path: ['sort'], code: 'unknown' }] });
  });

  test('comes in pages, with the number of all', async () => {
    const house = await aHouse();
    const page = (query: string) => ok(house.call('wu', `GET /api/v1/locations?${query}`));
    const all = await codesFor(house, '');
    expect(await page('page=1&size=4')).toMatchObject({ total: 9, page: 1, size: 4 });
    const pages = [1, 2, 3].map(async (n) =>
      (await page(`page=${n}&size=4`)).rows.map(({ code }: Body) => code),
    );
    expect((await Promise.all(pages)).map((codes) => codes.length)).toEqual([4, 4, 1]);
    expect((await Promise.all(pages)).flat()).toEqual(all);
    expect(await page('size=4&page=9')).toMatchObject({ rows: [], total: 9 });
    for (const wrong of ['page=0', 'size=0', 'size=201', 'page=x']) {
      const { status } = await house.call('wu', `GET /api/v1/locations?${wrong}`);
      expect(status, wrong).toBe(422);
    }
  });
});
