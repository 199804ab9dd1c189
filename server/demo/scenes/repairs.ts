import { openConsignmentTo } from '../../../db/queries/repair.ts';
import type { VendorId } from '../companies.ts';
import { serialFor } from '../papers.ts';
import type { PersonId } from '../people.ts';
import { remarks, repairsOf } from '../remarks.ts';
import { ticketOf } from '../repairing.ts';
import type { Stage, Story, Taking } from '../stage.ts';
import { photograph, placeFor, type Thing } from '../thing.ts';
import { decidedAs, faulty, scene, sound } from './scene.ts';

type Target =
  | 'intake'
  | 'diagnosing'
  | 'awaitingApproval'
  | 'declined'
  | 'approved'
  | 'awaitingParts'
  | 'inRepair'
  | 'ready'
  /** Its vendor sent another unit back for it. */
  | 'exchanged'
  | 'rework'
  | 'closed'
  | 'cancelled';

/** Repairs that stand still in each state; what began more than one or two weeks ago is overdue. */
const atBench: readonly (readonly [sku: string, day: number, target: Target])[] = [
  ['BW-SPK2', 0, 'intake'],
  ['BW-M8-256-BK', 0, 'diagnosing'],
  ['YF-FN9', -10, 'diagnosing'],
  ['BW-M8-128-BL', -1, 'awaitingApproval'],
  ['YF-AF55', -1, 'awaitingApproval'],
  ['BW-TAB10', 0, 'awaitingApproval'],
  ['BW-SKY1', -2, 'declined'],
  ['BW-W3', -2, 'approved'],
  ['YF-RC40', -15, 'awaitingParts'],
  ['BW-M8P-256-WH', -12, 'inRepair'],
  ['YF-CM6', -2, 'inRepair'],
  ['BW-E500-NC', -1, 'ready'],
  ['BW-M8-128-BL', -2, 'ready'],
  ['BW-CAM4', -3, 'rework'],
  ['BW-SE3-64-GN', -9, 'cancelled'],
  ['BW-W3', -30, 'closed'],
];
const atVendors: readonly (readonly [sku: string, day: number, target: Target, vendor: VendorId])[] = [
  ['YF-RV2', -19, 'diagnosing', 'chuangwei'],
  ['YF-HD18', -17, 'awaitingParts', 'chuangwei'],
  ['YF-BL12', -2, 'awaitingApproval', 'chuangwei'],
  ['YF-AF55', -8, 'ready', 'chuangwei'],
  ['BW-TAB10', -16, 'inRepair', 'kuaixiu'],
  ['BW-M8-128-BL', -5, 'approved', 'kuaixiu'],
  ['BW-M8P-256-WH', -6, 'declined', 'kuaixiu'],
  ['BW-M8P-256-WH', -9, 'exchanged', 'kuaixiu'],
];

type Step = Taking<'ticket'>;
type Answer = Taking<'ticket'>;

/** What is named by whoever answers the first estimate, at this price. */
const first = ({ labour, parts }: { labour: number; parts: number }) => ({
  ...{ version: 1, totalMinor: labour + parts, currency: 'CNY' },
});

/** Each turn of the road of a ticket: what it leads to, and the steps that do. */
const road = (fault: ReturnType<typeof repairsOf>[number], price: { labour: number; parts: number }) =>
  ({
    diagnosing: async (step: Step) => {
      await step('takeIn', {});
      await step('diagnose', { diagnosis: fault[1] });
    },
    awaitingApproval: (step: Step) => step('quote', price),
    declined: (_: Step, answer: Answer) =>
      answer('decline', { estimate: first(price), decision: 'E3', note: remarks.no[0] }),
    approved: (_: Step, answer: Answer) =>
      answer('approve', { estimate: first(price), note: remarks.yes[1] }),
    awaitingParts: (step: Step) => step('waitForParts', { note: '配件缺货，已向供应商催单' }),
    inRepair: (step: Step) => step('start', {}),
    ready: (step: Step) => step('finish', { outcome: 'K01', workDone: fault[2] }),
  }) as const;
const turns = ['diagnosing', 'awaitingApproval', 'approved', 'inRepair', 'ready'] as const;
const insteadOf: Readonly<Record<string, readonly (keyof ReturnType<typeof road>)[]>> = {
  declined: ['diagnosing', 'awaitingApproval', 'declined'],
  awaitingParts: ['diagnosing', 'awaitingApproval', 'approved', 'awaitingParts'],
  cancelled: ['diagnosing'],
  intake: [],
  exchanged: turns,
  rework: turns,
  closed: turns,
};

