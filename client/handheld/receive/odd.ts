import type { Words } from '../../../server/words/words.ts';
import { type Answers, theOne } from '../../shared/questions.ts';
import { floor } from '../../shared/words/floor.ts';
import { odd as words } from '../../shared/words/odd.ts';
import { asks, refusal, warning } from '../answer.ts';
import type { Item } from '../item-card.tsx';
import { namedItem, notHere, resolve, type Scanned } from '../scanning.ts';
import type { Doubt, Odd } from './job.ts';
import { expectedOf, type Line, type Piece, type SkuHit } from './match.ts';
import type { Receiving } from './use-receiving.ts';

/** Shows what does not agree; nothing is taken in before it is affirmed. */
function doubt(work: Receiving, odd: Odd) {
  work.change({ doubt: odd });
  work.station.tell(warning(words.both(`title.${odd.is}`)));
}

/** It is no stranger: whose it is and which returns await it stands on the screen. */
export function known(work: Receiving, { skus, serial }: SkuHit, text: string) {
  work.change({ doubt: { is: 'known', text, serial, skus, told: false } });
  work.station.tell(warning(words.both(work.parcel.now ? 'title.knownInBlind' : 'title.known')));
}

/** The same scan again takes it, but for what ends something else: a person presses for that. */
export async function oddAgain(work: Receiving, odd: Odd) {
  return odd.is === 'undelivered' || odd.is === 'taken as another' ? doubt(work, odd) : takeOdd(work, odd);
}

/** It is taken in as it is: the server holds it and says why. */
export async function takeOdd(work: Receiving, odd: Odd, more: { readonly imei2?: string } = {}) {
  work.change({ doubt: null });
  if (odd.is === 'elsewhere') return turnToOther(work, odd.expected);
  if (odd.is === 'taken as another') return takeSecond(work, odd);
  if (odd.is !== 'back as another' && odd.is !== 'undelivered') {
    const given = more.imei2 ? more : { serial: odd.serial };
    return work.receive({ code: odd.item, line: odd.line }, given);
  }
  const item = await work.station.ask('GET /api/v1/items/:code', { code: odd.item });
  return odd.is === 'undelivered'
    ? takeBack(work, item, null)
    : takeBack(work, item, odd.serial, { otherUnit: true });
}

/** A product with a serial that this line did not announce. */
export function anotherSerial(work: Receiving, line: Line, { text, serial }: Pick<Odd, 'text' | 'serial'>) {
  const { now: order } = work.order;
  const [piece] = order ? expectedOf(order, line) : [];
  if (!order || !piece) return work.change({ awaiting: null });
  const announced = expectedOf(order, line).flatMap((one) => one.serial ?? []);
  const expected = announced.slice(0, 3).join('、');
  doubt(work, {
    is: 'another serial',
    text,
    serial,
    expected,
    owner: null,
    item: piece.code,
    line: line.number,
  });
}

/**
 * A code that nothing here has. Over an open parcel it may be a thing in it, the serial of one that is awaited, or the
 * label of another parcel: a person says which.
 */
export function unknown(work: Receiving, found: Scanned, text: string) {
  if (found.isAddress) return work.station.tell(notHere(found, floor.both('receive.wanted')));
  const { now: order } = work.order;
  const isOpen = order !== undefined || work.job.now.parcel !== null;
  const isMisread = isOpen && found.isMisread;
  const lines = found.serial === null || isMisread ? [] : (order?.lines ?? []);
  const waits = (line: Line) =>
    line.serialTracked && order && expectedOf(order, line).some(({ serial }) => serial === null);
  const serialOf = lines.filter(waits).map(({ number }) => number);
  const { waybill, serial } = found;
  const doubt = {
    is: 'unknown',
    text,
    waybill,
    serial,
    isOpen,
    isMisread,
    isApart: false,
    serialOf,
  } as const;
  work.change({ doubt: { ...doubt, told: false } });
  askMeaning(work, doubt);
}
/** What is to be said of a code that nothing here has. */
export function askMeaning({ station }: Receiving, doubt: Pick<Unknown, 'isOpen' | 'isMisread'>) {
  if (doubt.isMisread) return station.tell(warning(words.both('title.misread')));
  station.tell(warning(doubt.isOpen ? words.both('title.meaning') : floor.both('receive.unknown')));
}
type Unknown = Extract<Doubt, { is: 'unknown' }>;

