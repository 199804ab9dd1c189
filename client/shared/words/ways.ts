import { messages } from './messages.ts';

/** How goods leave: why, and by what. */
export const ways = messages(
  'ways',
  {
    exit: { resale: '复售', exchange: '换货', toBuyer: '退回买家', toExporter: '退回出口商' },
    transport: { air: '空运', sea: '海运', road: '陆运' },
  },
  {
    exit: {
      resale: 'Resale',
      exchange: 'Exchange',
      toBuyer: 'Back to the buyer',
      toExporter: 'Back to the exporter',
    },
    transport: { air: 'Air', sea: 'Sea', road: 'Road' },
  },
);
