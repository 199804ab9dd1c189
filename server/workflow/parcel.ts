import { z } from 'zod';
import { type Counted, parcelCountGuards } from './count-guards.ts';
import * as ask from './fields.ts';
import { nothing } from './item-questions.ts';
import { factsOf, knows, workflow } from './workflow.ts';

/** What the guards of a parcel look at. */
export interface ParcelFacts {
  /** How many articles came in it. */
  readonly came: number;
  /** How many of them belong to the return order that is named. */
  readonly cameOfOrder: number;
  /** How many return orders lie in it. */
  readonly orders: number;
  /** Whether the return order that is named lies in it; null where none is named. */
  readonly holdsOrder: boolean | null;
  /** What other people counted in it and have not received yet; of the return order that is named, where one is. */
  readonly countedByOthers: readonly Counted[];
}

const order = ask.text({ zh: '退货单号', en: 'Return order' }, 32);

export const parcelWorkflow = workflow({
  name: { zh: '包裹', en: 'parcel' },
  phases: {
    unpacking: { zh: '拆包', en: 'Unpacking' },
    ended: { zh: '已结束', en: 'Ended' },
  },
  steps: {
    describe: {
      button: { zh: '登记外观', en: 'Describe the outside' },
      done: { zh: '外观已登记', en: 'Outside described' },
      needs: 'items.receive',
      kinds: ['aside'],
      asks: z.object({
        waybill: ask.maybe(ask.waybill({ zh: '运单号', en: 'Waybill' })),
        seal: ask.maybe(ask.text({ zh: '封条', en: 'Seal' }, 40)),
        grams: ask.maybe(ask.count({ zh: '重量（克）', en: 'Weight in grams' })),
        note: ask.maybe(ask.longText({ zh: '备注', en: 'Note' })),
      }),
    },
    link: {
      button: { zh: '关联退货单', en: 'Link a return order' },
      done: { zh: '已关联退货单', en: 'Return order linked' },
      tells: 'order',
      needs: 'items.receive',
      kinds: ['aside'],
      asks: z.object({ order }),
    },
    unlink: {
      button: { zh: '取消关联', en: 'Unlink a return order' },
      done: { zh: '已取消关联', en: 'Return order unlinked' },
      tells: 'order',
      needs: 'items.receive',
      kinds: ['aside'],
      asks: z.object({ order }),
    },
    addPhoto: {
      button: { zh: '拍照', en: 'Take a photo' },
      done: { zh: '已拍照', en: 'Photo taken' },
      needs: 'items.photograph',
      kinds: ['photo'],
      asks: nothing,
      given: z.object({ photo: z.string().optional() }),
    },
    finish: {
      button: { zh: '拆完', en: 'Finish unpacking' },
      done: { zh: '已拆完', en: 'Unpacked' },
      needs: 'items.receive',
      asks: nothing,
    },
    reopen: {
      button: { zh: '重新打开', en: 'Reopen' },
      done: { zh: '已重新打开', en: 'Reopened' },
      needs: 'items.receive',
      kinds: ['aside'],
      asks: nothing,
    },
    takeOverCounts: {
      button: { zh: '接手已数的货', en: 'Take over the count' },
      done: { zh: '已接手，现在由您收货', en: 'Taken over: yours to receive now' },
      needs: 'items.receive',
      kinds: ['aside'],
      asks: nothing,
    },
    drop: {
      button: { zh: '作废', en: 'Void parcel' },
      done: { zh: '已作废', en: 'Voided' },
      needs: 'items.receive',
      kinds: ['aside'],
      asks: nothing,
    },
  },

  initial: 'open',
  states: {
    open: {
      zh: '拆包中',
      en: 'Being unpacked',
      phase: 'unpacking',
      description: 'At the dock; what lies in it is being counted and taken in.',
      on: {
        describe: { actions: 'note its outside' },
        link: { guard: 'that return order is not in it yet', actions: 'put the return order in' },
        unlink: {
          guard: [
            'that return order is in it',
            'nothing of that return order came in it',
            'nobody else counted in it',
          ],
          actions: 'take the return order out',
        },
        addPhoto: { actions: 'note the photo' },
        finish: {
          target: 'emptied',
          guard: 'nobody else counted in it',
          actions: 'forget what was counted',
        },
        takeOverCounts: { guard: 'somebody else counted in it', actions: 'take over what was counted' },
        drop: {
          target: 'dropped',
          guard: ['nothing came in it', 'nobody else counted in it'],
          actions: 'forget what was counted',
        },
      },
    },
    emptied: {
      zh: '已拆完',
      en: 'Unpacked',
      phase: 'ended',
      description: 'All that lay in it is taken in.',
      on: {
        describe: { actions: 'note its outside' },
        addPhoto: { actions: 'note the photo' },
        reopen: { target: 'open' },
      },
    },
    dropped: {
      zh: '已作废',
      en: 'Void',
      phase: 'ended',
      type: 'final',
      description: 'Opened by mistake: there was no such parcel.',
    },
  },

  guards: {
    ...parcelCountGuards,
    'that return order is not in it yet': {
      zh: '还没有关联这张退货单',
      otherwise: { zh: '这张退货单已关联。', en: 'That return order is already linked.' },
      holds: (facts: ParcelFacts) => facts.holdsOrder !== true,
    },
    'that return order is in it': {
      zh: '已关联这张退货单',
      otherwise: {
        zh: '这个包裹没有关联这张退货单。',
        en: 'That return order is not linked to this parcel.',
      },
      holds: (facts: ParcelFacts) => facts.orders > 0 && facts.holdsOrder !== false,
    },
    'nothing of that return order came in it': {
      zh: '这张退货单没有货从此包裹收入',
      otherwise: {
        zh: '已有货按这张退货单收入；先撤销收货。',
        en: 'Goods were received for it from this parcel; undo that first.',
      },
      holds: (facts: ParcelFacts) => facts.cameOfOrder === 0,
    },
    'nothing came in it': {
      zh: '没有货从此包裹收入',
      otherwise: {
        zh: '已有货从此包裹收入；请按“拆完”。',
        en: 'Goods were received from it; use "Finish unpacking" instead.',
      },
      holds: (facts: ParcelFacts) => facts.came === 0,
    },
  },
  effects: {
    'note its outside': '登记外观',
    'put the return order in': '关联退货单',
    'take the return order out': '取消关联退货单',
    'forget what was counted': '清除未收的计数',
    'take over what was counted': '接手别人数的货',
    'note the photo': '记录照片',
  },
});

