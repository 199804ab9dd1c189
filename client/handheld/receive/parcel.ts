import { floor } from '../../shared/words/floor.ts';
import { success } from '../answer.ts';
import { takeItemStep } from '../scanning.ts';
import type { Extra } from './job.ts';
import { expectedOf, lineCount, stillExpected } from './match.ts';
import type { Receiving } from './use-receiving.ts';

/** Takes in what lay in the parcel without being announced with it. */
export async function takeExtra(work: Receiving, extra: Extra, found: 'over' | 'wrong product') {
  // The record says how many there are now, whoever received of it meanwhile.
  if (found === 'over') await work.renew();
  const order = work.order.now;
  if (!order) return;
  const line = order.lines.find(({ number }) => number === extra.line);
  const count = line && lineCount(line, work.counts());
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

/** What was counted of a lot is received; the rest of it stays announced. */
export async function receiveCounted(work: Receiving) {
  for (const [number, quantity] of Object.entries(work.counts())) {
    const order = work.order.now;
    const line = order?.lines.find((one) => one.number === Number(number));
    const [piece] = order && line ? expectedOf(order, line) : [];
    if (piece) await work.receive(piece, { quantity });
  }
}

/** The parcel is empty: what it still lacks did not come. */
export async function reportMissing(work: Receiving) {
  let count = 0;
  // A very large return shows the next ones once the first are gone.
  for (let order = work.order.now; order && stillExpected(order).length > 0; order = work.order.now) {
    for (const piece of stillExpected(order)) await takeItemStep(work.station, piece, 'reportMissing');
    count += stillExpected(order).reduce((sum, { quantity }) => sum + quantity, 0);
    await work.load(order.code);
  }
  await work.close();
  work.station.tell(success(floor.both('receive.missed', { count })));
}
