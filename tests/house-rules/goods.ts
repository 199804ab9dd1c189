import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import request from 'supertest';
import {
  badges,
  covers,
  devices,
  leaves,
  links,
  signIns,
  tries,
  twoFactors,
} from '../../db/schema/access.ts';
import { skus } from '../../db/schema/goods.ts';
import { items } from '../../db/schema/items.ts';
import { outbox } from '../../db/schema/jobs.ts';
import { locations, organisations, zones } from '../../db/schema/master-data.ts';
import { accounts, sessions, users, verifications } from '../../db/schema/people.ts';
import { tickets } from '../../db/schema/repair.ts';
import type { Writing } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { newRequestContext } from '../../server/http/new-request-context.ts';
import { workOutbox } from '../../server/jobs/outbox.ts';
import type { Name } from '../cast.ts';
import { announced, aReturn, type Body, broken, ok, shipmentAsk, sound } from '../journeys/road.ts';
import { type House, newScan } from '../world.ts';
import { haikousOwn, kitesOwn, whalesOwn, yangpusOwn } from './canaries.ts';
import { anExport } from './exported-goods.ts';
import { anImport, anSkuImport } from './imported-goods.ts';
import { aLot, differsFromItsNeighbour } from './lot-goods.ts';
import { anOpening } from './opening-goods.ts';
import { theirRights } from './rights-goods.ts';

export const aPicture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#246' } })
  .jpeg()
  .toBuffer();

export interface Goods {
  /** Return orders: arriving · not submitted yet · to be reviewed. */
  readonly order: string;
  readonly draft: string;
  readonly review: string;
  /** An exported order, by its id. */
  readonly exported: string;
  /** A risk that was noted against one of their returns, by its id. */
  readonly risk: string;
  /** Items: on a shelf · at its vendor · waiting to go there · asked about · in an open shipment · not here yet. */
  readonly stored: string;
  readonly away: string;
  readonly going: string;
  readonly asked: string;
  readonly packed: string;
  readonly expected: string;
  readonly ticket: string;
  readonly parcel: string;
  readonly consignment: string;
  readonly open: string;
  readonly shipment: string;
  readonly photo: string;
  readonly ticketPhoto: string;
  /** The versions of the consignment and the shipment that are open. */
  readonly openSeen: string;
  readonly ticketSeen: string;
  readonly shipmentSeen: string;
}
export interface Parties {
  readonly staff: Name;
  readonly exporter: 'whale' | 'kite';
  readonly vendor: 'spark' | 'bolt';
  readonly warehouse: 'HK' | 'YP';
  /** Stands in every text that somebody writes. */
  readonly mark: string;
}

