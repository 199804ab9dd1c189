import { z } from 'zod';
import type { Announcement } from '../items/life.ts';
import * as ask from './fields.ts';
import type { Step } from './workflow.ts';

const note = ask.maybe(ask.longText({ zh: '备注', en: 'Note' }));
const why = ask.longText({ zh: '原因', en: 'Reason' });
const to = ask.location({ zh: '放到货位', en: 'To location' });
const disposition = ask.code('disposition', { zh: '处置', en: 'Disposition' });
const fault = ask.longText({ zh: '故障描述', en: 'Fault' });
const nothing = z.object({});

/** What dispositions mean that are for the exporter to choose; the others are the house's. */
const forTheExporter = ['resale', 'repair', 'vendor', 'exchange', 'toBuyer', 'toExporter', 'destroy'];
/** What a disposition means that may be wished for when goods are announced: also to be asked again. */
export const mayBeWished = (meaning: string | null): boolean =>
  meaning === 'ask' || forTheExporter.includes(meaning ?? '');

/** What the inspector answers; from this the grade is derived, never chosen. */
const axes = {
  cosmetic: ask.code('cosmetic', { zh: '外观', en: 'Cosmetic' }),
  functional: ask.code('functional', { zh: '功能', en: 'Function' }),
  complete: ask.code('complete', { zh: '完整性', en: 'Completeness' }),
  packaging: ask.code('packaging', { zh: '包装', en: 'Packaging' }),
  battery: ask.choice(
    { zh: '电池', en: 'Battery' },
    {
      none: { zh: '无电池', en: 'No battery' },
      good: { zh: '完好', en: 'Sound' },
      unknown: { zh: '无法判断', en: 'Cannot be judged' },
      damaged: { zh: '鼓包/漏液/破损', en: 'Swollen, leaking or damaged' },
    },
  ),
  serialSeen: ask.maybe(ask.text({ zh: '实物序列号', en: 'Serial seen on it' }, 64)),
  wiped: ask.maybe(ask.yesNo({ zh: '数据已清除', en: 'Data wiped' })),
  note,
};

