import { describe, expect, test } from 'vitest';
import { usccCheckCharacter } from '../../server/identifiers/uscc.ts';
import { aHouse, newScan } from '../world.ts';
import { broken, inspected, ok, received, sound, stored } from './road.ts';

const first17 = '91460000MA5TABCD1';
const uscc = first17 + usccCheckCharacter(first17);
const otter = {
  kind: 'exporter',
  code: 'otter',
  nameZh: '宁波水獭家电',
  nameEn: 'Ningbo Otter Appliances',
  uscc: uscc.toLowerCase(),
};
const scan = (body: object) => ({ scanId: newScan(), ...body });

test('the catalogue says every code, state and step in both languages, to guests too', async () => {
  const house = await aHouse();
  const { codes, entities } = await ok(house.call('sparkBench', 'GET /api/v1/catalogue'));
  expect(codes.reason[0]).toEqual({ code: 'R01', zh: '质量问题/故障', en: 'Defective', meaning: null });
  expect(codes.disposition.find(({ code }: { code: string }) => code === 'RTO').meaning).toBe('toBuyer');
  expect(Object.keys(entities)).toEqual([
    'item',
    'returnOrder',
    'parcel',
    'ticket',
    'consignment',
    'shipment',
  ]);
  expect(entities.item.phases.repair).toEqual({ zh: '维修', en: 'Repair' });
  expect(entities.item.states[0]).toMatchObject({ id: 'announced', zh: '已预报', phase: 'announced' });
  expect(entities.item.steps).toContainEqual({ id: 'receive', zh: '收货', en: 'Receive' });
  expect((await house.call('nobody', 'GET /api/v1/catalogue')).status).toBe(401);
});

describe('organisations', () => {
  test('a new exporter is kept once, its credit code checked, and found by any part of its name', async () => {
    const house = await aHouse();
    const ask = scan(otter);
    const added = await ok(house.call('ma', 'POST /api/v1/organisations', ask));
    expect(added).toMatchObject({ code: 'otter', kind: 'exporter', uscc, active: true, contact: null });
    expect(await ok(house.call('ma', 'POST /api/v1/organisations', ask))).toEqual(added);
    const found = await ok(house.call('liu', 'GET /api/v1/organisations?kind=exporter&search=OTTER'));
    expect(found).toMatchObject({ total: 1, rows: [{ code: 'otter' }] });
    const page = await ok(
      house.call('liu', 'GET /api/v1/organisations?kind=exporter&sort=-code&size=1&page=2'),
    );
    expect(page).toMatchObject({ total: 3, rows: [{ code: 'otter' }] });
  });

  test('a wrong credit code, a taken code and the end of the hub are refused in words', async () => {
    const house = await aHouse();
    const wrong = uscc.slice(0, 17) + (uscc.endsWith('1') ? '2' : '1');
    const bad = await house.call('ma', 'POST /api/v1/organisations', scan({ ...otter, uscc: wrong }));
    expect(bad.status).toBe(422);
    expect(bad.body.words.zh).toContain('统一社会信用代码');
    await ok(house.call('ma', 'POST /api/v1/organisations', scan(otter)));
    for (const twin of [
      { ...otter, uscc: undefined },
      { ...otter, code: 'otter2' },
    ])
      expect((await house.call('ma', 'POST /api/v1/organisations', scan(twin))).body).toMatchObject({
        status: 409,
        code: 'taken',
      });
    const end = await house.call('ma', 'PATCH /api/v1/organisations/hub', scan({ active: false }));
    expect(end.body).toMatchObject({ status: 409, code: 'the_hub' });
  });

  test('what changes, changes; the rest stays', async () => {
    const house = await aHouse();
    await ok(house.call('whale', 'PATCH /api/v1/approval-limit', scan({ autoApproveMinor: 30_000 })));
    const change = scan({ contact: '周敏', autoApproveMinor: 20_000 });
    const changed = await ok(house.call('ma', 'PATCH /api/v1/organisations/whale', change));
    expect(changed).toMatchObject({
      contact: '周敏',
      autoApproveMinor: 20_000,
      nameZh: '深圳蓝鲸电子有限公司',
    });
    const cleared = scan({ contact: null });
    expect((await ok(house.call('ma', 'PATCH /api/v1/organisations/whale', cleared))).contact).toBeNull();
    expect((await house.call('ma', 'PATCH /api/v1/organisations/nobody', scan({}))).status).toBe(404);
    expect((await house.call('liu', 'PATCH /api/v1/organisations/whale', scan({}))).status).toBe(403);
    expect((await house.call('whale', 'GET /api/v1/organisations')).status).toBe(403);
  });

  test('a vendor one no longer works with is not offered any more', async () => {
    const house = await aHouse();
    const offered = async () =>
      (await ok(house.call('zhao', 'GET /api/v1/vendors'))).rows.map(({ code }: { code: string }) => code);
    expect(await offered()).toEqual(['bolt', 'spark']);
    await ok(house.call('ma', 'PATCH /api/v1/organisations/bolt', scan({ active: false })));
    expect(await offered()).toEqual(['spark']);
  });
});

