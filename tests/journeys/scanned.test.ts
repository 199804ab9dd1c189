import { beforeAll, describe, expect, test } from 'vitest';
import { returnLines, returnOrders, skus } from '../../db/schema/goods.ts';
import { items } from '../../db/schema/items.ts';
import { shipments } from '../../db/schema/outbound.ts';
import { parcels } from '../../db/schema/parcels.ts';
import { consignments, tickets } from '../../db/schema/repair.ts';
import { type CodeKind, mintCode } from '../../server/identifiers/code.ts';
import { gs1CheckDigit } from '../../server/identifiers/gtin.ts';
import type { Hit, OneHit } from '../../server/scans/hits.ts';
import { resolve } from '../../server/scans/resolve.ts';
import { fitsAt, stationNames } from '../../server/scans/stations.ts';
import { theSkus } from '../cast.ts';
import { anItem, anOrder, aShipment, aTicket, hour, laidOut } from './laid-out.ts';

/** The same code for the same thing in every run. */
function ours(kind: CodeKind, n: number) {
  let seed = n;
  return mintCode(kind, (bytes) =>
    Uint8Array.from({ length: bytes }, () => (seed = (seed * 137 + 89) % 65_521)),
  );
}
const thing = (id: string) => ours('item', Number.parseInt(id, 36));
const order = (id: string) => ours('returnOrder', Number.parseInt(id, 36));
const at = laidOut(async (tx) => {
  const [earbuds] = theSkus;
  const sku = (exporterId: string, code: string, gtin: string | null) =>
    tx.add(skus, { ...earbuds, ...{ id: `${exporterId}-${code}`, exporterId, code, gtin } } as never);
  await sku('whale', 'WATCH', '04006381333931');
  await sku('whale', 'BUDS', '05901234123457');
  await sku('kite', 'CLONE', '05901234123457');
  await sku('kite', 'CAP', '00000096385074');
  await sku('kite', 'SODA', `0004210000526${gs1CheckDigit('0004210000526')}`);
  const orders = {
    ...{ r1: { waybill: 'JT0000000000011', reference: 'PO-1' }, r2: { reference: 'PO-2' } },
    ...{ r3: { exporterId: 'kite', reference: 'PO-1' }, r4: { exporterId: 'kite', waybill: 'A-01-01-1' } },
    ...{ r5: { exporterId: 'kite', reference: thing('a1') }, r6: { waybill: '12345678' } },
    ...{ r7: { state: 'cancelled', waybill: 'OLDWB-12345' }, r8: { waybill: 'NEWWB-12345' } },
    ...{
      r9: { state: 'cancelled', waybill: 'NEWWB-12345' },
      ry: { warehouseId: 'yp', waybill: 'YP-000001' },
    },
    ra: { exporterId: 'kite', waybill: 'SF1234567890123' },
  };
  for (const [id, more] of Object.entries(orders))
    await tx.add(returnOrders, anOrder(id, { code: order(id), ...more }));
  for (let n = 1; n <= 7; n++) {
    const more = { code: order(`w${n}`), waybill: 'SF1234567890123', createdAt: hour(n) };
    await tx.add(returnOrders, anOrder(`w${n}`, more));
  }
  const lines = { 1: ['PHONE', 2], 2: ['EARBUDS', 3], 3: ['BUDS', 1] } as const;
  for (const [number, [code, quantity]] of Object.entries(lines))
    await tx.add(returnLines, {
      ...{ id: `l${number}`, orderId: 'r1', exporterId: 'whale', warehouseId: 'hk', number: Number(number) },
      ...{ skuId: `whale-${code}`, skuCode: code, quantity, reason: 'R01', exportMode: 'unknown' },
    });
  const kites = { exporterId: 'kite', skuId: 'kite-X-1' };
  const announced = { orderId: 'r1', state: 'announced' };
  const phone = { skuId: 'whale-PHONE' };
  const things: Readonly<Record<string, Parameters<typeof anItem>[1]>> = {
    a1: { ...announced, ...phone, serial: '490154203237518', imei2: '352099001761481' },
    a2: { ...announced, ...phone, serial: 'SN/A_1+B' },
    a3: { ...announced, skuId: 'whale-EARBUDS', quantity: 3 },
    a4: { ...announced, ...phone, serial: 'S-200' },
    b1: { ...kites, serial: 'EARBUDS' },
    b2: { skuId: 'whale-WATCH', serial: 'S-100' },
    b3: { ...phone, serial: 'S-100' },
    b4: { ...kites, serial: 'JT0000000000011' },
    b5: { ...phone, serial: 'OLD-1', state: 'resold' },
    b6: { skuId: 'whale-WATCH', serial: 'OLD-1' },
    b7: { serial: '7654321' },
    b8: { ...kites, serial: '6901234567892' },
    b9: { ...kites, serial: 'S-200' },
    c1: { serial: 'ENDED-1', state: 'destroyed' },
    c2: { serial: '4901542032375107' },
    c3: { warehouseId: 'yp', serial: 'YP-1234' },
    c4: { serial: 'A-99-99' },
  };
  for (const [id, more] of Object.entries(things))
    await tx.add(items, anItem(id, { code: thing(id), ...more }));
  await tx.add(tickets, aTicket('t1', 'b2', { code: ours('ticket', 1) }));
  await tx.add(shipments, aShipment('s1', { code: ours('shipment', 1), waybill: 'RB123456785GB' }));
  for (const [n, more] of Object.entries({
    1: { waybill: 'BL-000777', state: 'open' },
    2: { waybill: null, state: 'emptied' },
    3: { warehouseId: 'yp', waybill: 'YP-000777', state: 'open' },
  }))
    await tx.add(parcels, {
      ...{ id: `p${n}`, code: ours('parcel', Number(n)), warehouseId: 'hk', exporterId: null },
      ...{ stateSince: hour(1), locationId: null, seal: null, weightGrams: null, note: null, orders: 0 },
      ...{ receivedBy: 'liu', receivedAt: hour(1), ...more },
    });
  await tx.add(consignments, {
    ...{ id: 'c1', code: ours('consignment', 1), warehouseId: 'hk', vendorId: 'spark', state: 'open' },
    ...{ stateSince: hour(1), openedAt: hour(1) },
  });
});

