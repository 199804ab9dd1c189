import { outbox } from '../../db/schema/jobs.ts';
import { systemViewer } from '../../db/seen-by.ts';
import type { Name } from '../cast.ts';
import { type House, newScan } from '../world.ts';
import { type Body, broken, decided, ok } from './road.ts';

export const theHouse = (house: House) => house.database.as(systemViewer);
export const ticketAs = (house: House, who: Name, code: string): Promise<Body> =>
  ok(house.call(who, `GET /api/v1/tickets/${code}`));

/** The code of the ticket of an item. */
const ticketOn = async (house: House, item: string): Promise<string> =>
  (await ok(house.call('wang', `GET /api/v1/items/${item}`))).ticket.code;

/** A broken thing of Whale's at our bench: the codes of the item and of its ticket, which waits to be taken in. */
export async function atBench(house: House, findings: object = broken, sku = 'SHIRT', line: object = {}) {
  const item = await decided(house, 'REP', findings, sku, line);
  await ok(house.item('zhao', item, 'startRepair', { fault: '不开机', location: 'B-01' }));
  return { item, ticket: await ticketOn(house, item) };
}

/** The same on its way to a vendor, in a consignment that is still open. */
export async function forVendor(house: House, vendor = 'spark', sku = 'SHIRT', line: object = {}) {
  const item = await decided(house, 'RPV', broken, sku, line);
  await ok(house.item('zhao', item, 'handToVendor', { vendor, fault: '左耳无声' }));
  const { rows } = await ok(house.call('wu', 'GET /api/v1/consignments?state=open'));
  const { nameZh } = (await ok(house.call('liu', `GET /api/v1/organisations?search=${vendor}`))).rows[0];
  const consignment = rows.find((row: Body) => row.vendor.zh === nameZh).code as string;
  return { item, ticket: await ticketOn(house, item), consignment };
}

export async function handedOver(house: House, consignment: string) {
  await ok(house.consignment('wu', consignment, 'close'));
  return ok(house.consignment('wu', consignment, 'handOver'));
}

/** A ticket at our bench that can be quoted. */
export async function diagnosed(house: House) {
  const { item, ticket } = await atBench(house);
  await ok(house.ticket('zhao', ticket, 'takeIn'));
  await ok(house.ticket('zhao', ticket, 'diagnose', { diagnosis: '主板' }));
  return { item, ticket };
}

/** Up to how much a repair for Whale needs no answer, in fen; null: every one does. */
export const ceiling = (house: House, autoApproveMinor: number | null) =>
  ok(house.call('whale', 'PATCH /api/v1/approval-limit', { scanId: newScan(), autoApproveMinor }));

/** What was left for after the commit, the oldest first: its kind, and what it is about. */
export async function leftFor(house: House, kind: string) {
  const all = await theHouse(house).find(outbox, undefined, 999);
  return all
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .filter((one) => one.kind === kind)
    .map(({ about }) => about);
}
