import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { holds, inspections } from '../../db/schema/items.ts';
import type { Name } from '../cast.ts';
import { aHouse, type House, newScan } from '../world.ts';
import {
  announced,
  type Body,
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
import { books, rowOf } from './rows.ts';

const look = (house: House, code: string, who: Name = 'wang') =>
  ok(house.call(who, `GET /api/v1/items/${code}`));
const hour = 3_600_000;

describe('an item as one sees it', () => {
  test('says all that is known of it', async () => {
    const house = await aHouse();
    const line = { sku: 'PHONE', serial: 'SN-1001', reason: 'R02', wish: 'RTS' };
    const order = await announced(house, 'whale', [line], { reference: 'PO-1', waybill: 'JT0001112223334' });
    const code = order.items[0]?.code ?? '';
    await ok(house.item('liu', code, 'receive', { location: 'R-01' }));
    const found = { cosmetic: 'C2', functional: 'F2', complete: 'K3', packaging: 'P3', battery: 'good' };
    await ok(house.item('chen', code, 'inspect', { ...found, wiped: true }));
    house.later(1);
    await ok(house.item('chen', code, 'decide', { disposition: 'RSB', reason: '有划痕' }));
    await ok(house.item('wu', code, 'hold', { kind: 'quality', note: '屏幕' }));
    const { openSteps, ...seen } = await look(house, code);
    expect(seen).toEqual({
      ...{
        code,
        quantity: 1,
        serial: 'SN-1001',
        ownNumber: null,
        remark: null,
        description: null,
        custody: 'hub',
        reason: 'R02',
        wish: 'RTS',
      },
      state: { id: 'sorted', zh: '已分拣', en: 'Sorted', phase: 'sorting' },
      stateSince: '2026-11-23T03:00:00.000Z',
      version: 5,
      sku: {
        ...{ code: 'PHONE', nameZh: '智能手机 M8 128G 蓝色', nameEn: '智能手机 M8 128G 蓝色 (en)' },
        ...{
          battery: 'ion in equipment',
          serialTracked: true,
          serialPattern: null,
          holdsData: true,
          gtin: null,
        },
      },
      exporter: { code: 'whale', nameZh: '深圳蓝鲸电子有限公司', nameEn: 'Shenzhen Blue Whale Electronics' },
      location: { code: 'R-01', kind: 'receiving', zone: { zh: 'receiving', en: 'receiving' } },
      order: { code: order.code, reference: 'PO-1', waybill: 'JT0001112223334' },
      ...{ grade: 'C', axes: { cosmetic: 'C2', functional: 'F2', complete: 'K3', packaging: 'P3' } },
      ...{ hazard: false, wiped: true, advised: 'RSB', advisedBy: seen.advisedBy, disposition: 'RSB' },
      ...{
        decidedReason: '有划痕',
        outcome: null,
        ticket: null,
        ...{ parcel: null, shipment: null },
        splitFrom: null,
        replacedBy: null,
      },
      customs: {
        ...{ status: 'RELEASED_DOMESTIC', mode: '9610', document: '46412026E000000001', line: 1 },
        ...{ exportDate: '2026-09-01', releaseDate: '2026-09-02' },
        taxRelief: { until: '2027-02-28', daysLeft: 97 },
        supervision: { until: '2027-09-01', daysLeft: 282 },
      },
      holds: [
        {
          ...{ kind: 'quality', owner: 'HQ', note: '屏幕', placedAt: '2026-11-23T03:00:00.000Z' },
          ...{ doubt: null, why: null, expected: null, seen: null },
        },
      ],
      ...{ imei2: null, exchangedFor: null, exchangedFrom: null, cameAs: null },
      ...{
        splitInto: null,
        signature: null,
        receivedAt: '2026-11-23T02:00:00.000Z',
        answerBy: null,
        undo: 'undoDecide',
      },
    });
    expect(openSteps.map(({ step }: Body) => step).sort()).toEqual([
      ...[
        'addPhoto',
        'correct',
        'decide',
        'hold',
        'identify',
        'liftHold',
        'move',
        'putAway',
        'reportLost',
        'undoDecide',
      ],
    ]);
  });

  test('is shown to its exporter without place and signature, and with its own steps', async () => {
    const house = await aHouse();
    const code = await stored(house, 'RTS', sound, 'SHIRT', { quantity: 10 });
    await ok(house.item('wu', code, 'recount', { quantity: 1, reason: '盘点' }));
    await ok(house.item('wu', code, 'hold', { kind: 'dispute' }));
    const [theirs, ours] = [await look(house, code, 'whale'), await look(house, code)];
    expect(theirs).toMatchObject({ location: null, signature: null, openSteps: [], undo: null });
    expect(theirs.holds).toMatchObject([{ kind: 'dispute', owner: 'HX' }]);
    expect(ours.location).toMatchObject({ code: 'A-01-01-1', kind: 'storage' });
    expect(ours.signature).toEqual({
      ...{ step: 'recount', button: { zh: '更正数量', en: 'Correct the count' }, by: 'wu', mine: false },
      ...{ before: { quantity: 10 }, reason: '盘点' },
      ...{ given: { quantity: 1, reason: '盘点' }, at: house.clock.now.toISOString() },
    });
    expect((await look(house, code, 'wu')).signature).toMatchObject({ mine: true });
    const nobody = await house.call('kite', `GET /api/v1/items/${code}`);
    expect(nobody.body).toMatchObject({
      status: 404,
      words: { zh: expect.stringContaining(`货品 ${code}`) },
    });
  });

  test('names ticket and shipment with their states', async () => {
    const house = await aHouse();
    const mended = await decided(house, 'REP', broken);
    await ok(house.item('zhao', mended, 'startRepair', { fault: '坏', location: 'b-01' }));
    const seen = await look(house, mended);
    expect(seen).toMatchObject({ location: { code: 'B-01', kind: 'bench' }, ticket: { state: 'intake' } });
    // Five working days at the bench are a week.
    expect(seen.ticket.promisedAt).toBe(new Date(house.clock.now.getTime() + 7 * 24 * hour).toISOString());
    const code = await stored(house);
    const ask = shipmentAsk('resale', [code]);
    const { code: shipment } = await ok(house.call('wang', 'POST /api/v1/shipments', ask));
    expect((await look(house, code)).shipment).toEqual({ code: shipment, exit: 'resale', state: 'open' });
    expect((await look(house, code, 'whale')).shipment).toMatchObject({ code: shipment });
  });
});

describe('an inspection', () => {
  test('is kept with every answer, and what was read and wiped', async () => {
    const house = await aHouse();
    const code = await received(house, 'PHONE');
    const seen = { ...sound, battery: 'good', serialSeen: 'sn 2001', note: '九成新' };
    const graded = await ok(house.item('chen', code, 'inspect', seen));
    expect(graded).toMatchObject({ serial: 'SN2001', wiped: false, hazard: false, holds: [] });
    const [row] = await books(house).find(inspections, eq(inspections.itemId, (await rowOf(house, code)).id));
    expect(row).toMatchObject({
      ...{ ...sound, battery: 'good', kind: 'first', grade: 'A', serialSeen: 'SN2001', note: '九成新' },
      ...{ byWhom: 'chen', at: house.clock.now, warehouseId: 'hk', exporterId: 'whale' },
    });
    await ok(house.item('chen', code, 'inspect', { ...seen, wiped: true }));
    // What was wiped stays wiped, whatever a later look says.
    expect(await ok(house.item('chen', code, 'inspect', { ...seen, wiped: false }))).toMatchObject({
      wiped: true,
    });
  });

  test('cannot say what the catalogue knows better, nor two things that contradict each other', async () => {
    const house = await aHouse();
    const code = await received(house, 'PHONE', { serial: 'SN-3001' });
    const phone = { ...sound, battery: 'good' };
    const asksAbout = async (its: string, name: string) =>
      (await look(house, its)).openSteps
        .find(({ step }: { step: string }) => step === 'inspect')
        .fields.find((field: { name: string }) => field.name === name);
    const offered = async (its: string) =>
      (await asksAbout(its, 'battery')).choices.map(({ value }: { value: string }) => value);
    expect(await offered(code)).toEqual(['good', 'unknown', 'damaged']);
    expect(await offered(await received(house))).toEqual(['none', 'good', 'unknown', 'damaged']);
    const beside = { name: 'cosmetic', answer: 'C0' };
    expect((await asksAbout(code, 'functional')).ruledOut).toEqual([{ answers: ['F2', 'F3', 'F4'], beside }]);
    const none = await house.item('chen', code, 'inspect', sound);
    await refused(Promise.resolve(none), 'its battery is told as the catalogue knows it');
    expect(none.body.why.zh).toContain('商品资料写明自带锂电池，不能答“无电池”');
    const unopened = { ...phone, cosmetic: 'C0', packaging: 'P1' };
    for (const [more, why] of [
      [{ wiped: true }, '数据已清除'],
      [{ functional: 'F3' }, '有故障'],
      [{ complete: 'K2' }, '缺件'],
      [{ packaging: 'P2' }, '包装却不是原封'],
    ] as const) {
      const no = await house.item('chen', code, 'inspect', { ...unopened, ...more });
      await refused(Promise.resolve(no), 'its findings agree with each other');
      expect(no.body.why.zh).toContain(why);
    }
    expect(await ok(house.item('chen', code, 'inspect', unopened))).toMatchObject({
      grade: 'N',
      wiped: false,
    });
  });

  test('that reads another serial, or another’s, makes its identity doubtful and changes no serial', async () => {
    const house = await aHouse();
    const [one, two] = [
      await received(house, 'PHONE', { serial: 'SN-1001' }),
      await received(house, 'PHONE'),
    ];
    const read = async (code: string, serialSeen: string) =>
      ok(house.item('chen', code, 'inspect', { ...sound, battery: 'good', serialSeen }));
    expect(await read(one, 'sn-1001')).toMatchObject({ serial: 'SN-1001', holds: [] });
    expect(await read(one, 'SN-1002')).toMatchObject({
      ...{ serial: 'SN-1001', holds: [{ kind: 'identity', note: '序列号不符：预报 SN-1001，实物 SN-1002' }] },
    });
    expect(await read(two, 'SN-1001')).toMatchObject({
      ...{ serial: null, holds: [{ kind: 'identity', note: `这个序列号已属于 ${one}。请核对实物。` }] },
    });
    // One hold of a kind is enough.
    expect((await read(two, 'SN-1001')).holds).toHaveLength(1);
    const none = await house.item('chen', one, 'inspect', { ...sound, battery: 'good', serialSeen: '？？' });
    expect(none.body).toMatchObject({ status: 422, issues: [{ path: ['serial'], code: 'serial' }] });
  });

  test('forgets the decision that was made before it; a code that is none is refused by its list', async () => {
    const house = await aHouse();
    const code = await stored(house);
    const again = await ok(house.item('chen', code, 'inspect', broken));
    expect(again).toMatchObject({
      grade: 'D',
      disposition: null,
      decidedReason: null,
      state: { id: 'inspected' },
    });
    for (const axis of ['cosmetic', 'functional', 'complete', 'packaging']) {
      const { body } = await house.item('chen', code, 'inspect', { ...sound, [axis]: 'Z9' });
      expect(body, axis).toMatchObject({ status: 404, words: { zh: expect.stringContaining('代码 Z9') } });
    }
    expect((await house.item('chen', code, 'inspect', { ...sound, battery: 'flat' })).status).toBe(422);
  });

  test('that finds danger puts on one hold, and says whose clock stands', async () => {
    const house = await aHouse();
    for (const battery of ['damaged', 'unknown']) {
      const code = await inspected(house, { ...sound, battery });
      const seen = await ok(house.item('chen', code, 'inspect', { ...sound, battery }));
      expect(seen).toMatchObject({
        ...{ grade: 'H', hazard: true, advised: 'HAZ' },
        holds: [{ kind: 'battery', owner: 'HS', note: '质检发现电池损坏或无法判断' }],
      });
    }
    expect(await look(house, await inspected(house, { ...sound, battery: 'good' }))).toMatchObject({
      hazard: false,
    });
  });
});

describe('a hold', () => {
  test('is lifted by its kind, with who did it and why; the danger of a battery goes with it', async () => {
    const house = await aHouse();
    await ok(
      house.call('admin', 'PATCH /api/v1/four-eyes/hazardRelease', { scanId: newScan(), active: false }),
    );
    const code = await received(house);
    for (const kind of ['battery', 'quality']) await ok(house.item('wu', code, 'hold', { kind }));
    house.later(1);
    const lift = (kind: string) => ok(house.item('wang', code, 'liftHold', { kind, reason: '复核' }));
    expect(await lift('quality')).toMatchObject({ hazard: true, holds: [{ kind: 'battery' }] });
    expect(await lift('battery')).toMatchObject({ hazard: false, holds: [] });
    for (const hold of await books(house).find(holds))
      expect(hold).toMatchObject({
        ...{ placedBy: 'wu', liftedBy: 'wang', liftedAt: house.clock.now, liftNote: '复核' },
        ...{ warehouseId: 'hk', exporterId: 'whale' },
      });
    await refused(
      house.item('wang', code, 'liftHold', { kind: 'quality', reason: '复核' }),
      'such a hold stands',
    );
    const none = await house.item('wu', code, 'hold', { kind: 'mood' });
    expect(none.body).toMatchObject({ status: 404, words: { zh: expect.stringContaining('代码 mood') } });
  });
});
