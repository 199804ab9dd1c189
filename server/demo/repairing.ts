import { eq } from 'drizzle-orm';
import { estimatesOf, openConsignmentTo } from '../../db/queries/repair.ts';
import { tickets } from '../../db/schema/repair.ts';
import type { Item } from '../items/facts.ts';
import type { Ticket } from '../repair/ticket-entity.ts';
import type { VendorId } from './companies.ts';
import { findingsAfter } from './findings.ts';
import type { PersonId } from './people.ts';
import type { WarehouseId } from './places.ts';
import { remarks, repairsOf } from './remarks.ts';
import type { Stage, Story, Taking } from './stage.ts';
import { photograph, placeFor, rowOf, type Thing } from './thing.ts';

/** One repair: its thing, its ticket, who holds the screwdriver, and how long things take there, in hours of work. */
interface Job {
  readonly thing: Thing;
  readonly ticket: string;
  readonly who: PersonId;
  readonly pace: number;
  readonly remark: ReturnType<typeof repairsOf>[number];
}

export async function ticketOf(stage: Stage, { ticketId }: Item): Promise<Ticket> {
  const ticket = await stage.tx.first(tickets, eq(tickets.id, ticketId ?? ''));
  if (!ticket) throw new Error('The demo lost sight of a ticket.');
  return ticket;
}

/** At one of our benches: opened, worked on, checked; inspected at its end. */
export async function* repairedAtBench(stage: Stage, thing: Thing): Story<Item> {
  const { at, chance, code } = thing;
  yield stage.afterWork(chance.between(0.5, 9));
  const who = stage.on('technician', at);
  const remark = chance.pick(repairsOf(thing.sku.kind));
  const location = await placeFor(stage, { ...thing, quantity: 1 }, 'bench');
  const item = await stage.take(who, at, {
    entity: 'item',
    code,
    step: 'startRepair',
    input: { fault: remark[0], location },
  });
  const job = { thing, ticket: (await ticketOf(stage, item)).code, who, pace: 1, remark };
  yield stage.afterWork(chance.between(0.1, 5));
  yield* worked(stage, job);
  return yield* checked(stage, job, async function* () {});
}

const vendorsOf: Readonly<Record<string, VendorId>> = { appliance: 'chuangwei' };
const mechanics: Readonly<Record<VendorId, readonly PersonId[]>> = {
  chuangwei: ['chuangwei'],
  kuaixiu: ['achuan', 'achuan', 'kuaixiu'],
};

/** At a vendor's: consigned, handed over, worked on there, taken back at the dock and checked. */
export async function* repairedByVendor(stage: Stage, thing: Thing): Story<Item> {
  const { at, chance, code, sku } = thing;
  yield stage.afterWork(chance.between(0.5, 9));
  const vendor = vendorsOf[sku.kind] ?? 'kuaixiu';
  const remark = chance.pick(repairsOf(sku.kind));
  const sender = stage.on('technician', at);
  const item = await stage.take(sender, at, {
    entity: 'item',
    code,
    step: 'handToVendor',
    input: { vendor, fault: remark[0] },
  });
  const who = chance.pick(mechanics[vendor]);
  const job = { thing, ticket: (await ticketOf(stage, item)).code, who, pace: 5, remark };
  yield* delivered(stage, thing);
  yield* worked(stage, job);
  yield* fetched(stage, thing);
  return yield* checked(stage, job, async function* () {
    yield* delivered(stage, thing);
  });
}

/** Until its consignment is in the vendor's hands. */
async function* delivered(stage: Stage, thing: Thing): Story {
  do yield stage.afterDays(1, thing.chance.between(9.5, 16));
  while ((await rowOf(stage, thing)).custody !== 'vendor');
}

async function* fetched(stage: Stage, thing: Thing): Story {
  yield stage.afterDays(thing.chance.whole(1, 3), thing.chance.between(9, 16));
  const location = await placeFor(stage, thing, 'receiving');
  const { serial } = await rowOf(stage, thing);
  await stage.take(stage.on('receiver', thing.at), thing.at, {
    entity: 'item',
    code: thing.code,
    step: 'takeBack',
    input: { location, ...(serial ? { serial } : {}) },
  });
}

/** From taking it in until the repairer is done with it, mended or not. */
async function* worked(stage: Stage, job: Job): Story {
  const { thing, ticket, who, pace, remark } = job;
  const { at, chance } = thing;
  const step: Taking<'ticket'> = (name, given) =>
    stage.take(who, at, { entity: 'ticket', code: ticket, step: name, input: given });
  const row = await step('takeIn', {});
  if (chance.yes(0.2)) await photograph(stage, { who, thing, picture: thing.sku.code, ticket: row });
  yield stage.afterWork(pace * chance.between(0.4, 4));
  if (chance.yes(0.07)) {
    await step('noFault', { workDone: chance.pick(remarks.noFault) });
    return;
  }
  await step('diagnose', { diagnosis: remark[1] });
  if (chance.yes(0.06)) {
    await step('giveBack', {
      outcome: chance.pick(['K08', 'K09']),
      workDone: chance.pick(remarks.unrepairable),
    });
    return;
  }
  if (!(yield* agreed(stage, job))) {
    yield stage.afterWork(pace * chance.between(0.3, 3));
    await step('giveBack', { outcome: 'K10', workDone: chance.pick(remarks.declined) });
    return;
  }
  yield* mended(stage, job, true);
}

