import { z } from 'zod';
import type { Words } from '../words/words.ts';
import * as ask from './fields.ts';
import { factsOf, workflow } from './workflow.ts';

/** Which line of the return is of which line of an exported order. */
const citing = z.object({
  line: ask.count({ zh: '退货单第几行', en: 'Line of this return' }),
  salesOrder: ask.text({ zh: '出口订单号', en: 'Number of the exported order' }, 64),
  orderLine: ask.maybe(ask.count({ zh: '订单第几行', en: 'Line of that order' })),
});
const note = ask.maybe(ask.longText({ zh: '备注', en: 'Note' }));

/** What the guards of a return order look at. */
export interface ReturnOrderFacts {
  readonly lines: number;
  /** Whether lines of it are still being stored. */
  readonly isBeingStored: boolean;
  /** The exceptions (X05, X09, X15) for which a person has to look before it is approved. */
  readonly reviewFor: readonly string[];
  readonly arrived: number;
  /** The first line that asks for more than is left of what was exported; nothing where nobody submits it. */
  readonly tooMany?: Words | undefined;
}

/** Why somebody has to look at a return order before it is approved: exceptions of the catalogue. */
export const reviewReasons = { unknownSku: 'X05', outsideTheWindow: 'X09', noKnownExport: 'X15' } as const;
const reasons = Object.values(reviewReasons);
export type ReviewReason = (typeof reasons)[number];
/** As they are kept in one column. */
export const reviewReasonsOf = (kept: string | null): ReviewReason[] =>
  reasons.filter((reason) => kept?.split(',').includes(reason));