describe('warehouses', () => {
  const haikou = {
    code: 'HK2',
    nameZh: '海口二号仓',
    nameEn: 'Haikou 2',
    address: '海口市秀英区',
    contact: '李娜',
    phone: '13900000000',
  };

  test('a new one opens with a place for each kind of work, and its opener may go and work there', async () => {
    const house = await aHouse();
    const opened = await ok(house.call('admin', 'POST /api/v1/warehouses', scan(haikou)));
    expect(opened).toMatchObject({ ...haikou, inZone: false, active: true });
    const { rows } = await ok(house.call('kite', 'GET /api/v1/warehouses'));
    expect(rows.map(({ code }: { code: string }) => code)).toEqual(['HK', 'HK2', 'YP']);
    await ok(house.call('admin', 'POST /api/v1/me/warehouse', { warehouseId: opened.id }));
    const places = await ok(house.call('admin', 'GET /api/v1/locations'));
    const kinds = places.rows.map(({ kind }: { kind: string }) => kind);
    expect(new Set(kinds).size).toBe(8);
    const twin = await house.call('admin', 'POST /api/v1/warehouses', scan(haikou));
    expect(twin.body).toMatchObject({ status: 409, code: 'taken' });
    expect((await house.call('ma', 'POST /api/v1/warehouses', scan(haikou))).status).toBe(403);
  });

  test('an administrator sets after how many idle minutes its handhelds lock, and the log says who did', async () => {
    const house = await aHouse();
    const set = (idleLockMinutes: number) =>
      house.call('admin', 'PATCH /api/v1/warehouses/HK', scan({ idleLockMinutes }));
    expect(await ok(set(3))).toMatchObject({ idleLockMinutes: 3 });
    await ok(set(3));
    for (const wrong of [0, 241, 1.5]) expect((await set(wrong)).status).toBe(422);
    const log = await ok(house.call('admin', 'GET /api/v1/audit?action=idleLockChanged'));
    expect(log.rows).toMatchObject([{ subjectName: 'HK', changed: { idleLockMinutes: [10, 3] } }]);
  });

  test('its address can be put right', async () => {
    const house = await aHouse();
    const moved = scan({ address: '海口市龙华区滨海大道 1 号' });
    const changed = await ok(house.call('admin', 'PATCH /api/v1/warehouses/HK', moved));
    expect(changed).toMatchObject({ address: '海口市龙华区滨海大道 1 号', contact: '王芳' });
  });
});

