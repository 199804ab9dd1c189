import type { Role } from '../../server/access/permissions.ts';
import type { Api } from '../../server/api.ts';
import { aReturn, type Body, shipmentAsk } from '../journeys/road.ts';
import { newScan } from '../world.ts';
import type { Goods } from './goods.ts';
import { accessRows } from './matrix-of-access.ts';

/** What a route is asked about: somebody's goods in a warehouse, with what stands around them. */
export interface Subject extends Goods {
  readonly exporter: string;
  readonly person: string;
  readonly sku: string;
  readonly warehouse: string;
  readonly warehouseId: string;
  readonly zone: string;
  readonly place: string;
  readonly customsRule: string;
  /** A member of the staff, and a handheld, of this warehouse. */
  readonly member: string;
  readonly cover: string;
  readonly leave: string;
  readonly device: string;
  /** Of the exporter: somebody else than who asks, an invitation, an API key. */
  readonly colleague: string;
  readonly invitation: string;
  readonly apiKey: string;
  readonly dispositionRule: string;
}
/**
 * Answers to three questions: about what is theirs, about what is another's, about what does not exist.
 * yes: done, or refused by the workflow alone · no: not for this role · none: there is no such thing.
 */
export type Answers = readonly [own: string, others: string, none: string];
export interface Row {
  /** The roles that may. */
  readonly may: string;
  ask(of: Subject, role: Role): object;
  /** How those who may are answered, where it is not yes, none, none. */
  readonly answers?: Answers;
  /** … and where some of them are answered in another way. */
  readonly but?: { readonly [roles: string]: Answers };
  /** Without a sign-in. */
  readonly stranger?: 'yes' | 'no';
  /** What of an answer counts. */
  tell?(body: Body, of: Subject, text: string): unknown;
  readonly file?: 'picture' | 'spreadsheet';
}

const lead = 'supervisor manager administrator';
const floor = `receiver inspector storekeeper technician packer customs ${lead}`;
const exporters = 'exporterMember exporterAdmin';
const vendors = 'vendorMember vendorAdmin';
const everybody = `${floor} ${exporters} ${vendors}`;
const owners = `${floor} ${exporters}`;
const repairers = `technician ${lead} ${vendors}`;
const onTickets = `${repairers} ${exporters}`;
const onConsignments = `storekeeper ${lead} ${vendors}`;
const onShipments = `storekeeper packer customs ${lead} ${exporters}`;
const masters = 'manager administrator';

/** A question about nobody's in particular: it is asked once. */
const common: Answers = ['yes', '', ''];
const found: Answers = ['yes 1', 'yes 0', 'yes 0'];
const total = (body: Body) => body.total;
/** The staff see it whoever's it is. */
const ofTheHouse: Answers = ['yes', 'yes', 'none'];
const once = () => ({ scanId: newScan() });
const fresh = () => newScan().slice(0, 8).toUpperCase();
const nothing = () => ({});
const named = { zh: '新', en: 'New', nameZh: '新', nameEn: 'New' };
/** The staff know every exporter: what is asked about there is the thing, not its owner. */
const real = (exporter: string) => (exporter === 'noone' ? 'kite' : exporter);
const isExporter = (role: Role) => role.startsWith('exporter');
const customsRule = { position: 999, status: '*', action: 'resale', verdict: 'forbidden', citation: 'x' };

