import { z } from 'zod';
import * as ask from './fields.ts';
import { ticketGuards } from './ticket-guards.ts';
import { workflow } from './workflow.ts';

const note = ask.maybe(ask.longText({ zh: '备注', en: 'Note' }));
/** The estimate that is answered, as its answerer saw it: another one is another question. */
const estimate = z.strictObject({
  version: z.number().int().min(1),
  totalMinor: z.number().int().min(0),
  currency: z.string().length(3),
});
const outcome = (...means: string[]) => ask.code('outcome', { zh: '维修结果', en: 'Outcome' }, means);
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
  steps: {
    takeIn: {
      button: { zh: '接收', en: 'Take in' },
      done: { zh: '已接收', en: 'Taken in' },
      needs: 'tickets.work',
      asks: z.object({ note }),
    },
    diagnose: {
      button: { zh: '诊断', en: 'Diagnose' },
      done: { zh: '诊断已记录', en: 'Diagnosis recorded' },
      needs: 'tickets.work',
      kinds: ['diagnosis'],
      asks: z.object({ diagnosis: ask.longText({ zh: '诊断结果', en: 'What is wrong' }) }),
    },
    quote: {
      button: { zh: '报价', en: 'Send estimate' },
      done: { zh: '报价已发出', en: 'Estimate sent' },
      needs: 'tickets.work',
      decides: true,
      asks: z.object({
        labour: ask.money({ zh: '人工费', en: 'Labour' }),
        parts: ask.money({ zh: '配件费', en: 'Parts' }),
        note,
      }),
    },
    approve: {
      button: { zh: '同意报价', en: 'Approve estimate' },
      done: { zh: '报价已同意', en: 'Estimate approved' },
      needs: 'tickets.answer',
      decides: true,
      names: z.object({ estimate }),
      asks: z.object({ note }),
    },
    decline: {
      button: { zh: '不同意', en: 'Decline estimate' },
      done: { zh: '已不同意报价', en: 'Estimate declined' },
      needs: 'tickets.answer',
      decides: true,
      names: z.object({ estimate }),
      asks: z.object({
        decision: ask.choice(
          { zh: '如何处理', en: 'What to do with it' },
          {
            E3: { zh: '不修，原样退回', en: 'Return it unrepaired' },
            E4: { zh: '不修，销毁或复售', en: 'Dispose of it or resell it' },
          },
        ),
        note,
      }),
    },
    expire: {
      button: { zh: '超时默认处理', en: 'Time is up' },
      done: { zh: '已按超时默认处理', en: 'Handled by default: time was up' },
      needs: 'the system',
      asks: z.object({}),
    },
    waitForParts: {
      button: { zh: '缺件待料', en: 'Wait for parts' },
      done: { zh: '缺件待料，已记录', en: 'Waiting for parts' },
      needs: 'tickets.work',
      asks: z.object({ note }),
    },
    partsArrived: {
      button: { zh: '登记配件到货', en: 'Record arrival of parts' },
      done: { zh: '配件已到货', en: 'Parts arrived' },
      needs: 'tickets.work',
      asks: z.object({}),
    },
    start: {
      button: { zh: '开始维修', en: 'Start repair' },
      done: { zh: '维修已开始', en: 'Repair started' },
      needs: 'tickets.work',
      asks: z.object({}),
    },
    finish: {
      button: { zh: '维修完成', en: 'Finish repair' },
      done: { zh: '维修已完成', en: 'Repair finished' },
      needs: 'tickets.work',
      asks: z.object({
        outcome: outcome('repaired'),
        workDone: ask.longText({ zh: '维修内容', en: 'Work done' }),
      }),
    },
    noFault: {
      button: { zh: '报告无故障', en: 'Report no fault found' },
      done: { zh: '已报告无故障', en: 'Reported: no fault found' },
      needs: 'tickets.work',
      asks: z.object({ workDone: ask.longText({ zh: '测试内容', en: 'What was tested' }) }),
    },
    giveBack: {
      button: { zh: '不修，退回', en: 'Give back unrepaired' },
      done: { zh: '不修，已退回', en: 'Given back unrepaired' },
      needs: 'tickets.work',
      asks: z.object({
        outcome: outcome('failed', 'declined'),
        workDone: ask.longText({ zh: '原因', en: 'Why' }),
      }),
    },
    pass: {
      button: { zh: '复检通过', en: 'Passed' },
      done: { zh: '复检已通过', en: 'Check passed' },
      needs: 'the system',
      asks: z.object({}),
    },
    fail: {
      button: { zh: '复检不通过', en: 'Failed' },
      done: { zh: '复检不通过，已记录', en: 'Check failed' },
      needs: 'the system',
      asks: z.object({}),
      given: z.object({ reason: z.string() }),
    },
    cancel: {
      button: { zh: '取消', en: 'Cancel' },
      done: { zh: '已取消', en: 'Cancelled' },
      needs: 'the system',
      kinds: ['aside'],
      asks: z.object({}),
    },
  },

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
