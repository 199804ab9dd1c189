import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { codeMeaning, locationByCode } from '../../db/queries/items.ts';
import { parcelsOfOrder } from '../../db/queries/parcels.ts';
import { skus } from '../../db/schema/goods.ts';
import { organisations } from '../../db/schema/master-data.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { conflict, forbidden, notFound, unusable } from '../http/problem.ts';
import type { Asker } from '../http/request-context.ts';
import { code, line, prose, scanId } from '../http/shapes.ts';
import { recognise } from '../identifiers/recognise.ts';
import { readWaybill } from '../identifiers/waybill.ts';
import { addExtraLine, isAnnounced, returnInParcel } from '../items/extra-line.ts';
import type { Item } from '../items/facts.ts';
import { getItem } from '../items/item-entity.ts';
import { type Announcement, newItem, unannounced } from '../items/life.ts';
import { serialFrom, twinOf } from '../items/serials.ts';
import { stateOf } from '../items/view.ts';
import { addItem } from '../items/write.ts';
import { getParcel, type Parcel } from '../parcels/parcel-entity.ts';
import { takeInParcel } from '../parcels/take-in.ts';
import { getReturnOrder } from '../returns/return-order-entity.ts';
import { itemSentences } from '../words/items.ts';
import { nouns } from '../words/problems.ts';
import type { Engine } from '../workflow/engine.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { isBeingUnpacked } from '../workflow/parcel.ts';
import { isAwaited, returnOrderWorkflow, takesUnawaited } from '../workflow/return-order.ts';
import { knows } from '../workflow/workflow.ts';

/** Something arrived that nobody announced: what can be said of it at the dock. */
export const UnannouncedInput = z.strictObject({
  scanId,
  location: line(32),
  description: prose(300),
  exporter: line(32).optional(),
  sku: line(64).optional(),
  serial: line(64).optional(),
  quantity: z.number().int().min(1).max(10_000).default(1),
  waybill: line(48).optional(),
  /** The return order in whose parcel it lay, if it lay in one. */
  order: code.optional(),
  /** The code of the parcel that lies open. */
  parcel: code.optional(),
  exception: line(8).optional(),
  /** What a scan of it told, beside what was announced; the exception follows from that. */
  found: z.enum(['over', 'wrong product']).optional(),
  note: prose(1000).optional(),
});
type Asked = Omit<z.output<typeof UnannouncedInput>, 'scanId'>;
type Unannounced = Omit<Asked, 'found'>;
const exceptionOf = { over: 'X03', 'wrong product': 'X05' } as const;

async function owner(tx: Scoped, ask: Unannounced) {
  if (!ask.exporter) return { exporter: undefined, sku: undefined };
  const isIt = and(eq(organisations.kind, 'exporter'), eq(organisations.code, ask.exporter));
  const exporter = await tx.first(organisations, isIt);
  if (!exporter) throw notFound(nouns.exporter, ask.exporter);
  if (!ask.sku) return { exporter, sku: undefined };
  const sku = await tx.first(skus, and(eq(skus.exporterId, exporter.id), eq(skus.code, ask.sku)));
  if (!sku) throw notFound(nouns.sku, ask.sku);
  if (sku.serialTracked && ask.quantity > 1) throw conflict('serial_lot', itemSentences.serialisedIsOne);
  return { exporter, sku };
}

/** @throws Problem when several articles would share one, or it cannot be one */
function serialOf(ask: Unannounced): string | null {
  const serial = serialFrom(ask.serial);
  if (serial && ask.quantity > 1) throw conflict('serial_lot', itemSentences.serialisedIsOne);
  return serial;
}

/** Taking in more than was announced needs a reason and a permission. @throws Problem without, or for no such code */
async function mustBeAllowed(tx: Scoped, actor: Actor, { exception, note }: Unannounced) {
  if (exception === undefined) return;
  if (exception === exceptionOf.over && !note)
    throw unusable([{ path: ['note'], code: 'needed' }], itemSentences.moreNeedsAReason);
  if (exception === exceptionOf.over && !actor.permissions.has('items.exception'))
    throw forbidden(itemSentences.takeMore);
  const [known] = await tx.ask(codeMeaning, { list: 'exception', code: exception });
  if (!known) throw notFound(nouns.code, exception);
}

/** What comes for a return that is not awaited is nobody’s yet, and lies apart. @throws Problem where it would not */
async function mustBeApart(
  tx: Scoped,
  warehouseId: string,
  { order: code, exporter, location }: Unannounced,
) {
  const order = code === undefined ? undefined : await getReturnOrder(tx, code);
  if (!order || isAwaited(order.state)) return;
  const state = stateOf(returnOrderWorkflow, order.state);
  if (exporter) throw conflict('not_awaited', itemSentences.unawaitedIsNobodys(order.code, state));
  const [place] = await tx.ask(locationByCode, { warehouseId, code: location.toUpperCase() });
  if (place && !takesUnawaited(place.kind))
    throw conflict('not_awaited', itemSentences.unawaitedLiesApart(order.code, state));
}

