import { eq } from 'drizzle-orm';
import { itemByCode } from '../../db/queries/items.ts';
import { promiseOf, promisesOf, shipmentByCode } from '../../db/queries/outbound.ts';
import { itemLives } from '../../db/schema/lives.ts';
import { reservations, shipments } from '../../db/schema/outbound.ts';
import type { Writing } from '../../db/scope.ts';
import { conflict, notFound } from '../http/problem.ts';
import { itemSentences } from '../words/items.ts';
import { nouns } from '../words/problems.ts';
import { during, type Effect, type StepContext } from '../workflow/effects.ts';
import { endOf } from '../workflow/item.ts';
import { shipmentWorkflow } from '../workflow/shipment.ts';
import { knows } from '../workflow/workflow.ts';
import type { Item } from './facts.ts';
import { nextLife } from './life.ts';

/** In an exchange: the item whose buyer gets this one; the same owner's, and not replaced yet. */
async function replacedItem(system: Writing, row: Item, code: string | undefined): Promise<Item | undefined> {
  if (code === undefined) return undefined;
  const [it] = await system.ask(itemByCode, { code });
  if (!it || it.exporterId !== row.exporterId || it.id === row.id) throw notFound(nouns.item, code);
  if (it.replacedBy) throw conflict('replaced_already', itemSentences.replacedAlready(code, it.replacedBy));
  return it;
}

/** A shipment of which nothing is left on its way will not be delivered. */
async function endEmptied(system: Writing, shipmentId: string, trigger: StepContext<Item>['trigger']) {
  const shipment = await system.first(shipments, eq(shipments.id, shipmentId));
  if (!shipment || !knows(shipmentWorkflow, shipment.state, 'end')) return;
  if ((await system.ask(promisesOf, { shipmentId })).length === 0)
    await trigger('shipment', shipmentId, 'end', {});
}

export const leavingEffects = {
  'promise it to the shipment': during('item', ['reserve'], async (system, stepContext) => {
    const { row, input, actor, context } = stepContext;
    const [shipment] = await system.ask(shipmentByCode, { code: input.shipment });
    if (!shipment) throw notFound(nouns.shipment, input.shipment);
    const replaced = await replacedItem(system, row, input.replaces);
    if (shipment.exit === 'exchange' && !replaced)
      throw conflict('exchange_for_what', itemSentences.exchangeForWhat);
    if (replaced) await stepContext.trigger('item', replaced.id, 'replace', { by: row.code });
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
  }),
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
  'note its replacement': during('item', ['replace'], (_system, { input }) => ({ replacedBy: input.by })),
  'it is in the carrier’s hands': () => ({ custody: 'carrier' }),
  'it is in our hands': () => ({ custody: 'hub' }),
  'it is in the vendor’s hands': () => ({ custody: 'vendor' }),
  'it has arrived': (_system, { toState }) => ({
    custody: toState === 'returnedToExporter' ? 'exporter' : 'buyer',
    locationId: null,
  }),
  'it is nobody’s': () => ({ custody: 'nobody' }),
  'begin its next life': during('item', ['returnAgain'], async (system, { row, input, context }) => {
    const { id: itemId, warehouseId, exporterId, orderId, lineId, parcelId, quantity, receivedAt } = row;
    const its = { itemId, warehouseId, exporterId, orderId, lineId, parcelId, quantity, receivedAt };
    const over = { state: endOf(row.state), endedAt: context.now };
    await system.add(itemLives, { id: context.newId(), ...its, ...over });
    return nextLife(input.announced);
  }),
} as const satisfies Record<string, Effect<Item>>;
