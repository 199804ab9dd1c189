import type { Words } from './words.ts';

/** What each doubt is called for short; what a person doubts has no name. */
export const doubtNames = {
  'another serial': { zh: '序列号不符', en: 'Another serial' },
  'another form': { zh: '序列号格式不符', en: 'Not a serial of this product' },
  'in another name': { zh: '序列号在另一货主名下', en: 'In another owner’s name' },
  'came back as another': { zh: '修回的不是原件', en: 'Another unit came back' },
  'serial not read': { zh: '修回时没读到序列号', en: 'Its serial was not read' },
  'no serial': { zh: '没有序列号', en: 'It has no serial' },
  other: { zh: '其他身份疑点', en: 'Another doubt of what it is' },
} as const satisfies Record<string, Words>;

export const itemSentences = {
  /** A step for which the first of two people signed. */
  signedFirst: ({ zh, en }: Words): Words => ({ zh: `${zh}：初审签字`, en: `${en}: first signature` }),
  /** Why a thing is doubted, with both values. */
  doubts: {
    'another serial': (expected: string, seen: string): Words => ({
      zh: `序列号不符：预报 ${expected}，实物 ${seen}`,
      en: `Another serial: announced ${expected}, it reads ${seen}`,
    }),
    'another form': (expected: string, seen: string): Words => ({
      zh: `序列号格式不符：应为 ${expected}，实物 ${seen}`,
      en: `Not a serial of this product: it should look like ${expected}, it reads ${seen}`,
    }),
    'in another name': (expected: string, seen: string): Words => ({
      zh: `序列号 ${seen} 登记在另一货主名下：${expected}`,
      en: `Serial ${seen} stands in another owner’s name: ${expected}`,
    }),
    'came back as another': (expected: string, seen: string): Words => ({
      zh: `修回的不是原件：送出 ${expected}，回来 ${seen}`,
      en: `Another unit came back: ${expected} went, ${seen} came`,
    }),
    'no serial': (_expected: string): Words => ({
      zh: '实物上没有序列号，而这种商品每件都有：核对实物',
      en: 'It carries no serial, and every piece of its product has one: look at the thing',
    }),
    'serial not read': (expected: string): Words => ({
      zh: `修回时没有读到序列号：应为 ${expected}`,
      en: `Its serial was not read when it came back: it should be ${expected}`,
    }),
  },
  /** How it came for a return though nobody announced it: in spreadsheets. */
  cameAs: {
    over: { zh: '多到', en: 'More than announced' },
    'wrong product': { zh: '货不对版', en: 'Wrong product' },
    unannounced: { zh: '未预报', en: 'Not announced' },
  },
  notASerial: (text: string): Words => ({
    zh: `“${text}”不像序列号：最多 40 位字母、数字或符号；IMEI 要 15 位且校验位正确。`,
    en: `"${text}" does not look like a serial: up to 40 letters, digits or signs; an IMEI has 15 digits and a right check digit.`,
  }),
  notAnImei: (text: string): Words => ({
    zh: `“${text}”不是 IMEI：要 15 位且校验位正确。`,
    en: `"${text}" is no IMEI: fifteen digits with a right check digit.`,
  }),
  anothersShipment: (item: string, shipment: string): Words => ({
    zh: `${item} 是另一货主的货，不在出库单 ${shipment} 上。拿错的请放回原货位。`,
    en: `${item} is another owner’s and not on shipment ${shipment}. Put it back where it lay.`,
  }),
  otherForm: (pattern: string, serial: string): Words => ({
    zh: `“${serial}”不是这种商品的序列号：格式应为 ${pattern}。`,
    en: `"${serial}" is no serial of this product: it should look like ${pattern}.`,
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
  moreThanExported: (order: string, sku: string, exported: number, back: number): Words => ({
    zh: `出口订单 ${order} 的 ${sku} 只出口了 ${exported} 件，收下这些就有 ${back} 件退回。请先放一边，请主管收货。`,
    en: `Only ${exported} of ${sku} were exported with order ${order}; with this ${back} would be back. Put it aside and ask a supervisor to take it in.`,
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
