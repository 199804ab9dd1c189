import { theOne } from '../../shared/questions.ts';
import { floor } from '../../shared/words/floor.ts';
import { success, warning } from '../answer.ts';
import type { Item } from '../item-card.tsx';
import { notHere, resolve } from '../scanning.ts';
import type { Doubt } from './job.ts';
import { expectedOf, type Line, linesFor, match, type Piece, type SkuHit } from './match.ts';
import { takeExtra } from './parcel.ts';
import type { Receiving } from './use-receiving.ts';

/** What a scan means to a receiver. */
export async function receiveScan(work: Receiving, text: string): Promise<void> {
  const { station, job } = work;
  const { doubt, awaiting } = job.now;
  if (doubt && 'text' in doubt && doubt.text === text) return again(work, doubt);
  const found = await resolve(station, text, 'receive');
  const { hit, item } = found;
  work.change({ doubt: null });
  if (awaiting !== null && hit.kind === 'unknown') return receiveSerial(work, awaiting, text);
  if (item) return receiveItem(work, item);
  switch (hit.kind) {
    case 'location':
      if (!hit.receives) return station.tell(notHere(found, floor.both('receive.scanPlace')));
      work.place.set(hit.code);
      return station.tell(success(floor.both('receive.placed', { place: hit.code })));
    case 'returnOrder':
      return work.open(hit.code, text);
    case 'parcel':
      return work.openParcel(hit.code);
    case 'returnOrders':
      return doubted(work, { is: 'several returns', codes: hit.codes });
    case 'sku':
      return receiveProduct(work, hit, text);
    case 'unknown':
      return doubted(work, { is: 'unknown', text, description: null, told: false });
    default:
      return station.tell(notHere(found, floor.both('receive.wanted')));
  }
}

/** The same scan once more is the answer "yes, take it in". */
function again(work: Receiving, doubt: Extract<Doubt, { text: string }>) {
  if ('told' in doubt) return work.change({ doubt: { ...doubt, told: true } });
  return takeExtra(work, doubt, doubt.is);
}

const doubts = {
  over: 'receive.over',
  'wrong product': 'receive.wrong',
  unknown: 'receive.unknown',
  'several returns': 'receive.several',
} as const;
function doubted(work: Receiving, doubt: Extract<Doubt, { is: keyof typeof doubts }>) {
  work.change({ doubt });
  work.station.tell(warning(floor.both(doubts[doubt.is])));
}

async function receiveItem(work: Receiving, item: Item) {
  // From a vendor, a carrier, or from being lost.
  const back = theOne(item.openSteps, 'comes back');
  if (back) {
    const location = work.placeNow();
    return location === null ? undefined : work.takeStep(item, back.step, { location });
  }
  // It is here already: the server says since when, and where it lies.
  if (!theOne(item.openSteps, 'receipt')) return work.receive(item);
  if (item.order && work.order.now?.code !== item.order.code)
    await (work.job.now.parcel ? work.turnTo(item.order.code) : work.open(item.order.code));
  const piece = work.order.now?.items.find(({ code }) => code === item.code);
  const line = work.order.now?.lines.find(({ number }) => number === piece?.line);
  return line && piece && piece.quantity > 1
    ? countOne(work, line, piece)
    : work.receive(piece ?? { code: item.code });
}

async function receiveProduct(work: Receiving, hit: SkuHit, text: string) {
  const order = work.order.now;
  const [sku] = hit.skus;
  if (!order) return doubted(work, { is: 'unknown', text, description: sku?.name.zh ?? null, told: false });
  const found = match(order, hit, work.counts());
  const [line] = linesFor(order, hit);
  const extra = { text, serial: hit.serial, ...(sku?.name ?? { zh: text, en: text }) };
  switch (found.is) {
    case 'wrong product': {
      const own = hit.skus.find(({ exporter }) => exporter.zh === order.exporter.nameZh);
      return doubted(work, { is: 'wrong product', line: null, sku: own?.code ?? null, ...extra });
    }
    case 'over':
      return doubted(work, { is: 'over', line: found.line.number, sku: line?.sku ?? null, ...extra });
    case 'serial wanted':
      return awaitSerial(work, found.line);
    case 'lot':
      return countOne(work, found.line, found.piece);
    case 'one':
      return work.receive(found.piece, found.serial ? { serial: found.serial } : {});
  }
}

export function awaitSerial({ change, station }: Receiving, line: Line) {
  change({ awaiting: line.number, line: line.number });
  station.tell(success(floor.both('receive.serialWanted')));
}

async function receiveSerial(work: Receiving, number: number, serial: string) {
  const order = work.order.now;
  const line = order?.lines.find((one) => one.number === number);
  const expected = order && line ? expectedOf(order, line) : [];
  const piece = expected.find((one) => one.serial === null) ?? expected[0];
  if (piece) return work.receive(piece, { serial });
  work.change({ awaiting: null });
}

/** One more of a lot; the last one takes the lot in. */
export async function countOne(work: Receiving, line: Line, piece: Piece) {
  const counted = (work.counts()[line.number] ?? 0) + 1;
  if (counted >= piece.quantity) return work.receive(piece);
  await work.count(line.number, 1);
  work.change({ line: line.number });
  work.station.tell(success(floor.both('receive.counted', { n: counted, of: piece.quantity })));
}
