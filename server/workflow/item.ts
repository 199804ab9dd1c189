import { endStates } from './item-ends.ts';
import { itemGuards } from './item-guards.ts';
import { leavingStates } from './item-leaving.ts';
import { receivingStates } from './item-receiving.ts';
import { repairStates } from './item-repair.ts';
import { sortingStates } from './item-sorting.ts';
import { itemSteps } from './item-steps.ts';
import { storageStates } from './item-storage.ts';
import { workflow } from './workflow.ts';

const phases = {
  announced: { zh: '预报', en: 'Announced' },
  receiving: { zh: '接收', en: 'Receiving' },
  sorting: { zh: '分拣', en: 'Sorting' },
  storage: { zh: '仓储', en: 'Storage' },
  repair: { zh: '维修', en: 'Repair' },
  leaving: { zh: '复售/退运', en: 'Resale and return shipment' },
  ended: { zh: '已结束', en: 'Ended' },
} as const;

/**
 * The life of an item: one table, whose states stand by the part of the work that they belong to, in the order in which
 * an item passes through them; what may happen in several of them is in item-shared-ways.ts.
 */
export const itemWorkflow = workflow({
  name: { zh: '货品', en: 'item' },
  phases,
  steps: itemSteps,
  guards: itemGuards,
  initial: 'announced',
  states: {
    ...receivingStates,
    ...sortingStates,
    ...storageStates,
    ...repairStates,
    ...leavingStates,
    ...endStates,
  },
  effects: {
    'split off what did not come': '分出没有到的数量',
    'take the place': '占用货位',
    'take the bench': '占用工位',
    'take the place it had': '放回原货位',
    'free the place': '让出货位',
    'note the receipt': '记录收货',
    'forget the receipt': '撤销收货记录',
    'note the exception': '记录收货异常',
    'tell the exporter': '通知出口商',
    'grade it': '评级',
    'hold what is dangerous': '危险的先挂起',
    'advise where it goes': '建议去向',
    'note the decision': '记录决定',
    'forget the decision': '撤销决定',
    'take back the signature': '首签作废',
    'decide as the default says': '按默认决定',
    'ask the exporter': '询问出口商',
    'start the clock for the answer': '启动答复时钟',
    'stop the clocks': '停止时钟',
    'open a ticket at our bench': '开站内维修单',
    'open a ticket for the vendor': '开外修维修单',
    'add it to the consignment': '加入送修批次',
    'take it out of the consignment': '从送修批次中取出',
    'close its line in the consignment': '结清送修批次中的一行',
    'close its ticket': '关闭维修单',
    'cancel its ticket': '取消维修单',
    'send its ticket round again': '维修单返工',
    'promise it to the shipment': '预留给出库单',
    'drop the promise': '取消预留',
    'note its replacement': '记录换货',
    'it is in the carrier’s hands': '交到承运商手里',
    'it is in our hands': '回到我们手里',
    'it is in the vendor’s hands': '交到维修商手里',
    'it has arrived': '已送达',
    'it is nobody’s': '不再属于任何人',
    'note who signed first': '记录首签人',
    'sign first': '首签，等另一人确认',
    'the first signature is used': '首签生效',
    'note the count': '记录实点数量',
    'begin its next life': '开始新的一程',
    'split the lot': '拆分批次',
    'put on the hold': '挂起',
    'lift the hold': '解除挂起',
    'correct the facts': '更正事实',
    'give it to its owner': '归到货主名下',
    'note that its data are wiped': '记录数据已清除',
    'note the photo': '记录照片',
  },
});

export type ItemState = keyof typeof itemWorkflow.states;
export type ItemEffect = keyof typeof itemWorkflow.effects;