/** Everything an exporter may have in a warehouse at once. Numbers, codes of SKUs and serials are the same for all. */
export async function someGoods(at: House, who: Parties): Promise<Goods> {
  const { staff, exporter, warehouse, mark } = who;
  const text = (what: string) => `${what} ${mark}`.trim();
  const said = { reasonText: text('broken'), salesOrder: text('SO') };
  const line = (n: number) => ({ sku: 'SHIRT', serial: `SERIAL-${warehouse}-${n}`, ...said });
  const order = await announced(at, exporter, [0, 1, 2, 3, 4, 5].map(line), {
    warehouse,
    ...{ reference: `PO-${warehouse}`, waybill: 'JT0001112223334', note: text('careful') },
    ...{ platform: text('Shopee'), carrier: text('J&T') },
  });
  const more = async (reference: string, rest: object) => {
    const ask = { ...aReturn([line(9)]), ...rest, warehouse, reference };
    return (await ok(at.call(exporter, 'POST /api/v1/return-orders', ask))).code as string;
  };
  const draft = await more(`DRAFT-${warehouse}`, { submit: false });
  const review = await more(`REVIEW-${warehouse}`, { lines: [{ sku: 'NO-SUCH-SKU', quantity: 1 }] });
  const { exported, risk } = await anExport(at, exporter, order.code);
  const bySerial = (order.items as { code: string; serial: string }[]).sort((a, b) =>
    a.serial < b.serial ? -1 : 1,
  );
  const [stored = '', away = '', going = '', asked = '', packed = '', expected = ''] = bySerial.map(
    ({ code }) => code,
  );
  const step = (code: string, name: string, given: object = {}) => ok(at.item(staff, code, name, given));
  const note = text('noted');
  const outside = { order: order.code, waybill: `JT000999000${exporter.length}`, seal: text('seal'), note };
  const parcel = (await ok(at.call(staff, 'POST /api/v1/parcels', { scanId: newScan(), ...outside }))).code;
  for (const code of [stored, away, going, asked, packed]) {
    const repair = code === away || code === going;
    await step(code, 'receive', { location: 'R-01', note });
    await step(code, 'correct', { customsStatus: 'RELEASED_DOMESTIC', reason: note });
    const read = code === asked ? { serialSeen: `OTHER-${warehouse}-1` } : {};
    await step(code, 'inspect', { ...(repair ? broken : sound), ...read, note });
    if (code !== asked) await step(code, 'decide', { disposition: repair ? 'RPV' : 'RTS', reason: note });
    if (code === stored || code === packed) await step(code, 'putAway', { location: 'A-01-01-1' });
  }
  await step(asked, 'hold', { kind: 'quality', note });
  await step(asked, 'askExporter', { note });
  const repair = await sentToVendor(at, who, away, going);
  const shipped = { exporter, reference: 'SO-1', consignee: text('Li'), address: text('Road 1') };
  const ask = { ...shipmentAsk('resale', [packed]), ...shipped };
  const shipment = (await ok(at.call(staff, 'POST /api/v1/shipments', ask))).code as string;
  await step(packed, 'pick', { shipment });
  await step(packed, 'pack');
  for (const of of [`parcels/${parcel}`, `return-orders/${order.code}`, 'locations/R-01'])
    await ok(uploaded(at, staff, `${of}/photos`));
  const photo = (await ok(uploaded(at, staff, `items/${stored}/photos`))).id as string;
  await workOutbox(at.deps, newRequestContext(at.deps));
  const known = { exported, risk, stored, away, going, asked, packed, expected, shipment, photo, parcel };
  const version = async (path: string) => String((await ok(at.call(staff, `GET /api/v1/${path}`))).version);
  const openSeen = await version(`consignments/${repair.open}`);
  const ticketSeen = await version(`tickets/${repair.ticket}`);
  const shipmentSeen = await version(`shipments/${shipment}`);
  return { order: order.code, draft, review, ...known, ...repair, openSeen, ticketSeen, shipmentSeen };
}

/** One item at its vendor, diagnosed and quoted; another in a consignment that is still open. */
async function sentToVendor(at: House, who: Parties, away: string, going: string) {
  const { staff, vendor, mark } = who;
  const fault = `no sound ${mark}`.trim();
  await ok(at.item(staff, away, 'handToVendor', { vendor, fault }));
  const consignment = await consignmentOf(at, staff, away);
  await ok(at.consignment(staff, consignment, 'close'));
  await ok(at.consignment(staff, consignment, 'handOver'));
  const ticket = (await ok(at.call(staff, `GET /api/v1/items/${away}`))).ticket.code as string;
  await ok(at.ticket(vendor, ticket, 'takeIn', { note: fault }));
  await ok(at.ticket(vendor, ticket, 'diagnose', { diagnosis: fault }));
  await ok(at.ticket(vendor, ticket, 'quote', { labour: 100, parts: 100, note: fault }));
  const ticketPhoto = (await ok(uploaded(at, vendor, `tickets/${ticket}/photos`))).id as string;
  await ok(at.item(staff, going, 'handToVendor', { vendor, fault }));
  return { consignment, ticket, ticketPhoto, open: await consignmentOf(at, staff, going) };
}

/** The open consignment in which this item lies. */
async function consignmentOf(at: House, staff: Name, item: string): Promise<string> {
  const { rows } = await ok(at.call(staff, 'GET /api/v1/consignments?state=open'));
  for (const { code } of rows) {
    const { items } = await ok(at.call(staff, `GET /api/v1/consignments/${code}`));
    if (items.some((line: { item: string }) => line.item === item)) return code;
  }
  throw new Error(`${item} lies in no open consignment.`);
}

