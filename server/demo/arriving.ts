import { and, eq } from 'drizzle-orm';
import { itemsOfOrder } from '../../db/queries/returns.ts';
import { items } from '../../db/schema/items.ts';
import type { Item } from '../items/facts.ts';
import { takeInParcel } from '../parcels/take-in.ts';
import { receiveUnannounced } from '../receiving/receive-unannounced.ts';
import type { ReturnOrder } from '../returns/return-order-entity.ts';
import { draftOrder, LineAsk } from '../returns/submit.ts';
import type { Chance } from './chance.ts';
import type { ExporterId } from './companies.ts';
import { exportedFirst } from './exports.ts';
import { type Sku, skuNamed } from './goods.ts';
import { serialFor, waybillFor } from './papers.ts';
import { actorAt, type PersonId } from './people.ts';
import type { WarehouseId } from './places.ts';
import { remarks } from './remarks.ts';
import { lifeOf } from './sorting.ts';
import type { Stage, Story } from './stage.ts';
import { photograph, placeFor, type Thing } from './thing.ts';

export type LinePlan = Partial<Omit<LineAsk, 'sku'>> & { readonly sku: string };
export interface OrderPlan {
  readonly exporter: ExporterId;
  readonly at: WarehouseId;
  readonly by: PersonId;
  readonly reference: string;
  readonly market: readonly [platform: string, country: string];
  readonly lines: readonly LinePlan[];
  readonly chance: Chance;
  readonly note?: string;
  /** Its exporter enters no order of which it is. */
  readonly uncited?: true;
}

/** The exporter writes a return order, as a draft. */
export async function drafted(stage: Stage, plan: OrderPlan): Promise<{ id: string; code: string }> {
  const [platform, country] = plan.market;
  const lines = (await exportedFirst(stage, plan)).map((line) => LineAsk.parse({ quantity: 1, ...line }));
  const head = { warehouse: plan.at.toUpperCase(), reference: plan.reference, platform, country };
  const { carrier, waybill } = waybillFor(plan.chance);
  // Some write it in small letters, and see beside what we keep what they wrote.
  const sent = { carrier, waybill: plan.reference.endsWith('7') ? waybill.toLowerCase() : waybill };
  const ask = { ...head, ...sent, ...(plan.note ? { note: plan.note } : {}), lines };
  return draftOrder(stage.tx, actorAt(plan.by, plan.at), ask, stage.context());
}

/** Written, submitted, and looked at by a person where something about it is unusual. */
export async function* submitted(stage: Stage, plan: OrderPlan): Story<ReturnOrder> {
  const { code } = await drafted(stage, plan);
  yield stage.afterHours(plan.chance.between(0.05, 0.6));
  const order = await stage.take(plan.by, plan.at, {
    entity: 'returnOrder',
    code,
    step: 'submit',
    input: {},
  });
  if (order.state === 'approved') return order;
  yield stage.afterWork(plan.chance.between(1, 12));
  const who = stage.on('supervisor', plan.at);
  const [yes, no] = [plan.chance.pick(remarks.review), plan.chance.pick(remarks.reject)];
  return order.reviewFor?.includes('X05') || plan.chance.yes(0.4)
    ? stage.take(who, plan.at, { entity: 'returnOrder', code, step: 'reject', input: { note: no } })
    : stage.take(who, plan.at, { entity: 'returnOrder', code, step: 'approve', input: { note: yes } });
}

/** A return from the exporter's form to the dock, where the life of each of its items begins. */
export async function* returned(stage: Stage, plan: OrderPlan): Story {
  const { chance, at, by } = plan;
  const order = yield* submitted(stage, plan);
  if (order.state !== 'approved') return;
  if (chance.yes(0.03)) {
    yield stage.afterHours(chance.between(3, 40));
    await stage.take(by, at, {
      entity: 'returnOrder',
      code: order.code,
      step: 'cancel',
      input: { note: '买家改为保留商品' },
    });
    return;
  }
  yield stage.afterDays(chance.whole(2, 9), chance.between(8.7, 14));
  const receiver = stage.on('receiver', at);
  const parcel = await broughtIn(stage, order, { at, who: receiver, chance: chance.fork() });
  for (const item of await stage.tx.ask(itemsOfOrder, { orderId: order.id }))
    if (chance.yes(0.018)) stage.begin(stage.now, missed(stage, at, item.code));
    else stage.begin(stage.afterWork(0.3), lifeOf(stage, await received(stage, plan, item, receiver)));
  await stage.take(receiver, at, { entity: 'parcel', code: parcel.code, step: 'finish', input: {} });
}

/** Its parcel is opened at the dock, weighed, and looked at from outside. */
async function broughtIn(
  stage: Stage,
  order: ReturnOrder,
  { at, who, chance }: { readonly at: WarehouseId; readonly who: PersonId; readonly chance: Chance },
) {
  const outside = {
    ...{ order: order.code, location: 'R-01', grams: chance.whole(180, 4200) },
    ...(order.waybill ? { waybill: order.waybill } : {}),
    ...(chance.yes(0.3) ? { seal: `S${chance.digits(7)}` } : {}),
  };
  const by = { actor: actorAt(who, at), context: stage.context() };
  return takeInParcel(stage.deps.engine, stage.tx, outside, by);
}

async function* missed(stage: Stage, at: WarehouseId, code: string): Story {
  yield stage.afterDays(4, 16);
  await stage.take(stage.on('receiver', at), at, { entity: 'item', code, step: 'reportMissing', input: {} });
}

