import { anotherSerialCame, noOtherSerial } from '../words/when-false.ts';
import type { ItemFacts } from './item-facts.ts';
import type { Guard } from './workflow.ts';

/** Whose its repair is, whether it is done, and whether what came back is what went. */
export const repairGuards = {
  'its ticket is at our bench': {
    zh: '维修单在站内',
    otherwise: { zh: '此维修单在维修商处。', en: 'This ticket is with a vendor.' },
    holds: (f) => f.ticket?.atVendor === false,
  },
  'its ticket is a vendor’s': {
    zh: '维修单属于维修商',
    otherwise: { zh: '此维修单在站内工位。', en: 'This ticket is at our own bench.' },
    holds: (f) => f.ticket?.atVendor === true,
  },
  'its vendor is done with it': {
    zh: '维修商已处理完',
    otherwise: {
      zh: '等维修商点“维修完成”或“不修，退回”。',
      en: 'Wait until the vendor finishes it or gives it back unrepaired.',
    },
    holds: (f) => f.ticket === null || f.ticket.state === 'ready' || f.ticket.state === 'closed',
  },
  'it is the unit that went': {
    zh: '是送出的那件',
    otherwise: {
      zh: '核对实物序列号；确实换了一件，再选“维修商换了一件”。',
      en: 'Check the serial on it; if it really is another unit, choose “The vendor exchanged it”.',
    },
    holds: (f) => !f.isAnotherUnit && !f.saidAnother,
    says: ({ isAnotherUnit, serials }) =>
      isAnotherUnit && serials ? anotherSerialCame(...serials) : noOtherSerial,
  },
  'another unit came back': {
    zh: '回来的是另一件',
    otherwise: { zh: '核对序列号。', en: 'Check its serial.' },
    holds: (f) => f.isAnotherUnit,
  },
  'it was said that it is another': {
    zh: '已确认是另一件',
    otherwise: { zh: '核对实物序列号。', en: 'Check the serial on it.' },
    holds: (f) => f.saidAnother,
  },
  'it has a repair to check': {
    zh: '有待复检的维修',
    otherwise: { zh: '请重新质检。', en: 'Inspect it again.' },
    holds: (f) => f.ticket?.state === 'ready',
  },
} as const satisfies Record<string, Guard<ItemFacts>>;