async function uploaded(at: House, who: Name, path: string): Promise<{ status: number; body: Body }> {
  const asked = request(at.server).post(`/api/v1/${path}?scanId=${newScan()}`);
  return asked
    .set('cookie', await at.cookieOf(who))
    .type('image/jpeg')
    .send(await aPicture);
}

/** Somebody whom the others ask about, and who asks nothing. */
const somebody = (id: string, organisationId: string, role: string, at: Date) => ({
  ...{ id, name: id, email: `${id}@example.test`, username: id.toLowerCase(), emailVerified: true },
  ...{ role, organisationId, warehouseId: null, language: 'zh-CN' as const, active: true },
  ...{ createdAt: at, updatedAt: at },
});

/** What the house keeps about somebody, and nobody else is ever shown. */
async function secretsOf(tx: Writing, userId: string, now: Date) {
  const [id, ending] = [`${userId}-secret`, { createdAt: now, expiresAt: new Date(now.getTime() + 1000) }];
  await tx.add(sessions, { id, token: kitesOwn, userId, deviceId: 'hk-device', updatedAt: now, ...ending });
  await tx.add(signIns, { id, userId, how: 'password', went: 'in', address: kitesOwn, at: now });
  await tx.add(links, { id, kind: 'reset', secretHash: kitesOwn, subjectId: userId, ...ending });
  await tx.add(twoFactors, { id, userId, secret: kitesOwn, backupCodes: kitesOwn });
  await tx.add(tries, { id, failures: 0, lastAt: now });
  const about = { mail: 'reset', to: `${userId}@example.test`, language: 'en', link: kitesOwn };
  await tx.add(outbox, { id, kind: 'mail', about, at: now, dueAt: new Date('2089-01-01'), tries: 0 });
}

/** Gives Kite, Bolt and Whale something of their own to be known by, and each warehouse a place of its own. */
export async function marked(at: House): Promise<void> {
  const now = at.deps.now();
  await at.database.as(systemViewer).atomically(async (tx) => {
    for (const [id, mark] of [
      ['kite', kitesOwn],
      ['bolt', kitesOwn],
      ['whale', whalesOwn],
    ] as const) {
      const names = { nameZh: `组织 ${mark}`, nameEn: `Org ${mark}`, contact: mark, phone: mark };
      await tx.change(organisations, { id }, { ...names, email: `${mark}@example.test`, address: mark });
      await tx.change(users, { id }, { name: mark });
    }
    const serialPattern = 'SERIAL-@@-#';
    for (const code of ['SHIRT', 'X-1']) {
      const names = { nameZh: `衣 ${kitesOwn}`, nameEn: `shirt ${kitesOwn}`, hsCode: '6109100000' };
      const others = { category: kitesOwn, gtin: '05901234123457', serialPattern };
      await tx.change(skus, { id: `kite-${code}` }, { ...names, ...others });
    }
    await tx.change(skus, { id: 'whale-SHIRT' }, { gtin: '04006381333931', serialPattern });
    const [shirt] = (await tx.find(skus)).filter(({ id }) => id === 'kite-SHIRT');
    if (shirt) await tx.add(skus, { ...shirt, id: 'kite-own', code: 'KITE-ONLY', gtin: '06901234567885' });
    for (const [at, name] of [
      ['hk', haikousOwn],
      ['yp', yangpusOwn],
    ] as const) {
      const id = `${at}-own`;
      const zone = { id, warehouseId: at, code: `${at}-ZONE`.toUpperCase(), kind: 'receiving' } as const;
      await tx.add(zones, { ...zone, nameZh: name, nameEn: name });
      const device = { id: `${at}-device`, name: `${at}-device`, keyHash: `${at}-device` };
      await tx.add(devices, { ...device, warehouseId: at, createdAt: now });
      const member = `${at}-spare`;
      await tx.add(users, somebody(member, 'hub', 'packer', now));
      const badge = { userId: member, secretHash: `${at}-badge`, pinHash: 'none', pinIsFirst: true };
      const span = { fromAt: now, untilAt: new Date(now.getTime() + 1000) };
      await tx.add(covers, {
        id: `${at}-cover`,
        userId: member,
        warehouseId: at,
        role: 'technician',
        ...span,
      });
      await tx.add(leaves, { id: `${at}-leave`, userId: 'bolt', fromAt: new Date(0), untilAt: new Date(1) });
      await tx.add(badges, { id: `${at}-badge`, ...badge, issuedAt: now });
      const place = { id, warehouseId: at, zoneId: id, kind: 'receiving', capacity: null } as const;
      await tx.add(locations, { ...place, code: `${at}-OWN`.toUpperCase(), active: true });
    }
    await theirRights(tx, now);
    for (const [askedBy, exporterId, mark] of [
      ['whale', 'whale', whalesOwn],
      ['whaleClerk', 'whale', whalesOwn],
      ['kite', 'kite', kitesOwn],
    ] as const)
      await anImport(tx, askedBy, exporterId, mark, now);
    await anSkuImport(tx, { askedBy: 'wang', exporterId: 'whale', mark: whalesOwn, now });
    await anSkuImport(tx, { askedBy: 'zhou', exporterId: 'kite', mark: kitesOwn, now });
    await tx.add(users, somebody('kiteClerk', 'kite', 'exporterMember', now));
    const dates = { createdAt: now, updatedAt: now };
    const secret = { accountId: 'kite', providerId: 'credential', password: `salt:${kitesOwn}` };
    await tx.add(accounts, { id: 'kite-account', userId: 'kite', ...secret, ...dates });
    await secretsOf(tx, 'kiteClerk', now);
    const reset = { identifier: 'kite', value: kitesOwn, expiresAt: now, ...dates };
    await tx.add(verifications, { id: 'kite-reset', ...reset });
  });
}