/** Everything that may happen to an item, in the order of the day on the floor. */
export const itemSteps = {
  receive: {
    button: { zh: '收货', en: 'Receive' },
    needs: 'items.receive',
    kinds: ['receipt'],
    undo: 'undoReceive',
    asks: z.object({
      location: to,
      quantity: ask.maybe(ask.count({ zh: '实收数量', en: 'Quantity received' })),
      serial: ask.maybe(ask.text({ zh: '序列号', en: 'Serial' }, 64)),
      exception: ask.maybe(ask.code('exception', { zh: '收货异常', en: 'Receiving exception' })),
      note,
    }),
  },
  undoReceive: { button: { zh: '撤销收货', en: 'Undo receipt' }, needs: 'items.receive', asks: nothing },
  reportMissing: {
    button: { zh: '报告未到', en: 'Report missing' },
    needs: 'items.exception',
    kinds: ['exception', 'aside'],
    asks: z.object({ note }),
  },
  cancel: {
    button: { zh: '取消', en: 'Cancel' },
    needs: 'the system',
    kinds: ['aside'],
    asks: nothing,
    /** The code of the older acquaintance that it turned out to be. */
    given: z.object({ itIs: z.string().optional() }),
  },
  identify: {
    button: { zh: '认领', en: 'Identify' },
    needs: 'items.correct',
    kinds: ['exception', 'aside'],
    asks: z.object({
      exporter: ask.text({ zh: '出口商代码', en: 'Exporter code' }, 32),
      sku: ask.text({ zh: '商品编码', en: 'SKU code' }, 64),
      serial: ask.maybe(ask.text({ zh: '序列号', en: 'Serial' }, 64)),
      reason: why,
    }),
  },
  inspect: {
    button: { zh: '质检', en: 'Inspect' },
    needs: 'items.inspect',
    kinds: ['inspection'],
    asks: z.object(axes),
  },
  decide: {
    button: { zh: '决定去向', en: 'Decide' },
    needs: 'items.decide',
    kinds: ['decision'],
    undo: 'undoDecide',
    asks: z.object({ disposition, reason: ask.maybe(why) }),
  },
  undoDecide: { button: { zh: '撤销决定', en: 'Undo decision' }, needs: 'items.decide', asks: nothing },
  askExporter: {
    button: { zh: '询问出口商', en: 'Ask the exporter' },
    needs: 'items.decide',
    kinds: ['question'],
    asks: z.object({ note }),
  },
  instruct: {
    button: { zh: '下达指示', en: 'Instruct' },
    needs: 'items.instruct',
    asks: z.object({
      disposition: ask.code('disposition', { zh: '处置', en: 'Disposition' }, forTheExporter),
      reason: ask.maybe(why),
    }),
  },
  expire: { button: { zh: '超时默认', en: 'Time is up' }, needs: 'the system', asks: nothing },
  putAway: {
    button: { zh: '上架', en: 'Put away' },
    needs: 'items.store',
    kinds: ['placing'],
    undo: 'undoPutAway',
    asks: z.object({ location: to }),
  },
  undoPutAway: { button: { zh: '撤销上架', en: 'Undo put-away' }, needs: 'items.store', asks: nothing },
  move: {
    button: { zh: '移位', en: 'Move' },
    needs: 'items.store',
    kinds: ['placing', 'aside'],
    asks: z.object({ location: to }),
  },
  startRepair: {
    button: { zh: '站内维修', en: 'Repair at the bench' },
    needs: 'items.repair',
    asks: z.object({ fault, location: ask.maybe(ask.location({ zh: '维修工位', en: 'Bench' })) }),
  },
  handToVendor: {
    button: { zh: '送维修商', en: 'Send to a vendor' },
    needs: 'items.repair',
    undo: 'undoHandToVendor',
    asks: z.object({ vendor: ask.vendor({ zh: '维修商', en: 'Vendor' }), fault }),
  },
  undoHandToVendor: {
    button: { zh: '撤销送修', en: 'Undo sending' },
    needs: 'items.repair',
    asks: nothing,
  },
  handOver: {
    button: { zh: '交给维修商', en: 'Handed to the vendor' },
    needs: 'the system',
    asks: nothing,
  },
  finishWork: { button: { zh: '维修完成', en: 'Work finished' }, needs: 'the system', asks: nothing },
  takeBack: {
    button: { zh: '修回收货', en: 'Take back from the vendor' },
    needs: 'items.receive',
    kinds: ['comes back'],
    asks: z.object({ location: to }),
  },
  passCheck: {
    button: { zh: '复检通过', en: 'Pass the check' },
    needs: 'items.check',
    kinds: ['inspection'],
    asks: z.object(axes),
  },
  failCheck: {
    button: { zh: '复检不通过', en: 'Fail the check' },
    needs: 'items.check',
    asks: z.object({ reason: why }),
  },
  reserve: {
    button: { zh: '预留', en: 'Reserve' },
    needs: 'shipments.plan',
    asks: z.object({
      shipment: ask.shipment({ zh: '出库单', en: 'Shipment' }),
      replaces: ask.maybe(ask.text({ zh: '替换的货品', en: 'Replaces item' }, 32)),
    }),
  },
  release: { button: { zh: '取消预留', en: 'Release' }, needs: 'shipments.plan', asks: nothing },
  pick: {
    button: { zh: '拣货', en: 'Pick' },
    needs: 'items.pick',
    undo: 'putBack',
    asks: z.object({ shipment: ask.maybe(ask.shipment({ zh: '出库单', en: 'Shipment' })) }),
  },
  putBack: {
    button: { zh: '放回', en: 'Put back' },
    needs: 'items.pick',
    asks: z.object({ location: ask.maybe(to) }),
  },
  pack: { button: { zh: '装箱', en: 'Pack' }, needs: 'items.pack', undo: 'unpack', asks: nothing },
  unpack: { button: { zh: '拆箱', en: 'Unpack' }, needs: 'items.pack', asks: nothing },
  ship: { button: { zh: '出库', en: 'Ship' }, needs: 'the system', asks: nothing },
  arrive: { button: { zh: '送达', en: 'Delivered' }, needs: 'the system', asks: nothing },
  comeBack: {
    button: { zh: '派送失败退回', en: 'Came back undelivered' },
    needs: 'items.receive',
    kinds: ['comes back'],
    asks: z.object({ location: to, note }),
  },
  reportLost: {
    button: { zh: '报告遗失', en: 'Report lost' },
    needs: 'items.correct',
    kinds: ['exception', 'aside'],
    asks: z.object({ reason: why }),
  },
  find: {
    button: { zh: '找到了', en: 'Found' },
    needs: 'items.receive',
    kinds: ['comes back'],
    asks: z.object({ location: to }),
  },
  signDestruction: {
    button: { zh: '销毁首签', en: 'Sign for destruction' },
    needs: 'items.destroy',
    asks: z.object({ reason: why }),
  },
  withdrawSignature: {
    button: { zh: '撤回首签', en: 'Take back the signature' },
    needs: 'items.hold',
    kinds: ['withdrawal'],
    asks: nothing,
  },
  recount: {
    button: { zh: '更正数量', en: 'Correct the count' },
    needs: 'items.store',
    kinds: ['exception', 'aside'],
    asks: z.object({ quantity: ask.count({ zh: '实点数量', en: 'Quantity found' }), reason: why }),
  },
  destroy: { button: { zh: '销毁', en: 'Destroy' }, needs: 'items.destroy', asks: z.object({ note }) },
  returnAgain: {
    button: { zh: '再次退回', en: 'Comes back again' },
    needs: 'the system',
    asks: nothing,
    given: z.object({ announced: z.custom<Announcement>() }),
  },
  replace: {
    button: { zh: '记录换货', en: 'Note its replacement' },
    needs: 'the system',
    asks: nothing,
    given: z.object({ by: z.string().nullable() }),
  },
  split: {
    button: { zh: '拆分', en: 'Split' },
    needs: 'items.store',
    kinds: ['aside'],
    asks: z.object({ quantity: ask.count({ zh: '分出数量', en: 'Quantity to split off' }) }),
  },
  wipe: { button: { zh: '数据已清除', en: 'Data wiped' }, needs: 'items.check', asks: nothing },
  addPhoto: {
    button: { zh: '拍照', en: 'Photo' },
    needs: 'items.photograph',
    kinds: ['photo'],
    asks: nothing,
    given: z.object({ photo: z.string().optional() }),
  },
  hold: {
    button: { zh: '挂起', en: 'Hold' },
    needs: 'items.hold',
    kinds: ['exception', 'aside'],
    asks: z.object({ kind: ask.code('hold', { zh: '挂起原因', en: 'Kind of hold' }), note }),
  },
  liftHold: {
    button: { zh: '解除挂起', en: 'Lift hold' },
    needs: 'items.release',
    kinds: ['exception', 'lifting'],
    asks: z.object({ kind: ask.code('hold', { zh: '挂起原因', en: 'Kind of hold' }), reason: why }),
  },
  correct: {
    button: { zh: '更正', en: 'Correct' },
    needs: 'items.correct',
    kinds: ['exception', 'aside'],
    asks: z.object({
      serial: ask.maybe(ask.text({ zh: '序列号', en: 'Serial' }, 64)),
      customsStatus: ask.maybe(ask.code('customs status', { zh: '海关状态', en: 'Customs status' })),
      exportDate: ask.maybe(ask.text({ zh: '出口日期', en: 'Export date' }, 10)),
      releaseDate: ask.maybe(ask.text({ zh: '放行日期', en: 'Release date' }, 10)),
      reason: why,
    }),
  },
} as const satisfies Record<string, Step>;
