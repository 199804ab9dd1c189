import { itemsOfOrder } from '../../../db/queries/returns.ts';
import { addDays, addMonths, type CalendarDate, shanghaiDate } from '../../customs/dates.ts';
import type { Item } from '../../items/facts.ts';
import { drafted, thingFrom } from '../arriving.ts';
import type { Findings } from '../findings.ts';
import { skuNamed } from '../goods.ts';
import { exportedBefore, markets, papersFor, serialFor } from '../papers.ts';
import type { WarehouseId } from '../places.ts';
import type { Stage, Story } from '../stage.ts';
import { putIn } from '../storing.ts';
import { placeFor, type Thing } from '../thing.ts';

/** What a scene begins with: goods announced some days before the day on which they stand at the dock. */
export interface Arrival {
  readonly sku: string;
  /** Counted from the last day of the history, which is 0. */
  readonly day: number;
  readonly hour?: number;
  readonly at?: WarehouseId;
  readonly quantity?: number;
  readonly reason?: string;
  readonly wish?: string;
  readonly exported?: CalendarDate;
  /** Nothing is said of its export. */
  readonly undeclared?: true;
  readonly exception?: string;
}

/** Announced and received; then the scene goes on. */
export function scene(stage: Stage, arrival: Arrival, then: (thing: Thing) => Story = async function* () {}) {
  async function* played(): Story {
    yield* then(yield* arrived(stage, arrival));
  }
  stage.begin(stage.onDay(arrival.day - 4, 10.5), played());
}

async function* arrived(stage: Stage, arrival: Arrival): Story<Thing> {
  const { at = 'hk1', day, hour = 9.5, quantity = 1, reason = 'R01', wish, undeclared, exception } = arrival;
  const chance = stage.chance.fork();
  const sku = skuNamed(arrival.sku);
  const by = sku.exporterId;
  const exported = arrival.exported ?? exportedBefore(chance, stage.now);
  const line = {
    ...{ sku: sku.code, quantity, reason, salesOrder: chance.digits(15) },
    ...(wish ? { wish } : {}),
    ...(sku.serialTracked ? { serial: serialFor(chance, sku) } : {}),
    ...(undeclared ? {} : papersFor(chance, by, at, exported)),
  };
  const reference = `${by.slice(0, 2).toUpperCase()}-${chance.digits(8)}`;
  const plan = { exporter: by, at, by, reference, market: chance.pick(markets), lines: [line], chance };
  const order = await drafted(stage, plan);
  yield stage.afterHours(0.2);
  await stage.take(by, at, { entity: 'returnOrder', code: order.code, step: 'submit', input: {} });
  yield stage.onDay(day, hour + chance.between(0, 0.4));
  const [item] = await stage.tx.ask(itemsOfOrder, { orderId: order.id });
  if (!item) throw new Error(`Nothing was announced with ${order.code}.`);
  const thing = thingFrom(item, sku, chance);
  const location = await placeFor(stage, thing, 'receiving');
  const seen = exception ? { exception } : {};
  await stage.take(stage.on('receiver', at), at, {
    entity: 'item',
    code: item.code,
    step: 'receive',
    input: { location, ...seen },
  });
  return thing;
}

export const sound: Findings = {
  ...{ cosmetic: 'C1', functional: 'F1', complete: 'K1', packaging: 'P2', battery: 'good' },
  wiped: true,
};
export const faulty: Findings = { ...sound, cosmetic: 'C2', functional: 'F3' };
export const scrap: Findings = { ...faulty, cosmetic: 'C4', functional: 'F4' };

export async function* inspectedAs(stage: Stage, thing: Thing, found: Findings): Story<Item> {
  yield stage.afterWork(thing.chance.between(0.3, 0.9));
  const battery = thing.sku.battery === 'none' ? 'none' : found.battery;
  const who = stage.on('inspector', thing.at);
  return stage.take(who, thing.at, {
    entity: 'item',
    code: thing.code,
    step: 'inspect',
    input: { ...found, battery },
  });
}

export async function* decidedAs(
  stage: Stage,
  thing: Thing,
  found: Findings,
  disposition: string,
): Story<Item> {
  yield* inspectedAs(stage, thing, found);
  yield stage.afterWork(thing.chance.between(0.1, 0.4));
  const who = stage.on('inspector', thing.at);
  return stage.take(who, thing.at, {
    entity: 'item',
    code: thing.code,
    step: 'decide',
    input: { disposition },
  });
}

export async function* storedAs(
  stage: Stage,
  thing: Thing,
  found: Findings,
  disposition: string,
): Story<Item> {
  yield* decidedAs(stage, thing, found, disposition);
  yield stage.afterWork(thing.chance.between(0.2, 0.8));
  return putIn(stage, thing, disposition === 'QTN' ? 'quarantine' : 'storage');
}

/** Such a day of export that the relief from tax ends so many days after the day on which the demo is played. */
export const reliefEndsIn = (stage: Stage, days: number): CalendarDate =>
  addMonths(addDays(shanghaiDate(stage.end), days + 2), -6);

/** Such a day of export that supervision ends so many days after the day on which the demo is played. */
export const supervisionEndsIn = (stage: Stage, days: number): CalendarDate =>
  addMonths(addDays(shanghaiDate(stage.end), days + 1), -12);
