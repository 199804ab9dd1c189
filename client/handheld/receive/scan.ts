import { Failure } from '../../shared/failure.ts';
import { theOne } from '../../shared/questions.ts';
import { floor } from '../../shared/words/floor.ts';
import { asks, success, warning } from '../answer.ts';
import type { Item } from '../item-card.tsx';
import { notHere, resolve, type Scanned } from '../scanning.ts';
import type { Doubt, Extra } from './job.ts';
import { expectedOf, type Line, linesFor, match, type Order, type Piece, type SkuHit } from './match.ts';
import type { Receiving } from './use-receiving.ts';

/** What a scan means to a receiver. */
export async function receiveScan(work: Receiving, text: string): Promise<unknown> {
  const { station, job } = work;
  const { doubt, awaiting, back, order } = job.now;
  const dangerous = work.dangerous();
  if (dangerous && (await (await import('./danger.ts')).cabinetFirst(work, dangerous.code, text))) return;
  if (doubt && doubt.text === text) return again(work, doubt);
  work.change({ doubt: null });
  if (back !== null && (await (await odd()).backScan(work, back, text))) return;
  const found = await resolve(station, text, 'receive', {
    ...(order === null ? {} : { order }),
    ...(awaiting === null ? {} : { line: awaiting }),
  });
  const { hit, item } = found;
  if (awaiting !== null && !isOfLine(work, found, awaiting))
    return (await odd())[isSerialOf(found, order) ? 'receiveSerial' : 'whileAwaiting'](
      work,
      found,
      awaiting,
      text,
    );
  if (item) return receiveItem(work, found, item, text);
  switch (hit.kind) {
    case 'location':
      return receiveAt(work, found, hit);
    case 'returnOrder':
      return work.open(hit.code, text, found.waybill);
    case 'parcel':
      return work.openParcel(hit.code);
    case 'sku':
      return receiveProduct(work, hit, text);
    case 'unknown':
      return (await odd()).unknown(work, found, text);
    default:
      return station.tell(notHere(found, floor.both('receive.wanted')));
  }
}

/** From now on pieces come in there. */
function receiveAt(work: Receiving, found: Scanned, { code }: PlaceHit) {
  const { station } = work;
  if (!found.fits) return station.tell(notHere(found, floor.both('receive.scanPlace')));
  work.place.set(code);
  station.tell(success(floor.both('receive.placed', { place: code })));
}
type PlaceHit = Extract<Scanned['hit'], { kind: 'location' }>;

/** What only odd things need comes behind what the dock needs before its first scan. */
const odd = () => import('./odd.ts');

/** Whether this may be the serial that is awaited: nothing else here, or a thing that has its number from somebody else. */
const isSerialOf = ({ hit, item, serial }: Scanned, order: string | null) =>
  hit.kind === 'unknown' ||
  (item !== null && serial !== null && (item.state.ended === true || item.order?.code !== order));

/** Whether it is of the line whose serial is awaited. */
const isOfLine = ({ order: { now } }: Receiving, { hit, item }: Scanned, number: number) =>
  hit.kind === 'sku'
    ? hit.skus.some(({ code }) => now?.lines.some((line) => line.number === number && line.sku === code))
    : now?.items.some(({ code, line }) => code === item?.code && line === number);

/** The same scan once more is the answer "yes, take it in"; not where an impatient trigger makes it: there a person presses. */
async function again(work: Receiving, doubt: Doubt) {
  if (doubt.is === 'unknown' && doubt.isOpen) return (await odd()).askMeaning(work, doubt);
  if ('told' in doubt) return work.change({ doubt: { ...doubt, told: true } });
  return 'item' in doubt ? (await odd()).oddAgain(work, doubt) : doubted(work, doubt);
}

const doubts = {
  over: 'receive.over',
  'wrong product': 'receive.wrong',
} as const;
function doubted(work: Receiving, doubt: Extra & { readonly is: keyof typeof doubts }) {
  work.change({ doubt });
  work.station.tell(warning(floor.both(doubts[doubt.is])));
}

/** It is here already: the server says since when, and where it lies; unless another one has taken its name. */
async function isHere(work: Receiving, { serial }: Scanned, item: Item, text: string) {
  if (serial !== null && (await odd()).takenAsAnother(work, item, { text, serial })) return;
  await work.receive(item);
}

