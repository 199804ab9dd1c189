import { z } from 'zod';
import * as ask from './fields.ts';
import { factsOf, workflow } from './workflow.ts';

/** What the guards of a shipment look at. */
export interface ShipmentFacts {
  readonly promised: number;
  readonly picked: number;
  readonly packed: number;
  readonly underway: number;
  /** What has not followed its last step yet. */
  readonly following: number;
}

export const shipmentWorkflow = workflow({
  name: { zh: '出库单', en: 'shipment' },
  phases: {
    preparing: { zh: '备货', en: 'Preparing' },
    underway: { zh: '在途', en: 'On its way' },
    ended: { zh: '已结束', en: 'Ended' },
  },
  steps: {
    close: {
      button: { zh: '封箱', en: 'Seal' },
      done: { zh: '已封箱', en: 'Sealed' },
      needs: 'shipments.ship',
      decides: true,
      asks: z.object({
        cartons: ask.maybe(ask.count({ zh: '箱数', en: 'Cartons' })),
        weight: ask.maybe(ask.weight({ zh: '总重（千克）', en: 'Total weight in kg' })),
      }),
    },
    reopen: {
      button: { zh: '重新打开', en: 'Reopen' },
      done: { zh: '已重新打开', en: 'Reopened' },
      needs: 'shipments.ship',
      kinds: ['aside'],
      asks: z.object({}),
    },
    handOver: {
      button: { zh: '交承运商', en: 'Hand over to the carrier' },
      done: { zh: '已交承运商', en: 'Handed over to the carrier' },
      tells: 'carrier',
      needs: 'shipments.ship',
      decides: true,
      asks: z.object({
        carrier: ask.text({ zh: '承运商', en: 'Carrier' }, 60),
        waybill: ask.waybill({ zh: '运单号', en: 'Waybill' }),
      }),
    },
    correctWaybill: {
      button: { zh: '更正运单号', en: 'Correct the waybill' },
      done: { zh: '运单号已更正', en: 'Waybill corrected' },
      tells: 'waybill',
      needs: 'shipments.ship',
      decides: true,
      kinds: ['aside'],
      asks: z.object({
        carrier: ask.text({ zh: '承运商', en: 'Carrier' }, 60),
        waybill: ask.waybill({ zh: '运单号', en: 'Waybill' }),
        reason: ask.longText({ zh: '原因', en: 'Reason' }),
      }),
    },
    deliver: {
      button: { zh: '确认送达', en: 'Mark as delivered' },
      done: { zh: '已送达', en: 'Delivered' },
      needs: 'shipments.ship',
      kinds: ['desk work'],
      asks: z.object({}),
    },
    end: {
      button: { zh: '未送达', en: 'Not delivered' },
      done: { zh: '未送达，已结束', en: 'Ended: not delivered' },
      needs: 'the system',
      asks: z.object({}),
    },
    cancel: {
      button: { zh: '取消', en: 'Cancel shipment' },
      done: { zh: '已取消', en: 'Cancelled' },
      needs: 'shipments.plan',
      decides: true,
      kinds: ['aside', 'desk work'],
      asks: z.object({}),
    },
  },

  initial: 'open',
  states: {
    open: {
      zh: '备货中',
      en: 'Being prepared',
      phase: 'preparing',
      takesItems: true,
      description: 'Things are promised to it, picked and packed.',
      on: {
        close: {
          target: 'packed',
          guard: ['something is in it', 'everything promised to it is packed'],
          actions: 'note cartons and weight',
        },
        cancel: { target: 'cancelled', guard: 'nothing of it is picked', actions: 'release its promises' },
      },
    },
    packed: {
      zh: '已封箱',
      en: 'Sealed',
      phase: 'preparing',
      description: 'Packed and closed, waiting for the carrier.',
      on: {
        handOver: { target: 'handedOver', actions: ['note the waybill', 'ship its items'] },
        reopen: { target: 'open' },
      },
    },
    handedOver: {
      zh: '已交承运商',
      en: 'Handed over',
      phase: 'underway',
      description: 'With the carrier.',
      on: {
        deliver: {
          target: 'delivered',
          guard: ['all of it is handed over', 'something of it is on its way'],
          actions: 'its items arrive',
        },
        correctWaybill: { actions: 'correct the waybill' },
        end: { target: 'notDelivered' },
      },
    },
    delivered: { zh: '已送达', en: 'Delivered', phase: 'ended', type: 'final', description: 'Arrived.' },
    notDelivered: {
      zh: '未送达',
      en: 'Not delivered',
      phase: 'ended',
      type: 'final',
      description: 'Nothing of it arrived: all of it came back or was lost.',
    },
    cancelled: { zh: '已取消', en: 'Cancelled', phase: 'ended', type: 'final', description: 'Called off.' },
  },

  guards: {
    'something is in it': {
      zh: '里面有货',
      otherwise: { zh: '先预留并拣货。', en: 'Reserve and pick something first.' },
      holds: (facts: ShipmentFacts) => facts.promised > 0,
    },
    'everything promised to it is packed': {
      zh: '预留的都已装箱',
      otherwise: {
        zh: '先拣完、装完，或取消未拣的预留。',
        en: 'Pick and pack the rest, or cancel its reservation.',
      },
      holds: (facts: ShipmentFacts) => facts.packed === facts.promised,
    },
    'something of it is on its way': {
      zh: '还有货在途',
      otherwise: { zh: '里面的货都已退回或遗失。', en: 'All of it came back or was lost.' },
      holds: (facts: ShipmentFacts) => facts.underway > 0,
    },
    'all of it is handed over': {
      zh: '已全部交出',
      otherwise: {
        zh: '货品正在逐件交出，请稍等。',
        en: 'Its items are still being handed over. Wait a little.',
      },
      holds: (facts: ShipmentFacts) => facts.following === 0,
    },
    'nothing of it is picked': {
      zh: '尚未拣货',
      otherwise: { zh: '先把已拣的放回。', en: 'Put back what is picked first.' },
      holds: (facts: ShipmentFacts) => facts.picked + facts.packed === 0,
    },
  },
  effects: {
    'note cartons and weight': '记录箱数和重量',
    'note the waybill': '记录运单号',
    'correct the waybill': '更正运单号',
    'ship its items': '货品出库',
    'its items arrive': '货品送达',
    'release its promises': '取消全部预留',
  },
});

/** Whether something may still be promised to it, picked and packed for it. */
export const takesItems = (state: string): boolean => factsOf(shipmentWorkflow, state).takesItems === true;

/** Whether no carrier has it yet, so that it can be worked on. */
export const isNotHandedOver = ({ phase }: { readonly phase: string }): boolean => phase === 'preparing';
