import { openHoldsOf } from '../../db/queries/items.ts';
import type { PlaceKind } from '../../db/schema/master-data.ts';
import type { Item } from '../items/facts.ts';
import type { Exit } from './dock.ts';
import { remarks } from './remarks.ts';
import type { Stage, Story } from './stage.ts';
import { placeFor, rowOf, type Thing } from './thing.ts';

/** On to a shelf: put away from its tote, or moved from another shelf. */
export async function putIn(stage: Stage, thing: Thing, kind: PlaceKind): Promise<Item> {
  const row = await rowOf(stage, thing);
  const location = await placeFor(stage, thing, kind, row.customsStatus);
  const step = row.state === 'sorted' ? 'putAway' : 'move';
  return stage.take(stage.on('storekeeper', thing.at), thing.at, {
    entity: 'item',
    code: thing.code,
    step,
    input: { location },
  });
}

/** What is held waits in quarantine until whoever owns the hold lifts it. */
export async function* freed(stage: Stage, thing: Thing): Story {
  const { at, code, chance } = thing;
  const held = (await stage.tx.ask(openHoldsOf, { itemId: thing.id })).filter(
    ({ kind }) => kind !== 'battery',
  );
  if (!held.length) return;
  yield stage.afterWork(chance.between(0.3, 3));
  await putIn(stage, thing, 'quarantine');
  for (const { kind } of held)
    if (kind === 'customs') yield* cleared(stage, thing, 'resale');
    else {
      yield stage.afterDays(chance.whole(1, 11), chance.between(9, 17.5));
      const given = { kind, reason: chance.pick(remarks.lifted) };
      await stage.take(stage.on('supervisor', at), at, {
        entity: 'item',
        code,
        step: 'liftHold',
        input: given,
      });
    }
}

/** The customs liaison has it released, if where it goes needs that. */
async function* cleared(stage: Stage, thing: Thing, to: Exit | 'destroy'): Story {
  const { at, code, chance } = thing;
  const { customsStatus } = await rowOf(stage, thing);
  const home = to === 'toExporter' || to === 'destroy';
  if (customsStatus === 'RELEASED_DOMESTIC' || (customsStatus === 'ZONE_BONDED' && !home)) return;
  yield stage.afterDays(
    chance.yes(0.15) ? chance.whole(16, 35) : chance.whole(1, 9),
    chance.between(9, 17.5),
  );
  const reason = chance.pick(remarks.released);
  const who = stage.on('customs', at);
  await stage.take(who, at, {
    entity: 'item',
    code,
    step: 'correct',
    input: { customsStatus: 'RELEASED_DOMESTIC', reason },
  });
  const held = await stage.tx.ask(openHoldsOf, { itemId: thing.id });
  if (held.some(({ kind }) => kind === 'customs'))
    await stage.take(who, at, { entity: 'item', code, step: 'liftHold', input: { kind: 'customs', reason } });
}

/** How many days pass before anybody wants it. */
const demand = ({ chance }: Thing, exit: Exit) =>
  exit === 'toBuyer'
    ? chance.whole(0, 2)
    : exit === 'toExporter'
      ? chance.whole(1, 24)
      : chance.pick([chance.whole(1, 12), chance.whole(6, 40), chance.whole(20, 90)]);

/** Put away, released, wiped; then it waits on its shelf until somebody asks for it. */
export async function* readied(stage: Stage, thing: Thing, exit: Exit): Story {
  const { at, code, chance, sku } = thing;
  yield stage.afterWork(chance.between(0.3, 6));
  const row = await rowOf(stage, thing);
  if (sku.holdsData && !row.wiped && row.cosmetic !== 'C0' && (exit === 'resale' || exit === 'exchange'))
    await stage.take(stage.on('inspector', at), at, {
      entity: 'item',
      code,
      step: 'wipe',
      input: { wipeMethod: chance.yes(0.7) ? 'reset' : 'tool' },
    });
  const before = await putIn(stage, thing, 'storage');
  yield* cleared(stage, thing, exit);
  if (before.customsStatus === 'ARRIVED_UNDECLARED') {
    yield stage.afterWork(chance.between(0.5, 5));
    await putIn(stage, thing, 'storage');
  }
  if (chance.yes(0.006)) yield* lost(stage, thing);
  else stage.dock.bring({ thing, exit, grade: row.grade, from: stage.afterDays(demand(thing, exit), 9) });
}

