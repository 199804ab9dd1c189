import type { Words } from '../../server/words/words.ts';
import { exactTime } from '../shared/when.tsx';
import { floorLater } from '../shared/words/floor-later.ts';
import { type Answer, warning } from './answer.ts';
import type { Item } from './item-card.tsx';
import { namedItem } from './scanning.ts';

const DAY = 10;

/** What is with a vendor: whose, and until when it was promised. Nothing is to be done with it here. */
export function atVendor(item: Item): Answer | undefined {
  const { state, ticket } = item;
  if (state.id !== 'atVendor' || !ticket?.vendor) return undefined;
  const { zh, en } = namedItem(item);
  const day = exactTime(ticket.promisedAt).slice(0, DAY);
  return warning({
    zh: floorLater.in('zh-CN')('away', { thing: zh, vendor: ticket.vendor.zh, day }),
    en: floorLater.in('en')('away', { thing: en, vendor: ticket.vendor.en, day }),
  });
}

/** What was decided for destruction is no stock, whether somebody has signed for it yet or not. */
export function forDestruction(item: Item, isDecided: boolean): Answer | undefined {
  const isSigned = item.signature?.step === 'destroy';
  if (item.state.ended || !(isSigned || isDecided)) return undefined;
  const said = isSigned ? 'doomed.signed' : 'doomed.decided';
  return warning(named(said, namedItem(item)));
}

/** A sentence about a thing, in both languages. */
export const named = (
  key: 'doomed.signed' | 'doomed.decided' | 'putAway.leftOpen' | 'putAway.giveUp',
  thing: Words,
): Words => ({
  zh: floorLater.in('zh-CN')(key, { thing: thing.zh }),
  en: floorLater.in('en')(key, { thing: thing.en }),
});