const names = new Map<string, string>();
beforeAll(async () => {
  const all = [items, returnOrders, tickets, shipments, consignments, parcels] as const;
  for (const table of all)
    for (const { id, code } of await at.house().find(table, undefined, 99)) names.set(code, id);
});
const one = (hit: OneHit): string => {
  if (hit.kind === 'unknown') return 'unknown';
  if (hit.kind !== 'sku') return `${hit.kind} ${names.get(hit.code) ?? hit.code}`;
  const owned = hit.skus.map(({ code, exporter }) => `${exporter.zh.slice(2, 4)} ${code}`);
  return `sku ${owned.sort().join(', ')}${hit.serial ? ` #${hit.serial}` : ''}`;
};
const said = (hit: Hit): string =>
  hit.kind === 'several' ? hit.meanings.map((meaning) => one(meaning.hit)).join(' | ') : one(hit);

const [earbuds, watch, buds] = ['06901234567892', '04006381333931', '05901234123457'];
const ITEM = 'dock inspect put-away find bench pick pack';
const [PLACE, ORDER, SKU] = ['put-away find', 'dock find', 'dock find'];
const nobody = '';

/**
 * What is scanned, what it means, which stations work with that, and what it means while the parcel of r1 lies open,
 * where that is another thing. Every other station refuses it by its name.
 */
