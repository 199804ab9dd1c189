import type { Words } from '../../server/words/words.ts';
import { exactTime } from '../shared/when.tsx';
import { floorLater } from '../shared/words/floor-later.ts';
import { type Answer, warning } from './answer.ts';
import type { Item } from './item-card.tsx';
import { namedItem } from './scanning.ts';

const DAY = 10;

/** What is with a vendor: whose, and until when it was promised. Nothing is to be done with it here. */
export function atVendor(item: Item): Answer | undefined {
  const { state, ticket, location, shipment } = item;
  // What is back for its check lies at a place of ours; what has none otherwise is on its way out.
  if (state.ended || location || shipment || !ticket?.vendor) return undefined;
  const { zh, en } = namedItem(item);
  const day = exactTime(ticket.promisedAt).slice(0, DAY);
  return warning({
    zh: floorLater.in('zh-CN')('away', { thing: zh, vendor: ticket.vendor.zh, day }),
    en: floorLater.in('en')('away', { thing: en, vendor: ticket.vendor.en, day }),
  });
}

/** What waits for a second signature, or was decided for destruction, is no stock. */
export function notStock(item: Item, isDoomed: boolean): Answer | undefined {
  const { signature, state } = item;
  const thing = namedItem(item);
  if (signature)
    return warning({
      zh: floorLater.in('zh-CN')('doomed.signed', { thing: thing.zh, step: signature.button.zh }),
      en: floorLater.in('en')('doomed.signed', { thing: thing.en, step: signature.button.en }),
    });
  return isDoomed && !state.ended ? warning(named('doomed.decided', thing)) : undefined;
}

/** A sentence about a thing, in both languages. */
export const named = (
  key: 'doomed.decided' | 'putAway.leftOpen' | 'putAway.giveUp',
  thing: Words,
): Words => ({
  zh: floorLater.in('zh-CN')(key, { thing: thing.zh }),
  en: floorLater.in('en')(key, { thing: thing.en }),
});
