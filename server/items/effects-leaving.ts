import { eq } from 'drizzle-orm';
import { itemByCode } from '../../db/queries/items.ts';
import { promiseOf, promisesOf, shipmentByCode } from '../../db/queries/outbound.ts';
import { reservations, shipments } from '../../db/schema/outbound.ts';
import type { Writing } from '../../db/scope.ts';
import { conflict, notFound } from '../http/problem.ts';
import { itemSentences } from '../words/items.ts';
import { nouns } from '../words/problems.ts';
import type { Effect, StepContext } from '../workflow/engine.ts';
import { unsigned } from '../workflow/four-eyes.ts';
import { shipmentWorkflow } from '../workflow/shipment.ts';
import { knows } from '../workflow/workflow.ts';
import { textOf } from './effects-facts.ts';
import type { Item } from './facts.ts';

/** In an exchange: the item whose buyer gets this one; the same owner's, and not replaced yet. */
async function replacedItem(system: Writing, { row, input }: StepContext<Item>): Promise<Item | undefined> {
  const code = input.replaces;
  if (typeof code !== 'string') return undefined;
  const [it] = await system.ask(itemByCode, { code });
  if (!it || it.exporterId !== row.exporterId || it.id === row.id) throw notFound(nouns.item, code);
  if (it.replacedBy) throw conflict('replaced_already', itemSentences.replacedAlready(code, it.replacedBy));
  return it;
}

/** A shipment of which nothing is left on its way will not be delivered. */
async function endEmptied(system: Writing, shipmentId: string, also: StepContext<Item>['trigger']) {
  const shipment = await system.first(shipments, eq(shipments.id, shipmentId));
  if (!shipment || !knows(shipmentWorkflow, shipment.state, 'end')) return;
  if ((await system.ask(promisesOf, { shipmentId })).length === 0) await also('shipment', shipmentId, 'end');
}

export const leavingEffects = {
  'promise it to the shipment': async (system, order) => {
    const { row, input, actor, context } = order;
    const [shipment] = await system.ask(shipmentByCode, { code: String(input.shipment) });
    if (!shipment) throw notFound(nouns.shipment, String(input.shipment));
    const replaced = await replacedItem(system, order);
    if (shipment.exit === 'exchange' && !replaced)
      throw conflict('exchange_for_what', itemSentences.exchangeForWhat);
    if (replaced) await order.trigger('item', replaced.id, 'replace', { by: row.code });
    const of = { warehouseId: row.warehouseId, exporterId: shipment.exporterId };
    const promise = { shipmentId: shipment.id, itemId: row.id, replaces: replaced?.code ?? null };
    await system.add(reservations, {
      id: context.newId(),
      ...of,
      ...promise,
      reservedBy: actor.id,
      reservedAt: context.now,
    });
    return { shipmentId: shipment.id };
  },
  'drop the promise': async (system, { row, context, trigger }) => {
    const [promise] = row.shipmentId
      ? await system.ask(promiseOf, { itemId: row.id, shipmentId: row.shipmentId })
      : [];
    if (promise) {
      await system.change(reservations, promise, { releasedAt: context.now });
      if (promise.replaces) {
        const [replaced] = await system.ask(itemByCode, { code: promise.replaces });
        if (replaced?.replacedBy === row.code) await trigger('item', replaced.id, 'replace', { by: null });
      }
      await endEmptied(system, promise.shipmentId, trigger);
    }
    return { shipmentId: null };
  },
  'note its replacement': (_house, { input }) => ({ replacedBy: textOf(input.by) }),
  'it is in the carrier’s hands': () => ({ custody: 'carrier' }),
  'it is in our hands': () => ({ custody: 'hub' }),
  'it is in the vendor’s hands': () => ({ custody: 'vendor' }),
  'it has arrived': (_house, { toState }) => ({
    custody: toState === 'returnedToExporter' ? 'exporter' : 'buyer',
    locationId: null,
  }),
  'it is nobody’s': () => ({ custody: 'nobody' }),
  'begin its next life': (_house, { input }) => ({ ...blank, ...(input.announced as Partial<Item>) }),
} as const satisfies Record<string, Effect<Item>>;

/** How an item begins its next life: nothing that was found out about it before holds any more. */
const blank = {
  locationId: null,
  custody: 'exporter',
  cosmetic: null,
  functional: null,
  complete: null,
  packaging: null,
  grade: null,
  hazard: false,
  wiped: false,
  advised: null,
  advisedBy: null,
  disposition: null,
  decidedBy: null,
  decidedReason: null,
  outcome: null,
  ticketId: null,
  shipmentId: null,
  replacedBy: null,
  ...unsigned,
  customsStatus: 'ABROAD',
  receivedAt: null,
} as const satisfies Partial<Item>;