/** What an exporter names who answers it. */
async function newestEstimate(stage: Stage, { id }: { readonly id: string }) {
  const [newest] = await stage.tx.ask(estimatesOf, { ticketId: id });
  if (!newest) throw new Error('The demo answers an estimate that nobody made.');
  const { version, labourMinor, partsMinor, currency } = newest;
  return { version, totalMinor: labourMinor + partsMinor, currency };
}

/** A price of a tenth to a third of what the goods are worth, and what the exporter says to it. */
async function* agreed(stage: Stage, { thing, ticket, who }: Job): Story<boolean> {
  const { at, chance, sku } = thing;
  const total = Math.round((sku.valueMinor * chance.between(0.1, 0.34)) / 100) * 100;
  const labour = Math.round((total * chance.between(0.35, 0.7)) / 100) * 100;
  const price = { labour, parts: total - labour };
  const quoted = await stage.take(who, at, { entity: 'ticket', code: ticket, step: 'quote', input: price });
  if (quoted.state === 'approved') return true;
  const answer = chance.among({ yes: 80, no: 15, silence: 5 });
  if (answer === 'silence') {
    yield stage.afterHours(75);
    return false;
  }
  yield stage.afterHours(chance.between(1, 42));
  const decision = chance.pick<'E3' | 'E4'>(['E3', 'E4']);
  const estimate = await newestEstimate(stage, quoted);
  if (answer === 'yes')
    await stage.take(sku.exporterId, at, {
      entity: 'ticket',
      code: ticket,
      step: 'approve',
      input: { estimate, note: chance.pick(remarks.yes) },
    });
  else
    await stage.take(sku.exporterId, at, {
      entity: 'ticket',
      code: ticket,
      step: 'decline',
      input: {
        ...{ estimate, decision },
        note: chance.pick(remarks.no),
      },
    });
  return answer === 'yes';
}

/** The work itself; now and then a part has to be waited for. */
async function* mended(stage: Stage, { thing, ticket, who, pace, remark }: Job, first: boolean): Story {
  const { at, chance } = thing;
  const step: Taking<'ticket'> = (name, given) =>
    stage.take(who, at, { entity: 'ticket', code: ticket, step: name, input: given });
  yield stage.afterWork(pace * chance.between(0.3, 5));
  if (first && chance.yes(0.18)) {
    await step('waitForParts', { note: '配件缺货，已下单' });
    yield stage.afterDays(chance.whole(3, 18), chance.between(9, 16));
    await step('partsArrived', {});
    yield stage.afterWork(chance.between(0.3, 6));
  }
  await step('start', {});
  yield stage.afterWork(pace * chance.between(0.6, 4));
  await step('finish', { outcome: chance.among({ K01: 80, K05: 8, K04: 8, K07: 4 }), workDone: remark[2] });
}

/** The final check: passed, or sent round again once. */
async function* checked(stage: Stage, job: Job, round: () => Story): Story<Item> {
  const { thing } = job;
  const { at, chance, code } = thing;
  yield stage.afterWork(chance.between(0.5, 9));
  const inspector = stage.on('inspector', at);
  const { outcome } = await ticketOf(stage, await rowOf(stage, thing));
  const repaired = outcome !== null && outcome < 'K08';
  if (repaired && outcome === 'K01' && chance.yes(0.08)) {
    await stage.take(inspector, at, {
      entity: 'item',
      code,
      step: 'failCheck',
      input: { reason: chance.pick(remarks.failed) },
    });
    yield* round();
    yield* mended(stage, job, false);
    if ((await rowOf(stage, thing)).state === 'atVendor') yield* fetched(stage, thing);
    yield stage.afterWork(chance.between(0.5, 6));
  }
  const found = findingsAfter(thing, await rowOf(stage, thing), repaired);
  return stage.take(inspector, at, { entity: 'item', code, step: 'passCheck', input: { ...found } });
}

/** Every few days what has gathered for a vendor is sealed and handed over. */
export async function* vendorRuns(stage: Stage, vendor: VendorId, at: WarehouseId): Story {
  const who = stage.on('storekeeper', at);
  for (;;) {
    const [open] = await stage.tx.ask(openConsignmentTo, {
      warehouseId: at,
      vendorId: vendor,
      state: 'open',
    });
    if (open) {
      await stage.take(who, at, { entity: 'consignment', code: open.code, step: 'close', input: {} });
      await stage.take(who, at, { entity: 'consignment', code: open.code, step: 'handOver', input: {} });
    }
    yield stage.afterDays(3, 15.5);
  }
}