const table: readonly (readonly [what: string, text: string, means: string, takes: string, open?: string])[] =
  [
    // Our own codes stand before everything.
    ['a label of ours', thing('a1'), 'item a1', ITEM],
    ['in lower case', thing('a1').toLowerCase(), 'item a1', ITEM],
    ['with spaces', thing('a1').replace(/(.{5})/, '$1 '), 'item a1', ITEM],
    [
      'in full width',
      [...thing('b2')].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(''),
      'item b2',
      ITEM,
    ],
    ['as an address', `https://wms.example/i/${thing('b2')}`, 'item b2', ITEM],
    ['a return order', order('r1'), 'returnOrder r1', ORDER],
    ['a parcel', ours('parcel', 1), 'parcel p1', 'dock find'],
    ['a parcel as an address', `https://wms.example/p/${ours('parcel', 1)}`, 'parcel p1', 'dock find'],
    ['a parcel that was emptied', ours('parcel', 2), 'parcel p2', 'dock find'],
    ['a parcel of another warehouse', ours('parcel', 3), 'unknown', nobody],
    ['a ticket', ours('ticket', 1), 'ticket t1', 'find bench'],
    ['a shipment', ours('shipment', 1), 'shipment s1', 'find pick pack'],
    ['a consignment', ours('consignment', 1), 'consignment c1', 'find'],
    ['a label that nobody has', ours('item', 99), 'unknown', nobody],
    ['a label of another warehouse', thing('c3'), 'unknown', nobody],
    ['a return order of another warehouse', order('ry'), 'unknown', nobody],
    // Then places.
    ['the dock', 'R-01', 'location R-01', `dock ${PLACE}`],
    ['a bin', 'A-01-01-1', 'location A-01-01-1', PLACE],
    ['a bin in lower case', 'a-01-01-1', 'location A-01-01-1', PLACE],
    ['a bin in full width', 'Ａ－０１－０１－１', 'location A-01-01-1', PLACE],
    ['the hazard cabinet', 'H-01-01-1', 'location H-01-01-1', PLACE],
    ['a place that there is not', 'A-77-77', 'unknown', nobody],
    ['a serial in the form of a place', 'A-99-99', 'item c4', ITEM],
    // Then product and serial together.
    ['GS1 with the serial of its product', `]d201${watch}21S-100`, 'item b2', ITEM],
    ['GS1 typed', `(01)${watch}(21)S-100`, 'item b2', ITEM],
    ['a Digital Link', `https://id.gs1.org/01/${watch}/21/S-100`, 'item b2', ITEM],
    ['GS1 of a watch with a serial of a phone', `]d201${watch}21SN/A_1+B`, 'sku 蓝鲸 WATCH #SN/A_1+B', SKU],
    ['GS1 of earbuds with an unknown serial', `]d201${earbuds}21NEW-1`, 'sku 蓝鲸 EARBUDS #NEW-1', SKU],
    ['GS1 with one digit as its serial', `]C101${earbuds}217`, 'sku 蓝鲸 EARBUDS #7', SKU],
    ['GS1 without a serial', `]d201${earbuds}`, 'sku 蓝鲸 EARBUDS', SKU],
    ['GS1 with a lot', `]d201${earbuds}10LOT7`, 'sku 蓝鲸 EARBUDS', SKU],
    ['GS1 of a product that nobody has', ']d201095212345432132100', 'unknown', nobody],
    [
      'GS1 of a product without a GTIN here, with its serial',
      ']d2010952123454321321SN/A_1+B',
      'item a2',
      ITEM,
    ],
    ['GS1 of nobody’s product, with a watch’s serial', ']d2010952123454321321OLD-1', 'item b5', ITEM],
    ['GS1 with an IMEI', `]d201${earbuds}8040490154203237518`, 'sku 蓝鲸 EARBUDS #490154203237518', SKU],
    [
      'GS1 of a telephone that nobody has, with its IMEI',
      ']d20109521234543213' + '8040490154203237518',
      'item a1',
      ITEM,
    ],
    ['GS1 with nothing but a serial', '(21)SN/A_1+B', 'item a2', ITEM],
    [
      'GS1 of two owners’ product',
      `]d201${buds}21Z1`,
      'sku 纸鸢 CLONE, 蓝鲸 BUDS #Z1',
      SKU,
      'sku 蓝鲸 BUDS #Z1',
    ],
    // GTINs are given by GS1: nobody's text stands before them.
    ['a product', '6901234567892', 'sku 蓝鲸 EARBUDS', SKU],
    ['a product in fourteen digits', earbuds, 'sku 蓝鲸 EARBUDS', SKU],
    ['a product with the name of its symbol', ']E06901234567892', 'sku 蓝鲸 EARBUDS', SKU],
    ['an EAN-8', '96385074', 'sku 纸鸢 CAP', SKU],
    ['a UPC-E', `0425261${gs1CheckDigit('04210000526')}`, 'sku 纸鸢 SODA', SKU],
    ['a product of two owners', '5901234123457', 'sku 纸鸢 CLONE, 蓝鲸 BUDS', SKU, 'sku 蓝鲸 BUDS'],
    ['a product with a wrong check digit', '6901234567891', 'unknown', nobody],
    // Serials.
    ['a serial with the signs of GS1', 'SN/A_1+B', 'item a2', ITEM],
    ['in lower case', 'sn/a_1+b', 'item a2', ITEM],
    ['with its prefix', 'S/N: SN/A_1+B', 'item a2', ITEM],
    ['with a Chinese prefix', '序列号：SN/A_1+B', 'item a2', ITEM],
    ['with a prefix in full width', 'ＳＮ：ＳＮ／Ａ＿１＋Ｂ', 'item a2', ITEM],
    ['an IMEI', '490154203237518', 'item a1', ITEM],
    ['an IMEI in groups', '49-015420-323751-8', 'item a1', ITEM],
    ['an IMEI with its prefix', 'IMEI1: 49 015420 323751 8', 'item a1', ITEM],
    ['an IMEI with its software', '49015420323751807', 'item a1', ITEM],
    [
      'an IMEI/SV, which is a serial of its own here',
      '4901542032375107',
      'item a1 | item c2',
      ITEM,
      'item a1',
    ],
    ['an IMEI without its check digit', '49015420323751', 'item a1', ITEM],
    ['the second IMEI', '352099001761481', 'item a1', ITEM],
    ['an IMEI with a wrong check digit', 'IMEI: 490154203237519', 'unknown', nobody],
    ['a serial of two products', 'S-100', 'item b2 | item b3', ITEM],
    ['a serial of two owners', 'S-200', 'item a4 | item b9', ITEM, 'item a4'],
    ['a serial that an ended thing has as well', 'OLD-1', 'item b6', ITEM],
    ['a serial that only an ended thing has', 'ENDED-1', 'item c1', ITEM],
    ['a serial of another warehouse', 'YP-1234', 'unknown', nobody],
    ['Codabar with its frame', 'A7654321B', 'item b7', ITEM],
    ['Codabar in lower case', 'a7654321d', 'item b7', ITEM],
    ['Codabar, as the scanner says', ']F1C7654321C', 'item b7', ITEM],
    // What exporters write.
    ['a product by its code', 'PHONE', 'sku 蓝鲸 PHONE', SKU],
    ['a code of two owners', 'SHIRT', 'sku 纸鸢 SHIRT, 蓝鲸 SHIRT', SKU],
    [
      'a code that another has as a serial',
      'EARBUDS',
      'item b1 | sku 蓝鲸 EARBUDS',
      ITEM,
      'sku 蓝鲸 EARBUDS',
    ],
    ['a waybill that another has as a serial', 'JT0000000000011', 'item b4 | returnOrder r1', ITEM],
    ['a waybill with spaces', 'jt 0000 0000 00011', 'item b4 | returnOrder r1', ITEM],
    ['a number of two exporters', 'PO-1', 'returnOrder r3 | returnOrder r1', ORDER],
    ['a number of one exporter', 'PO-2', 'returnOrder r2', ORDER],
    [
      'a waybill announced seven times, and by another once',
      'SF1234567890123',
      'returnOrder ra | returnOrder w7 | returnOrder w6 | returnOrder w5',
      ORDER,
    ],
    ['a waybill of a cancelled return', 'OLDWB-12345', 'returnOrder r7', ORDER],
    ['a waybill that a cancelled return has as well', 'NEWWB-12345', 'returnOrder r8', ORDER],
    ['a waybill of a parcel that nobody announced', 'BL-000777', 'parcel p1', 'dock find'],
    ['a waybill in Codabar', 'A12345678D', 'returnOrder r6', ORDER],
    ['a waybill of another warehouse', 'YP-000001', 'unknown', nobody],
    ['the waybill of what leaves', 'RB123456785GB', 'shipment s1', 'find pick pack'],
    // Nothing of ours.
    ['an address', 'https://shop.example/?q=1', 'unknown', nobody],
    ['words', '蓝色 耳机', 'unknown', nobody],
    ['a fragment', 'SN/A', 'unknown', nobody],
    ['data of a program', '{"id":1}', 'unknown', nobody],
    ['nothing', ' ', 'unknown', nobody],
    ['too much', 'x'.repeat(501), 'unknown', nobody],
  ];
