import type { Words } from '../../../server/words/words.ts';
import { floor } from '../../shared/words/floor.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { inBoth, inspecting } from '../../shared/words/inspecting.ts';
import { odd } from '../../shared/words/odd.ts';
import { type Answer, refusal, success, warning } from '../answer.ts';
import type { Item } from '../item-card.tsx';
import { namedItem, type Scanned } from '../scanning.ts';

/** A serial that was scanned on the thing in hand: noted, or first read once more. */
export interface SerialRead {
  readonly answer: Answer;
  /** The serial that is noted with the answers. */
  readonly noted?: string;
  /** The serial that is noted if the same is scanned again. */
  readonly once?: string;
  /** The one that it should have been. */
  readonly expected?: string;
}

/** What was scanned in one line: a thing by its name, anything else by what it is and its code. */
function scannedAs({ hit, item, looks, words, isAddress }: Scanned, text: string): Words {
  if (item) return namedItem(item);
  if (hit.kind === 'unknown') {
    const kind = isAddress ? words : looks;
    return { zh: `${kind?.zh ?? ''} ${text}`.trim(), en: `${kind?.en ?? ''} ${text}`.trim() };
  }
  if (hit.kind === 'sku' && hit.skus[0]) return hit.skus[0].name;
  return { zh: `${words.zh} ${text}`, en: `${words.en} ${text}` };
}

/** Refuses a scan: what somebody has in hand and what was scanned are two things, and both stand on the screen. */
export const notForThis = (
  title: Words,
  { found, text, item }: { readonly found: Scanned; readonly text: string; readonly item: Item },
  more: Pick<Answer, 'why' | 'next'>,
): Answer => refusal(title, { inHand: namedItem(item), what: scannedAs(found, text), ...more });

const carries = ({ serial, imei2 }: Item, number: string) => serial === number || imei2 === number;

/**
 * What a number means for the thing in hand, as at the dock: what its product cannot have is refused, what is surely
 * whole is noted, and what nobody can be sure of, or what is not the one announced, is noted when it is scanned twice.
 */
export function readSerial(found: Scanned, text: string, item: Item, before: string | null): SerialRead {
  const { serial, isWhole, form } = found;
  if (serial !== null && carries(item, serial))
    return { noted: serial, answer: success(inspecting.both('noted', { serial })) };
  const no = whyNot(found, item);
  if (serial === null || no) {
    const [title, why] = no ?? [inspecting.both('notItsSerial')];
    const next = floor.both('receive.serialWanted');
    return { answer: notForThis(title, { found, text, item }, { why, next }) };
  }
  if (item.serial === null && item.sku && !item.sku.serialTracked)
    return { answer: notForThis(inspecting.both('hasNone'), { found, text, item }, ofNone(item.sku)) };
  if (item.serial !== null) return differing(item, item.serial, serial, before);
  if (!isWhole && before !== serial)
    return { once: serial, answer: warning(odd.both(form === null ? 'scanAgain' : 'otherForm')) };
  const isDoubted = form !== null && !isWhole;
  return {
    noted: serial,
    answer: isDoubted
      ? warning(inspecting.both('notedOtherForm', { serial }))
      : success(inspecting.both('noted', { serial })),
  };
}

/** Why a scan can be no serial of this thing: in short, and the reason. */
function whyNot({ serial, wrong, isMisread, isAddress, hit, words }: Scanned, { sku }: Item) {
  const takesOne = !sku || sku.serialTracked;
  if (wrong) return [inspecting.both('notItsSerial'), wrong] as const;
  if (isMisread && takesOne) return [odd.both('title.misread'), odd.both('misreadWhy')] as const;
  if (isAddress) return [handheld.both('answer.address'), words] as const;
  if (serial === null && hit.kind === 'unknown') return [inspecting.both('notItsSerial'), words] as const;
  return undefined;
}

const ofNone = ({ nameZh, nameEn }: NonNullable<Item['sku']>) => ({
  why: inBoth((say, language) => say('hasNoneWhy', { name: language === 'zh' ? nameZh : nameEn })),
  next: inspecting.both('hasNoneNext'),
});

/** Another one than is known of it: both stand on the screen, and it is noted when it is scanned again. */
function differing(item: Item, expected: string, seen: string, before: string | null): SerialRead {
  const isKnown = item.holds.some((hold) => hold.seen === seen);
  if (before === seen || isKnown)
    return { noted: seen, answer: warning(inspecting.both('notedOther', { expected, seen })) };
  return { once: seen, answer: warning(inspecting.both('another', { expected, seen })), expected };
}

/** Whether a code is the product code of other goods than the thing in hand, though a serial stands beside it. */
export const isOtherLabel = ({ hit }: Scanned, { sku, exporter }: Item): boolean =>
  hit.kind === 'sku' &&
  !hit.skus.some((one) => one.code === sku?.code && one.exporter.code === exporter?.code);