/** Something odd about one parcel in twenty. */
function oddness(chance: Chance, item: Item, sku: Sku): string | undefined {
  if (!item.exportDocument) return chance.yes(0.3) ? 'X14' : undefined;
  if (sku.battery !== 'none' && chance.yes(0.004)) return 'X11';
  if (sku.serialTracked && chance.yes(0.012)) return 'X06';
  const odd = chance.among({ none: 940, X07: 42, X13: 13, X12: 5 });
  return odd === 'none' ? undefined : odd;
}

/** Scanned in at the dock: all of a lot, or what came of it. */
export async function received(
  stage: Stage,
  { at, chance }: Pick<OrderPlan, 'at' | 'chance'>,
  item: Item,
  who: PersonId,
): Promise<Thing> {
  const sku = skuNamed(skuCodeOf(item));
  const exception = oddness(chance, item, sku);
  const came = item.quantity > 3 && chance.yes(0.12) ? item.quantity - chance.whole(1, 2) : item.quantity;
  const thing = thingFrom(item, sku, chance, came);
  const location = await placeFor(stage, thing, exception === 'X11' ? 'hazard' : 'receiving');
  const serial = sku.serialTracked && !item.serial ? { serial: serialFor(chance, sku) } : {};
  const given = { location, ...(came < item.quantity ? { quantity: came } : {}), ...serial };
  await stage.take(who, at, {
    entity: 'item',
    code: item.code,
    step: 'receive',
    input: { ...given, ...(exception ? { exception } : {}) },
  });
  if (exception && exception !== 'X13')
    await photograph(stage, { who, thing, picture: pictureOf(exception, sku) });
  if (came < item.quantity) await leftBehind(stage, item, chance);
  return thing;
}

const pictureOf = (exception: string, sku: Sku) =>
  exception === 'X11' && sku.kind === 'power bank' ? 'swollen power bank' : 'parcel';

/** What did not come with its lot comes later, or never. */
async function leftBehind(stage: Stage, whole: Item, chance: Chance) {
  const isRest = and(eq(items.splitFrom, whole.code), eq(items.state, 'announced'));
  const rest = await stage.tx.first(items, isRest);
  if (rest) stage.begin(stage.afterDays(chance.whole(3, 8), 10.5), laterOrNever(stage, rest, chance.fork()));
}

async function* laterOrNever(stage: Stage, rest: Item, chance: Chance): Story {
  const at = rest.warehouseId as WarehouseId;
  const who = stage.on('receiver', at);
  if (chance.yes(0.5)) {
    await stage.take(who, at, { entity: 'item', code: rest.code, step: 'reportMissing', input: {} });
    return;
  }
  const thing = thingFrom(rest, skuNamed(skuCodeOf(rest)), chance, rest.quantity);
  const location = await placeFor(stage, thing, 'receiving');
  await stage.take(who, at, { entity: 'item', code: rest.code, step: 'receive', input: { location } });
  yield stage.afterWork(0.2);
  yield* lifeOf(stage, thing);
}

/** The demo's SKUs have their exporter and code for an id. */
export const skuCodeOf = ({ skuId, exporterId }: Pick<Item, 'skuId' | 'exporterId'>) =>
  (skuId ?? '').slice((exporterId ?? '').length + 1);

export const thingFrom = (item: Item, sku: Sku, chance: Chance, quantity = item.quantity): Thing => ({
  ...{ id: item.id, code: item.code, sku, quantity, chance: chance.fork(), reason: item.reason },
  at: item.warehouseId as WarehouseId,
  wish: item.wish ?? undefined,
  declared: item.exportDocument !== null || item.warehouseId === 'yp1',
});

export interface FoundPlan {
  readonly at: WarehouseId;
  readonly sku: string;
  readonly description: string;
  readonly chance: Chance;
}
/** A parcel that nobody announced is opened, photographed and put on the shelf of the unidentified. */
export async function* foundParcel(stage: Stage, { at, sku, description, chance }: FoundPlan): Story<Item> {
  const who = stage.on('receiver', at);
  const { waybill } = waybillFor(chance);
  const actor = actorAt(who, at);
  const scanId = `found-${chance.digits(12)}`;
  const ask = { scanId, location: 'R-02', description, waybill, quantity: 1, exception: 'X01' };
  const item = await receiveUnannounced(stage.deps.engine, stage.tx, ask, {
    actor,
    context: stage.context(),
  });
  stage.pass();
  await photograph(stage, { who, thing: { id: item.id, code: item.code, at }, picture: 'parcel' });
  await photograph(stage, { who, thing: { id: item.id, code: item.code, at }, picture: sku });
  yield stage.afterWork(chance.between(1, 4));
  const thing = { sku: skuNamed(sku), at, quantity: 1 };
  const location = await placeFor(stage, thing, 'quarantine', item.customsStatus);
  return stage.take(stage.on('storekeeper', at), at, {
    entity: 'item',
    code: item.code,
    step: 'move',
    input: { location },
  });
}

/** Somebody finds out whose it is, and it goes on like everything else. */
export async function* identified(stage: Stage, plan: FoundPlan): Story {
  const { at, chance } = plan;
  const sku = skuNamed(plan.sku);
  const item = yield* foundParcel(stage, plan);
  yield stage.afterDays(chance.whole(1, 6), chance.between(9, 17));
  const serial = sku.serialTracked ? { serial: serialFor(chance, sku) } : {};
  const given = {
    exporter: sku.exporterId,
    sku: sku.code,
    reason: chance.pick(remarks.identified),
    ...serial,
  };
  const known = await stage.take(stage.on('supervisor', at), at, {
    entity: 'item',
    code: item.code,
    step: 'identify',
    input: given,
  });
  yield* lifeOf(stage, thingFrom(known, sku, chance));
}