async function* repaired(stage: Stage, thing: Thing, target: Target, vendor?: VendorId): Story {
  const { at, sku, code, chance } = thing;
  yield* decidedAs(stage, thing, faulty, vendor ? 'RPV' : 'REP');
  const fault = chance.pick(repairsOf(sku.kind));
  const sender = stage.on('technician', at);
  yield stage.afterWork(0.5);
  const how = vendor ? { vendor } : { location: await placeFor(stage, thing, 'bench') };
  const begun = vendor ? 'handToVendor' : 'startRepair';
  const item = await stage.take(sender, at, {
    entity: 'item',
    code,
    step: begun,
    input: { fault: fault[0], ...how },
  });
  const ticket = await ticketOf(stage, item);
  if (vendor) yield* handedOver(stage, vendor);
  const who: PersonId = vendor ?? sender;
  const step: Step = (name, given) =>
    stage.take(who, at, { entity: 'ticket', code: ticket.code, step: name, input: given });
  const answer: Answer = (name, given) =>
    stage.take(sku.exporterId, at, { entity: 'ticket', code: ticket.code, step: name, input: given });
  const dear = Math.max(9_000, Math.round(sku.valueMinor / 500) * 100);
  const taking = road(fault, { labour: dear, parts: Math.round(dear / 150) * 100 });
  for (const turn of insteadOf[target] ?? turns.slice(0, turns.indexOf(target as 'ready') + 1)) {
    yield stage.afterWork(vendor ? 5 : 0.6);
    await taking[turn](step, answer);
    if (turn === 'diagnosing') await photograph(stage, { who, thing, picture: sku.code, ticket });
  }
  yield stage.afterWork(0.4);
  await checkedAs(stage, thing, target);
}

async function* handedOver(stage: Stage, vendor: VendorId): Story {
  yield stage.afterWork(0.5);
  const [open] = await stage.tx.ask(openConsignmentTo, {
    warehouseId: 'hk1',
    vendorId: vendor,
    state: 'open',
  });
  if (!open) return;
  const who = stage.on('storekeeper', 'hk1');
  await stage.take(who, 'hk1', { entity: 'consignment', code: open.code, step: 'close', input: {} });
  await stage.take(who, 'hk1', { entity: 'consignment', code: open.code, step: 'handOver', input: {} });
}

async function checkedAs(stage: Stage, thing: Thing, target: Target): Promise<void> {
  const { at, code, sku } = thing;
  if (target === 'exchanged') {
    const location = await placeFor(stage, thing, 'receiving');
    const serial = serialFor(thing.chance, sku);
    const back = {
      entity: 'item',
      code,
      step: 'takeBack',
      input: { location, serial, otherUnit: true },
    } as const;
    await stage.take(stage.on('receiver', at), at, back);
  }
  const battery = sku.battery === 'none' ? 'none' : 'good';
  const inspector = stage.on('inspector', at);
  if (target === 'rework')
    await stage.take(inspector, at, {
      entity: 'item',
      code,
      step: 'failCheck',
      input: { reason: remarks.failed[0] },
    });
  if (target === 'closed')
    await stage.take(inspector, at, {
      entity: 'item',
      code,
      step: 'passCheck',
      input: { ...sound, battery },
    });
  if (target === 'cancelled')
    await stage.take('wangfang', at, {
      entity: 'item',
      code,
      step: 'reportLost',
      input: { reason: remarks.lost[0] },
    });
}

/** Gathered for a vendor this afternoon, and not on its way yet; sealed or not. */
async function* gathered(stage: Stage, thing: Thing, vendor: VendorId, sealed: boolean): Story {
  yield* decidedAs(stage, thing, faulty, 'RPV');
  yield stage.onDay(0, 16.1);
  const fault = thing.chance.pick(repairsOf(thing.sku.kind))[0];
  await stage.take('zhaolei', 'hk1', {
    entity: 'item',
    code: thing.code,
    step: 'handToVendor',
    input: { vendor, fault },
  });
  yield stage.onDay(0, 17.2);
  const [open] = await stage.tx.ask(openConsignmentTo, {
    warehouseId: 'hk1',
    vendorId: vendor,
    state: 'open',
  });
  if (sealed && open)
    await stage.take('wuqiang', 'hk1', { entity: 'consignment', code: open.code, step: 'close', input: {} });
}

export function beginRepairs(stage: Stage) {
  for (const [sku, day, target] of atBench)
    scene(stage, { sku, day }, (thing) => repaired(stage, thing, target));
  for (const [sku, day, target, vendor] of atVendors)
    scene(stage, { sku, day }, (thing) => repaired(stage, thing, target, vendor));
  scene(stage, { sku: 'YF-SI24', day: 0 }, (thing) => gathered(stage, thing, 'chuangwei', false));
  scene(stage, { sku: 'BW-M8-256-BK', day: 0 }, (thing) => gathered(stage, thing, 'kuaixiu', true));
}