async function receiveItem(work: Receiving, found: Scanned, item: Item, text: string) {
  const { serial } = found;
  if (theOne(item.openSteps, 'comes back')) return (await odd()).comesBack(work, item, found);
  if (!theOne(item.openSteps, 'receipt')) return isHere(work, found, item, text);
  if (item.order && work.order.now?.code !== item.order.code) {
    const { code } = item.order;
    const { now: parcel } = work.parcel;
    // Its own label says which it is; a number may be another's as well, unless that return lies in this parcel.
    const isInParcel = parcel?.orders.some((one) => one.code === code) === true;
    if (work.order.now && !isInParcel && serial !== null)
      return (await odd()).elsewhere(work, item, { text, serial });
    await (parcel ? work.turnTo(code) : work.open(code));
  }
  const piece = work.order.now?.items.find(({ code }) => code === item.code);
  const line = work.order.now?.lines.find(({ number }) => number === piece?.line);
  return line && piece && piece.quantity > 1
    ? countOne(work, line, piece)
    : work.receive(piece ?? { code: item.code }, serial === null ? {} : { serial });
}

/** `sure` that nobody else has changed what lies open since it was fetched. */
async function receiveProduct(work: Receiving, hit: SkuHit, text: string, sure = false): Promise<unknown> {
  const order = work.order.now;
  const [sku] = hit.skus;
  if (!order) return (await odd()).known(work, hit, text);
  const anew = async () => {
    await work.renew();
    return receiveProduct(work, hit, text, true);
  };
  const found = match(order, hit, work.counts());
  const [line] = linesFor(order, hit);
  const extra = { text, serial: hit.serial, ...(sku?.name ?? { zh: text, en: text }) };
  switch (found.is) {
    case 'wrong product':
      return doubted(work, { is: 'wrong product', line: null, ...whoseItIs(order, hit), ...extra });
    case 'over':
      if (!sure) return anew();
      return doubted(work, {
        is: 'over',
        line: found.line.number,
        sku: line?.sku ?? null,
        owner: null,
        ...extra,
      });
    case 'another serial':
      return (await odd()).anotherSerial(work, found.line, { text, serial: found.serial });
    case 'serial wanted':
      return awaitSerial(work, found.line);
    case 'lot':
    case 'one': {
      const { piece, line: its } = found;
      const given = found.is === 'one' && found.serial ? { serial: found.serial } : {};
      const taken = found.is === 'lot' ? countOne(work, its, piece) : work.receive(piece, given);
      // Somebody else took this one in: another of the kind may be meant, or it is one too many.
      return taken.catch((error) =>
        error instanceof Failure && error.status === 409 && !sure ? anew() : Promise.reject(error),
      );
    }
  }
}

/** A product that one other has stays that one's, though it lay in this parcel. */
function whoseItIs(order: Order, hit: SkuHit) {
  const own = hit.skus.find(({ exporter }) => exporter.code === order.exporter.code);
  const other = own ? undefined : theOnly(hit);
  return { sku: (own ?? other)?.code ?? null, owner: other?.exporter ?? null };
}

/** The product, where no second exporter has one by this name. */
const theOnly = ({ skus: [one, another] }: SkuHit) => (another ? undefined : one);

export function awaitSerial({ change, station }: Receiving, line: Line) {
  change({ awaiting: line.number, once: null, line: line.number });
  station.tell(asks(floor.both('receive.serialWanted')));
}

/** One more of a lot; the last one takes the lot in. */
export async function countOne(work: Receiving, line: Line, { code }: Piece) {
  // What is on the table is the lot, and no label or photo is of what came before it.
  work.last.set(undefined);
  work.change({ line: line.number, last: null });
  await work.count(line.number, 1);
  const counted = work.counts()[line.number] ?? 0;
  const mine = work.mine()[line.number] ?? 0;
  // Whoever takes in a part of the lot takes its code with it: the rest of it has another one.
  const { now: order } = work.order;
  const left = order ? expectedOf(order, line) : [];
  const now = left.find((piece) => piece.code === code) ?? left[0];
  // What somebody else counted of it is theirs to take in, where they stand.
  if (now && counted >= now.quantity) return work.receive(now, mine < counted ? { quantity: mine } : {});
  tellProgress(work);
}

/** How far the parcel is, in articles: the server's numbers, and nobody else's. */
export function tellProgress({ parcel, station }: Receiving) {
  const { here = 0, expected = 0 } = parcel.now?.progress ?? {};
  station.tell(success(floor.both('receive.counted', { n: here, of: expected })));
}