/** Whether something is still being taken in out of it. */
export const isBeingUnpacked = (state: string): boolean =>
  factsOf(parcelWorkflow, state).phase === 'unpacking';
/** Carriers use their numbers again after months: within so many days, the same waybill is the same parcel. */
const SAME_PARCEL_DAYS = 60;
/** Of the parcels that ever carried a number, the newest first, the one that carries it now: one that is open, or was. */
export function carriesItNow<P extends { readonly state: string; readonly stateSince: Date }>(
  all: readonly P[],
  now: Date,
): P | undefined {
  const since = now.getTime() - SAME_PARCEL_DAYS * 86_400_000;
  return (
    all.find(({ state }) => isBeingUnpacked(state)) ??
    all.find(({ state, stateSince }) => mayBeOpened(state) && stateSince.getTime() >= since)
  );
}
/** Whether something may be taken in out of it, if it is opened again; out of one that never was, nothing. */
export const mayBeOpened = (state: string): boolean =>
  isBeingUnpacked(state) || knows(parcelWorkflow, state, 'reopen');

interface Carried {
  readonly waybill: string | null;
}
/** Whether the rest of a return is expected in a parcel, too: one with a waybill of its own comes in its own parcel. */
export const restIsHere = (parcel: Carried, order: Carried): boolean =>
  order.waybill === null || parcel.waybill === null || order.waybill === parcel.waybill;
