import { newScanId } from '../../shared/scan-id.ts';
import { dockLater } from '../../shared/words/dock-later.ts';
import { floor } from '../../shared/words/floor.ts';
import { success, warning } from '../answer.ts';
import { takeItemStep } from '../scanning.ts';
import { type Extra, noJob } from './job.ts';
import { goodsCount, type Order, piecesExpected, stillExpected } from './match.ts';
import { othersStillCount } from './others.ts';
import type { Receiving } from './use-receiving.ts';

/** Takes in what lay in the parcel without being announced with it. */
export async function takeExtra(work: Receiving, extra: Extra, found: 'over' | 'wrong product') {
  // The record says how many there are now, whoever received of it meanwhile.
  if (found === 'over') await work.renew();
  const order = work.order.now;
  if (!order) return;
  const line = order.lines.find(({ number }) => number === extra.line);
  const count = line && goodsCount(order, line, work.counts());
  const why = count && floor.both('receive.overNote', { of: count.expected, n: count.here + 1 });
  await work.receiveUnannounced({
    description: extra.zh,
    exporter: extra.owner?.code ?? order.exporter.code,
    order: order.code,
    found,
    // What the screen asked and the second scan affirmed: the record says how it came to be taken in.
    ...(why ? { note: `${why.zh} ${why.en}` } : {}),
    ...(extra.sku ? { sku: extra.sku } : {}),
    ...(extra.serial ? { serial: extra.serial } : {}),
  });
}

/**
 * Every return of which all should lie in the parcel, as the server has it now; without a parcel, the one that is looked at.
 * Of one that has its own parcel nothing is missing here.
 */
function ordersHere(work: Receiving): Promise<Order[]> {
  const { order, parcel } = work.job.now;
  const inIt = (work.parcel.now?.orders ?? []).filter(({ restIsHere }) => restIsHere);
  const codes = parcel === null && order ? [order] : inIt.map(({ code }) => code);
  return Promise.all(codes.map(work.fetchOrder));
}

/** It is said to be empty. @returns its returns, where something of them has not come: that is asked about first */
export async function finish(work: Receiving): Promise<Order[] | undefined> {
  if (await othersStillCount(work)) return undefined;
  const orders = await ordersHere(work);
  if (orders.some((one) => piecesExpected(one) > 0)) return orders;
  await close(work);
  return undefined;
}

/** It is empty; whether all of its returns have come, the server says. Green only where nothing is due or on hold. */
export async function close(work: Receiving) {
  const { parcel: code } = work.job.now;
  if (code && !work.parcel.now?.state.ended)
    await work.station.ask('POST /api/v1/parcels/:code/steps', { scanId: newScanId(), code, step: 'finish' });
  const after = await ordersHere(work);
  const held = await piecesHeld(work, after);
  for (const one of [work.order, work.parcel, work.last]) one.set(undefined);
  work.job.set(noJob);
  const isAllHere = after.length > 0 && after.every(({ allReceived }) => allReceived);
  const due = after.reduce((sum, order) => sum + piecesExpected(order), 0);
  if (due > 0) return work.station.tell(warning(dockLater.both('closedShort', { count: due })));
  const closed = floor.both(isAllHere ? 'receive.allHere' : 'receive.closed');
  if (held === 0) return work.station.tell(success(closed));
  const on = dockLater.both('onHold', { count: held });
  work.station.tell(warning({ zh: `${closed.zh}${on.zh}`, en: `${closed.en}${on.en}` }));
}

/** How many articles of these returns, and of what lay among them and is nobody's or another's, are on hold. */
async function piecesHeld({ station, parcel }: Receiving, orders: readonly Order[]): Promise<number> {
  let count = 0;
  for (const { code: order } of orders) {
    const { rows } = await station.ask('GET /api/v1/items', { order, held: 'yes', page: 1, size: 200 });
    count += rows.reduce((sum, { quantity }) => sum + quantity, 0);
  }
  const codes = orders.map(({ code }) => code);
  const strangers = (parcel.now?.items ?? []).filter(({ order }) => order === null || !codes.includes(order));
  for (const { code } of strangers) {
    const { holds, quantity } = await station.ask('GET /api/v1/items/:code', { code });
    if (holds.length > 0) count += quantity;
  }
  return count;
}

/** The parcel is empty: what it still lacks did not come. */
export async function reportMissing(work: Receiving, orders: readonly Order[]) {
  let count = 0;
  for (let [order, ...others] = orders; order; [order, ...others] = others) {
    for (const piece of stillExpected(order)) await takeItemStep(work.station, piece, 'reportMissing');
    count += stillExpected(order).reduce((sum, { quantity }) => sum + quantity, 0);
    // A very large return shows the next ones once the first are gone.
    const left = stillExpected(order).length > 0 ? await work.fetchOrder(order.code) : order;
    if (stillExpected(left).length > 0) others.unshift(left);
  }
  await close(work);
  work.station.tell(warning(floor.both('receive.missed', { count })));
}