/** Takes it in under a licence plate, on hold until we know whose it is; or as another life of what we know. */
export async function receiveUnannounced(
  engine: Engine,
  tx: Writing,
  asked: Asked,
  { actor, context }: Asker,
): Promise<Item> {
  if (actor.viewer.as !== 'staff') throw forbidden(itemWorkflow.steps.receive.button);
  const { found, ...rest } = asked;
  const said = found ? { ...rest, exception: exceptionOf[found] } : rest;
  await mustBeApart(tx, actor.viewer.warehouse, said);
  const { exporter, sku } = await owner(tx, said);
  const serial = serialOf(said);
  const system = tx.asSystem();
  const asker = { actor, context };
  const parcel = await parcelOf(engine, tx, said, asker);
  const order = exporter && (await returnOf(tx, said, exporter, parcel));
  const ask = await asItIs(system, order, sku, said);
  await mustBeAllowed(tx, actor, ask);
  const [exporterId, skuId] = [exporter?.id ?? null, sku?.id ?? null];
  const { quantity, note, description } = ask;
  const by = { id: actor.id, mayExceed: actor.permissions.has('returns.review') };
  const extra = {
    skuId,
    skuCode: sku?.code ?? description,
    serial,
    quantity,
    note,
    cameAs: cameAs(asked),
    by,
  };
  const announcement = {
    ...unannounced,
    ...(order ? await addExtraLine(system, order, extra, context) : {}),
    ...{ warehouseId: actor.viewer.warehouse, skuId, description },
  };
  const past = serial ? await twinOf(system, { id: '', exporterId, skuId }, serial) : undefined;
  const code = past?.code ?? context.newCode('item');
  if (past) await again(engine, system, past, { announcement, ...asker });
  else await begin(system, { code, exporterId, quantity, serial }, announcement, { ask, ...asker });
  const given = {
    ...receiptOf(ask, exporter !== undefined && sku !== undefined),
    ...(parcel ? { parcel: parcel.code } : {}),
    // What stands on a line that nobody announced was read here, too.
    ...(order && serial ? { serial } : {}),
  };
  await engine.take(tx, { entity: 'item', code, step: 'receive', input: given, actor, context });
  return getItem(tx, code);
}

/** One more of what its return announced is one too many, whatever is said of it. */
async function asItIs(
  system: Writing,
  order: { readonly id: string } | undefined,
  sku: { readonly id: string } | undefined,
  said: Unannounced,
): Promise<Unannounced> {
  const isMore = order && sku && (await isAnnounced(system, order.id, sku.id));
  return isMore ? { ...said, exception: exceptionOf.over } : said;
}

const cameAs = ({ found, exception }: Asked) =>
  found ?? (exception === exceptionOf['wrong product'] ? 'wrong product' : undefined);

/** Its first event says what it looked like. */
async function begin(
  system: Writing,
  its: Pick<Item, 'code' | 'exporterId' | 'quantity' | 'serial'>,
  announcement: Announcement,
  { ask, actor, context }: Asker & { readonly ask: Unannounced },
) {
  await addItem(system, newItem({ id: context.newId(), ...its }, announcement, context.now), {
    step: 'receiveBlind',
    toState: itemWorkflow.initial,
    given: blindGiven(ask),
    byWhom: actor.id,
    ...(actor.device ? { device: actor.device } : {}),
    at: context.now,
  });
}

const receiptOf = ({ location, exception, note }: Unannounced, isKnown: boolean) => ({
  location,
  exception: exception ?? (isKnown ? 'X01' : 'X02'),
  ...(note ? { note } : {}),
});

/** The number under which it came, where that says more than the parcel that lies open. */
function itsNumber({ waybill, parcel }: Unannounced, announced: string | null | undefined) {
  const number = waybill === undefined ? undefined : readWaybill(waybill);
  if (number === undefined || parcel === undefined || number === announced) return number;
  // Of a product's code, an IMEI or a label of ours it could be said, too, that carriers use such numbers.
  return recognise(number)[0].kind === 'waybill' ? number : undefined;
}

/**
 * What nobody announced came in a parcel all the same: the one with its number, or of its return order; the one that
 * lies open where nothing says that it came in another.
 */
async function parcelOf(
  engine: Engine,
  tx: Writing,
  ask: Unannounced,
  asker: Asker,
): Promise<Parcel | undefined> {
  const order = ask.order === undefined ? undefined : await getReturnOrder(tx, ask.order);
  const known = order ? await tx.ask(parcelsOfOrder, { orderId: order.id }) : [];
  const open = known.map(({ parcel }) => parcel).filter(({ state }) => isBeingUnpacked(state));
  const before = ask.parcel === undefined ? undefined : await getParcel(tx, ask.parcel);
  const waybill = itsNumber(ask, order?.waybill);
  if (waybill !== undefined) {
    const same = [...(before ? [before] : []), ...open].find((one) => one.waybill === waybill);
    const its = same ?? (before ? undefined : open.find((one) => one.waybill === null));
    const { location } = ask;
    return its ?? takeInParcel(engine, tx, { waybill, location }, asker);
  }
  const its = open.find(({ id }) => id === before?.id) ?? open[0];
  if (its) return its;
  return !order || isAwaited(order.state) ? before : undefined;
}

/** The return to which it belongs: the one that is named, or the only one of its owner in this parcel. */
async function returnOf(
  tx: Writing,
  { order: code }: Unannounced,
  { id: exporterId }: { readonly id: string },
  parcel: Parcel | undefined,
) {
  const named = code === undefined ? undefined : await getReturnOrder(tx, code);
  if (named?.exporterId === exporterId) return named;
  return parcel && returnInParcel(tx, { parcelId: parcel.id, exporterId });
}

async function again(
  engine: Engine,
  system: Writing,
  past: Item,
  { announcement, ...by }: Asker & { readonly announcement: Announcement },
) {
  const { id, code } = past;
  if (!knows(itemWorkflow, past.state, 'returnAgain'))
    throw conflict('serial_known', itemSentences.serialKnown(code));
  const input = { announced: announcement };
  await engine.takeAsSystem(system, { entity: 'item', id, step: 'returnAgain', input, ...by });
}

const blindGiven = ({ description, waybill, order }: Unannounced) => ({
  description,
  ...(waybill ? { waybill } : {}),
  ...(order ? { order } : {}),
});
