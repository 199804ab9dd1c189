import type { Words } from './words.ts';

/** What each doubt is called for short; what a person doubts has no name. */
export const doubtNames = {
  'another serial': { zh: '序列号不符', en: 'Serial does not match' },
  'another form': { zh: '序列号格式不符', en: 'Serial format does not match' },
  'in another name': { zh: '序列号在另一货主名下', en: 'Serial registered to another owner' },
  'came back as another': { zh: '修回的不是原件', en: 'Another unit came back' },
  'serial not read': { zh: '修回时没读到序列号', en: 'Serial not read on return' },
  'no serial': { zh: '没有序列号', en: 'No serial' },
  'of another item': { zh: '序列号已属于另一件', en: 'Serial of another item' },
  other: { zh: '其他身份疑点', en: 'Another doubt about its identity' },
} as const satisfies Record<string, Words>;

interface OtherItem {
  readonly code: string;
  /** Whether it stands on the same return order. */
  readonly isInOrder: boolean;
}
export const itemSentences = {
  /** A step for which the first of two people signed. */
  signedFirst: ({ zh, en }: Words): Words => ({ zh: `${zh}：初审签字`, en: `${en}: first signature` }),
  /** Why a thing is doubted, with both values. */
  doubts: {
    'another serial': (expected: string, seen: string): Words => ({
      zh: `序列号不符：预报 ${expected}，实物 ${seen}`,
      en: `Serial does not match: announced ${expected}, on the item ${seen}`,
    }),
    'another form': (expected: string, seen: string): Words => ({
      zh: `序列号格式不符：应为 ${expected}，实物 ${seen}`,
      en: `Serial format does not match: should be ${expected}, on the item ${seen}`,
    }),
    'in another name': (expected: string, seen: string): Words => ({
      zh: `序列号 ${seen} 登记在另一货主名下：${expected}`,
      en: `Serial ${seen} is registered to another owner: ${expected}`,
    }),
    'came back as another': (expected: string, seen: string): Words => ({
      zh: `修回的不是原件：送出 ${expected}，回来 ${seen}`,
      en: `Another unit came back: ${expected} was sent out, ${seen} came back`,
    }),
    'no serial': (_expected: string): Words => ({
      zh: '实物上没有序列号，而这种商品每件都有：核对实物',
      en: 'No serial on it, and every piece of this product has one: check the item',
    }),
    'of another item': (expected: string): Words => itemSentences.serialKnown(expected),
    'serial not read': (expected: string): Words => ({
      zh: `修回时没有读到序列号：应为 ${expected}`,
      en: `Serial not read when it came back: should be ${expected}`,
    }),
  },
  /** How it came for a return though nobody announced it: in spreadsheets. */
  cameAs: {
    over: { zh: '多件', en: 'More than announced' },
    'wrong product': { zh: '货不对版', en: 'Wrong product' },
    unannounced: { zh: '未预报', en: 'Not announced' },
  },
  notASerial: (text: string): Words => ({
    zh: `“${text}”不像序列号：最多 40 位字母、数字或符号；IMEI 要 15 位且校验位正确。`,
    en: `"${text}" does not look like a serial: up to 40 letters, digits or symbols; an IMEI has 15 digits and a correct check digit.`,
  }),
  notAnImei: (text: string): Words => ({
    zh: `“${text}”不是 IMEI：要 15 位且校验位正确。`,
    en: `"${text}" is not a valid IMEI: it needs 15 digits and a correct check digit. Scan it again.`,
  }),
  partOfImei: (digits: number): Words => ({
    zh: `只读到 ${digits} 位。这种商品的序列号是 15 位的 IMEI，请再扫一次。`,
    en: `Only ${digits} digits were read. Units of this product have IMEIs of 15 digits: scan it again.`,
  }),
  takesNoSerial: ({ zh, en }: Words, text: string): Words => ({
    zh: `“${zh}”没有序列号，不能记 ${text}。`,
    en: `"${en}" has no serial numbers, so ${text} cannot be recorded.`,
  }),
  /** A serial that belongs to a thing of another product. */
  serialOfOther: (its: Words, other: Words, { code, isInOrder }: OtherItem): Words => ({
    zh: `标签对不上：商品是“${its.zh}”，序列号是${isInOrder ? '同一退货单里' : ''}“${other.zh}”的（${code}）。`,
    en: `The label does not match: the product is "${its.en}", the serial is that of "${other.en}"${isInOrder ? ' of the same return' : ''} (${code}).`,
  }),
  anothersShipment: (item: string, shipment: string): Words => ({
    zh: `${item} 是另一货主的货，不在出库单 ${shipment} 上。拿错的请放回原货位。`,
    en: `${item} belongs to another owner and is not on shipment ${shipment}. Put it back at its location.`,
  }),
  otherForm: (pattern: string, serial: string): Words => ({
    zh: `“${serial}”不是这种商品的序列号：格式应为 ${pattern}。`,
    en: `"${serial}" is not a serial of this product: it should look like ${pattern}.`,
  }),
  serialisedIsOne: {
    zh: '按序列号管理的商品每件单独登记；请先拆分。',
    en: 'A serialised SKU is one item each; split the lot first.',
  },
  moreNeedsAReason: {
    zh: '多件收货要写明原因。',
    en: 'To receive more than was announced, give a reason.',
  },
  unawaitedIsNobodys: (code: string, { zh, en }: Words): Words => ({
    zh: `退货单 ${code} ${zh}，不能按它收货。请按无主件收货，不选出口商。`,
    en: `Return ${code} is ${en.toLowerCase()}: nothing can be received against it. Receive the goods as unidentified, without an exporter.`,
  }),
  unawaitedLiesApart: (code: string, { zh, en }: Words): Words => ({
    zh: `退货单 ${code} ${zh}。货放隔离区；有危险的放危险品柜。`,
    en: `Return ${code} is ${en.toLowerCase()}. The goods go into quarantine, or into the hazard cabinet.`,
  }),
  moreThanExported: (order: string, sku: string, exported: number, back: number): Words => ({
    zh: `出口订单 ${order} 的 ${sku} 只出口了 ${exported} 件，收下这些就有 ${back} 件退回。请先放一边，请主管收货。`,
    en: `Only ${exported} of ${sku} were exported with order ${order}; with this, ${back} would be back. Put it aside and ask a supervisor to receive it.`,
  }),
  takeMore: { zh: '多件收货', en: 'receive more than was announced' },
  serialKnown: (code: string): Words => ({
    zh: `这个序列号已属于 ${code}。请核对实物。`,
    en: `This serial already belongs to ${code}. Check the item.`,
  }),
  replacedAlready: (code: string, by: string): Words => ({
    zh: `${code} 已用 ${by} 换货，不能再换一次。`,
    en: `${code} was already replaced by ${by} and cannot be exchanged twice.`,
  }),
  exchangeForWhat: {
    zh: '换货出库要写明替换的是哪一件退货。',
    en: 'For an exchange, say which returned item it replaces.',
  },
  notADate: { zh: '日期格式应为 2026-01-31。', en: 'Write dates like 2026-01-31.' },
  battery: {
    zh: '质检发现电池损坏或无法判断',
    en: 'Inspection found the battery damaged, or could not judge it',
  },
} as const;