const stations = stationNames.map(
  (name) =>
    [
      ({ receive: 'dock', putAway: 'put-away' } as Partial<Record<string, string>>)[name] ?? name,
      name,
    ] as const,
);

const now = new Date('2026-01-01T00:00:00Z');
describe('what a scan means, and who works with it', () => {
  test('is a table of many kinds', () => expect(table.length).toBeGreaterThanOrEqual(60));

  test.each(table.map(([what, ...row]) => ({ what, row })))('$what', async ({ row }) => {
    const [text, means, takes, open = means] = row;
    const closed = await resolve(at.as('liu'), text, { now });
    expect(said(closed.hit)).toBe(means);
    const taken = stations.filter(([, station]) => fitsAt(station, closed.hit)).map(([name]) => name);
    // Of several things a station works with one at least.
    expect(taken.toSorted()).toEqual(takes.split(' ').filter(Boolean).toSorted());
    expect([closed.words.zh.length > 0, closed.words.en.length > 0]).toEqual([true, true]);
    expect(said((await resolve(at.as('liu'), text, { now, parcel: { id: 'r1' } })).hit)).toBe(open);
  });
});

test('two meanings are told with what they are, whose, and how they stand', async () => {
  const { hit, words } = await resolve(at.as('liu'), 'EARBUDS', { now });
  expect(words).toEqual({ zh: '这个码有几种意思，请选择', en: 'This code means several things: choose one' });
  expect(hit).toMatchObject({
    meanings: [
      { kind: { zh: '货品' }, owner: { zh: '义乌纸鸢服饰有限公司' }, state: { zh: '在库' }, more: 0 },
      { kind: { zh: '商品' }, owner: { zh: '深圳蓝鲸电子有限公司' }, state: null, more: 0 },
    ],
  });
});

test('of what one exporter announced again and again a few are shown, and how many more there are', async () => {
  const { hit } = await resolve(at.as('liu'), 'SF1234567890123', { now });
  const told = hit.kind === 'several' ? hit.meanings.map(({ owner, more }) => [owner?.zh, more]) : [];
  expect(told).toEqual([
    ['义乌纸鸢服饰有限公司', 0],
    ['深圳蓝鲸电子有限公司', 0],
    ['深圳蓝鲸电子有限公司', 0],
    ['深圳蓝鲸电子有限公司', 4],
  ]);
});
