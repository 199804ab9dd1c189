import type { Words } from './words.ts';

export const itemSentences = {
  /** A step for which the first of two people signed. */
  signedFirst: ({ zh, en }: Words): Words => ({ zh: `${zh}：首签`, en: `${en}: first signature` }),
  serialDiffers: (announced: string, seen: string): Words => ({
    zh: `预报序列号 ${announced}，实物 ${seen}`,
    en: `Announced with serial ${announced}, but it reads ${seen}`,
  }),
  notASerial: (text: string): Words => ({
    zh: `“${text}”不像序列号：4–30 位字母或数字。`,
    en: `"${text}" does not look like a serial: 4 to 30 letters or digits.`,
  }),
  serialisedIsOne: {
    zh: '按序列号管理的商品每件单独登记；请先拆分。',
    en: 'A serialised SKU is one item each; split the lot first.',
  },
  moreNeedsAReason: {
    zh: '多件收货要写明原因。',
    en: 'To take in more than was announced, say why.',
  },
  unawaitedIsNobodys: (code: string, { zh, en }: Words): Words => ({
    zh: `退货单 ${code} ${zh}，不能按它收货。请按无主件收货，不选出口商。`,
    en: `Return ${code} is ${en.toLowerCase()}: nothing is received for it. Take the goods in unidentified, without an exporter.`,
  }),
  unawaitedLiesApart: (code: string, { zh, en }: Words): Words => ({
    zh: `退货单 ${code} ${zh}。货放隔离区；有危险的放危险品柜。`,
    en: `Return ${code} is ${en.toLowerCase()}. The goods go into quarantine, or into the hazard cabinet.`,
  }),
  takeMore: { zh: '多件收货', en: 'take in more than was announced' },
  serialKnown: (code: string): Words => ({
    zh: `这个序列号已属于 ${code}。请核对实物。`,
    en: `This serial already belongs to ${code}. Check the article.`,
  }),
  replacedAlready: (code: string, by: string): Words => ({
    zh: `${code} 已用 ${by} 换货，不能再换一次。`,
    en: `${code} was replaced by ${by} already and cannot be exchanged twice.`,
  }),
  exchangeForWhat: {
    zh: '换货出库要写明替换的是哪一件退货。',
    en: 'An exchange says which returned item it replaces.',
  },
  notADate: { zh: '日期格式应为 2026-01-31。', en: 'A date is written 2026-01-31.' },
  battery: { zh: '质检发现电池损坏或无法判断', en: 'Inspection found the battery damaged or beyond judging' },
} as const;
