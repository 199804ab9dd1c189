import { z } from 'zod';
import * as ask from './fields.ts';
import { standing, whichHold } from './hold-guards.ts';
import type { itemGuards } from './item-guards.ts';
import { doubt, fault, holdKind, note, nothing, to, why, wipeMethod } from './item-questions.ts';
import type { itemSteps } from './item-steps.ts';
import { mayLieHere } from './place-guards.ts';
import type { Step as AnyStep, State } from './workflow.ts';

/** What may be done to it in several states: each step with its button, who may and what it asks. */
export const sharedSteps = {
  identify: {
    button: { zh: '确认货主', en: 'Identify the owner' },
    done: { zh: '货主已确认', en: 'Owner identified' },
    needs: 'items.correct',
    kinds: ['exception', 'aside'],
    asks: z.object({
      exporter: ask.text({ zh: '出口商代码', en: 'Exporter code' }, 32),
      sku: ask.text({ zh: '商品编码', en: 'SKU code' }, 64),
      serial: ask.maybe(ask.serial({ zh: '序列号', en: 'Serial' })),
      reason: why,
    }),
  },
  move: {
    button: { zh: '移位', en: 'Move' },
    done: { zh: '已移位', en: 'Moved' },
    tells: 'location',
    needs: 'items.store',
    kinds: ['placing', 'aside'],
    asks: z.object({ location: to }),
  },
  startRepair: {
    button: { zh: '站内维修', en: 'Repair at the bench' },
    done: { zh: '已转站内维修', en: 'Taken to the bench' },
    needs: 'items.repair',
    kinds: ['bench work'],
    asks: z.object({ fault, location: ask.maybe(ask.location({ zh: '维修工位', en: 'Bench' })) }),
  },
  handToVendor: {
    button: { zh: '送维修商', en: 'Send to a vendor' },
    done: { zh: '已送维修商', en: 'Sent to the vendor' },
    needs: 'items.repair',
    undo: 'undoHandToVendor',
    asks: z.object({ vendor: ask.vendor({ zh: '维修商', en: 'Vendor' }), fault }),
  },
  reserve: {
    button: { zh: '预留', en: 'Reserve' },
    done: { zh: '已预留', en: 'Reserved' },
    tells: 'shipment',
    needs: 'shipments.plan',
    asks: z.object({
      shipment: ask.shipment({ zh: '出库单', en: 'Shipment' }),
      replaces: ask.maybe(ask.text({ zh: '替换的货品', en: 'Replaces item' }, 32)),
    }),
  },
  release: {
    button: { zh: '取消预留', en: 'Cancel reservation' },
    done: { zh: '已取消预留', en: 'Reservation cancelled' },
    needs: 'shipments.plan',
    asks: nothing,
  },
  pick: {
    button: { zh: '拣货', en: 'Pick' },
    done: { zh: '已拣货', en: 'Picked' },
    needs: 'items.pick',
    undo: 'putBack',
    asks: z.object({ shipment: ask.maybe(ask.shipment({ zh: '出库单', en: 'Shipment' })) }),
  },
  reportLost: {
    button: { zh: '报告遗失', en: 'Report lost' },
    done: { zh: '已报告遗失', en: 'Reported lost' },
    needs: 'items.correct',
    kinds: ['exception', 'aside'],
    asks: z.object({ reason: why }),
  },
  signDestruction: {
    button: { zh: '申请销毁', en: 'Request destruction' },
    done: { zh: '已申请销毁，等第二人复核', en: 'Destruction requested; a second person must confirm' },
    needs: 'items.destroy',
    decides: true,
    asks: z.object({ reason: why }),
  },
  withdrawSignature: {
    button: { zh: '撤回签字', en: 'Withdraw signature' },
    done: { zh: '签字已撤回', en: 'Signature withdrawn' },
    needs: 'items.hold',
    kinds: ['withdrawal'],
    notes: true,
    asks: nothing,
  },
  recount: {
    button: { zh: '更正数量', en: 'Correct the count' },
    done: { zh: '数量已更正', en: 'Count corrected' },
    tells: 'quantity',
    needs: 'items.store',
    decides: true,
    kinds: ['exception', 'aside'],
    asks: z.object({ quantity: ask.count({ zh: '实点数量', en: 'Quantity found' }), reason: why }),
  },
  destroy: {
    button: { zh: '销毁', en: 'Destroy' },
    done: { zh: '已销毁', en: 'Destroyed' },
    needs: 'items.destroy',
    decides: true,
    asks: z.object({ note }),
  },
  replace: {
    button: { zh: '记录换货', en: 'Note its replacement' },
    done: { zh: '已记录换货', en: 'Replacement noted' },
    needs: 'the system',
    asks: nothing,
    given: z.object({ by: z.string().nullable() }),
  },
  split: {
    button: { zh: '拆分', en: 'Split' },
    done: { zh: '已拆分', en: 'Split off' },
    tells: 'quantity',
    needs: 'items.store',
    kinds: ['aside'],
    asks: z.object({ quantity: ask.count({ zh: '分出数量', en: 'Quantity to split off' }) }),
  },
  wipe: {
    button: { zh: '登记数据清除', en: 'Record data wipe' },
    done: { zh: '数据已清除', en: 'Data wiped' },
    needs: 'items.check',
    kinds: ['bench work', 'aside'],
    asks: z.object({ wipeMethod }),
  },
  addPhoto: {
    button: { zh: '拍照', en: 'Take a photo' },
    done: { zh: '已拍照', en: 'Photo taken' },
    needs: 'items.photograph',
    kinds: ['photo'],
    notes: true,
    asks: nothing,
    given: z.object({ photo: z.string().optional() }),
  },
  hold: {
    button: { zh: '挂起', en: 'Put on hold' },
    done: { zh: '已挂起', en: 'On hold' },
    tells: 'kind',
    needs: 'items.hold',
    kinds: ['exception', 'aside'],
    notes: true,
    asks: z.object({ kind: holdKind, note }),
  },
  liftHold: {
    button: { zh: '解除挂起', en: 'Lift hold' },
    done: { zh: '已解除挂起', en: 'Hold lifted' },
    tells: 'kind',
    needs: 'items.release',
    decides: true,
    kinds: ['exception', 'lifting'],
    notes: true,
    asks: z.object({ kind: holdKind, doubt: ask.maybe(doubt), reason: why }),
    rulesOut: standing,
  },
  correct: {
    button: { zh: '更正', en: 'Correct details' },
    done: { zh: '已更正', en: 'Details corrected' },
    needs: 'items.correct',
    decides: true,
    kinds: ['exception', 'aside'],
    asks: z.object({
      serial: ask.maybe(ask.serial({ zh: '序列号', en: 'Serial' })),
      imei2: ask.maybe(ask.serial({ zh: '第二个 IMEI', en: 'Second IMEI' })),
      customsStatus: ask.maybe(ask.code('customs status', { zh: '海关状态', en: 'Customs status' })),
      exportDate: ask.maybe(ask.text({ zh: '出口日期', en: 'Export date' }, 10)),
      releaseDate: ask.maybe(ask.text({ zh: '放行日期', en: 'Release date' }, 10)),
      reason: why,
    }),
  },
} as const satisfies Record<string, AnyStep>;
/** What is ordered in several states, with the Chinese of it. */
export const sharedEffects = {
  'take the place': '占用货位',
  'take the bench': '占用工位',
  'free the place': '让出货位',
  'tell the exporter': '通知出口商',
  'take back the signature': '签字作废',
  'stop the clocks': '停止时钟',
  'open a ticket at our bench': '开站内维修单',
  'open a ticket for the vendor': '开外修维修单',
  'promise it to the shipment': '预留给出库单',
  'drop the promise': '取消预留',
  'note its replacement': '记录换货',
  'it is nobody’s': '不再属于任何人',
  'note who signed first': '记录初审人',
  'sign first': '初审签字，等第二人复核',
  'the first signature is used': '签字生效',
  'note the count': '记录实点数量',
  'split the lot': '拆分批次',
  'put on the hold': '挂起',
  'lift the hold': '解除挂起',
  'correct the facts': '更正货品信息',
  'give it to its owner': '归到货主名下',
  'note that its data are wiped': '记录数据已清除',
  'note the photo': '记录照片',
} as const;

