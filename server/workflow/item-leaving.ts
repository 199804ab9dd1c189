import { z } from 'zod';
import * as ask from './fields.ts';
import { note, nothing, piecesCounted, to } from './item-questions.ts';
import { anywhere, type ItemStates, mayLeave } from './item-shared-ways.ts';
import { mayLieHere } from './place-guards.ts';
import type { Step } from './workflow.ts';

/** What may be done to it on its way out: each step with its button, who may and what it asks. */
export const leavingSteps = {
  putBack: {
    button: { zh: '放回', en: 'Put back' },
    done: { zh: '已放回', en: 'Put back' },
    needs: 'items.pick',
    asks: z.object({ location: ask.maybe(to) }),
  },
  pack: {
    button: { zh: '装箱', en: 'Pack' },
    done: { zh: '已装箱', en: 'Packed' },
    needs: 'items.pack',
    undo: 'unpack',
    countsLots: true,
    asks: z.object({
      shipment: ask.maybe(ask.shipment({ zh: '出库单', en: 'Shipment' })),
      quantity: piecesCounted,
    }),
  },
  unpack: {
    button: { zh: '拆箱', en: 'Unpack' },
    done: { zh: '已拆箱', en: 'Unpacked' },
    needs: 'items.pack',
    asks: nothing,
  },
  ship: {
    button: { zh: '出库', en: 'Ship' },
    done: { zh: '已出库', en: 'Shipped' },
    needs: 'the system',
    asks: nothing,
  },
  arrive: {
    button: { zh: '送达', en: 'Delivered' },
    done: { zh: '已送达', en: 'Delivered' },
    needs: 'the system',
    asks: nothing,
  },
  comeBack: {
    button: { zh: '登记派送失败', en: 'Receive as undelivered' },
    done: { zh: '派送失败，已收回', en: 'Received as undelivered' },
    needs: 'items.receive',
    kinds: ['comes back'],
    asks: z.object({ location: to, note }),
  },
} as const satisfies Record<string, Step>;
/** What these steps order, with the Chinese of it. */
export const leavingEffects = {
  'take the place it had': '放回原货位',
  'it is in the carrier’s hands': '交到承运商手里',
  'it is in our hands': '回到我们手里',
  'it has arrived': '已送达',
} as const;

/** From the shelf to the carrier: part of the table in item.ts. */
export const leavingStates = {
  picked: {
    zh: '已拣货',
    en: 'Picked',
    phase: 'leaving',
    inOurHands: true,
    wayOut: 'picked',
    description: 'Off its place, for one shipment.',
    on: {
      pack: {
        target: 'packed',
        guard: [
          'it is promised to this shipment',
          'nothing holds it',
          'its shipment is still open',
          'all of the lot was counted',
        ],
      },
      putBack: {
        target: 'stored',
        guard: mayLieHere,
        actions: 'take the place it had',
      },
      ...anywhere,
    },
  },
  packed: {
    zh: '已装箱',
    en: 'Packed',
    phase: 'leaving',
    inOurHands: true,
    wayOut: 'packed',
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
    wayOut: 'shipped',
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
} as const satisfies ItemStates;
