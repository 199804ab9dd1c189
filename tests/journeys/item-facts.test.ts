import { describe, expect, test } from 'vitest';
import { fourEyes } from '../../db/schema/rules.ts';
import { itemFacts } from '../../server/items/facts.ts';
import type { AnyField } from '../../server/workflow/workflows.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { announced, broken, decided, ok, received, shipmentAsk, sound, stored } from './road.ts';
import { books, rowOf } from './rows.ts';

/** What the guards are told of an item when wang asks for a step. */
const told = async (house: House, code: string, given: AnyField<'item'> = {}, step: string | null = null) =>
  itemFacts(books(house), await rowOf(house, code), {
    ...{ step, input: { ...given }, actor: { id: 'wang' }, now: house.clock.now },
  });
const aLot = async (house: House, line: object) =>
  (await announced(house, 'whale', [line])).items[0]?.code ?? '';
const setFourEyes = (house: House, id: string, active: boolean, above?: number) =>
  ok(house.call('admin', `PATCH /api/v1/four-eyes/${id}`, { scanId: newScan(), active, above }));

test('of what is announced the guards know whose it is and that it is not here', async () => {
  const house = await aHouse();
  expect(await told(house, await aLot(house, { sku: 'SHIRT', quantity: 3 }))).toEqual({
    ...{ holds: [], ownerKnown: true, announced: true, hazard: false, grade: null, quantity: 3 },
    ...{ quantityGiven: null, isAsked: false, othersCounted: null, disposition: null, aim: null },
    ...{ repair: 'never repaired', replaced: false },
    customsStatus: 'ABROAD',
    customs: {
      ...{ repair: 'forbidden', resale: 'forbidden', exchange: 'forbidden' },
      ...{ toBuyer: 'forbidden', toExporter: 'forbidden', destroy: 'forbidden' },
    },
    ...{
      place: null,
      promised: false,
      ticket: null,
      shipment: null,
      battery: 'none',
      findings: null,
      dataLeft: false,
    },
    ...{ signedBy: null, takesTwo: false, signedForThis: null, signatureWaits: false, serialised: false },
    ...{ actor: 'wang', inOurHands: false, isAnotherUnit: false, lastStep: 'announce', kindOfHold: null },
    ...{
      lastFrom: 'announced',
      serials: null,
      saidAnother: false,
      changesOwner: false,
      doubts: [],
      doubtGiven: null,
    },
  });
});

test('of what stands on a shelf they know what was found out and decided', async () => {
  const house = await aHouse();
  const code = await stored(house, 'RTS', { ...sound, battery: 'good' }, 'PHONE', { serial: 'SN-1001' });
  expect(await told(house, code)).toMatchObject({
    ...{ announced: true, grade: 'A', quantity: 1, disposition: 'RTS', aim: 'resale', inOurHands: true },
    ...{ battery: 'ion in equipment', dataLeft: true, serialised: true, lastStep: 'putAway' },
    customs: { repair: 'allowed', resale: 'allowed', destroy: 'allowed' },
  });
  await ok(house.item('chen', code, 'wipe', { wipeMethod: 'reset' }));
  expect(await told(house, code)).toMatchObject({ dataLeft: false, lastStep: 'wipe' });
  await ok(house.item('wu', code, 'hold', { kind: 'battery' }));
  await ok(house.item('wu', code, 'hold', { kind: 'quality' }));
  const held = await told(house, code);
  expect([...held.holds].sort()).toEqual(['battery', 'quality']);
  expect(held.hazard).toBe(true);
});

test('an article counts as serialised when it carries a serial or when its kind always does', async () => {
  const house = await aHouse();
  const serialised = async (line: object) => (await told(house, await aLot(house, line))).serialised;
  expect(await serialised({ sku: 'SHIRT' })).toBe(false);
  expect(await serialised({ sku: 'SHIRT', serial: 'SN-2001' })).toBe(true);
  expect(await serialised({ sku: 'PHONE' })).toBe(true);
});

test('what nobody announced has no owner until both exporter and article are known', async () => {
  const house = await aHouse();
  const blind = async (more: object) =>
    (
      await ok(
        house.call('liu', 'POST /api/v1/receipts', {
          ...{ scanId: newScan(), location: 'R-01', description: '盒', ...more },
        }),
      )
    ).code;
  const [nobody, half, whole] = [
    await blind({}),
    await blind({ exporter: 'whale' }),
    await blind({ exporter: 'whale', sku: 'SHIRT' }),
  ];
  for (const [code, ownerKnown] of [
    [nobody, false],
    [half, false],
    [whole, true],
  ] as const)
    expect(await told(house, code)).toMatchObject({ ownerKnown, announced: false });
});

test('what is asked for is looked at in place of what was decided', async () => {
  const house = await aHouse();
  const code = await stored(house);
  expect(await told(house, code, { disposition: 'RTO' })).toMatchObject({
    disposition: 'RTO',
    aim: 'toBuyer',
  });
  expect(await told(house, code, { kind: 'battery', quantity: 4 })).toMatchObject({
    ...{ kindOfHold: 'battery', quantityGiven: 4 },
  });
  await expect(told(house, code, { disposition: 'XXX' })).rejects.toMatchObject({
    ...{ status: 404, code: 'not_found' },
    words: { zh: expect.stringContaining('代码 XXX'), en: expect.stringContaining('code XXX') },
  });
});

