import { messages } from './messages.ts';

/** What is told of a parcel's outside, to the house and to its exporter. */
export const parcelWords = messages(
  'parcel',
  {
    title: '包裹',
    code: '包裹',
    waybill: '运单号',
    seal: '封条',
    weight: '重量',
    grams: '{{grams}} 克',
    state: '状态',
    receivedAt: '到达时间',
  },
  {
    title: 'Parcels',
    code: 'Parcel',
    waybill: 'Waybill',
    seal: 'Seal',
    weight: 'Weight',
    grams: '{{grams}} g',
    state: 'State',
    receivedAt: 'Arrived',
  },
);
