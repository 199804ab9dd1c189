import { and, eq, isNull, ne, or } from 'drizzle-orm';
import { openHoldsOf } from '../../db/queries/items.ts';
import { files } from '../../db/schema/files.ts';
import { returnLines, skus } from '../../db/schema/goods.ts';
import { holds, inspections, items } from '../../db/schema/items.ts';
import { organisations } from '../../db/schema/master-data.ts';
import type { Writing } from '../../db/scope.ts';
import { conflict, notFound } from '../http/problem.ts';
import { itemSentences } from '../words/items.ts';
import { nouns } from '../words/problems.ts';
import { during, type StepContext } from '../workflow/effects.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { addExtraLine, extraLineOf, leaveExtraLine, renamedExtra, returnInParcel } from './extra-line.ts';
import type { Item } from './facts.ts';
import { announcementOf, newItem, unannounced } from './life.ts';
import { mustHaveForm, serialFor, serialFrom } from './serials.ts';
import { addItem } from './write.ts';

export const giveToItsOwner = during('item', ['identify'], async (system, stepContext) => {
  const { row, input, actor, context } = stepContext;
  const { exporter, sku } = await namedOwner(system, input);
  if (sku.serialTracked && row.quantity > 1) throw conflict('serial_lot', itemSentences.serialisedIsOne);
  await mustHaveForm(system, serialFrom(input.serial), sku);
  const isStray = row.orderId !== null && exporter.id !== row.exporterId;
  const whose = { exporterId: exporter.id, skuId: sku.id };
  const left = { ...row, ...(isStray ? await leaveItsReturn(system, stepContext) : {}), ...whose };
  const its = {
    ...left,
    ...(await putOnItsReturn(system, { ...left, parcelId: row.parcelId }, sku, stepContext)),
  };
  const serial = await serialFor(system, { ...its, serial: null }, input.serial ?? its.serial);
  const lifted = { liftedBy: actor.id, liftedAt: context.now, liftNote: input.reason };
  for (const hold of await system.ask(openHoldsOf, { itemId: row.id }))
    await system.change(holds, hold, {
      exporterId: exporter.id,
      ...(hold.kind === 'identity' ? lifted : {}),
    });
  // What was found out and photographed before goes to its owner too.
  for (const table of [files, inspections] as const) {
    const left = and(
      eq(table.itemId, row.id),
      or(isNull(table.exporterId), ne(table.exporterId, exporter.id)),
    );
    for (
      let some = await system.find(table, left, 500);
      some.length > 0;
      some = await system.find(table, left, 500)
    )
      for (const about of some) await system.change(table, about, { exporterId: exporter.id });
  }
  return { ...its, serial };
});

/** What came in a parcel with a return of its owner belongs to that, once it is known whose it is. */
async function putOnItsReturn(
  system: Writing,
  row: Item,
  { id: skuId, code: skuCode }: typeof skus.$inferSelect,
  { context, actor }: Pick<StepContext<Item>, 'context' | 'actor'>,
): Promise<Partial<Item>> {
  const { parcelId, exporterId, quantity, serial } = row;
  const its = { skuId, skuCode, quantity, serial };
  const extra = await extraLineOf(system, row);
  if (extra) return renamedExtra(system, { row, context, actor }, extra, its);
  if (row.orderId !== null || parcelId === null || exporterId === null) return {};
  const order = await returnInParcel(system, { parcelId, exporterId });
  // Whoever may say whose it is looks at it.
  const by = { id: actor.id, mayExceed: true };
  return order ? { ...(await addExtraLine(system, order, { ...its, by }, context)), parcelId } : {};
}

async function namedOwner(system: Writing, named: { readonly exporter: string; readonly sku: string }) {
  const isIt = and(eq(organisations.kind, 'exporter'), eq(organisations.code, named.exporter));
  const [exporter] = await system.find(organisations, isIt, 1);
  if (!exporter) throw notFound(nouns.exporter, named.exporter);
  const ofIt = and(eq(skus.exporterId, exporter.id), eq(skus.code, named.sku));
  const [sku] = await system.find(skus, ofIt, 1);
  if (!sku) throw notFound(nouns.sku, named.sku);
  return { exporter, sku };
}

/**
 * Another exporter's goods came in place of what its return announced: that never came, and is missing from now on,
 * with a licence plate of its own. What lies here keeps its label and its past, and knows nothing of that return.
 * @returns what changes on it with that
 */
async function leaveItsReturn(
  system: Writing,
  { row, actor, context, trigger }: StepContext<Item>,
): Promise<Partial<Item>> {
  const extra = await extraLineOf(system, row);
  if (extra) return { ...(await leaveExtraLine(system, row, extra)), parcelId: null };
  const line =
    row.lineId === null ? undefined : await system.first(returnLines, eq(returnLines.id, row.lineId));
  const { serial = null, imei2 = null } = line ?? {};
  // A number that its return announced was not read on what came; any other was.
  const left = serial === null ? {} : { serial: null, imei2: null };
  // Two of one exporter never have one number, not for a moment.
  if (serial !== null) await system.change(items, row, left);
  const { exporterId, quantity } = row;
  const its = { id: context.newId(), code: context.newCode('item'), exporterId, quantity, serial, imei2 };
  await addItem(system, newItem(its, announcementOf(row), context.now), {
    step: 'announce',
    toState: itemWorkflow.initial,
    given: { insteadOf: row.code, quantity },
    byWhom: actor.id,
    at: context.now,
  });
  await trigger('item', its.id, 'reportMissing', {});
  return { ...left, ...unannounced, parcelId: null };
}
