import { changePlace, type ItemStates, inTheHouse, unbound } from './item-shared-ways.ts';

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

/** From the announcement to the licence plate: part of the table in item.ts. */
export const receivingStates = {
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
} as const satisfies ItemStates;
