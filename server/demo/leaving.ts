import { eq } from 'drizzle-orm';
import { shipments } from '../../db/schema/outbound.ts';
import { fromNowhere } from '../access/caller.ts';
import { outboundRoutes } from '../outbound/routes.ts';
import type { Shipment } from '../outbound/shipment-entity.ts';
import { returned } from './arriving.ts';
import type { Chance } from './chance.ts';
import type { ExporterId } from './companies.ts';
import type { Exit } from './dock.ts';
import { consigneeFor, exportedBefore, markets, papersFor, waybillFor } from './papers.ts';
import { actorAt } from './people.ts';
import type { WarehouseId } from './places.ts';
import { lifeOf } from './sorting.ts';
import type { Stage, Story } from './stage.ts';
import { placeFor, rowOf, type Thing } from './thing.ts';

export interface ShipmentPlan {
  readonly at: WarehouseId;
  readonly exporter: ExporterId;
  readonly exit: Exit;
  readonly things: readonly Thing[];
  readonly replaces?: Thing;
}

type Opening = Extract<(typeof outboundRoutes)[number], { endpoint: 'POST /api/v1/shipments' }>;
const opening = outboundRoutes.find((one): one is Opening => one.endpoint === 'POST /api/v1/shipments');

/** Opens a shipment as the office does, with everything in it promised. */
export async function opened(stage: Stage, plan: ShipmentPlan, chance: Chance): Promise<Shipment> {
  const { at, exporter, exit, things, replaces } = plan;
  const who = stage.on('supervisor', at);
  const to = consigneeFor(chance, exporter, exit);
  const loose = things.some(({ sku }) => sku.battery === 'ion alone');
  const transport = to.country === 'CN' ? 'road' : loose ? 'sea' : 'air';
  const ask = {
    ...{ scanId: `open-${chance.digits(12)}`, exporter, exit, transport, ...to },
    items: things.map(({ code }) => code),
    ...(replaces ? { replaces: replaces.code } : {}),
  };
  if (!opening) throw new Error('There is no route that opens a shipment.');
  const input = opening.input.parse(ask);
  const actor = actorAt(who, at);
  const call = {
    input,
    actor,
    db: stage.tx,
    deps: stage.deps,
    file: new Uint8Array(),
    caller: fromNowhere,
    context: stage.context(),
  };
  const { code } = await opening.handle(call);
  stage.pass();
  const shipment = await stage.tx.first(shipments, eq(shipments.code, code));
  if (!shipment) throw new Error(`The demo lost sight of ${code}.`);
  return shipment;
}

/** Picked, packed, closed, given to the carrier, delivered. */
export async function* shipped(stage: Stage, plan: ShipmentPlan): Story {
  const { at, things } = plan;
  const chance = stage.chance.fork();
  const { code: shipment } = await opened(stage, plan, chance);
  const packer = stage.on('packer', at);
  yield stage.afterWork(chance.between(0.3, 5));
  for (const { code, quantity } of things)
    await stage.take(packer, at, { entity: 'item', code, step: 'pick', input: { shipment, quantity } });
  yield stage.afterWork(chance.between(0.1, 1.5));
  for (const { code, quantity } of things)
    await stage.take(packer, at, { entity: 'item', code, step: 'pack', input: { quantity } });
  const weight = 120 + things.reduce((sum, { sku, quantity }) => sum + sku.weightGrams * quantity, 0);
  const cartons = Math.ceil(weight / 15_000);
  await stage.take(packer, at, {
    entity: 'shipment',
    code: shipment,
    step: 'close',
    input: { cartons, weight },
  });
  yield stage.afterWork(chance.between(0.5, 7));
  await stage.take(packer, at, {
    entity: 'shipment',
    code: shipment,
    step: 'handOver',
    input: waybillFor(chance),
  });
  if (things.length > 1 && chance.yes(0.05)) yield* cameBack(stage, plan);
  yield stage.afterDays(chance.whole(3, 13), chance.between(9, 17.5));
  await stage.take(packer, at, { entity: 'shipment', code: shipment, step: 'deliver', input: {} });
  for (const thing of things) await returnsAgain(stage, plan, thing);
}

