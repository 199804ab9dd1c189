import { itemGuards } from './item-guards.ts';
import { itemSteps } from './item-steps.ts';
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

/** What may happen wherever it is, as long as it is ours to answer for. */
const anywhere = {
  addPhoto: { actions: 'note the photo' },
  hold: { actions: 'put on the hold' },
  liftHold: [
    {
      guard: ['such a hold stands', 'one person is enough, or another signed first'],
      actions: ['lift the hold', 'the first signature is used'],
    },
    { guard: ['such a hold stands', 'two people have to sign'], actions: 'sign first' },
  ],
  withdrawSignature: { guard: 'a signature waits', actions: 'take back the signature' },
} as const;
/** What may happen anywhere in the house without a change of state. */
const inTheHouse = {
  ...anywhere,
  correct: [
    {
      guard: 'one person is enough, or another signed first',
      actions: ['correct the facts', 'the first signature is used'],
    },
    { guard: 'two people have to sign', actions: 'sign first' },
  ],
  wipe: { actions: 'note that its data are wiped' },
  replace: { actions: 'note its replacement' },
  reportLost: { target: 'lost', actions: ['free the place', 'drop the promise', 'tell the exporter'] },
} as const;
/** Before anybody works on it and while nobody waits for it: its count and its owner may still change. */
const unbound = {
  split: {
    guard: ['it is a lot large enough to split', 'it is not promised to a shipment'],
    actions: 'split the lot',
  },
  identify: { guard: 'it is not promised to a shipment', actions: 'give it to its owner' },
  recount: [
    {
      guard: [
        'it can be counted',
        'it is not promised to a shipment',
        'one person is enough, or another signed first',
      ],
      actions: ['note the count', 'the first signature is used'],
    },
    {
      guard: ['it can be counted', 'it is not promised to a shipment', 'two people have to sign'],
      actions: 'sign first',
    },
  ],
} as const;
const changePlace = {
  move: {
    guard: ['there is room at this place', 'this place is made for it'],
    actions: 'take the place',
  },
} as const;
const decided = ['note the decision', 'take back the signature'] as const;
const mayBeDecided = [
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
const mayLeave = [
  'nothing holds it',
  'it was decided to leave this way',
  'the grade allows this disposition',
  'customs allow this exit',
  'its data are wiped',
  'the carrier may carry its battery',
] as const;
/** From the tote or from the shelf. */
const toWork = {
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
} as const;
const comesAgain = { returnAgain: { target: 'announced', actions: 'begin its next life' } } as const;

/** What was announced comes in, expected still or given up already. */
const receive = {
  target: 'received',
  guard: ['it is no more than was announced', 'there is room at this place', 'this place is for receiving'],
  actions: [
    'split off what did not come',
    'take the place',
    'note the receipt',
    'note the exception',
    'tell the exporter',
  ],
} as const;

export const itemWorkflow = workflow({
  name: { zh: '货品', en: 'item' },
  phases,
  steps: itemSteps,
  guards: itemGuards,
  initial: 'announced',
  states: {
    announced: {
      zh: '已预报',
      en: 'Announced',
      phase: 'announced',
      description: 'The exporter told us; it is not here.',
      on: {
        receive,
        reportMissing: { target: 'missing', actions: 'tell the exporter' },
        cancel: { target: 'cancelled', actions: 'stop the clocks' },
      },
    },
    missing: {
      zh: '未到',
      en: 'Missing',
      phase: 'announced',
      description: 'The parcel is finished or the date passed without it.',
      on: {
        receive,
        cancel: { target: 'cancelled', actions: 'stop the clocks' },
      },
    },
    received: {
      zh: '已接收',
      en: 'Received',
      phase: 'receiving',
      description: 'In the building with our licence plate on it. Nobody may sell or ship it.',
      on: {
        inspect: {
          target: 'inspected',
          actions: ['grade it', 'hold what is dangerous', 'advise where it goes'],
        },
        undoReceive: [
          {
            target: 'announced',
            guard: ['it still lies where its receipt put it', 'its exporter announced it'],
            actions: ['free the place', 'forget the receipt'],
          },
          {
            target: 'cancelled',
            guard: ['it still lies where its receipt put it', 'nobody announced it'],
            actions: ['free the place', 'forget the receipt'],
          },
        ],
        ...changePlace,
        ...unbound,
        ...inTheHouse,
      },
    },
    inspected: {
      zh: '已质检',
      en: 'Inspected',
      phase: 'sorting',
      description: 'Graded; where it goes is open.',
      on: {
        decide: { target: 'sorted', guard: mayBeDecided, actions: decided },
        askExporter: {
          target: 'awaitingInstruction',
          guard: 'we know whose it is',
          actions: ['ask the exporter', 'start the clock for the answer'],
        },
        inspect: {
          target: 'inspected',
          actions: ['grade it', 'hold what is dangerous', 'advise where it goes'],
        },
        ...changePlace,
        ...unbound,
        ...inTheHouse,
      },
    },
    awaitingInstruction: {
      zh: '待指示',
      en: 'Awaiting instruction',
      phase: 'sorting',
      description: 'The exporter says what happens; a clock and a default run.',
      on: {
        instruct: { target: 'sorted', guard: mayBeDecided, actions: [...decided, 'stop the clocks'] },
        decide: { target: 'sorted', guard: mayBeDecided, actions: [...decided, 'stop the clocks'] },
        expire: { target: 'sorted', actions: ['decide as the default says', 'tell the exporter'] },
        ...changePlace,
        ...unbound,
        ...inTheHouse,
      },
    },
    sorted: {
      zh: '已分拣',
      en: 'Sorted',
      phase: 'sorting',
      description: 'Decided; in its tote, on its way.',
      on: {
        putAway: {
          target: 'stored',
          guard: ['there is room at this place', 'this place is made for it'],
          actions: 'take the place',
        },
        undoDecide: {
          target: 'inspected',
          guard: 'it still lies where its decision left it',
          actions: 'forget the decision',
        },
        ...toWork,
        ...changePlace,
        ...unbound,
        ...inTheHouse,
      },
    },
    stored: {
      zh: '在库',
      en: 'Stored',
      phase: 'storage',
      description: 'In a place made for it.',
      on: {
        undoPutAway: {
          target: 'sorted',
          guard: 'it still lies where its put-away put it',
          actions: 'free the place',
        },
        ...toWork,
        inspect: {
          target: 'inspected',
          guard: 'it is not promised to a shipment',
          actions: ['grade it', 'hold what is dangerous', 'advise where it goes'],
        },
        ...changePlace,
        ...unbound,
        ...inTheHouse,
      },
    },
    inRepair: {
      zh: '维修中',
      en: 'In repair',
      phase: 'repair',
      description: 'At a bench in the house, its ticket open.',
      on: {
        finishWork: { target: 'toCheck' },
        ...inTheHouse,
        reportLost: { target: 'lost', actions: ['free the place', 'cancel its ticket', 'tell the exporter'] },
      },
    },
    atVendor: {
      zh: '外修中',
      en: 'At a vendor',
      phase: 'repair',
      description: 'In a vendor’s hands, on the way there or back.',
      on: {
        handOver: { actions: 'it is in the vendor’s hands' },
        takeBack: {
          target: 'toCheck',
          guard: ['its vendor is done with it', 'there is room at this place', 'this place is for receiving'],
          actions: ['take the place', 'it is in our hands', 'close its line in the consignment'],
        },
        undoHandToVendor: {
          target: 'sorted',
          guard: 'it is still in the house',
          actions: ['take it out of the consignment', 'cancel its ticket'],
        },
        ...anywhere,
        reportLost: {
          target: 'lost',
          actions: ['close its line in the consignment', 'cancel its ticket', 'tell the exporter'],
        },
      },
    },
    toCheck: {
      zh: '待复检',
      en: 'To check',
      phase: 'repair',
      description: 'Back from repair; nobody trusts it yet.',
      on: {
        passCheck: {
          target: 'inspected',
          guard: 'it has a repair to check',
          actions: ['grade it', 'hold what is dangerous', 'close its ticket', 'advise where it goes'],
        },
        failCheck: [
          {
            target: 'inRepair',
            guard: ['it has a repair to check', 'its ticket is at our bench'],
            actions: 'send its ticket round again',
          },
          {
            target: 'atVendor',
            guard: ['it has a repair to check', 'its ticket is a vendor’s'],
            actions: ['send its ticket round again', 'add it to the consignment', 'free the place'],
          },
        ],
        ...changePlace,
        ...inTheHouse,
        reportLost: { target: 'lost', actions: ['free the place', 'cancel its ticket', 'tell the exporter'] },
      },
    },
    picked: {
      zh: '已拣货',
      en: 'Picked',
      phase: 'leaving',
      description: 'Off its place, for one shipment.',
      on: {
        pack: { target: 'packed', guard: ['nothing holds it', 'its shipment is still open'] },
        putBack: {
          target: 'stored',
          guard: ['there is room at this place', 'this place is made for it'],
          actions: 'take the place it had',
        },
        ...anywhere,
      },
    },
    packed: {
      zh: '已装箱',
      en: 'Packed',
      phase: 'leaving',
      description: 'In a carton with its papers.',
      on: {
        ship: {
          target: 'shipped',
          guard: mayLeave,
          actions: ['it is in the carrier’s hands', 'tell the exporter'],
        },
        unpack: { target: 'picked', guard: 'its shipment is still open' },
        ...anywhere,
      },
    },
    shipped: {
      zh: '已出库',
      en: 'Shipped',
      phase: 'leaving',
      description: 'Handed to a carrier.',
      on: {
        arrive: [
          { target: 'resold', guard: 'it was shipped for resale', actions: 'it has arrived' },
          { target: 'exchanged', guard: 'it was shipped in exchange', actions: 'it has arrived' },
          { target: 'returnedToBuyer', guard: 'it was shipped to its buyer', actions: 'it has arrived' },
          {
            target: 'returnedToExporter',
            guard: 'it was shipped to its exporter',
            actions: 'it has arrived',
          },
        ],
        comeBack: {
          target: 'received',
          guard: ['there is room at this place', 'this place is for receiving'],
          actions: ['take the place', 'it is in our hands', 'drop the promise', 'tell the exporter'],
        },
        reportLost: { target: 'lost', actions: ['drop the promise', 'tell the exporter'] },
      },
    },
    resold: {
      zh: '已复售',
      en: 'Resold',
      phase: 'ended',
      type: 'final',
      description: 'Sold to a new buyer. The story ends, until it returns.',
      on: comesAgain,
    },
    exchanged: {
      zh: '已换货',
      en: 'Exchanged',
      phase: 'ended',
      type: 'final',
      description: 'Given to a buyer in exchange. The story ends, until it returns.',
      on: comesAgain,
    },
    returnedToBuyer: {
      zh: '已退买家',
      en: 'Returned to the buyer',
      phase: 'ended',
      type: 'final',
      description: 'Back with its buyer. The story ends, until it returns.',
      on: comesAgain,
    },
    returnedToExporter: {
      zh: '已退出口商',
      en: 'Returned to the exporter',
      phase: 'ended',
      type: 'final',
      description: 'Back with its exporter. The story ends, until it returns.',
      on: comesAgain,
    },
    destroyed: {
      zh: '已销毁',
      en: 'Destroyed',
      phase: 'ended',
      type: 'final',
      description: 'Destroyed before two witnesses.',
    },
    lost: {
      zh: '遗失',
      en: 'Lost',
      phase: 'ended',
      type: 'final',
      description: 'Gone, and nobody knows where; it may be found.',
      on: {
        find: {
          target: 'received',
          guard: ['there is room at this place', 'this place is for receiving'],
          actions: ['take the place', 'it is in our hands'],
        },
      },
    },
    cancelled: {
      zh: '已取消',
      en: 'Cancelled',
      phase: 'ended',
      type: 'final',
      description: 'Called off before it came, or received by mistake.',
      on: comesAgain,
    },
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