/** The ticket of one thing in this consignment went on to our own bench: its vendor has no more to do with it. */
async function wentOn(at: House, consignment: string) {
  const lines = (await ok(at.call('wang', `GET /api/v1/consignments/${consignment}`))).items;
  const isIt = eq(tickets.code, lines[0].ticket);
  await at.database.as(systemViewer).atomically(async (tx) => {
    const [ticket] = await tx.find(tickets, isIt, 1);
    if (ticket) await tx.change(tickets, ticket, { vendorId: null });
  });
}

/** Of each of these things the second number is the first of another in the same return. */
async function secondNumbers(at: House, all: readonly Goods[]) {
  await at.database.as(systemViewer).atomically(async (tx) => {
    for (const { stored, expected } of all) {
      const [other] = await tx.find(items, eq(items.code, stored), 1);
      const [one] = await tx.find(items, eq(items.code, expected), 1);
      if (one) await tx.change(items, one, { imei2: other?.serial ?? null });
    }
  });
}

const parties = {
  whale: { staff: 'wang', exporter: 'whale', vendor: 'spark', warehouse: 'HK', mark: haikousOwn },
  kite: { staff: 'wang', exporter: 'kite', vendor: 'bolt', warehouse: 'HK', mark: kitesOwn },
  yangpu: {
    ...{ staff: 'zhou', exporter: 'kite', vendor: 'bolt', warehouse: 'YP' },
    mark: `${kitesOwn} ${yangpusOwn}`,
  },
} as const satisfies Record<string, Parties>;

/** Whale and Spark in Haikou; Kite and Bolt in Haikou and in Yangpu, with the same numbers and names. */
export async function aFullHouse(at: House) {
  await marked(at);
  const whale = await someGoods(at, parties.whale);
  const kite = await someGoods(at, parties.kite);
  const yangpu = await someGoods(at, parties.yangpu);
  await wentOn(at, kite.open);
  await secondNumbers(at, [whale, kite, yangpu]);
  await anOpening(at, 'hk', whale.stored, haikousOwn);
  await anOpening(at, 'yp', yangpu.stored, `${kitesOwn} ${yangpusOwn}`);
  const goods = { whale, kite, yangpu };
  const lots: [Parties, string][] = [];
  for (const name of ['whale', 'kite', 'yangpu'] as const)
    lots.push([parties[name], await aLot(at, parties[name], goods[name])]);
  for (const [who, lot] of lots) await differsFromItsNeighbour(at, who, lot);
  return goods;
}