/** The carrier brings one back; it begins anew at the dock. */
async function* cameBack(stage: Stage, { at, things }: ShipmentPlan): Story {
  const [thing] = things;
  if (!thing) return;
  yield stage.afterDays(thing.chance.whole(2, 5), thing.chance.between(9, 12));
  const location = await placeFor(stage, thing, 'receiving');
  const given = { location, note: '收件人联系不上，承运商退回' };
  await stage.take(stage.on('receiver', at), at, {
    entity: 'item',
    code: thing.code,
    step: 'comeBack',
    input: given,
  });
  stage.begin(stage.afterWork(0.5), lifeOf(stage, { ...thing, reason: 'R18', wish: undefined }));
}

/** One thing with a serial in twelve comes back from its new buyer too. */
async function returnsAgain(stage: Stage, { at, exporter, exit }: ShipmentPlan, thing: Thing) {
  const { chance, sku } = thing;
  const { serial, state } = await rowOf(stage, thing);
  if (!serial || (state !== 'resold' && state !== 'returnedToBuyer') || !chance.yes(0.08)) return;
  const papers = papersFor(chance, exporter, at, exportedBefore(chance, stage.now));
  const plan = {
    ...{ exporter, at, by: exporter, chance: chance.fork(), market: chance.pick(markets) },
    reference: `${exporter.toUpperCase().slice(0, 2)}-2ND-${chance.digits(6)}`,
    lines: [{ sku: sku.code, serial, reason: exit === 'toBuyer' ? 'R23' : 'R01', ...papers }],
  };
  stage.begin(stage.afterDays(chance.whole(6, 26), 10.2), returned(stage, plan));
}

const exits = ['toBuyer', 'toExporter', 'resale'] as const;
const together: Readonly<Record<Exit, number>> = { toBuyer: 1, toExporter: 10, exchange: 1, resale: 4 };
export const exporterIds: readonly ExporterId[] = ['lanjing', 'yunfan', 'zhiyuan'];

/** Every day after lunch: what is asked for by now is put together, by owner and way out. */
export async function* dispatched(stage: Stage, at: WarehouseId): Story {
  for (;;) {
    for (const exporter of exporterIds) {
      exchanged(stage, at, exporter);
      for (const exit of exits) outbound(stage, at, exporter, exit);
    }
    for (const thing of stage.dock.found.splice(0)) stage.begin(stage.afterWork(0.2), lifeOf(stage, thing));
    yield stage.afterDays(1, 13.2);
  }
}

function outbound(stage: Stage, at: WarehouseId, exporter: ExporterId, exit: Exit) {
  for (;;) {
    const most = exit === 'resale' ? stage.chance.whole(1, together.resale) : together[exit];
    const isIt = (one: { thing: Thing; exit: Exit }) =>
      one.thing.at === at && one.thing.sku.exporterId === exporter && one.exit === exit;
    const things = stage.dock.fetch(stage.now, isIt, most);
    if (!things.length) return;
    const late = stage.chance.between(0.05, 1.5);
    stage.begin(stage.afterWork(late), shipped(stage, { at, exporter, exit, things }));
  }
}

/** A sound one of the same goods goes to the buyer whose own is defective. */
function exchanged(stage: Stage, at: WarehouseId, exporter: ExporterId) {
  const { exchanges } = stage.dock;
  for (const replaces of exchanges.filter((one) => one.at === at && one.sku.exporterId === exporter)) {
    const long = new Date(stage.now.getTime() + 200 * 86_400_000);
    const fits = (one: { thing: Thing; exit: Exit; grade: string | null }) =>
      one.thing.at === at &&
      one.thing.sku === replaces.sku &&
      one.exit === 'resale' &&
      (one.grade === 'N' || one.grade === 'A');
    const things = stage.dock.fetch(long, fits, 1);
    if (!things.length) continue;
    stage.dock.noLongerWants(replaces);
    stage.begin(stage.afterWork(0.4), shipped(stage, { at, exporter, exit: 'exchange', things, replaces }));
  }
}