/** A person says that it is the serial of this line: it is read once more, unless it is surely whole. */
export async function asSerialOf(work: Receiving, number: number, text: string) {
  const { order } = work.job.now;
  work.change({ doubt: null, awaiting: number, line: number, once: null });
  const found = await resolve(work.station, text, 'receive', {
    ...(order === null ? {} : { order }),
    line: number,
  });
  await receiveSerial(work, found, number, text);
}

/** The serial of a piece whose line is awaited: whole at once, or the same twice. */
export async function receiveSerial(work: Receiving, found: Scanned, number: number, text: string) {
  const { order, station, job } = work;
  const line = order.now?.lines.find((one) => one.number === number);
  const expected = order.now && line ? expectedOf(order.now, line) : [];
  const { serial, item, isWhole } = found;
  if (!line || expected.length === 0) return work.change({ awaiting: null });
  if (serial === null) return station.tell(notHere(found, floor.both('receive.serialWanted')));
  const its = expected.find((one) => one.serial === serial || one.imei2 === serial);
  if (its) return work.receive(its, { serial });
  const open = expected.find((one) => one.serial === null);
  if (!open) return anotherSerial(work, line, { text, serial });
  const stranger = item && item.exporter?.code !== order.now?.exporter.code ? item : null;
  if (stranger) return inAnotherName(work, stranger, { text, serial, piece: open, line: number });
  if (isWhole) return work.receive(open, { serial });
  const unlike = unlikeSerial(found, serial);
  if (!unlike && job.now.once === serial) return work.receive(open, { serial });
  work.change({ once: serial, form: found.form, unlike });
  if (unlike) return station.tell(warning(words.both(`unlike.${unlike}`)));
  station.tell(warning(words.both(found.form === null ? 'scanAgain' : 'otherForm')));
}

const MIN_LIKELY_LENGTH = 5;
/** What it looks like sooner than a serial: however often it is scanned, that makes it none. */
const unlikeSerial = ({ likelyWaybill }: Scanned, serial: string) =>
  likelyWaybill ? 'waybill' : serial.length < MIN_LIKELY_LENGTH ? 'short' : null;

/** A person has looked at it: it is a serial, though it does not look like one. */
export async function surelySerial(work: Receiving, piece: Piece, serial: string) {
  await work.receive(piece, { serial }, words.both('unlike.taken'));
}

/** The piece on the table comes first: nothing else is opened, placed or taken in while its serial is awaited. */
export function whileAwaiting({ station, order }: Receiving, found: Scanned, number: number) {
  const line = order.now?.lines.find((one) => one.number === number);
  stillAwaited(station, found, line?.name ?? { zh: '', en: '' });
}
/** What was scanned just now: the product by its name, a return by the number on the parcel. */
function scannedAs({ hit, words: is, waybill, likelyWaybill }: Scanned): Words {
  if (hit.kind === 'sku' && hit.skus[0]) {
    const { name } = hit.skus[0];
    const said = (language: 'zh-CN' | 'en', its: string) => words.in(language)('productCode', { name: its });
    return { zh: said('zh-CN', name.zh), en: said('en', name.en) };
  }
  const code = 'code' in hit ? hit.code : '';
  if (hit.kind === 'returnOrder' && likelyWaybill && waybill !== null && waybill !== code)
    return words.both('waybillOf', { waybill, code });
  return { zh: `${is.zh} ${code}`.trim(), en: `${is.en} ${code}`.trim() };
}
function stillAwaited(station: Receiving['station'], found: Scanned, { zh, en }: Words) {
  station.tell(
    refusal(
      {
        zh: words.in('zh-CN')('stillAwaited', { name: zh }),
        en: words.in('en')('stillAwaited', { name: en }),
      },
      {
        what: scannedAs(found),
        why: words.both('stillAwaitedWhy'),
        next: words.both('stillAwaitedNext'),
      },
    ),
  );
}

function inAnotherName(
  work: Receiving,
  item: Item,
  about: { readonly text: string; readonly serial: string; readonly piece: Piece; readonly line: number },
) {
  const { text, serial, piece, line } = about;
  const owner = item.exporter && { zh: item.exporter.nameZh, en: item.exporter.nameEn };
  doubt(work, { is: 'in another name', text, serial, expected: item.code, owner, item: piece.code, line });
}

/** A thing of another return than the one whose parcel lies open. */
export function elsewhere(work: Receiving, item: Item, { text, serial }: Pick<Odd, 'text' | 'serial'>) {
  const owner = item.exporter && { zh: item.exporter.nameZh, en: item.exporter.nameEn };
  const expected = item.order?.code ?? '';
  doubt(work, { is: 'elsewhere', text, serial, expected, owner, item: item.code, line: null });
}

