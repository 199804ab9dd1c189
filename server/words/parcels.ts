import type { Words } from './words.ts';

export const parcelSentences = {
  takeIn: { zh: '登记包裹', en: 'take in a parcel' },
  liesAt: (place: string): Words => ({ zh: `在 ${place}`, en: `at ${place}` }),
  notOpen: (code: string): Words => ({
    zh: `包裹 ${code} 已拆完。要再收货，先重新打开。`,
    en: `Parcel ${code} is emptied. Open it again to receive more from it.`,
  }),
  countedTooMany: {
    zh: '数得比预报的多。多出的按“多件”收下。',
    en: 'That is more than was announced. Take the rest in as over.',
  },
  notAwaited: (code: string, { zh, en }: Words): Words => ({
    zh: `退货单 ${code} ${zh}，不能按它收货。请按无主件收下，放隔离区。`,
    en: `Return ${code} is ${en.toLowerCase()}: nothing is received for it. Take the goods in unidentified, into quarantine.`,
  }),
} as const;