describe('there is room', () => {
  const alone = { grade: null, otherCustoms: false, keptApart: false };
  const room = async (house: House, code: string, location: string, quantity?: number) =>
    (await told(house, code, { location, quantity })).place;

  test('for so many as are coming, to the last one', async () => {
    const house = await aHouse();
    const code = await aLot(house, { sku: 'SHIRT', quantity: 3 });
    const small = { ...alone, kind: 'storage', open: true };
    // A-01-01-2 takes two.
    expect(await room(house, code, 'a-01-01-2', 2)).toMatchObject({ ...small, room: true });
    expect(await room(house, code, 'A-01-01-2', 3)).toMatchObject({ ...small, room: false });
    expect(await room(house, code, 'A-01-01-2')).toMatchObject({ ...small, room: false });
    expect(await room(house, code, 'R-01', 100_000)).toMatchObject({
      ...{ ...alone, kind: 'receiving', open: true, room: true },
    });
  });

  test('less what lies there already; what lies there itself needs none', async () => {
    const house = await aHouse();
    const first = await decided(house, 'RTS');
    await ok(house.item('wu', first, 'putAway', { location: 'A-01-01-2' }));
    const code = await decided(house, 'RTS', sound, 'SHIRT', { quantity: 2 });
    expect((await room(house, code, 'A-01-01-2', 1))?.room).toBe(true);
    expect((await room(house, code, 'A-01-01-2', 2))?.room).toBe(false);
    expect((await room(house, first, 'A-01-01-2'))?.room).toBe(true);
    await ok(house.item('wu', await decided(house, 'RTS'), 'putAway', { location: 'A-01-01-2' }));
    expect((await room(house, code, 'A-01-01-2', 1))?.room).toBe(false);
    expect((await room(house, first, 'A-01-01-2'))?.room).toBe(true);
  });

  test('at a closed place for nothing, and an unknown place is none', async () => {
    const house = await aHouse();
    const code = await received(house);
    await ok(house.call('ma', 'PATCH /api/v1/locations/A-01-01-1', { scanId: newScan(), active: false }));
    expect(await room(house, code, 'A-01-01-1')).toMatchObject({
      ...{ ...alone, kind: 'storage', room: true, open: false },
    });
    await expect(room(house, code, 'z-99')).rejects.toMatchObject({
      ...{ status: 404, words: { zh: expect.stringContaining('货位 Z-99') } },
    });
  });

  test('for what is put back where it was picked from, and for what was never picked nobody knows where', async () => {
    const house = await aHouse();
    const code = await stored(house);
    const { code: shipment } = await ok(
      house.call('wang', 'POST /api/v1/shipments', shipmentAsk('resale', [code])),
    );
    await expect(told(house, code, {}, 'putBack')).rejects.toMatchObject({
      ...{ status: 422, code: 'unusable_input' },
      extra: { issues: [{ path: ['location'], code: 'needed' }] },
    });
    await ok(house.item('sun', code, 'pick', { shipment }));
    expect((await told(house, code, {}, 'putBack')).place).toMatchObject({
      ...{ ...alone, kind: 'storage', room: true, open: true },
    });
    expect((await told(house, code, {}, 'pack')).place).toBeNull();
    expect((await told(house, code, { location: 'Q-01-01-1' }, 'putBack')).place?.kind).toBe('quarantine');
  });
});

test('a ticket is at our bench or at a vendor’s, and is told with its state; a repair with its end', async () => {
  const house = await aHouse();
  const [ours, theirs] = [await decided(house, 'REP', broken), await decided(house, 'RPV', broken)];
  await ok(house.item('zhao', ours, 'startRepair', { fault: '坏', location: 'B-01' }));
  await ok(house.item('zhao', theirs, 'handToVendor', { vendor: 'spark', fault: '坏' }));
  expect((await told(house, ours)).ticket).toEqual({ state: 'intake', atVendor: false });
  expect((await told(house, theirs)).ticket).toEqual({ state: 'intake', atVendor: true });
  const { ticket } = await ok(house.call('zhao', `GET /api/v1/items/${ours}`));
  await ok(house.ticket('zhao', ticket.code, 'takeIn'));
  await ok(house.ticket('zhao', ticket.code, 'giveBack', { outcome: 'K08', workDone: '主板报废' }));
  await ok(house.item('chen', ours, 'passCheck', broken));
  expect(await told(house, ours)).toMatchObject({
    ...{ ticket: { state: 'closed', atVendor: false }, repair: 'failed' },
  });
});