type Step = keyof typeof itemSteps;
type Guard = keyof typeof itemGuards;
/** A part of the item's table. That its targets and effects exist is seen where the parts come together, in item.ts. */
export type ItemStates = Readonly<Record<string, State<Step, string, Guard, string>>>;
type Ways = NonNullable<ItemStates[string]['on']>;

/** What may happen wherever it is, as long as it is ours to answer for. */
export const anywhere = {
  addPhoto: { actions: 'note the photo' },
  hold: { actions: 'put on the hold' },
  liftHold: [
    {
      guard: [...whichHold, 'one person is enough, or another signed first'],
      actions: ['lift the hold', 'the first signature is used'],
    },
    {
      guard: [...whichHold, 'two people have to sign'],
      actions: 'sign first',
    },
  ],
  withdrawSignature: { guard: 'a signature waits', actions: 'take back the signature' },
} as const satisfies Ways;
/** What may happen anywhere in the house without a change of state. */
export const inTheHouse = {
  ...anywhere,
  correct: [
    {
      guard: 'one person is enough, or another signed first',
      actions: ['correct the facts', 'the first signature is used'],
    },
    { guard: 'two people have to sign', actions: 'sign first' },
  ],
  wipe: {
    guard: ['it holds data that are not wiped', 'it was inspected', 'nothing holds it'],
    actions: 'note that its data are wiped',
  },
  replace: { actions: 'note its replacement' },
  reportLost: {
    target: 'lost',
    actions: ['free the place', 'drop the promise', 'stop the clocks', 'tell the exporter'],
  },
} as const satisfies Ways;
const mayBeCounted = [
  'it can be counted',
  'there is room for this count',
  'it is not promised to a shipment',
] as const;
/** Before anybody works on it and while nobody waits for it: its count and its owner may still change. */
export const unbound = {
  split: {
    guard: ['it is a lot large enough to split', 'it is not promised to a shipment'],
    actions: 'split the lot',
  },
  identify: {
    guard: ['it is not promised to a shipment', 'no other owner had anything done with it'],
    actions: 'give it to its owner',
  },
  recount: [
    {
      guard: [...mayBeCounted, 'one person is enough, or another signed first'],
      actions: ['note the count', 'the first signature is used'],
    },
    { guard: [...mayBeCounted, 'two people have to sign'], actions: 'sign first' },
  ],
} as const satisfies Ways;
export const changePlace = {
  move: {
    guard: mayLieHere,
    actions: 'take the place',
  },
} as const satisfies Ways;
export const decided = ['note the decision', 'take back the signature'] as const;
export const mayBeDecided = [
  'we know whose it is',
  'the grade allows this disposition',
  'the outcome of its repair allows this',
  'it was not replaced already',
  'it is not promised to a shipment',
] as const;
const mayBeRepaired = [
  'it was decided for repair',
  'nothing holds it',
  'customs allow its repair',
  'it is not promised to a shipment',
] as const;
export const mayLeave = [
  'nothing holds it',
  'it was decided to leave this way',
  'the grade allows this disposition',
  'customs allow this exit',
  'its data are wiped',
  'the carrier may carry its battery',
] as const;
/** The work that an item is taken to, from the tote or from the shelf. */
export const toWork = {
  startRepair: {
    target: 'inRepair',
    guard: [...mayBeRepaired, 'this place is a bench'],
    actions: ['open a ticket at our bench', 'take the bench'],
  },
  handToVendor: {
    target: 'atVendor',
    guard: mayBeRepaired,
    actions: ['open a ticket for the vendor', 'add it to the consignment', 'free the place'],
  },
  reserve: {
    guard: [...mayLeave, 'its shipment is still open', 'it is not promised to a shipment'],
    actions: 'promise it to the shipment',
  },
  release: { guard: 'it is promised to this shipment', actions: 'drop the promise' },
  pick: {
    target: 'picked',
    guard: ['it is promised to this shipment', 'its shipment is still open', ...mayLeave],
    actions: 'free the place',
  },
  signDestruction: { guard: 'it was decided for destruction', actions: 'note who signed first' },
  destroy: {
    target: 'destroyed',
    guard: [
      'it was decided for destruction',
      'nothing holds it',
      'customs allow its destruction',
      'two different people sign',
    ],
    actions: ['free the place', 'it is nobody’s', 'stop the clocks', 'tell the exporter'],
  },
  decide: { target: 'sorted', guard: mayBeDecided, actions: decided },
} as const satisfies Ways;