describe('SKUs', () => {
  const lamp = {
    code: 'Lamp/1 蓝',
    nameZh: '台灯',
    nameEn: 'Desk lamp',
    category: '小家电',
    gtin: '6901234567892',
    valueMinor: 9900,
    weightGrams: 800,
  };

  test('an exporter keeps their own, and cannot put one into another’s list', async () => {
    const house = await aHouse();
    const added = await ok(house.call('kite', 'POST /api/v1/skus', scan({ ...lamp, exporter: 'whale' })));
    expect(added).toMatchObject({ exporterCode: 'kite', gtin: '06901234567892', battery: 'none' });
    expect((await ok(house.call('whale', 'GET /api/v1/skus?search=desk'))).total).toBe(0);
    expect((await house.call('whale', 'GET /api/v1/skus/Lamp%2F1%20%E8%93%9D')).status).toBe(404);
    const renamed = scan({ nameZh: '护眼台灯' });
    const address = 'PATCH /api/v1/skus/Lamp%2F1%20%E8%93%9D';
    expect((await ok(house.call('kite', address, renamed))).nameZh).toBe('护眼台灯');
    expect((await house.call('whale', address, scan({ nameZh: '我的' }))).status).toBe(404);
    expect((await house.call('whaleClerk', 'POST /api/v1/skus', scan(lamp))).status).toBe(403);
  });

  test('a code that two exporters use needs the exporter’s name, and only then', async () => {
    const house = await aHouse();
    expect((await house.call('ma', 'GET /api/v1/skus/SHIRT')).body).toMatchObject({
      status: 422,
      issues: [{ path: ['exporter'] }],
    });
    const mine = await ok(house.call('ma', 'GET /api/v1/skus/SHIRT?exporter=kite'));
    expect(mine.nameZh).toBe('棉质T恤 白 L');
    expect((await ok(house.call('ma', 'GET /api/v1/skus/PHONE'))).serialTracked).toBe(true);
    expect((await ok(house.call('whale', 'GET /api/v1/skus/SHIRT'))).nameZh).toBe('广告衫');
    const retired = scan({ exporter: 'kite', active: false });
    expect((await ok(house.call('ma', 'PATCH /api/v1/skus/SHIRT', retired))).active).toBe(false);
    expect((await ok(house.call('ma', 'GET /api/v1/skus/SHIRT?exporter=whale'))).active).toBe(true);
  });

  test('a GTIN with a wrong check digit, a taken code and a nameless owner are refused', async () => {
    const house = await aHouse();
    const add = (more: object) => house.call('ma', 'POST /api/v1/skus', scan({ ...lamp, ...more }));
    expect((await add({ exporter: 'kite', gtin: '6901234567893' })).body.words.zh).toContain('GTIN');
    expect((await add({})).body).toMatchObject({ status: 422, issues: [{ path: ['exporter'] }] });
    expect((await add({ exporter: 'spark' })).status).toBe(404);
    expect((await add({ exporter: 'kite', code: 'SHIRT' })).body).toMatchObject({ code: 'taken' });
  });

  test('the list filters by exporter and category, and sorts', async () => {
    const house = await aHouse();
    await ok(house.call('kite', 'POST /api/v1/skus', scan(lamp)));
    const codes = async (query: string) =>
      (await ok(house.call('ma', `GET /api/v1/skus?${query}`))).rows.map(
        ({ code }: { code: string }) => code,
      );
    expect(await codes('exporter=kite&sort=-code')).toEqual(['X-1', 'SHIRT', 'Lamp/1 蓝']);
    expect(await codes(`category=${encodeURIComponent('小家电')}`)).toEqual(['Lamp/1 蓝']);
    expect(await codes('search=100%25')).toEqual([]);
    expect((await house.call('ma', 'GET /api/v1/skus?sort=password')).status).toBe(422);
  });
});