test('a shipment is the one it is promised to, or the one that is asked about', async () => {
  const house = await aHouse();
  const code = await stored(house);
  const open = async (exit: string, items: string[], more: object = {}) =>
    (await ok(house.call('wang', 'POST /api/v1/shipments', shipmentAsk(exit, items, more)))).code;
  const its = await open('resale', [code], { transport: 'sea' });
  const other = await open('toBuyer', []);
  const mine = { exit: 'resale', state: 'open', transport: 'sea', asked: false };
  expect(await told(house, code)).toMatchObject({ promised: true, shipment: mine });
  expect((await told(house, code, { shipment: its })).shipment).toEqual(mine);
  expect((await told(house, code, { shipment: other })).shipment).toEqual({
    ...{ exit: 'toBuyer', state: 'open', transport: 'air', asked: true },
  });
  const kites = await open('resale', [], { exporter: 'kite' });
  const elsewhere = (await ok(house.call('zhou', 'POST /api/v1/shipments', shipmentAsk('resale', [])))).code;
  await expect(told(house, code, { shipment: kites })).rejects.toMatchObject({
    ...{ status: 409, code: 'another_owner' },
  });
  for (const foreign of [elsewhere, 'S0000'])
    await expect(told(house, code, { shipment: foreign })).rejects.toMatchObject({
      ...{ status: 404, words: { zh: expect.stringContaining(`出库单 ${foreign}`) } },
    });
});

test('what was replaced is known to be', async () => {
  const house = await aHouse();
  const defective = await decided(house, 'QTN', broken);
  const fresh = await stored(house);
  await ok(
    house.call('wang', 'POST /api/v1/shipments', shipmentAsk('exchange', [fresh], { replaces: defective })),
  );
  expect([(await told(house, defective)).replaced, (await told(house, fresh)).replaced]).toEqual([
    true,
    false,
  ]);
});

describe('a step takes two', () => {
  const count = (quantity: number) => ({ quantity, reason: '盘点' });

  test('where the house says so, by how much it changes', async () => {
    const house = await aHouse();
    const code = await stored(house, 'RTS', sound, 'SHIRT', { quantity: 10 });
    const takesTwo = async (given: object, step: string | null) =>
      (await told(house, code, given, step)).takesTwo;
    // As a house begins: counts that are off by more than five, and batteries; no regimes.
    const off = [15, 5, 16, 4].map((quantity) => takesTwo(count(quantity), 'recount'));
    expect(await Promise.all(off)).toEqual([false, false, true, true]);
    const zone = { customsStatus: 'ZONE_BONDED' };
    expect(await takesTwo({ kind: 'battery' }, 'liftHold')).toBe(true);
    expect(await takesTwo(zone, 'correct')).toBe(false);
    expect(await takesTwo(count(1), null)).toBe(false);
    await setFourEyes(house, 'hazardRelease', false);
    await setFourEyes(house, 'regimeOverride', true);
    await setFourEyes(house, 'countAdjustment', true, 0);
    expect(await takesTwo({ kind: 'battery' }, 'liftHold')).toBe(false);
    expect(await takesTwo(zone, 'correct')).toBe(true);
    expect([await takesTwo(count(10), 'recount'), await takesTwo(count(9), 'recount')]).toEqual([
      false,
      true,
    ]);
  });

  test('in a house that is older than these settings, as a house begins', async () => {
    const house = await aHouse();
    const code = await stored(house, 'RTS', sound, 'SHIRT', { quantity: 10 });
    await books(house).atomically(async (tx) => {
      for (const row of await tx.find(fourEyes)) await tx.remove(fourEyes, row);
    });
    const takesTwo = async (given: object, step: string) => (await told(house, code, given, step)).takesTwo;
    expect([await takesTwo(count(5), 'recount'), await takesTwo(count(4), 'recount')]).toEqual([false, true]);
    expect(await takesTwo({ kind: 'battery' }, 'liftHold')).toBe(true);
    expect(await takesTwo({ customsStatus: 'ZONE_BONDED' }, 'correct')).toBe(false);
  });

  test('and who signed first is told for this very step; for destruction by itself', async () => {
    const house = await aHouse();
    const code = await stored(house, 'DST', sound, 'SHIRT', { quantity: 10 });
    await ok(house.item('han', code, 'recount', count(1)));
    expect(await told(house, code, count(1), 'recount')).toMatchObject({
      ...{ signedForThis: 'han', signatureWaits: true, signedBy: null },
    });
    expect((await told(house, code, count(2), 'recount')).signedForThis).toBeNull();
    await ok(house.item('wu', code, 'withdrawSignature'));
    await ok(house.item('han', code, 'signDestruction', { reason: '报废' }));
    expect(await told(house, code, {}, 'destroy')).toMatchObject({ signedBy: 'han', signatureWaits: true });
  });
});

test('what nobody opened holds no data of a buyer, though nobody wiped it; once opened, it may', async () => {
  const house = await aHouse();
  const code = await received(house, 'PHONE', { serial: 'SN-1001' });
  const phone = { ...sound, battery: 'good' };
  await ok(house.item('chen', code, 'inspect', { ...phone, cosmetic: 'C0', packaging: 'P1' }));
  expect((await told(house, code)).dataLeft).toBe(false);
  await ok(house.item('chen', code, 'inspect', phone));
  expect((await told(house, code)).dataLeft).toBe(true);
  expect((await told(house, code, { ...sound, battery: 'none' as const }, 'inspect')).findings).toEqual(
    sound,
  );
});
