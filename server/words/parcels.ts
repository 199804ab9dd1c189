import type { Words } from './words.ts';

export const parcelSentences = {
  takeIn: { zh: '登记包裹', en: 'take in a parcel' },
  notAwaited: (code: string, { zh, en }: Words): Words => ({
    zh: `退货单 ${code} ${zh}，不能按它收货。请按无主件收下，放隔离区。`,
    en: `Return ${code} is ${en.toLowerCase()}: nothing is received for it. Take the goods in unidentified, into quarantine.`,
  }),
} as const;
