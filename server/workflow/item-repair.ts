import { z } from 'zod';
import * as ask from './fields.ts';
import { foundSoundly, ruledOutBy } from './inspection-guards.ts';
import { axes, nothing, to, why } from './item-questions.ts';
import { anywhere, changePlace, type ItemStates, inTheHouse, writtenOff } from './item-shared-ways.ts';
import type { Step } from './workflow.ts';

/** What may be done to it around a repair: each step with its button, who may and what it asks. */
export const repairSteps = {
  undoHandToVendor: {
    button: { zh: '撤销送修', en: 'Undo sending' },
    done: { zh: '已撤销送修', en: 'Sending undone' },
    needs: 'items.repair',
    asks: nothing,
  },
  handOver: {
    button: { zh: '交给维修商', en: 'Handed to the vendor' },
    done: { zh: '已交给维修商', en: 'Handed over to the vendor' },
    needs: 'the system',
    asks: nothing,
  },
  finishWork: {
    button: { zh: '维修完成', en: 'Work finished' },
    done: { zh: '维修已完成', en: 'Repair finished' },
    needs: 'the system',
    asks: nothing,
  },
  takeBack: {
    button: { zh: '修回收货', en: 'Receive back from the vendor' },
    done: { zh: '已修回收货', en: 'Received back from the vendor' },
    needs: 'items.receive',
    kinds: ['comes back'],
    asks: z.object({
      location: to,
      serial: ask.maybe(ask.serial({ zh: '实物序列号', en: 'Serial seen on it' })),
      otherUnit: ask.maybe(ask.yesNo({ zh: '维修商换了一件', en: 'The vendor exchanged it' })),
    }),
  },
  passCheck: {
    button: { zh: '复检通过', en: 'Pass the check' },
    done: { zh: '复检已通过', en: 'Check passed' },
    needs: 'items.check',
    kinds: ['inspection', 'bench work'],
    asks: z.object(axes),
    rulesOut: ruledOutBy,
  },
  failCheck: {
    button: { zh: '复检不通过', en: 'Fail the check' },
    done: { zh: '复检不通过，已记录', en: 'Check failed' },
    needs: 'items.check',
    kinds: ['bench work'],
    asks: z.object({ reason: why }),
  },
} as const satisfies Record<string, Step>;
/** What these steps order, with the Chinese of it. */
export const repairEffects = {
  'add it to the consignment': '加入送修批次',
  'take it out of the consignment': '从送修批次中取出',
  'close its line in the consignment': '结清送修批次中的一行',
  'close its ticket': '关闭维修单',
  'cancel its ticket': '取消维修单',
  'send its ticket round again': '维修单返工',
  'it is in the vendor’s hands': '交到维修商手里',
  'note the serial it came back with': '记录修回时的序列号',
  'begin the life of what came back': '开始回来那件的一程',
} as const;

const mayComeBack = [
  'its vendor is done with it',
  'there is room at this place',
  'this place is for receiving',
] as const;

/** At our bench, at a vendor, and back from either: part of the table in item.ts. */
export const repairStates = {
  inRepair: {
    zh: '维修中',
    en: 'In repair',
    phase: 'repair',
    inOurHands: true,
    description: 'At a bench in the house, its ticket open.',
    on: {
      finishWork: { target: 'toCheck' },
      ...inTheHouse,
      reportLost: writtenOff('free the place', 'cancel its ticket', 'tell the exporter'),
    },
  },
  atVendor: {
    zh: '外修中',
    en: 'At a vendor',
    phase: 'repair',
    description: 'In a vendor’s hands, on the way there or back.',
    on: {
      handOver: { actions: 'it is in the vendor’s hands' },
      takeBack: [
        {
          target: 'toCheck',
          guard: [...mayComeBack, 'it is the unit that went'],
          actions: [
            'take the place',
            'it is in our hands',
            'note the serial it came back with',
            'close its line in the consignment',
          ],
        },
        {
          target: 'keptByVendor',
          guard: [...mayComeBack, 'another unit came back', 'it was said that it is another'],
          actions: [
            'begin the life of what came back',
            'close its line in the consignment',
            'stop the clocks',
            'tell the exporter',
          ],
        },
      ],
      undoHandToVendor: {
        target: 'sorted',
        guard: 'it is still in the house',
        actions: ['take it out of the consignment', 'cancel its ticket'],
      },
      ...anywhere,
      reportLost: writtenOff('close its line in the consignment', 'cancel its ticket', 'tell the exporter'),
    },
  },
  toCheck: {
    zh: '待复检',
    en: 'To be checked',
    phase: 'repair',
    toInspect: true,
    inOurHands: true,
    description: 'Back from repair; nobody trusts it yet.',
    on: {
      passCheck: {
        target: 'inspected',
        guard: ['it has a repair to check', ...foundSoundly],
        actions: ['grade it', 'hold what is dangerous', 'close its ticket', 'advise where it goes'],
      },
      failCheck: [
        {
          target: 'inRepair',
          guard: ['it has a repair to check', 'its ticket is at our bench'],
          actions: 'send its ticket round again',
        },
        {
          target: 'atVendor',
          guard: ['it has a repair to check', 'its ticket is a vendor’s'],
          actions: ['send its ticket round again', 'add it to the consignment', 'free the place'],
        },
      ],
      ...changePlace,
      ...inTheHouse,
      reportLost: writtenOff('free the place', 'cancel its ticket', 'tell the exporter'),
    },
  },
} as const satisfies ItemStates;
