import { organisations } from '../../db/schema/master-data.ts';

type Asked = object;

const page = { limit: 50, offset: 0, descending: true };
const now = new Date('2026-11-23T02:00:00Z');
const today = '2026-11-23';
const bySince = { ...page, sort: 'stateSince' };
const byBirth = { ...page, sort: 'createdAt' };

/** First pages, as people open them: what a screen asks when it is opened, and each filter that finds one thing. */
const items = () => [
  { ...bySince, today },
  { ...bySince, today, state: ['stored'] },
  { ...bySince, today, order: 'R7K2M9QX3A' },
  { ...bySince, today, location: 'A-01-01-1' },
  { ...bySince, today, sku: 'EARBUDS' },
  { ...bySince, today, held: 'yes' },
  { ...bySince, today, window: 30 },
  { ...bySince, today, ...few },
];
/** Of whichever table of master data. */
const records = {
  ...{ ...page, sort: 'code', table: organisations, sorts: {}, searched: [organisations.code] },
  where: [[organisations.active, true]],
};
const found = ['id1', 'id2'];
/** A search is first asked for the few that it means, which the list then sorts. */
const few = { search: '70013', found };
const searches = [{ search: 'SN70013' }, { search: '耳机' }];
const orders = [byBirth, { ...byBirth, state: ['submitted'] }, { ...byBirth, ...few }];
const tickets = { ...page, now, sort: 'promisedAt', descending: false };

const parcels = { ...page, sort: 'receivedAt' };

/** What is asked of the lists whose conditions the reader chooses. Every other query is asked by its placeholders. */
export const examples: Readonly<Record<string, readonly Asked[]>> = {
  'items after': [{ id: '', running: ['open', 'packed', 'handedOver'] }],
  'item list': items(),
  'count items': items(),
  'return order list': orders,
  'count return orders': orders,
  'items found': searches,
  'return orders found': searches,
  'tickets found': searches,
  'shipments found': searches,
  'ticket list': [tickets, { ...tickets, ...few }],
  'count tickets': [tickets, { ...tickets, ...few }],
  'shipment list': [byBirth, { ...byBirth, ...few }],
  'count shipments': [byBirth, { ...byBirth, ...few }],
  'parcel list': [parcels, { ...parcels, blind: 'yes' }, { ...parcels, search: 'P7K2' }],
  'count parcels': [parcels],
  'return orders in parcels': [{ parcelIds: ['p1', 'p2'] }],
  'consignment list': [byBirth],
  'count consignments': [byBirth],
  'makers of keys': [{ ids: ['u1', 'u2'] }],
  'item states of orders': [{ orderIds: ['o1', 'o2'] }],
  'reasons of orders': [{ orderIds: ['o1', 'o2'] }],
  'lives of orders': [{ orderIds: ['o1', 'o2'] }],
  'order items in states': [{ orderId: 'nothing', states: ['announced'], limit: 26 }],
  'items of a return line in states': [
    { orderId: 'nothing', lineId: 'none', states: ['announced'], limit: 201 },
  ],
  'first items of a return order': [{ orderId: 'nothing', states: ['announced'], limit: 202 }],
  'lines with ids': [{ ids: ['l1', 'l2'] }],
  'lines with serials': [{ orderIds: ['o1', 'o2'], serials: ['SN1', 'SN2'] }],
  'items with serials': [{ exporterId: 'whale', serials: ['SN1', 'SN2'] }],
  'items carrying a number': [
    { numbers: ['SN1', 'SN2'], ended: ['resold', 'cancelled'] },
    { numbers: ['SN1'], called: ['P-0001'], ended: ['resold', 'cancelled'] },
  ],
  'opening stock rows with keys': [{ warehouseId: 'hk', keys: ['k1', 'k2'] }],
  'places with codes': [{ warehouseId: 'hk', codes: ['A-01-01-1', 'R-01'] }],
  'lying in places': [{ locationIds: ['l1', 'l2'] }],
  'items held for a number read on them': [{ numbers: ['SN1', 'SN2'] }],
  'announced items carrying a number': [{ orderId: 'nothing', numbers: ['SN1'] }],
  'return orders under a number': [{ text: 'PO-HK', ended: ['cancelled'] }],
  'return orders with references': [{ exporterId: 'whale', references: ['PO-HK', 'PO-YP'] }],
  'goods of skus': [{ skuIds: ['k1', 'k2'], ended: ['shippedOut'] }],
  'skus with codes': [{ exporterId: 'whale', codes: ['EARBUDS'] }],
  'skus with codes in any case': [{ exporterId: 'whale', codes: ['earbuds'] }],
  'exported lines under numbers': [{ exporterId: 'whale', numbers: ['SO-1', 'SO-2'] }],
  'exported lines with serials': [{ exporterId: 'whale', serials: ['SN1', 'SN2'] }],
  'exported lines with ids': [{ ids: ['e1', 'e2'] }],
  'return lines citing an export': [{ exportedIds: ['e1', 'e2'] }],
  'pieces of return lines': [{ orderIds: ['o1', 'o2'], lineIds: ['l1', 'l2'] }],
  'past pieces of return lines': [{ orderIds: ['o1', 'o2'], lineIds: ['l1', 'l2'] }],
  'sums of exported orders': [{ orderIds: ['o1', 'o2'] }],
  'first lines of exported orders': [{ orderIds: ['o1', 'o2'], upTo: 20 }],
  'cited lines of exported orders': [{ orderIds: ['o1', 'o2'] }],
  'exported order list': [byBirth, { ...byBirth, search: 'SO-1' }],
  'count exported orders': [byBirth],
  'risk flag list': [
    { ...page, sort: 'raisedAt', descending: true },
    { ...page, sort: 'raisedAt', descending: true, open: true, search: 'SO-1' },
  ],
  'count risk flags': [{ sort: 'raisedAt', descending: true, open: true }],
  'risk flags of returns': [{ orderIds: ['o1', 'o2'] }],
  'risk flags of exporters': [{ exporterIds: ['whale'] }],
  'SKU list': [{ ...page, sort: 'code' }],
  'count SKUs': [{ ...page, sort: 'code' }],
  'longest waiting': [{ states: ['sorted'], limit: 40 }],
  'location list': [{ ...page, sort: 'code', descending: false }],
  'count locations': [{ ...page, sort: 'code' }],
  'places to put it': [
    {
      ...{ warehouseId: 'hk', kinds: ['bench', 'storage'], quantity: 1, skuId: 's', exporterId: 'whale' },
      ...{ customsStatus: 'RELEASED_DOMESTIC', grade: 'A', apart: true, not: '', limit: 3 },
    },
  ],
  'record list': [records],
  'count records': [records],
  'person list': [{ ...page, sort: 'name' }],
  'count people': [{ ...page, sort: 'name' }],
  'postings of many': [{ userIds: ['wu'] }],
  'audit list': [page, { ...page, subject: 'wu' }],
  'count audit': [page, { ...page, subject: 'wu' }],
};

/** Queries that read a growing table from end to end, and may. */
export const wholeOnPurpose: Readonly<Record<string, string>> = {
  'items by state': 'the board counts the whole warehouse',
  mails: 'only a demo shows the letters that it would have sent',
};

/** Only people ask these: for the house, which sees everything, nobody needs an index. */
export const neverForTheHouse: ReadonlySet<string> = new Set([
  ...Object.keys(examples),
  'newest notices',
  'opening stocks',
]);
