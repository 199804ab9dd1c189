import { z } from 'zod';
import * as ask from './fields.ts';
import type { Step } from './workflow.ts';

const note = ask.maybe(ask.longText({ zh: '备注', en: 'Note' }));
/** The estimate that is answered, as its answerer saw it: another one is another question. */
const estimate = z.strictObject({
  version: z.number().int().min(1),
  totalMinor: z.number().int().min(0),
  currency: z.string().length(3),
});
const outcome = (...means: string[]) => ask.code('outcome', { zh: '维修结果', en: 'Outcome' }, means);

/** What may be done with a ticket: each step with its button, who may and what it asks. */
export const ticketSteps = {
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
} as const satisfies Record<string, Step>;
