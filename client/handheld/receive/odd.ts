import type { Words } from '../../../server/words/words.ts';
import { type Answers, theOne } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { floor } from '../../shared/words/floor.ts';
import { odd as words } from '../../shared/words/odd.ts';
import { asks, refusal, success, warning } from '../answer.ts';
import { awaitsCabinet, intoCabinet } from '../cabinet.tsx';
import type { Item } from '../item-card.tsx';
import { namedItem, notHere, resolve, type Scanned } from '../scanning.ts';
import type { Doubt, Odd } from './job.ts';
import { countedByOthers, expectedOf, type Line, type Piece, type SkuHit } from './match.ts';
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

/** It is taken in as it is: the server holds it and says why. */
export async function takeOdd(work: Receiving, odd: Odd, more: { readonly imei2?: string } = {}) {
  work.change({ doubt: null });
  if (odd.is === 'elsewhere') return turnToOther(work, odd.expected);
  if (odd.is !== 'back as another') {
    const given = more.imei2 ? more : { serial: odd.serial };
    return work.receive({ code: odd.item, line: odd.line }, given);
  }
  const item = await work.station.ask('GET /api/v1/items/:code', { code: odd.item });
  return takeBack(work, item, odd.serial, { otherUnit: true });
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
  if (isWhole || job.now.once === serial) return work.receive(open, { serial });
  work.change({ once: serial, form: found.form });
  station.tell(warning(words.both(found.form === null ? 'scanAgain' : 'otherForm')));
}

/** A cabinet that is scanned while a dangerous piece lies on the table is where that goes, not the table of the next ones. */
export async function layIntoCabinet({ station, last }: Receiving, place: string): Promise<boolean> {
  const { now } = last;
  if (!now || !awaitsCabinet(now)) return false;
  last.set(await intoCabinet(station, now, place));
  return true;
}

/** The piece on the table comes first: nothing else is opened, placed or taken in while its serial is awaited. */
export function whileAwaiting({ station, order }: Receiving, found: Scanned, number: number) {
  const line = order.now?.lines.find((one) => one.number === number);
  stillAwaited(station, found, line?.name ?? { zh: '', en: '' });
}
function stillAwaited(station: Receiving['station'], { hit, words: is }: Scanned, { zh, en }: Words) {
  const code = 'code' in hit ? hit.code : '';
  station.tell(
    refusal(
      {
        zh: words.in('zh-CN')('stillAwaited', { name: zh }),
        en: words.in('en')('stillAwaited', { name: en }),
      },
      {
        what: { zh: `${is.zh} ${code}`.trim(), en: `${is.en} ${code}`.trim() },
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

/** A piece of it lies in the open parcel. */
async function turnToOther({ job, open, turnTo, station }: Receiving, order: string) {
  if (job.now.parcel === null) return open(order);
  // It is looked at; it lies in this parcel once a piece of it is received here.
  await turnTo(order);
  station.tell(asks(words.both('turned', { order })));
}

/** From a vendor, a carrier, or from being lost. What a vendor had is looked at by its serial. */
export async function comesBack(work: Receiving, item: Item, { serial, item: scanned }: Scanned) {
  const back = theOne(item.openSteps, 'comes back');
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

/** Whoever counted here and went away: what they counted is this person's now, and the record says so. */
export async function takeOverCounts(work: Receiving) {
  const { parcel: code } = work.job.now;
  if (code === null) return;
  const ask = { scanId: newScanId(), code, step: 'takeOverCounts' } as const;
  work.parcel.set(await work.station.ask('POST /api/v1/parcels/:code/steps', ask));
  work.station.tell(success(words.both('tookOver')));
}

/** @returns whether somebody else counted something in it that nobody has received yet; says who */
export async function othersStillCount(work: Receiving): Promise<boolean> {
  await work.renew();
  const others = countedByOthers(work.parcel.now);
  const [first] = others;
  if (!first) return false;
  const count = others.reduce((sum, { counted }) => sum + counted, 0);
  const who = [...new Set(others.map(({ by }) => by))].join('、');
  const told = words.both('othersCount', { count, who });
  work.station.tell(refusal(told, { next: words.both('othersCountNext') }));
  return true;
}
