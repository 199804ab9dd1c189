import type { Words } from './words.ts';

export const parcelSentences = {
  takeIn: { zh: '登记包裹', en: 'take in a parcel' },
  liesAt: (place: string): Words => ({ zh: `在 ${place}`, en: `at ${place}` }),
  notOpen: (code: string): Words => ({
    zh: `包裹 ${code} 已拆完。要再从里面收货，请先扫它的标签或运单，重新打开。`,
    en: `Parcel ${code} is already unpacked. To receive more from it, scan its label or its waybill to reopen it.`,
  }),
  dropped: (code: string): Words => ({
    zh: `包裹 ${code} 已作废，不能再收货。请扫包裹上的运单。`,
    en: `Parcel ${code} is void: nothing can be received from it. Scan the waybill on the parcel.`,
  }),
  opened: { zh: '包裹已打开', en: 'Parcel opened' },
  openedAgain: {
    zh: '这个包裹已拆完过，现已重新打开',
    en: 'This parcel was already unpacked; it is open again',
  },
  countedTooMany: {
    zh: '数得比预报的多。多出的按“多件”收下。',
    en: 'That is more than was announced. Receive the rest as extra.',
  },
  notAwaited: (code: string, { zh, en }: Words): Words => ({
    zh: `退货单 ${code} ${zh}，不能按它收货。请按无主件收下，放隔离区。`,
    en: `Return ${code} is ${en.toLowerCase()}: nothing can be received against it. Receive the goods as unidentified, into quarantine.`,
  }),
} as const;