/** How each route of the house answers each role. A route that is missing here does not compile. */
export const matrix: Record<Api['endpoint'], Row> = {
  'GET /api/v1/me': { may: everybody, ask: nothing, answers: common },
  'POST /api/v1/me/language': { may: everybody, ask: () => ({ language: 'zh-CN' }), answers: common },
  'POST /api/v1/me/warehouse': {
    may: everybody,
    ask: ({ warehouseId }) => ({ warehouseId }),
    but: { [`${exporters} ${vendors}`]: ['none', 'none', 'none'] },
  },
  'POST /api/v1/scans': {
    may: floor,
    ask: ({ stored }) => ({ ...once(), text: stored }),
    tell: ({ hit }) => hit.kind,
    answers: ['yes item', 'yes unknown', 'yes unknown'],
  },
  'GET /api/v1/items': {
    may: owners,
    ask: ({ stored }) => ({ search: stored }),
    answers: found,
    tell: total,
  },
  'GET /api/v1/items.csv': {
    may: owners,
    ask: ({ stored }) => ({ search: stored }),
    answers: found,
    tell: (_body, { stored }, text) => Number(text.includes(stored)),
  },
  'GET /api/v1/items/:code': { may: owners, ask: ({ stored }) => ({ code: stored }) },
  'GET /api/v1/items/:code/history': { may: owners, ask: ({ stored }) => ({ code: stored }) },
  'POST /api/v1/items/:code/steps': {
    may: owners,
    ask: ({ going, asked }, role) =>
      isExporter(role)
        ? { ...once(), code: asked, step: 'instruct', disposition: 'RTS' }
        : { ...once(), code: going, step: 'hold', kind: 'quality' },
  },
  'GET /api/v1/return-orders': {
    may: owners,
    ask: ({ order }) => ({ search: order }),
    answers: found,
    tell: total,
  },
  'POST /api/v1/return-orders': {
    may: exporters,
    ask: ({ sku, warehouse }) => ({ ...aReturn([{ sku }]), warehouse }),
    answers: common,
  },
  'GET /api/v1/return-orders/template.csv': { may: exporters, ask: nothing, answers: common },
  'POST /api/v1/return-orders/imports': {
    may: exporters,
    ask: ({ warehouse }) => ({ ...once(), warehouse }),
    answers: common,
    file: 'spreadsheet',
  },
  'GET /api/v1/return-orders/:code': { may: owners, ask: ({ order }) => ({ code: order }) },
  'POST /api/v1/return-orders/:code/steps': {
    may: `${lead} ${exporters}`,
    ask: ({ draft, review }, role) =>
      isExporter(role)
        ? { ...once(), code: draft, step: 'submit' }
        : { ...once(), code: review, step: 'approve' },
  },
  'GET /api/v1/tickets': {
    may: onTickets,
    ask: ({ ticket }) => ({ search: ticket }),
    answers: found,
    tell: total,
  },
  'GET /api/v1/tickets/:code': { may: onTickets, ask: ({ ticket }) => ({ code: ticket }) },
  'POST /api/v1/tickets/:code/steps': {
    may: `${repairers} exporterAdmin`,
    ask: ({ ticket }, role) => ({
      ...{ ...once(), code: ticket },
      ...(isExporter(role) ? { step: 'approve' } : { step: 'quote', labour: 1, parts: 1 }),
    }),
  },
  'GET /api/v1/consignments': {
    may: onConsignments,
    ask: nothing,
    answers: found,
    tell: ({ rows }, { open }) => rows.filter((row: { code: string }) => row.code === open).length,
  },
  'GET /api/v1/consignments/:code': { may: onConsignments, ask: ({ open }) => ({ code: open }) },
  'POST /api/v1/consignments/:code/steps': {
    may: `storekeeper ${lead}`,
    ask: ({ open }) => ({ ...once(), code: open, step: 'close' }),
  },
  'GET /api/v1/shipments': {
    may: onShipments,
    ask: ({ shipment }) => ({ search: shipment }),
    answers: found,
    tell: total,
  },
  'POST /api/v1/shipments': {
    may: lead,
    ask: ({ exporter, stored }) => ({ ...shipmentAsk('resale', [stored]), exporter: real(exporter) }),
  },
  'GET /api/v1/shipments/:code': { may: onShipments, ask: ({ shipment }) => ({ code: shipment }) },
  'POST /api/v1/shipments/:code/steps': {
    may: `packer ${lead}`,
    ask: ({ shipment }) => ({ ...once(), code: shipment, step: 'close', cartons: 1 }),
  },
  'POST /api/v1/receipts': {
    may: `receiver ${lead}`,
    ask: ({ place, exporter }) => ({
      ...once(),
      location: place,
      exporter: real(exporter),
      description: '盒',
    }),
  },
  'POST /api/v1/items/:code/photos': {
    may: floor,
    ask: ({ stored }) => ({ ...once(), code: stored }),
    file: 'picture',
  },
  'POST /api/v1/tickets/:code/photos': {
    may: repairers,
    ask: ({ ticket }) => ({ ...once(), code: ticket }),
    file: 'picture',
  },
  'GET /api/v1/photos/:id': { may: everybody, ask: ({ ticketPhoto }) => ({ id: ticketPhoto }) },
  'GET /api/v1/photos/:id/thumbnail': { may: everybody, ask: ({ ticketPhoto }) => ({ id: ticketPhoto }) },
  'GET /api/v1/notices': { may: `${exporters} ${vendors}`, ask: nothing, answers: common },
  'POST /api/v1/notices/reading': {
    may: `${exporters} ${vendors}`,
    ask: () => ({ ids: [] }),
    answers: common,
  },
  'GET /api/v1/labels/items.pdf': { may: owners, ask: ({ stored }) => ({ codes: stored }) },
  'GET /api/v1/labels/locations.pdf': { may: floor, ask: ({ place }) => ({ codes: place }) },
  'GET /api/v1/return-orders/:code/slip.pdf': { may: owners, ask: ({ order }) => ({ code: order }) },
  'GET /api/v1/shipments/:code/label.pdf': { may: onShipments, ask: ({ shipment }) => ({ code: shipment }) },
  'GET /api/v1/consignments/:code/list.pdf': { may: onConsignments, ask: ({ open }) => ({ code: open }) },
  'GET /api/v1/catalogue': { may: everybody, ask: nothing, answers: common },
  'GET /api/v1/organisations': {
    may: floor,
    ask: ({ exporter }) => ({ search: exporter }),
    answers: ['yes true', 'yes true', 'yes false'],
    tell: ({ rows }, { exporter }) => rows.some((row: { code: string }) => row.code === exporter),
  },
  'POST /api/v1/organisations': {
    may: masters,
    ask: () => ({ ...once(), kind: 'vendor', code: fresh(), nameZh: '新', nameEn: 'New' }),
    answers: common,
  },
  'PATCH /api/v1/organisations/:code': {
    may: masters,
    ask: ({ exporter }) => ({ ...once(), code: exporter, active: true }),
    answers: ofTheHouse,
  },
  'GET /api/v1/vendors': { may: floor, ask: nothing, answers: common },
  'GET /api/v1/warehouses': { may: everybody, ask: nothing, answers: common },
  'POST /api/v1/warehouses': {
    may: 'administrator',
    ask: () => {
      const where = { nameZh: '新', nameEn: 'New', address: 'x', contact: 'x', phone: '1' };
      return { ...once(), code: fresh(), ...where };
    },
    answers: common,
  },
  'PATCH /api/v1/warehouses/:code': {
    may: 'administrator',
    ask: ({ warehouse }) => ({ ...once(), code: warehouse, active: true }),
    answers: ofTheHouse,
  },
  'GET /api/v1/locations': {
    may: floor,
    ask: ({ place }) => ({ search: place }),
    answers: found,
    tell: total,
  },
  'GET /api/v1/locations/:code': { may: floor, ask: ({ place }) => ({ code: place }) },
  'POST /api/v1/locations': {
    may: masters,
    ask: ({ zone }) => ({ ...once(), zone, code: `N-${fresh()}` }),
  },
  'PATCH /api/v1/locations/:code': {
    may: masters,
    ask: ({ place }) => ({ ...once(), code: place, active: true }),
  },
  'GET /api/v1/zones': {
    may: floor,
    ask: nothing,
    answers: found,
    tell: ({ rows }, { zone }) => rows.filter((row: { code: string }) => row.code === zone).length,
  },
  'POST /api/v1/zones': {
    may: masters,
    ask: () => ({ ...once(), code: fresh(), nameZh: '新', nameEn: 'New', kind: 'storage' }),
    answers: common,
  },
  'GET /api/v1/items/:code/places': {
    may: `receiver inspector storekeeper technician ${lead}`,
    ask: ({ stored }) => ({ code: stored }),
  },
  'GET /api/v1/skus': {
    may: owners,
    ask: ({ sku }) => ({ search: sku }),
    answers: ['yes 1', 'yes 1', 'yes 0'],
    but: { [exporters]: found },
    tell: total,
  },
  'GET /api/v1/skus/:code': {
    may: owners,
    ask: ({ sku }) => ({ code: sku }),
    answers: ofTheHouse,
    but: { [exporters]: ['yes', 'none', 'none'] },
  },
  'POST /api/v1/skus': {
    may: `${masters} exporterAdmin`,
    ask: ({ exporter }) => ({
      ...{ ...once(), exporter, code: fresh(), nameZh: '新', nameEn: 'New' },
      ...{ category: 'x', valueMinor: 1, weightGrams: 1 },
    }),
    answers: common,
  },
  'PATCH /api/v1/skus/:code': {
    may: `${masters} exporterAdmin`,
    ask: ({ sku }) => ({ ...once(), code: sku, active: true }),
    answers: ofTheHouse,
    but: { exporterAdmin: ['yes', 'none', 'none'] },
  },
  'GET /api/v1/customs-rules': { may: `inspector customs ${lead}`, ask: nothing, answers: common },
  'POST /api/v1/customs-rules': {
    may: 'customs administrator',
    ask: () => ({ ...once(), ...customsRule, zh: named.zh, en: named.en }),
    answers: common,
  },
  'PATCH /api/v1/customs-rules/:id': {
    may: 'customs administrator',
    ask: ({ customsRule }) => ({ ...once(), id: customsRule, citation: 'x' }),
    answers: ofTheHouse,
  },
  'GET /api/v1/disposition-rules': { may: `inspector customs ${lead}`, ask: nothing, answers: common },
  'POST /api/v1/disposition-rules': {
    may: masters,
    ask: () => ({ ...once(), position: 999, test: {}, disposition: 'HLD', zh: '新', en: 'New' }),
    answers: common,
  },
  'PATCH /api/v1/disposition-rules/:id': {
    may: masters,
    ask: ({ dispositionRule }) => ({ ...once(), id: dispositionRule, active: true }),
    answers: ofTheHouse,
  },
  'GET /api/v1/people': { may: 'administrator', ask: nothing, answers: common },
  'POST /api/v1/people': {
    may: 'administrator',
    ask: () => ({
      ...{ ...once(), name: 'New', email: `${fresh()}@example.test`, password: 'a long password' },
      ...{ role: 'exporterMember', organisation: 'whale' },
    }),
    answers: common,
  },
  'PATCH /api/v1/people/:id': {
    may: 'administrator',
    ask: ({ person }) => ({ ...once(), id: person, language: 'zh-CN' }),
    answers: ofTheHouse,
  },
  'POST /api/v1/first-administrator': {
    may: everybody,
    ask: () => ({ token: 'x', name: 'x', email: 'x@example.test', password: 'a long password' }),
    answers: ['no', '', ''],
    stranger: 'no',
  },
  ...accessRows,
  'GET /api/v1/board': { may: floor, ask: nothing, answers: common },
};
