import { newScanId } from '../../shared/scan-id.ts';
import { floor } from '../../shared/words/floor.ts';
import { success, warning } from '../answer.ts';
import { takeItemStep } from '../scanning.ts';
import { type Extra, noJob } from './job.ts';
import { expectedOf, goodsCount, type Order, stillExpected } from './match.ts';
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
    exporter: extra.owner ?? order.exporter.code,
    order: order.code,
    found,
    // What the screen asked and the second scan affirmed: the record says how it came to be taken in.
    ...(why ? { note: `${why.zh} ${why.en}` } : {}),
    ...(extra.sku ? { sku: extra.sku } : {}),
    ...(extra.serial ? { serial: extra.serial } : {}),
  });
}

/** What this person counted of a lot is received; the rest of it stays announced, or with whoever counted it. */
export async function receiveCounted(work: Receiving) {
  // Somebody else may have taken in of the same lot meanwhile: what is left of it is another piece then.
  await work.renew();
  for (const [number, quantity] of Object.entries(work.mine())) {
    const order = work.order.now;
    const line = order?.lines.find((one) => one.number === Number(number));
    const [piece] = order && line ? expectedOf(order, line) : [];
    if (piece) await work.receive(piece, { quantity });
  }
}

/**
 * Every return of which all should lie in the parcel, as the server has it now; without a parcel, the one that is looked at.
 * Of one that has its own parcel nothing is missing here.
 */
export function ordersHere(work: Receiving): Promise<Order[]> {
  const { order, parcel } = work.job.now;
  const inIt = (work.parcel.now?.orders ?? []).filter(({ restIsHere }) => restIsHere);
  const codes = parcel === null && order ? [order] : inIt.map(({ code }) => code);
  return Promise.all(codes.map(work.fetchOrder));
}

/** It is empty; whether all of its returns have come, the server says. */
export async function close(work: Receiving) {
  const { parcel: code } = work.job.now;
  if (code && !work.parcel.now?.state.ended)
    await work.station.ask('POST /api/v1/parcels/:code/steps', { scanId: newScanId(), code, step: 'finish' });
  const after = await ordersHere(work);
  for (const one of [work.order, work.parcel, work.last]) one.set(undefined);
  work.job.set(noJob);
  const isAllHere = after.length > 0 && after.every(({ allReceived }) => allReceived);
  work.station.tell(success(floor.both(isAllHere ? 'receive.allHere' : 'receive.closed')));
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
