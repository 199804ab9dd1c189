import { z } from 'zod';
import { workflow } from './workflow.ts';

/** What the guards of a consignment look at. */
export interface ConsignmentFacts {
  /** What is in it: not lost, not back. */
  readonly away: number;
}

export const consignmentWorkflow = workflow({
  name: { zh: '送修批次', en: 'consignment' },
  phases: {
    preparing: { zh: '备货', en: 'Preparing' },
    away: { zh: '外修中', en: 'Away' },
    ended: { zh: '已结束', en: 'Ended' },
  },
  steps: {
    close: {
      button: { zh: '封箱', en: 'Seal' },
      done: { zh: '已封箱', en: 'Sealed' },
      needs: 'consignments.handle',
      decides: true,
      asks: z.object({}),
    },
    reopen: {
      button: { zh: '重新打开', en: 'Reopen' },
      done: { zh: '已重新打开', en: 'Reopened' },
      needs: 'consignments.handle',
      kinds: ['aside'],
      asks: z.object({}),
    },
    handOver: {
      button: { zh: '交给维修商', en: 'Hand over to the vendor' },
      done: { zh: '已交给维修商', en: 'Handed over to the vendor' },
      needs: 'consignments.handle',
      decides: true,
      asks: z.object({}),
    },
    takeOut: {
      button: { zh: '取出', en: 'Take out' },
      done: { zh: '已取出', en: 'Taken out' },
      needs: 'the system',
      asks: z.object({}),
    },
    settle: {
      button: { zh: '结清', en: 'Settle' },
      done: { zh: '已结清', en: 'Settled' },
      needs: 'the system',
      asks: z.object({}),
    },
  },

  initial: 'open',
  states: {
    open: {
      zh: '备货中',
      en: 'Being prepared',
      phase: 'preparing',
      description: 'What is to go to this vendor is added to it.',
      on: { close: { target: 'closed', guard: 'something is in it' }, takeOut: { target: 'open' } },
    },
    closed: {
      zh: '已封箱',
      en: 'Sealed',
      phase: 'preparing',
      description: 'Sealed, its list printed.',
      on: {
        handOver: { target: 'handedOver', actions: ['it is in the vendor’s hands', 'tell the vendor'] },
        reopen: { target: 'open' },
      },
    },
    handedOver: {
      zh: '已交接',
      en: 'Handed over',
      phase: 'away',
      description: 'With the vendor, until the last of it is back.',
      on: { settle: { target: 'settled', guard: 'everything in it has come back' } },
    },
    settled: {
      zh: '已结清',
      en: 'Settled',
      phase: 'ended',
      type: 'final',
      description: 'Everything is back.',
    },
  },

  guards: {
    'something is in it': {
      zh: '里面有货',
      otherwise: { zh: '先加入货品。', en: 'Add an item first.' },
      holds: (facts: ConsignmentFacts) => facts.away > 0,
    },
    'everything in it has come back': {
      zh: '全部已修回',
      otherwise: { zh: '等待其余货品修回。', en: 'Wait until the rest is back.' },
      holds: (facts: ConsignmentFacts) => facts.away === 0,
    },
  },
  effects: {
    'it is in the vendor’s hands': '交到维修商手里',
    'tell the vendor': '通知维修商',
  },
});