describe('rules', () => {
  test('a changed disposition rule advises differently from then on, under its next version', async () => {
    const house = await aHouse();
    const code = await inspected(house, sound);
    const item = async () => ok(house.call('chen', `GET /api/v1/items/${code}`));
    expect(await item()).toMatchObject({ grade: 'A', advised: 'RTS', advisedBy: 'grade-A.1' });
    const change = scan({ disposition: 'RSB', zh: '一律按开箱品', en: 'Always as open box' });
    const changed = await ok(house.call('ma', 'PATCH /api/v1/disposition-rules/grade-A', change));
    expect(changed).toMatchObject({ id: 'grade-A', version: 2, disposition: 'RSB', test: { grade: ['A'] } });
    await ok(house.item('chen', code, 'inspect', sound));
    expect(await item()).toMatchObject({ advised: 'RSB', advisedBy: 'grade-A.2' });
    expect((await house.call('chen', 'PATCH /api/v1/disposition-rules/grade-A', scan({}))).status).toBe(403);
  });

  test('a rule of one’s own comes before the others by its position, and names only codes that exist', async () => {
    const house = await aHouse();
    const rule = { position: 1, test: { reason: ['R22'] }, disposition: 'QTN', zh: '召回', en: 'Recall' };
    await ok(house.call('ma', 'POST /api/v1/disposition-rules', scan(rule)));
    const { rows } = await ok(house.call('chen', 'GET /api/v1/disposition-rules'));
    expect(rows[0]).toMatchObject({ ...rule, version: 1, active: true });
    const code = await inspected(house, sound, 'SHIRT', { reason: 'R22' });
    expect((await ok(house.call('chen', `GET /api/v1/items/${code}`))).advised).toBe('QTN');
    for (const wrong of [{ disposition: 'XXX' }, { test: { grade: ['Z'] } }])
      expect(
        (await house.call('ma', 'POST /api/v1/disposition-rules', scan({ ...rule, ...wrong }))).status,
      ).toBe(422);
  });

  test('the customs liaison changes what customs allow, with a citation, and repair is refused from then on', async () => {
    const house = await aHouse();
    const { rows } = await ok(house.call('guan', 'GET /api/v1/customs-rules'));
    expect(rows[0]).toMatchObject({ id: 'customs:RELEASED_DOMESTIC:*', verdict: 'allowed' });
    const stop = {
      ...{ position: 1, status: 'RELEASED_DOMESTIC', mode: '9610', action: 'repair', verdict: 'forbidden' },
      ...{ zh: '暂停', en: 'Suspended', citation: '海口海关通知' },
    };
    const added = await ok(house.call('guan', 'POST /api/v1/customs-rules', scan(stop)));
    const code = await inspected(house, broken);
    expect((await ok(house.call('chen', `GET /api/v1/items/${code}`))).advised).toBe('HLD');
    const over = scan({ validTo: '2026-11-22' });
    const address = `PATCH /api/v1/customs-rules/${added.id}`;
    expect(await ok(house.call('guan', address, over))).toMatchObject({ validTo: '2026-11-22' });
    await ok(house.item('chen', code, 'inspect', broken));
    expect((await ok(house.call('chen', `GET /api/v1/items/${code}`))).advised).toBe('REP');
    for (const wrong of [{ validFrom: '2026-13-01' }, { validFrom: '2026-12-01' }, { status: 'LOST' }])
      expect((await house.call('guan', address, scan(wrong))).status).toBe(422);
    expect((await house.call('ma', address, scan({ verdict: 'allowed' }))).status).toBe(403);
  });
});

test('the board counts items and pieces by state and phase, and what somebody should look at', async () => {
  const house = await aHouse();
  const empty = await ok(house.call('wang', 'GET /api/v1/board'));
  expect(empty).toMatchObject({ overdueTickets: 0, windowsClosing: 0, openHolds: 0, estimatesWaiting: 0 });
  expect(empty.states.every(({ items }: { items: number }) => items === 0)).toBe(true);
  await received(house, 'SHIRT', { quantity: 3 });
  house.later(1);
  const code = await received(house);
  const aged = await stored(house, 'RTS', sound, 'X-1', {
    exportDate: '2026-06-01',
    releaseDate: '2026-06-02',
  });
  await ok(house.item('liu', code, 'hold', { kind: 'quality' }));
  const board = await ok(house.call('wang', 'GET /api/v1/board'));
  const byId = (list: { id?: string; state?: { id: string } }[], id: string) =>
    list.find((one) => (one.state?.id ?? one.id) === id);
  expect(byId(board.states, 'received')).toMatchObject({
    items: 2,
    pieces: 4,
    oldestSince: '2026-11-23T02:00:00.000Z',
  });
  expect(byId(board.phases, 'storage')).toMatchObject({ zh: '仓储', items: 1, pieces: 1 });
  expect(board).toMatchObject({ openHolds: 1, windowsClosing: 1 });
  expect((await ok(house.call('wang', `GET /api/v1/items/${aged}`))).customs.taxRelief.daysLeft).toBe(7);
  expect(byId((await ok(house.call('zhou', 'GET /api/v1/board'))).states, 'received')).toMatchObject({
    items: 0,
  });
  expect((await house.call('whale', 'GET /api/v1/board')).status).toBe(403);
});
