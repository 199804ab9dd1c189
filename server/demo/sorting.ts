import type { Item } from '../items/facts.ts';
import type { Chance } from './chance.ts';
import type { ExporterId } from './companies.ts';
import type { Exit } from './dock.ts';
import { firstFindings } from './findings.ts';
import type { PersonId } from './people.ts';
import { remarks } from './remarks.ts';
import { repairedAtBench, repairedByVendor } from './repairing.ts';
import type { Stage, Story } from './stage.ts';
import { destroyed, freed, hazardous, quarantined, readied } from './storing.ts';
import { photograph, rowOf, type Thing } from './thing.ts';

type Way = Exit | 'bench' | 'vendor' | 'destroy' | 'quarantine' | 'hazard';
const ways: Readonly<Record<string, Way>> = {
  ...{ RTS: 'resale', RSB: 'resale', RPK: 'resale', LIQ: 'resale', RSD: 'resale' },
  ...{ RTO: 'toBuyer', RTE: 'toExporter', RTV: 'toExporter', REX: 'toExporter', EXC: 'exchange' },
  ...{ REP: 'bench', RFB: 'bench', RPV: 'vendor' },
  ...{ DST: 'destroy', HRV: 'destroy', RCY: 'destroy', DON: 'destroy', QTN: 'quarantine', HAZ: 'hazard' },
};
const wayOf = ({ disposition }: Item): Way => ways[disposition ?? ''] ?? 'toExporter';

/** From the dock to wherever it ends. */
export async function* lifeOf(stage: Stage, thing: Thing): Story {
  yield stage.afterWork(thing.chance.between(0.5, 13));
  yield* wayOn(stage, thing, await inspected(stage, thing));
}

export async function inspected(stage: Stage, thing: Thing): Promise<Item> {
  const { at, code, sku, chance } = thing;
  const who = stage.on('inspector', at);
  const before = await rowOf(stage, thing);
  const found = { ...firstFindings(thing), ...(before.hazard ? { battery: 'damaged' as const } : {}) };
  const poor = found.functional === 'F3' || found.cosmetic === 'C4' || found.battery === 'damaged';
  if (chance.yes(poor ? 0.4 : 0.1)) await photograph(stage, { who, thing, picture: pictureOf(thing, found) });
  if (chance.yes(0.008))
    await stage.take(who, at, {
      entity: 'item',
      code,
      step: 'hold',
      input: { kind: 'quality', note: '与样品不一致' },
    });
  if (sku.serialTracked && chance.yes(0.006))
    await stage.take(who, at, {
      entity: 'item',
      code,
      step: 'hold',
      input: { kind: 'dispute', note: '买家与卖家退款争议中' },
    });
  return stage.take(who, at, { entity: 'item', code, step: 'inspect', input: found });
}

const pictureOf = ({ sku }: Thing, { cosmetic, battery }: { cosmetic: string; battery: string }) =>
  battery === 'damaged' && sku.kind === 'power bank'
    ? 'swollen power bank'
    : cosmetic === 'C4' && sku.kind === 'phone'
      ? 'cracked phone'
      : sku.code;

/** From an inspection on: decided, perhaps repaired and inspected again, and sent where it was decided to go. */
export async function* wayOn(stage: Stage, thing: Thing, found: Item): Story {
  for (let item = found; ; ) {
    yield stage.afterWork(thing.chance.between(0.1, 3));
    item = yield* decided(stage, thing, item);
    const way = wayOf(item);
    if (way !== 'hazard') yield* freed(stage, thing);
    if (way === 'bench') item = yield* repairedAtBench(stage, thing);
    else if (way === 'vendor') item = yield* repairedByVendor(stage, thing);
    else if (way === 'quarantine' && item.grade === 'Q') {
      yield* quarantined(stage, thing, item);
      item = await inspected(stage, { ...thing, reason: 'R11' });
    } else {
      yield* left(stage, thing, item, way);
      return;
    }
  }
}

async function* left(stage: Stage, thing: Thing, item: Item, way: Exclude<Way, 'bench' | 'vendor'>): Story {
  if (way === 'hazard') yield* hazardous(stage, thing);
  else if (way === 'destroy') yield* destroyed(stage, thing);
  else if (way === 'quarantine') yield* quarantined(stage, thing, item);
  else yield* readied(stage, thing, way);
}

interface Choice {
  readonly disposition: string;
  readonly reason?: string;
}
/** What the inspector decides: nearly always as advised. HLD is to ask the exporter. */
function chosen({ chance, sku, wish, at, declared }: Thing, { advised, grade, outcome }: Item): Choice {
  const advice = advised ?? 'HLD';
  const repair = advice === 'REP' || advice === 'RFB';
  if (wish === 'EXC' && grade === 'D' && outcome === null && declared && at === 'hk1')
    return { disposition: 'QTN', reason: remarks.exchange };
  if (repair) return repairOr({ chance, sku });
  if (advice === 'RSB' && sku.kind === 'apparel' && chance.yes(0.2))
    return { disposition: 'LIQ', reason: remarks.clearance };
  return { disposition: advice };
}

/** Whether a repair is worth its while, and where. */
function repairOr({ chance, sku }: Pick<Thing, 'chance' | 'sku'>): Choice {
  if (sku.kind === 'apparel') return { disposition: chance.pick(['RTE', 'DST']), reason: remarks.apparel };
  if (sku.valueMinor < 16_000 && chance.yes(0.45))
    return { disposition: sku.battery === 'ion alone' ? 'RCY' : 'DST', reason: remarks.cheap };
  return { disposition: chance.yes(sku.kind === 'appliance' ? 0.6 : 0.28) ? 'RPV' : 'REP' };
}

async function* decided(stage: Stage, thing: Thing, item: Item): Story<Item> {
  const { code, at } = thing;
  const choice = chosen(thing, item);
  const who = stage.on('inspector', at);
  if (choice.disposition !== 'HLD')
    return stage.take(who, at, { entity: 'item', code, step: 'decide', input: { ...choice } });
  await stage.take(who, at, { entity: 'item', code, step: 'askExporter', input: {} });
  return yield* answered(stage, thing, item);
}

export const clerksOf: Readonly<Record<ExporterId, readonly PersonId[]>> = {
  lanjing: ['lanxin', 'lanxin', 'lanjing'],
  yunfan: ['yunfan'],
  zhiyuan: ['zhiyuan'],
};

/** The exporter says what shall happen to it, or lets the time run out. */
async function* answered(stage: Stage, thing: Thing, item: Item): Story<Item> {
  const { chance, sku, code, at } = thing;
  if (chance.yes(0.07)) {
    yield stage.afterHours(75);
    return rowOf(stage, thing);
  }
  yield stage.afterHours(chance.between(1.5, 40));
  const who = chance.pick(clerksOf[sku.exporterId]);
  const instruction = instructed(chance, item);
  const said = chance.yes(0.6) ? { reason: chance.pick(remarks.instructed) } : {};
  return stage.take(who, at, {
    entity: 'item',
    code,
    step: 'instruct',
    input: { disposition: instruction, ...said },
  });
}

function instructed(chance: Chance, { grade, outcome }: Item): string {
  const sellable = grade === 'N' || grade === 'A' || grade === 'B' || grade === 'C';
  if (outcome !== null) return 'RTE';
  return sellable ? chance.among({ RSB: 6, RTE: 3, LIQ: 1 }) : chance.among({ RTE: 6, DST: 4 });
}
