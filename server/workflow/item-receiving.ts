import { z } from 'zod';
import type { ExportPapers } from '../items/life.ts';
import * as ask from './fields.ts';
import { foundSoundly } from './inspection-guards.ts';
import { openingWays } from './item-opening.ts';
import { note, nothing, to } from './item-questions.ts';
import { changePlace, type ItemStates, inTheHouse, unbound } from './item-shared-ways.ts';
import type { Step } from './workflow.ts';

/** What may be done to it when it comes: each step with its button, who may and what it asks. */
export const receivingSteps = {
  receive: {
    button: { zh: '收货', en: 'Receive' },
    done: { zh: '已收货', en: 'Received' },
    needs: 'items.receive',
    kinds: ['receipt'],
    undo: 'undoReceive',
    asks: z.object({
      location: to,
      quantity: ask.maybe(ask.count({ zh: '实收数量', en: 'Quantity received' })),
      serial: ask.maybe(ask.serial({ zh: '序列号', en: 'Serial' })),
      imei2: ask.maybe(ask.serial({ zh: '第二个 IMEI', en: 'Second IMEI' })),
      exception: ask.maybe(ask.code('exception', { zh: '收货异常', en: 'Receiving exception' })),
      note,
    }),
    /** The code of the parcel that lies open, and whether it was looked for a serial in vain. */
    names: z.object({ parcel: z.string().max(32).optional(), noSerial: z.boolean().optional() }),
  },
  undoReceive: {
    button: { zh: '撤销收货', en: 'Undo receipt' },
    done: { zh: '已撤销收货', en: 'Receipt undone' },
    needs: 'items.receive',
    asks: nothing,
  },
  reportMissing: {
    button: { zh: '报告未到', en: 'Report missing' },
    done: { zh: '已报告未到', en: 'Reported missing' },
    needs: 'items.exception',
    kinds: ['exception', 'aside'],
    asks: z.object({ note }),
  },
  giveUp: {
    button: { zh: '按未到结案', en: 'Close as never arrived' },
    done: { zh: '已按未到结案', en: 'Closed as never arrived' },
    needs: 'returns.review',
    kinds: ['exception', 'aside'],
    asks: z.object({ note }),
  },
  citeAnew: {
    button: { zh: '更正出口依据', en: 'Correct its export' },
    done: { zh: '出口依据已更正', en: 'Export corrected' },
    needs: 'the system',
    kinds: ['aside'],
    asks: nothing,
    given: z.object({ papers: z.custom<ExportPapers>() }),
  },
  cancel: {
    button: { zh: '取消', en: 'Cancel' },
    done: { zh: '已取消', en: 'Cancelled' },
    needs: 'the system',
    kinds: ['aside'],
    asks: nothing,
    /** The code of the older acquaintance that it turned out to be. */
    given: z.object({ itIs: z.string().optional() }),
  },
} as const satisfies Record<string, Step>;
/** What these steps order, with the Chinese of it. */
export const receivingEffects = {
  'split off what did not come': '分出没有到的数量',
  'note the receipt': '记录收货',
  'note its parcel': '记录来自哪个包裹',
  'forget the receipt': '撤销收货记录',
  'note the exception': '记录收货异常',
  'take over the papers of its export': '改用更正后的出口单证',
  'start the clock for what is missing': '启动未到时钟',
  'let its clock run on': '时钟继续走',
} as const;

/** What was announced comes in, expected still or given up already. */
const receive = {
  target: 'received',
  guard: [
    'it is no more than was announced',
    'what others counted of it is left to them',
    'there is room at this place',
    'this place is for receiving',
  ],
  actions: [
    'split off what did not come',
    'take the place',
    'note the receipt',
    'note its parcel',
    'note the exception',
    'tell the exporter',
  ],
} as const;
/** The same of what somebody looked for in vain: nobody waits for it any more, but for the rest as before. */
const [splitOff, ...takeIn] = receive.actions;
const turnsUp = { ...receive, actions: [splitOff, 'stop the clocks', ...takeIn] } as const;

/** From the announcement to the licence plate: part of the table in item.ts. */
export const receivingStates = {
  announced: {
    zh: '已预报',
    en: 'Announced',
    phase: 'announced',
    arrival: 'expected',
    description: 'The exporter told us; it is not here.',
    on: {
      receive,
      reportMissing: {
        target: 'missing',
        actions: ['start the clock for what is missing', 'tell the exporter'],
      },
      citeAnew: { actions: 'take over the papers of its export' },
      cancel: { target: 'cancelled', actions: 'stop the clocks' },
      ...openingWays,
    },
  },
  missing: {
    zh: '未到',
    en: 'Missing',
    phase: 'announced',
    news: 'bad',
    arrival: 'missing',
    description: 'The parcel is finished or the date passed without it.',
    on: {
      receive: turnsUp,
      giveUp: { target: 'neverCame', actions: ['stop the clocks', 'tell the exporter'] },
      expire: { target: 'neverCame', actions: 'tell the exporter' },
      returnAgain: { target: 'announced', actions: ['stop the clocks', 'begin its next life'] },
      citeAnew: { actions: 'take over the papers of its export' },
      cancel: { target: 'cancelled', actions: 'stop the clocks' },
    },
  },
  neverCame: {
    zh: '未到结案',
    en: 'Never arrived',
    phase: 'ended',
    news: 'bad',
    type: 'final',
    arrival: 'missing',
    abroad: true,
    description: 'Given up: its return is settled without it. It may still turn up, or be announced anew.',
    on: {
      receive,
      returnAgain: { target: 'announced', actions: 'begin its next life' },
    },
  },
  received: {
    zh: '已接收',
    en: 'Received',
    phase: 'receiving',
    toInspect: true,
    inOurHands: true,
    description: 'In the building with our licence plate on it. Nobody may sell or ship it.',
    on: {
      inspect: {
        target: 'inspected',
        guard: foundSoundly,
        actions: ['grade it', 'hold what is dangerous', 'advise where it goes'],
      },
      undoReceive: [
        {
          target: 'announced',
          guard: [
            'it still lies where its receipt put it',
            'its exporter announced it',
            'it was expected when it came',
          ],
          actions: ['free the place', 'forget the receipt'],
        },
        {
          target: 'missing',
          guard: [
            'it still lies where its receipt put it',
            'its exporter announced it',
            'it was missed when it came',
          ],
          actions: ['free the place', 'forget the receipt', 'let its clock run on'],
        },
        {
          target: 'neverCame',
          guard: [
            'it still lies where its receipt put it',
            'its exporter announced it',
            'it was given up when it came',
          ],
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
} as const satisfies ItemStates;
