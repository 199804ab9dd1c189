import { eq } from 'drizzle-orm';
import { itemsWithSerial, locationByCode } from '../../db/queries/items.ts';
import type { items } from '../../db/schema/items.ts';
import { tickets } from '../../db/schema/repair.ts';
import type { Writing } from '../../db/scope.ts';
import { conflict, notFound } from '../http/problem.ts';
import { itemSentences } from '../words/items.ts';
import { nouns } from '../words/problems.ts';
import { during, type Effect } from '../workflow/effects.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { knows } from '../workflow/workflow.ts';
import { doubtsAbout } from './doubts.ts';
import { placeDoubt } from './effects-facts.ts';
import type { Item } from './facts.ts';
import { announcementOf, newItem } from './life.ts';
import { serialFor, serialFrom, twinOf } from './serials.ts';
import { addItem } from './write.ts';

/** Its number may be free: a thing of ours that is somewhere else can be told by nobody's guess. @throws Problem */
async function freeSerial(system: Writing, row: Item, seen: string): Promise<string | null> {
  const { id, exporterId } = row;
  const known = exporterId ? await system.ask(itemsWithSerial, { exporterId, serial: seen }) : [];
  // Of another product, too: the next thing on the table was read for this one.
  const other = known.find((one) => one.id !== id && !knows(itemWorkflow, one.state, 'returnAgain'));
  if (other) throw conflict('serial_known', itemSentences.serialKnown(other.code));
  return (await twinOf(system, row, seen)) ? null : seen;
}

export const exchangeEffects = {
  'note the serial it came back with': during('item', ['takeBack'], async (system, stepContext) => {
    const { row, input } = stepContext;
    const seen = serialFrom(input.serial);
    if (seen === null && row.serial !== null) {
      const doubt = { because: 'serial not read', expected: row.serial, seen: null } as const;
      await placeDoubt(system, stepContext, doubt);
    }
    if (row.serial !== null || seen === null) return {};
    for (const doubt of await doubtsAbout(system, row, seen)) await placeDoubt(system, stepContext, doubt);
    return { serial: await serialFor(system, row, seen) };
  }),
  /** The unit that its vendor kept ends here; what came for it has a licence plate, a number and a past of its own. */
  'begin the life of what came back': during('item', ['takeBack'], async (system, stepContext) => {
    const { row, input, actor, context } = stepContext;
    const seen = serialFrom(input.serial) ?? '';
    const [place] = await system.ask(locationByCode, {
      warehouseId: row.warehouseId,
      code: input.location.toUpperCase(),
    });
    if (!place) throw notFound(nouns.location, input.location);
    const its = {
      id: context.newId(),
      code: context.newCode('item'),
      exporterId: row.exporterId,
      quantity: 1,
      serial: await freeSerial(system, row, seen),
      exchangedFrom: row.code,
    };
    // It was never announced itself: the line of the return order is the old one's.
    const announcement = { ...announcementOf(row), orderId: null, lineId: null };
    const came: typeof items.$inferSelect = {
      ...newItem(its, announcement, context.now),
      ...{ state: 'toCheck', locationId: place.id, custody: 'hub', receivedAt: context.now },
      ...{ customsStatus: row.customsStatus, ticketId: row.ticketId },
    };
    const added = await addItem(system, came, {
      step: 'comeInExchange',
      toState: came.state,
      given: { from: row.code, serial: seen },
      byWhom: actor.id,
      ...(actor.device ? { device: actor.device } : {}),
      at: context.now,
    });
    if (row.ticketId)
      for (const ticket of await system.find(tickets, eq(tickets.id, row.ticketId), 1))
        await system.change(tickets, ticket, { itemId: came.id });
    const doubt = { because: 'came back as another', expected: row.serial, seen } as const;
    const ofIt = { ...stepContext, row: added };
    for (const one of [doubt, ...(await doubtsAbout(system, added, seen))])
      await placeDoubt(system, ofIt, one);
    return { exchangedFor: came.code, custody: 'vendor' as const };
  }),
} as const satisfies Record<string, Effect<Item>>;
