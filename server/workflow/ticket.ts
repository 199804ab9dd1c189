import { ticketGuards } from './ticket-guards.ts';
import { ticketSteps } from './ticket-steps.ts';
import { workflow } from './workflow.ts';

const giveUp = {
  target: 'ready',
  guard: 'its outcome says it was not repaired',
  actions: ['note the outcome', 'stop the clock', 'tell its item'],
} as const;
const quoted = ['note the estimate', 'ask the exporter', 'start the clock for the answer'] as const;
const quote = [
  {
    target: 'approved',
    guard: ['it has a diagnosis', 'its cost is within the agreed limit'],
    actions: ['note the estimate', 'approve it within the limit', 'stop the clock', 'tell the exporter'],
  },
  { target: 'awaitingApproval', guard: 'it has a diagnosis', actions: quoted },
] as const;
const refused = ['note the answer', 'stop the clock', 'tell whoever repairs'] as const;

export const ticketWorkflow = workflow({
  name: { zh: '维修单', en: 'repair ticket' },
  phases: {
    look: { zh: '诊断', en: 'Diagnosis' },
    price: { zh: '报价', en: 'Estimate' },
    work: { zh: '维修', en: 'Work' },
    done: { zh: '完成', en: 'Done' },
  },
  steps: ticketSteps,

  initial: 'intake',
  states: {
    intake: {
      zh: '待接收',
      en: 'Waiting to be taken in',
      phase: 'look',
      waitsFor: 'vendor',
      description: 'Opened; the thing is on its way to the bench or the vendor.',
      on: {
        takeIn: {
          target: 'diagnosing',
          guard: 'it has reached whoever repairs it',
          actions: 'note that it was taken in',
        },
        cancel: { target: 'cancelled' },
      },
    },
    diagnosing: {
      zh: '诊断中',
      en: 'Being diagnosed',
      phase: 'look',
      description: 'Somebody is finding out what is wrong.',
      on: {
        diagnose: { actions: 'note the diagnosis' },
        quote,
        noFault: { target: 'ready', actions: ['note that no fault was found', 'tell its item'] },
        giveBack: giveUp,
        cancel: { target: 'cancelled' },
      },
    },
    awaitingApproval: {
      zh: '待出口商同意',
      en: 'Waiting for the exporter',
      phase: 'price',
      waitsFor: 'exporter',
      description: 'An estimate lies with the exporter; a clock and a default run.',
      on: {
        approve: {
          target: 'approved',
          guard: 'its newest estimate is the one that is answered',
          actions: ['note the answer', 'stop the clock', 'tell whoever repairs'],
        },
        decline: {
          target: 'declined',
          guard: 'its newest estimate is the one that is answered',
          actions: refused,
        },
        expire: {
          target: 'declined',
          actions: ['note that time ran out', 'stop the clock', 'tell whoever repairs', 'tell the exporter'],
        },
        quote,
        giveBack: giveUp,
        cancel: { target: 'cancelled', actions: 'stop the clock' },
      },
    },
    declined: {
      zh: '报价被拒',
      en: 'Declined',
      phase: 'price',
      description: 'The exporter does not want it repaired at that price.',
      on: { giveBack: giveUp, quote, cancel: { target: 'cancelled' } },
    },
    approved: {
      zh: '待维修',
      en: 'Approved',
      phase: 'work',
      description: 'Agreed, waiting for somebody to begin.',
      on: {
        start: { target: 'inRepair', guard: 'its repair was agreed' },
        waitForParts: { target: 'awaitingParts' },
        giveBack: giveUp,
        cancel: { target: 'cancelled' },
      },
    },
    awaitingParts: {
      zh: '待配件',
      en: 'Waiting for parts',
      phase: 'work',
      description: 'Agreed, but something is missing.',
      on: { partsArrived: { target: 'approved' }, giveBack: giveUp, cancel: { target: 'cancelled' } },
    },
    inRepair: {
      zh: '维修中',
      en: 'In repair',
      phase: 'work',
      description: 'Somebody is at it.',
      on: {
        finish: {
          target: 'ready',
          guard: ['its repair was agreed', 'its outcome says it was repaired'],
          actions: ['note the outcome', 'tell its item'],
        },
        waitForParts: { target: 'awaitingParts' },
        quote,
        giveBack: giveUp,
        cancel: { target: 'cancelled' },
      },
    },
    ready: {
      zh: '待复检',
      en: 'To be checked',
      phase: 'done',
      waitsFor: 'staff',
      description: 'The repairer is done; the final check has the word.',
      on: {
        pass: { target: 'closed' },
        fail: { target: 'rework', actions: 'count another cycle' },
        cancel: { target: 'cancelled' },
      },
    },
    rework: {
      zh: '返工',
      en: 'Rework',
      phase: 'work',
      description: 'The final check sent it back.',
      on: {
        start: { target: 'inRepair', guard: 'it has reached whoever repairs it' },
        giveBack: giveUp,
        cancel: { target: 'cancelled' },
      },
    },
    closed: {
      zh: '已结单',
      en: 'Closed',
      phase: 'done',
      type: 'final',
      description: 'Checked, and the item goes on.',
    },
    cancelled: { zh: '已取消', en: 'Cancelled', phase: 'done', type: 'final', description: 'Called off.' },
  },

  guards: ticketGuards,
  effects: {
    'note that it was taken in': '记录已接收',
    'note the diagnosis': '记录诊断',
    'note the estimate': '记录报价',
    'approve it within the limit': '限额内自动同意',
    'ask the exporter': '询问出口商',
    'start the clock for the answer': '启动答复时钟',
    'stop the clock': '停止时钟',
    'note the answer': '记录答复',
    'note that time ran out': '记录超时',
    'note the outcome': '记录维修结果',
    'note that no fault was found': '记录未发现故障',
    'tell its item': '告知货品',
    'tell the exporter': '通知出口商',
    'tell whoever repairs': '通知维修方',
    'count another cycle': '多计一轮',
  },
});
export type TicketState = keyof typeof ticketWorkflow.states;
export type TicketEffect = keyof typeof ticketWorkflow.effects;
