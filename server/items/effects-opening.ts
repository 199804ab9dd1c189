import { shanghaiMidnight } from '../customs/dates.ts';
import { itemSentences } from '../words/items.ts';
import { during, type Effect } from '../workflow/effects.ts';
import { placeHold } from './effects-facts.ts';
import type { Item } from './facts.ts';
import { asTakenOver } from './opening.ts';

export const openingEffects = {
  'note what was taken over': during('item', ['takeOver'], async (system, stepContext) => {
    const { row, input, actor, context } = stepContext;
    const { grade, hazard, customsStatus } = asTakenOver(row, input);
    if (hazard) await placeHold(system, stepContext, 'battery', itemSentences.battery.zh);
    const decided = input.disposition ? { disposition: input.disposition, decidedBy: actor.id } : {};
    const receivedAt = input.receivedOn ? shanghaiMidnight(input.receivedOn) : context.now;
    return { ...decided, grade, hazard, customsStatus, receivedAt, custody: 'hub' as const };
  }),
} as const satisfies Record<string, Effect<Item>>;
