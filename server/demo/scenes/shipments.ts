import type { Shipment } from '../../outbound/shipment-entity.ts';
import { opened } from '../leaving.ts';
import { waybillFor } from '../papers.ts';
import { remarks } from '../remarks.ts';
import type { Stage, Story, Taking } from '../stage.ts';
import type { Thing } from '../thing.ts';
import { placeFor } from '../thing.ts';
import { decidedAs, faulty, scene, scrap, sound, storedAs } from './scene.ts';

type Until = 'reserved' | 'picked' | 'packed' | 'closed' | 'handedOver' | 'delivered' | 'cancelled';
interface Leaves {
  readonly sku: string;
  readonly day: number;
  readonly exit: 'resale' | 'toBuyer' | 'toExporter';
  readonly until: Until;
}
const leaving: readonly Leaves[] = [
  { sku: 'BW-E200-BK', day: -1, exit: 'resale', until: 'reserved' },
  { sku: 'ZY-HD-GY-XL', day: -1, exit: 'resale', until: 'picked' },
  { sku: 'YF-EK17', day: -1, exit: 'resale', until: 'packed' },
  { sku: 'BW-GAN65', day: -1, exit: 'toBuyer', until: 'closed' },
  { sku: 'ZY-SC-SK', day: -2, exit: 'toExporter', until: 'handedOver' },
  { sku: 'ZY-JK-OR-L', day: -3, exit: 'resale', until: 'cancelled' },
  { sku: 'YF-HU30', day: -40, exit: 'resale', until: 'delivered' },
  { sku: 'BW-CAM4', day: -38, exit: 'toBuyer', until: 'delivered' },
  { sku: 'YF-GS15', day: -36, exit: 'toExporter', until: 'delivered' },
];
const dispositions = { resale: 'RTS', toBuyer: 'RTO', toExporter: 'RTE' } as const;

async function* left(stage: Stage, thing: Thing, { day, exit, until }: Leaves): Story {
  yield* storedAs(stage, thing, sound, dispositions[exit]);
  yield stage.onDay(day + 1, 9.2);
  const plan = { at: thing.at, exporter: thing.sku.exporterId, exit, things: [thing] };
  yield* shippedUntil(stage, thing, await opened(stage, plan, thing.chance), until);
}

async function* shippedUntil(stage: Stage, thing: Thing, { code: shipment }: Shipment, until: Until): Story {
  const { at, code, chance, sku, quantity } = thing;
  const packer = stage.on('packer', at);
  const onShipment: Taking<'shipment'> = (step, given) =>
    stage.take(packer, at, { entity: 'shipment', code: shipment, step, input: given });
  if (until === 'cancelled') {
    yield stage.afterWork(2);
    await stage.take(stage.on('supervisor', at), at, {
      entity: 'shipment',
      code: shipment,
      step: 'cancel',
      input: {},
    });
    return;
  }
  const road: readonly (readonly [Until, () => Promise<unknown>])[] = [
    [
      'picked',
      () => stage.take(packer, at, { entity: 'item', code, step: 'pick', input: { shipment, quantity } }),
    ],
    ['packed', () => stage.take(packer, at, { entity: 'item', code, step: 'pack', input: { quantity } })],
    ['closed', () => onShipment('close', { cartons: 1, weight: 120 + sku.weightGrams * quantity })],
    ['handedOver', () => onShipment('handOver', waybillFor(chance))],
    ['delivered', () => onShipment('deliver', {})],
  ];
  const turns = road.slice(0, road.findIndex(([state]) => state === until) + 1);
  for (const [state, turn] of turns) {
    yield state === 'delivered' ? stage.afterDays(5, 15) : stage.afterWork(0.6);
    await turn();
  }
}

/** A buyer gets another one in exchange for a defective one, which then goes home to its exporter. */
function beginExchange(stage: Stage) {
  let defective: Thing | undefined;
  scene(stage, { sku: 'BW-E500-NC', day: -34, wish: 'EXC' }, async function* (thing) {
    yield* storedAs(stage, thing, faulty, 'QTN');
    defective = thing;
    yield stage.onDay(-22, 11);
    const decision = { disposition: 'RTE', reason: '替换件已发出' };
    await stage.take('wangfang', 'hk1', {
      entity: 'item',
      code: thing.code,
      step: 'decide',
      input: decision,
    });
    yield stage.afterWork(1);
    const plan = {
      at: thing.at,
      exporter: thing.sku.exporterId,
      exit: 'toExporter',
      things: [thing],
    } as const;
    yield* shippedUntil(stage, thing, await opened(stage, plan, thing.chance), 'delivered');
  });
  scene(stage, { sku: 'BW-E500-NC', day: -32, reason: 'R11' }, async function* (thing) {
    yield* storedAs(stage, thing, sound, 'RTS');
    yield stage.onDay(-30, 10);
    if (!defective) throw new Error('There is nothing to exchange it for.');
    const of = { at: thing.at, exporter: thing.sku.exporterId };
    const plan = { ...of, exit: 'exchange', things: [thing], replaces: defective } as const;
    yield* shippedUntil(stage, thing, await opened(stage, plan, thing.chance), 'delivered');
  });
}

/** Signed by one; a few weeks ago also carried out by another. */
async function* signed(stage: Stage, thing: Thing, carriedOut: boolean): Story {
  yield* decidedAs(stage, thing, scrap, 'DST');
  yield stage.afterWork(3);
  const { at, code } = thing;
  await stage.take('wangfang', at, {
    entity: 'item',
    code,
    step: 'signDestruction',
    input: { reason: remarks.destroy[0] },
  });
  yield stage.afterWork(2);
  if (carriedOut)
    await stage.take('hanmei', at, {
      entity: 'item',
      code,
      step: 'destroy',
      input: { note: '销毁证明已归档' },
    });
}

async function* wentMissing(stage: Stage, thing: Thing): Story {
  yield* storedAs(stage, thing, sound, 'RTS');
  yield stage.afterDays(6, 16);
  await stage.take('wangfang', thing.at, {
    entity: 'item',
    code: thing.code,
    step: 'reportLost',
    input: { reason: remarks.lost[1] },
  });
}

/** Nobody took it in: it came back to the dock, and its shipment ended undelivered. */
async function* cameBack(stage: Stage, thing: Thing): Story {
  yield* left(stage, thing, { sku: thing.sku.code, day: -12, exit: 'resale', until: 'handedOver' });
  yield stage.afterDays(5, 7);
  const { at, code } = thing;
  const given = { location: await placeFor(stage, thing, 'receiving'), note: '地址不详，派送失败' };
  await stage.take(stage.on('receiver', at), at, { entity: 'item', code, step: 'comeBack', input: given });
}

export function beginShipments(stage: Stage) {
  for (const one of leaving)
    scene(stage, { sku: one.sku, day: one.day, reason: 'R11' }, (thing) => left(stage, thing, one));
  beginExchange(stage);
  scene(stage, { sku: 'YF-TB3', day: -28 }, (thing) => signed(stage, thing, true));
  scene(stage, { sku: 'BW-E200-WH', day: -1 }, (thing) => signed(stage, thing, false));
  scene(stage, { sku: 'BW-GAN65', day: -25, reason: 'R11' }, (thing) => wentMissing(stage, thing));
  scene(stage, { sku: 'YF-EK17', day: -12, reason: 'R11' }, (thing) => cameBack(stage, thing));
}