/** The announced one turns up after another was taken in under its name. @returns whether that is how it is */
export function takenAsAnother(
  work: Receiving,
  item: Item,
  { text, serial }: Pick<Odd, 'text' | 'serial'>,
): boolean {
  const hold = item.holds.find(
    ({ expected, seen }) => expected === serial && seen !== null && seen !== serial,
  );
  if (!hold?.seen || !work.order.now) return false;
  doubt(work, {
    ...{ is: 'taken as another', text, serial, expected: hold.seen, owner: null },
    ...{ item: item.code, line: work.order.now.items.find(({ code }) => code === item.code)?.line ?? null },
  });
  return true;
}

/** Beside the one that has its name already. */
async function takeSecond(work: Receiving, { item: code, serial, expected }: Odd) {
  const { now: order } = work.order;
  const { sku } = await work.station.ask('GET /api/v1/items/:code', { code });
  if (!order) return;
  // The number stands on the record of the other one until a person decides: here it is only noted.
  const note = words.both('secondNote', { serial, other: expected, code });
  await work.receiveUnannounced({
    ...{
      description: sku?.nameZh ?? serial,
      exporter: order.exporter.code,
      order: order.code,
      found: 'over',
    },
    ...{ note: `${note.zh} ${note.en}`, ...(sku ? { sku: sku.code } : {}) },
  });
}

/** A piece of it lies in the open parcel. */
async function turnToOther({ job, open, turnTo, station }: Receiving, order: string) {
  if (job.now.parcel === null) return open(order);
  // It is looked at; it lies in this parcel once a piece of it is received here.
  await turnTo(order);
  station.tell(asks(words.both('turned', { order })));
}

/** A carrier had it, and here it lies: its shipment ends as not delivered and its exporter is told, once a person says so. */
function undelivered(work: Receiving, item: Item, serial: string | null) {
  const owner = item.exporter && { zh: item.exporter.nameZh, en: item.exporter.nameEn };
  doubt(work, {
    ...{ is: 'undelivered', text: item.code, serial: serial ?? item.serial ?? item.code },
    ...{ expected: item.shipment?.code ?? '', owner, item: item.code, line: null },
  });
}

/** From a vendor, a carrier, or from being lost. What a vendor had is looked at by its serial. */
export async function comesBack(work: Receiving, item: Item, { serial, item: scanned }: Scanned) {
  const back = theOne(item.openSteps, 'comes back');
  if (item.custody === 'carrier') return undelivered(work, item, serial);
  const asksSerial = back?.fields.some(({ name }) => name === 'serial') && item.serial !== null;
  if (!asksSerial || (serial !== null && scanned && carries(item, serial)))
    return takeBack(work, item, serial);
  work.last.set(item);
  work.change({ back: item.code, last: item.code });
  work.station.tell(asks(words.both('scanItsSerial')));
}

/** What was scanned on a thing that comes back: its serial, or another one. */
export async function backScan(work: Receiving, code: string, text: string) {
  const { station } = work;
  const item = await station.ask('GET /api/v1/items/:code', { code });
  const found = await resolve(station, text, 'receive');
  const { serial } = found;
  // Another place to receive to leaves it as it is.
  if (found.hit.kind === 'location' && found.fits) return false;
  const isNext = found.item && found.item.code !== code && !found.item.state.ended;
  if (serial === null && found.hit.kind === 'unknown') {
    station.tell(notHere(found, words.both('scanItsSerial')));
    return true;
  }
  // The thing on the table comes first: it is never left by the scan of another.
  if (serial === null || isNext) {
    stillAwaited(station, found, namedItem(item));
    return true;
  }
  if (carries(item, serial)) await takeBack(work, item, serial);
  else
    doubt(work, {
      ...{ is: 'back as another', text, serial, expected: item.serial ?? '', owner: null },
      ...{ item: code, line: null },
    });
  return true;
}

const carries = ({ serial, imei2 }: Pick<Item, 'serial' | 'imei2'>, number: string) =>
  serial === number || imei2 === number;

/** Takes it back under its serial, or without where there is none to read. */
export async function takeBack(work: Receiving, item: Item, serial: string | null, said: Answers = {}) {
  const back = theOne(item.openSteps, 'comes back');
  const location = work.placeNow();
  if (!back || location === null) return;
  const asks = back.fields.some(({ name }) => name === 'serial');
  work.change({ back: null });
  await work.takeStep(item, back.step, { location, ...(asks && serial ? { serial } : {}), ...said });
}