/** Gone from its shelf; two in five turn up again. */
async function* lost(stage: Stage, thing: Thing): Story {
  const { at, code, chance } = thing;
  yield stage.afterDays(chance.whole(3, 20), chance.between(9, 17));
  const reason = chance.pick(remarks.lost);
  await stage.take(stage.on('supervisor', at), at, {
    entity: 'item',
    code,
    step: 'reportLost',
    input: { reason },
  });
  if (chance.yes(0.6)) return;
  yield stage.afterDays(chance.whole(1, 6), chance.between(9, 17));
  const location = await placeFor(stage, thing, 'receiving');
  await stage.take(stage.on('receiver', at), at, { entity: 'item', code, step: 'find', input: { location } });
  stage.dock.found.push(thing);
}

/** One signs, another one destroys. */
export async function* destroyed(stage: Stage, thing: Thing): Story {
  const { at, code, chance } = thing;
  if ((await rowOf(stage, thing)).state === 'sorted') {
    yield stage.afterWork(chance.between(0.5, 6));
    await putIn(stage, thing, 'quarantine');
  }
  yield* cleared(stage, thing, 'destroy');
  yield stage.afterDays(chance.whole(3, 21), chance.between(9, 16));
  const reason = chance.pick(remarks.destroy);
  await stage.take(stage.on('supervisor', at), at, {
    entity: 'item',
    code,
    step: 'signDestruction',
    input: { reason },
  });
  yield stage.afterWork(chance.between(1, 20));
  await stage.take('hanmei', at, { entity: 'item', code, step: 'destroy', input: {} });
}

/** In the hazard cabinet until it is discharged and handed to whoever may dispose of it. */
export async function* hazardous(stage: Stage, thing: Thing): Story {
  const { at, code, chance } = thing;
  yield stage.afterWork(chance.between(0.1, 0.6));
  await putIn(stage, thing, 'hazard');
  yield stage.afterDays(chance.whole(14, 40), chance.between(9, 15));
  const reason = remarks.discharged;
  // A dangerous battery is released by two people.
  for (const who of [stage.on('supervisor', at), 'hanmei'] as const)
    await stage.take(who, at, { entity: 'item', code, step: 'liftHold', input: { kind: 'battery', reason } });
  // What was repaired before may only be returned.
  const { outcome } = await rowOf(stage, thing);
  const disposition = outcome === null ? 'DST' : 'RTE';
  await stage.take('hanmei', at, { entity: 'item', code, step: 'decide', input: { disposition, reason } });
  yield stage.afterWork(0.2);
  if (outcome === null) yield* destroyed(stage, thing);
  else yield* readied(stage, thing, 'toExporter');
}

/** Kept apart until it can be judged, or its replacement is on its way, or the time agreed is over. */
export async function* quarantined(stage: Stage, thing: Thing, item: Item): Story {
  const { at, code, chance } = thing;
  if (item.state === 'sorted' && (await rowOf(stage, thing)).state === 'sorted') {
    yield stage.afterWork(chance.between(0.3, 4));
    await putIn(stage, thing, 'quarantine');
  }
  if (item.grade === 'Q') {
    yield stage.afterDays(chance.whole(1, 4), chance.between(9, 17));
    return;
  }
  if (thing.wish === 'EXC') {
    stage.dock.wants(thing);
    for (let days = 0; days < 24 && !(await rowOf(stage, thing)).replacedBy; days += 2)
      yield stage.afterDays(2, chance.between(15, 17.5));
    stage.dock.noLongerWants(thing);
  } else yield stage.afterDays(chance.whole(6, 25), chance.between(9, 17));
  const decision = { disposition: 'RTE', reason: remarks.quarantineOver };
  await stage.take(stage.on('supervisor', at), at, { entity: 'item', code, step: 'decide', input: decision });
  yield* readied(stage, thing, 'toExporter');
}
