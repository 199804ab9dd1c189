import { theOne } from '../../shared/questions.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import { inBoth, inspecting } from '../../shared/words/inspecting.ts';
import { odd } from '../../shared/words/odd.ts';
import { warning } from '../answer.ts';
import type { Item } from '../item-card.tsx';
import { namedItem, notHere, resolve, type Scanned, workOr } from '../scanning.ts';
import type { StationState } from '../use-station.ts';
import { named } from '../whereabouts.ts';
import { isOtherLabel, notForThis, readSerial } from './serial.ts';
import { namedUnlessHeld } from './told.ts';

/** What of a scan waits for the same scan once more. */
export interface Twice {
  /** A serial that is not sure to be the one of the thing in hand. */
  readonly once?: string | undefined;
  readonly form?: string | null | undefined;
  /** The serial that it should have been. */
  readonly expected?: string | undefined;
  /** A code that would open another thing. */
  readonly other?: string | undefined;
}
interface Inspecting {
  readonly station: StationState;
  /** The thing whose questions are open. */
  readonly inHand: Item | undefined;
  /** Whether something was answered that would be lost. */
  readonly begun: boolean;
  readonly twice: Twice;
  /** Whether the thing in hand was found dangerous a moment ago, or is held for it and not in its cabinet yet. */
  readonly danger: 'found' | 'held' | undefined;
  /** What is held so. */
  readonly left: Item | undefined;
  intoCabinet(place: string): Promise<void>;
  begin(item: Item): void;
  waitFor(twice: Twice): void;
  note(serial: string): void;
}
/** What an inspector does with a thing. */
const inspects = ['inspection', 'decision', 'question'] as const;

/** What a scan means to an inspector: the next thing, or the serial of the one in hand. */
export async function inspectScan(work: Inspecting, text: string) {
  const { station, inHand } = work;
  const found = await resolve(station, text, 'inspect', inHand ? { inHand: inHand.code } : {});
  const isPlace = found.hit.kind === 'location';
  if (work.danger === 'found' || (work.danger === 'held' && isPlace)) return cabinetScanned(work, found);
  if (inHand) return meanwhile(work, inHand, found, text);
  if (!found.item) return station.tell(notHere(found, floorLater.both('inspect.wanted')));
  open(work, found.item);
}

/** What is dangerous goes where it was found first: into a cabinet, and nowhere else. */
function cabinetScanned(work: Inspecting, found: Scanned) {
  const { hit } = found;
  if (hit.kind === 'location' && hit.place === 'hazard') return work.intoCabinet(hit.code);
  work.station.tell(notHere(found, odd.both('cabinetWanted')));
}

function open({ begin, station, left }: Inspecting, item: Item) {
  begin(item);
  if (left && left.code !== item.code)
    return station.tell(warning(named('putAway.leftOpen', namedItem(left))));
  const isWork = inspects.some((kind) => theOne(item.openSteps, kind));
  station.tell(namedUnlessHeld(item, workOr(item, isWork)));
}

/** What may stand for a serial: nothing that is known here, or a product code with a serial beside it. */
const numbers: readonly Scanned['hit']['kind'][] = ['unknown', 'sku'];

/** While questions are open a scan can only be the serial on the thing, or another thing. */
function meanwhile(work: Inspecting, item: Item, found: Scanned, text: string) {
  const { station, begun, twice } = work;
  const about = { found, text, item };
  if (isOtherLabel(found, item)) return station.tell(notForThis(...otherLabel(about)));
  const isOther = found.item !== null && found.item.code !== item.code;
  const isNumber = found.item ? !isOther && !isLabel(text, item) : numbers.includes(found.hit.kind);
  if (found.wrong || isNumber) {
    const read = readSerial(found, text, item, twice.once ?? null);
    work.waitFor({ once: read.once, form: found.form, expected: read.expected });
    if (read.noted) work.note(read.noted);
    return station.tell(read.answer);
  }
  if (found.item && !isOther) return station.tell(warning(floorLater.both('inspect.same')));
  if (!found.item || begun) {
    const why = floorLater.both('inspect.unfinishedWhy');
    const next = floorLater.both('inspect.unfinishedNext');
    return station.tell(notForThis(floorLater.both('inspect.unfinished'), about, { why, next }));
  }
  another(work, item, found.item, text);
}

/** With nothing said yet nothing is lost: the next one is begun, by its label at once, by a number when it is scanned twice. */
function another(work: Inspecting, before: Item, item: Item, text: string) {
  const { station, twice } = work;
  const [thing, inHand] = [namedItem(item), namedItem(before)];
  if (!isLabel(text, item) && twice.other !== text) {
    work.waitFor({ other: text });
    const title = inBoth((say, language) => say('otherItem', { thing: thing[language] }));
    const next = inBoth((say, language) => say('otherItemNext', { inHand: inHand[language] }));
    return station.tell(warning(title, { next }));
  }
  open(work, item);
  const turned = inBoth((say, language) =>
    say('turned', { thing: thing[language], before: inHand[language] }),
  );
  station.tell(namedUnlessHeld(item, warning(turned)));
}

function otherLabel(about: { readonly found: Scanned; readonly text: string; readonly item: Item }) {
  const { hit } = about.found;
  const inHand = namedItem(about.item);
  const scanned = hit.kind === 'sku' ? hit.skus[0]?.name : undefined;
  const why = inBoth((say, language) =>
    say('otherLabelWhy', { scanned: scanned?.[language] ?? '', inHand: inHand[language] }),
  );
  const more = { why, next: inspecting.both('otherLabelNext') };
  return [inspecting.both('otherLabel'), about, more] as const;
}

const isLabel = (text: string, { code }: Item) => text.toUpperCase().replace(/[\s-]/g, '').includes(code);
