import { openHoldsOf } from '../../../db/queries/items.ts';
import { foundParcel } from '../arriving.ts';
import { Chance } from '../chance.ts';
import { remarks } from '../remarks.ts';
import type { Stage, Story } from '../stage.ts';
import { photograph, type Thing } from '../thing.ts';
import {
  decidedAs,
  faulty,
  inspectedAs,
  reliefEndsIn,
  scene,
  scrap,
  sound,
  storedAs,
  supervisionEndsIn,
} from './scene.ts';

/** A power bank as thick as a fist, seen at once at the dock and locked away within the hour. */
async function* swollen(stage: Stage, thing: Thing): Story {
  const { at, code } = thing;
  await photograph(stage, { who: 'liufang', thing, picture: 'swollen power bank' });
  yield* decidedAs(stage, thing, { ...faulty, cosmetic: 'C4', battery: 'damaged' }, 'HAZ');
  yield stage.afterWork(0.2);
  await stage.take('wuqiang', at, {
    entity: 'item',
    code,
    step: 'putAway',
    input: { location: 'H-01-01-1' },
  });
}

/** Nobody's, until somebody finds out. */
async function* unknownParcel(stage: Stage, sku: string, description: string): Story {
  const chance = new Chance(description);
  await (yield* foundParcel(stage, { at: 'hk1', sku, description, chance }));
}

const windows: readonly (readonly [
  sku: string,
  days: number,
  stands: 'received' | 'inspected' | 'stored',
])[] = [
  ['BW-TAB10', 2, 'stored'],
  ['BW-M8-256-BK', 4, 'inspected'],
  ['ZY-DR-BL-S', 5, 'stored'],
  ['YF-RV2', 6, 'received'],
  ['BW-SKY1', 8, 'stored'],
  ['YF-CM6', 9, 'stored'],
  ['ZY-HD-GY-XL', 13, 'inspected'],
  ['BW-CAM4', -3, 'stored'],
];

async function* standsAt(stage: Stage, thing: Thing, stands: 'received' | 'inspected' | 'stored'): Story {
  if (stands === 'inspected') yield* inspectedAs(stage, thing, sound);
  if (stands === 'stored') yield* storedAs(stage, thing, sound, 'RTE');
}

/** The clocks of customs run out in some days: relief from tax after six months, supervision after twelve. */
function beginWindows(stage: Stage) {
  for (const [i, [sku, days, stands]] of windows.entries()) {
    const arrival = { sku, day: -5 + (i % 4), reason: 'R21', exported: reliefEndsIn(stage, days) };
    scene(stage, arrival, (thing) => standsAt(stage, thing, stands));
  }
  for (const [sku, days] of [
    ['YF-AF55', 3],
    ['BW-SPK2', 11],
  ] as const) {
    const arrival = { sku, day: -3, reason: 'R21', exported: supervisionEndsIn(stage, days) };
    scene(stage, arrival, (thing) => standsAt(stage, thing, 'stored'));
  }
}

async function* held(stage: Stage, thing: Thing, kind: string, note: string): Story {
  await stage.take('chenjie', thing.at, {
    entity: 'item',
    code: thing.code,
    step: 'hold',
    input: { kind, note },
  });
  yield* storedAs(stage, thing, sound, 'QTN');
}

/** What the customs liaison finds on the desk. */
async function* undeclared(stage: Stage, thing: Thing): Story {
  yield* inspectedAs(stage, thing, sound);
  const standing = await stage.tx.ask(openHoldsOf, { itemId: thing.id });
  if (standing.length) return;
  yield stage.afterWork(0.4);
  const given = { kind: 'customs', note: '找不到原出口申报，等待出口商补单证' };
  await stage.take('chenjie', thing.at, { entity: 'item', code: thing.code, step: 'hold', input: given });
}

async function* asked(stage: Stage, thing: Thing): Story {
  yield* inspectedAs(stage, thing, thing.sku.kind === 'apparel' ? { ...sound, cosmetic: 'C3' } : scrap);
  yield stage.afterWork(0.3);
  await photograph(stage, {
    who: 'chenjie',
    thing,
    picture: thing.sku.kind === 'phone' ? 'cracked phone' : thing.sku.code,
  });
  await stage.take('chenjie', thing.at, {
    entity: 'item',
    code: thing.code,
    step: 'askExporter',
    input: { note: '请指示如何处理' },
  });
}

/** In the zone it may not be destroyed or sent home before customs say so. */
async function* waitsForCustoms(stage: Stage, thing: Thing): Story {
  yield* storedAs(stage, thing, faulty, 'RTE');
}

async function* secondThought(stage: Stage, thing: Thing): Story {
  yield* decidedAs(stage, thing, sound, 'RTS');
  yield stage.afterWork(0.1);
  await stage.take('chenjie', thing.at, { entity: 'item', code: thing.code, step: 'undoDecide', input: {} });
  await stage.take('chenjie', thing.at, {
    entity: 'item',
    code: thing.code,
    step: 'decide',
    input: {
      disposition: 'RSB',
      reason: remarks.clearance,
    },
  });
}

/** Everything that a newcomer should be able to look at, as it stands on the last day. */
export function beginOddities(stage: Stage) {
  const on = (sku: string, day: number, more: object, then: (stage: Stage, thing: Thing) => Story) =>
    scene(stage, { sku, day, ...more }, (thing) => then(stage, thing));
  on('BW-PB20', -2, { exception: 'X11', reason: 'R01' }, swollen);
  stage.begin(
    stage.onDay(-1, 10.1),
    unknownParcel(stage, 'BW-E200-WH', '白色耳机充电盒，快递袋破损，无面单'),
  );
  stage.begin(stage.onDay(0, 15.2), unknownParcel(stage, 'YF-HD18', '粉色吹风机，裸机无包装'));
  beginWindows(stage);
  on('BW-M8P-256-WH', -3, { exception: 'X06' }, (s, thing) => held(s, thing, 'fraud', '机身串号与预报不符'));
  on('BW-SE3-64-GN', -4, {}, (s, thing) => held(s, thing, 'dispute', '平台仲裁中，保持原状'));
  on('YF-BL12', -2, {}, (s, thing) => held(s, thing, 'quality', '杯体材质与备案样品不一致'));
  for (const [i, sku] of ['BW-E200-BK', 'YF-RC40', 'ZY-JK-OR-L', 'BW-M8-128-BL'].entries())
    on(sku, -4 + i, { undeclared: true, ...(i % 2 ? { exception: 'X14' } : {}) }, undeclared);
  for (const [i, sku] of ['BW-M8-256-BK', 'YF-RV2', 'ZY-SH-42', 'BW-W3'].entries())
    on(sku, i < 2 ? -1 : 0, { reason: i === 2 ? 'R13' : 'R02', hour: 9 + i }, asked);
  on('BW-SPK2', -6, { at: 'yp1' }, waitsForCustoms);
  on('ZY-DR-FL-M', -5, { at: 'yp1', reason: 'R13' }, waitsForCustoms);
  on('ZY-SC-SK', 0, { hour: 13, reason: 'R10' }, secondThought);
  on('YF-GS15', 0, { hour: 14, reason: 'R11' }, (s, thing) => standsAt(s, thing, 'inspected'));
  for (const [i, sku] of ['BW-GAN65', 'ZY-KD-110', 'YF-EK17', 'BW-M8-256-BK', 'ZY-TS-BK-L'].entries())
    on(sku, 0, { hour: 15 + i * 0.4, reason: 'R11' }, (s, thing) => standsAt(s, thing, 'received'));
}
