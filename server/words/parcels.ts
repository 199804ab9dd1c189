import type { Words } from './words.ts';

export const parcelSentences = {
  takeIn: { zh: '登记包裹', en: 'take in a parcel' },
  liesAt: (place: string): Words => ({ zh: `在 ${place}`, en: `at ${place}` }),
  notOpen: (code: string): Words => ({
    zh: `包裹 ${code} 已拆完。要再收货，先重新打开。`,
    en: `Parcel ${code} is emptied. Open it again to receive more from it.`,
  }),
  dropped: (code: string): Words => ({
    zh: `包裹 ${code} 已作废，不能再收货。请扫包裹上的运单。`,
    en: `Parcel ${code} was dropped: nothing is received from it. Scan the waybill on the parcel.`,
  }),
  opened: { zh: '包裹已打开', en: 'Parcel opened' },
  openedAgain: {
    zh: '这个包裹已拆完过，现已重新打开',
    en: 'This parcel was emptied before; it is open again',
  },
  countedTooMany: {
    zh: '数得比预报的多。多出的按“多件”收下。',
    en: 'That is more than was announced. Take the rest in as over.',
  },
  notAwaited: (code: string, { zh, en }: Words): Words => ({
    zh: `退货单 ${code} ${zh}，不能按它收货。请按无主件收下，放隔离区。`,
    en: `Return ${code} is ${en.toLowerCase()}: nothing is received for it. Take the goods in unidentified, into quarantine.`,
  }),
} as const;