export const returnOrderWorkflow = workflow({
  name: { zh: '退货单', en: 'return order' },
  phases: {
    asked: { zh: '申请', en: 'Asked' },
    agreed: { zh: '已同意', en: 'Agreed' },
    ended: { zh: '已结束', en: 'Ended' },
  },
  steps: {
    submit: {
      button: { zh: '提交', en: 'Submit' },
      done: { zh: '已提交', en: 'Submitted' },
      needs: 'returns.submit',
      asks: z.object({}),
    },
    approve: {
      button: { zh: '批准', en: 'Approve' },
      done: { zh: '已批准', en: 'Approved' },
      needs: 'returns.review',
      decides: true,
      asks: z.object({ note }),
    },
    reject: {
      button: { zh: '驳回', en: 'Reject' },
      done: { zh: '已驳回', en: 'Rejected' },
      needs: 'returns.review',
      decides: true,
      kinds: ['aside'],
      asks: z.object({ note: ask.longText({ zh: '驳回原因', en: 'Why it is rejected' }) }),
    },
    citeAnew: {
      button: { zh: '更正出口订单', en: 'Correct the export' },
      done: { zh: '出口订单已更正', en: 'Export corrected' },
      needs: 'returns.submit',
      kinds: ['aside'],
      asks: citing,
    },
    correctExport: {
      button: { zh: '更正出口订单', en: 'Correct the export' },
      done: { zh: '出口订单已更正', en: 'Export corrected' },
      needs: 'returns.review',
      decides: true,
      kinds: ['aside'],
      asks: citing.extend({ note: ask.longText({ zh: '为什么更正', en: 'Why it is corrected' }) }),
    },
    cancel: {
      button: { zh: '取消', en: 'Cancel return' },
      done: { zh: '已取消', en: 'Cancelled' },
      needs: 'returns.submit',
      kinds: ['aside'],
      asks: z.object({ note }),
    },
  },

  initial: 'draft',
  states: {
    draft: {
      zh: '草稿',
      en: 'Draft',
      phase: 'asked',
      waitsFor: 'exporter',
      description: 'Being written by its exporter.',
      on: {
        submit: [
          {
            target: 'approved',
            guard: [
              'it has lines',
              'all its lines are stored',
              'it asks for no more than was exported',
              'nothing about it needs a person',
            ],
            actions: ['note what a person has to look at', 'announce its items'],
          },
          {
            target: 'submitted',
            guard: ['it has lines', 'all its lines are stored', 'it asks for no more than was exported'],
            actions: 'note what a person has to look at',
          },
        ],
        citeAnew: { guard: 'all its lines are stored', actions: 'cite another export' },
        cancel: { target: 'cancelled' },
      },
    },
    submitted: {
      zh: '待审核',
      en: 'To be reviewed',
      phase: 'asked',
      waitsFor: 'staff',
      takes: 'what it asks for',
      description: 'Asked for, and something about it needs a person to look.',
      on: {
        approve: { target: 'approved', actions: ['announce its items', 'tell the exporter'] },
        reject: { target: 'rejected', actions: 'tell the exporter' },
        citeAnew: { guard: 'all its lines are stored', actions: 'cite another export' },
        correctExport: { guard: 'all its lines are stored', actions: 'cite another export' },
        cancel: { target: 'cancelled' },
      },
    },
    approved: {
      zh: '已批准',
      en: 'Approved',
      phase: 'agreed',
      awaited: true,
      takes: 'what its items are',
      description: 'Expected at the dock. How far it is, its items say.',
      on: {
        correctExport: {
          guard: ['all its lines are stored', 'nothing of it has arrived'],
          actions: 'cite another export',
        },
        cancel: { target: 'cancelled', guard: 'nothing of it has arrived', actions: 'cancel its items' },
      },
    },
    rejected: {
      zh: '已驳回',
      en: 'Rejected',
      phase: 'ended',
      type: 'final',
      description: 'Not wanted here; the exporter was told why.',
    },
    cancelled: {
      zh: '已取消',
      en: 'Cancelled',
      phase: 'ended',
      type: 'final',
      description: 'Called off before anything arrived.',
    },
  },

  guards: {
    'it has lines': {
      zh: '有明细行',
      otherwise: { zh: '先添加至少一行商品。', en: 'Add at least one line first.' },
      holds: (facts: ReturnOrderFacts) => facts.lines > 0,
    },
    'all its lines are stored': {
      zh: '明细行已全部录入',
      otherwise: {
        zh: '明细行还在录入，请稍后再提交。',
        en: 'Its lines are still being entered. Submit it in a moment.',
      },
      holds: (facts: ReturnOrderFacts) => !facts.isBeingStored,
    },
    'it asks for no more than was exported': {
      zh: '不超过可退数量',
      otherwise: {
        zh: '新建一张数量正确的退货单，或先取消占用这些数量的退货单。',
        en: 'Enter it again with the quantity that is left, or cancel the return that takes it.',
      },
      holds: (facts: ReturnOrderFacts) => facts.tooMany === undefined,
      says: (facts: ReturnOrderFacts) => facts.tooMany,
    },
    'nothing about it needs a person': {
      zh: '无需人工审核',
      otherwise: { zh: '等待主管审核。', en: 'A supervisor has to review it.' },
      holds: (facts: ReturnOrderFacts) => facts.reviewFor.length === 0,
    },
    'nothing of it has arrived': {
      zh: '尚无货品到仓',
      otherwise: {
        zh: '已有货品到仓，请逐件给出指示。',
        en: 'Some of it has already arrived; give instructions item by item.',
      },
      holds: (facts: ReturnOrderFacts) => facts.arrived === 0,
    },
  },
  effects: {
    'note what a person has to look at': '记录需人工审核的原因',
    'announce its items': '预报它的货品',
    'cancel its items': '取消它的货品',
    'cite another export': '改引另一张出口订单',
    'tell the exporter': '通知出口商',
  },
});

/** Whether its goods may come to the dock: it was sent, and neither turned away nor called off. */
export const isAwaited = (state: string): boolean => factsOf(returnOrderWorkflow, state).awaited === true;
/** Where what comes for a return that nobody awaits may be put at the dock: until somebody knows, apart from the rest. */
export const takesUnawaited = (placeKind: string): boolean => ['quarantine', 'hazard'].includes(placeKind);
/** Whether this step is the one with which it begins to take of what was exported. */
export const beginsToTake = (state: string, step: string | null): boolean =>
  step === 'submit' && factsOf(returnOrderWorkflow, state).takes === undefined;
