import type { Words } from './words.ts';

export const exportedNoun: Words = { zh: '出口订单', en: 'exported order' };

/** One line of an exported order, as a sentence names it. */
export interface Named {
  readonly order: string;
  /** Its number, or those of several lines of the same goods. */
  readonly line: number | string;
  readonly sku: string;
}
/** What somebody says, and what the export says. */
interface Differing {
  readonly field: string;
  readonly given: string;
  readonly known: string;
}
interface Counts {
  readonly exported: number;
  readonly back: number;
  readonly onTheWay: number;
  readonly left: number;
}
const fields: Readonly<Record<string, Words>> = {
  exportDocument: { zh: '出口单证号', en: 'export document' },
  exportLine: { zh: '出口项号', en: 'line of the export document' },
  exportMode: { zh: '监管方式', en: 'supervision mode' },
  exportDate: { zh: '出口日期', en: 'export date' },
  releaseDate: { zh: '放行日期', en: 'release date' },
  country: { zh: '国家', en: 'country' },
};
const nameOf = (field: string) => fields[field] ?? { zh: field, en: field };

/** Where it stands: a line of a form; in a spreadsheet the row says it. */
const at = (line: number, words: Words): Words => ({
  zh: `第 ${line} 行：${words.zh}`,
  en: `Line ${line}: ${words.en}`,
});

/** Why a line of a return cites no export that is known. */
export const whyUncited = {
  noOrder: (): Words => ({
    zh: '没有填写平台订单号，对应不到出口订单。请填写订单号。',
    en: 'it has no order number, so no exported order matches it. Give the order number.',
  }),
  unknownOrder: (order: string): Words => ({
    zh: `没有出口订单 ${order}。请先导入这张出口订单，或更正订单号。`,
    en: `there is no exported order ${order}. Enter that order first, or correct the number.`,
  }),
  otherSku: (order: string, sku: string): Words => ({
    zh: `出口订单 ${order} 里没有商品 ${sku}。请更正商品编码或订单号。`,
    en: `exported order ${order} has no ${sku}. Correct the SKU or the order number.`,
  }),
  otherSerial: (order: string, sku: string): Words => ({
    zh: `出口订单 ${order} 的 ${sku} 里没有这个序列号。请核对序列号或订单号。`,
    en: `this serial is not among those of ${sku} in exported order ${order}. Check the serial or the order number.`,
  }),
} as const;

export const exportedSentences = {
  must: (line: number, why: Words): Words =>
    at(line, {
      zh: `${why.zh}按合同，每行退货都要对应出口订单。`,
      en: `${why.en} Under your contract every returned line must match an exported order.`,
    }),
  tooMany: (line: number, { order, line: of, sku }: Named, asked: number, n: Counts): Words =>
    at(line, {
      zh: `出口订单 ${order} 第 ${String(of).replaceAll(', ', '、')} 行 ${sku}：出口 ${n.exported} 件，还可退 ${n.left} 件（已退回 ${n.back}，在途 ${n.onTheWay}），不能退 ${asked} 件。${n.left > 0 ? `请改为 ${n.left} 件以内。` : '请核对订单号，或先取消占用这些数量的退货单。'}`,
      en: `${n.left} left of ${n.exported} of ${sku} on line${typeof of === 'string' && of.includes(',') ? 's' : ''} ${of} of exported order ${order} (${n.back} came back, ${n.onTheWay} on the way): ${asked} cannot be returned. ${n.left > 0 ? `Return ${n.left} or fewer.` : 'Check the order number, or cancel the return that takes them.'}`,
    }),
  differs: (line: number, { field, given, known }: Differing, { order, line: of }: Named): Words =>
    at(line, {
      zh: `${nameOf(field).zh} ${given} 与出口订单 ${order}${of ? ` 第 ${of} 行` : ''}的 ${known} 不一致。请更正，或留空由系统带出。`,
      en: `${nameOf(field).en} ${given} is not the ${known} of ${of ? `line ${of} of ` : ''}exported order ${order}. Correct it, or leave it empty and it is filled in.`,
    }),
  linesDiffer: (line: number, { field, given, known }: Differing, other: number): Words =>
    at(line, {
      zh: `${nameOf(field).zh} ${given} 与第 ${other} 行的 ${known} 不一致。同一张单证、同一种货只有一个，请改成一样；不同的批次请分别填写出口单证号。`,
      en: `${nameOf(field).en} ${given} is not the ${known} of line ${other}. One document and one kind of goods have one: make them the same, or give each consignment its own export document.`,
    }),
  noSuchLine: (line: number, order: string, of: number): Words =>
    at(line, {
      zh: `出口订单 ${order} 没有第 ${of} 行。请核对行号，或只填订单号和商品编码。`,
      en: `exported order ${order} has no line ${of}. Check the line, or give only the order number and the SKU.`,
    }),
  otherOnLine: (line: number, { order, line: of, sku }: Named, asked: string): Words =>
    at(line, {
      zh: `出口订单 ${order} 第 ${of} 行是 ${sku}，不是 ${asked}。请更正其中之一。`,
      en: `line ${of} of exported order ${order} is ${sku}, not ${asked}. Correct one of them.`,
    }),
  twoOrders: (line: number, order: string, platforms: string): Words =>
    at(line, {
      zh: `有几张出口订单的订单号都是 ${order}（${platforms}）。请填写平台。`,
      en: `several exported orders have the number ${order} (${platforms}). Give the platform.`,
    }),
  noReturnLine: (line: number): Words => ({
    zh: `这张退货单没有第 ${line} 行预报。请核对行号。`,
    en: `This return has no line ${line} that was announced. Check the number of the line.`,
  }),
  tooManyLines: (order: string, most: number): Words => ({
    zh: `出口订单 ${order} 最多 ${most} 行。请把其余明细按报关单或批次另建订单。`,
    en: `Exported order ${order} holds at most ${most} lines. Enter the rest as another order, by declaration or shipment.`,
  }),
  tooManyItems: (most: number): Words => ({
    zh: `这一行超过 ${most} 件货品，不能在这里更正。请取消这张退货单，按正确的出口订单重新提交。`,
    en: `This line has more than ${most} items and cannot be corrected here. Cancel the return and enter it anew with the right export.`,
  }),
  countryCited: (order: string, known: string, given: string): Words => ({
    zh: `出口订单 ${order} 的国家是 ${known}，已有退货单用到，不能改成 ${given}。请核对；确需更正请联系仓库主管。`,
    en: `The country of exported order ${order} is ${known}, and returns use it already: it was not changed to ${given}. Check it; if it has to change, ask a supervisor of the warehouse.`,
  }),
  whichShop: (order: string, platforms: readonly string[]): Words => ({
    zh: `有几张出口订单的订单号都是 ${order}（${platforms.join('、')}）。请填写平台。`,
    en: `Several exported orders have the number ${order} (${platforms.join(', ')}). Say the platform.`,
  }),
  unknownSku: (line: number, sku: string): Words =>
    at(line, {
      zh: `商品资料里没有 SKU ${sku}。请核对，或先把它加到商品资料。`,
      en: `the catalogue has no SKU ${sku}. Check it, or add it to the catalogue first.`,
    }),
  otherShop: (order: string, platform: string, sku: string): Words => ({
    zh: `订单 ${order} 已按平台 ${platform} 登记，里面也有 ${sku}。是同一张订单，平台就写 ${platform}；是另一张订单，请填写它自己的报关单号，或在订单号前加店名。`,
    en: `Order ${order} is entered for ${platform} already, with ${sku} in it. If it is the same order, write ${platform} as its platform; if it is another one, give its own export document, or put the shop's name before the number.`,
  }),
  noLines: { zh: '至少填写一行商品。', en: 'Add at least one line.' } as Words,
  badDate: (line: number): Words =>
    at(line, { zh: '日期格式应为 2026-01-31。', en: 'write dates like 2026-01-31.' }),
  futureDate: (line: number): Words =>
    at(line, {
      zh: '出口日期或放行日期晚于今天，请更正。',
      en: 'the export or release date is in the future. Correct it.',
    }),
  badSerial: (line: number, serial: string): Words =>
    at(line, {
      zh: `“${serial}”不像序列号，请核对。`,
      en: `"${serial}" does not look like a serial. Check it.`,
    }),
  serialisedIsOne: (line: number): Words =>
    at(line, { zh: '有序列号的每行数量只能是 1。', en: 'a line with a serial must have quantity 1.' }),
  serialTwice: (line: number, serial: string): Words =>
    at(line, { zh: `序列号 ${serial} 重复，请核对。`, en: `serial ${serial} appears twice. Check it.` }),
  notACountry: (country: string): Words => ({
    zh: `“${country}”不是国家代码，应为两位字母，如 TH。`,
    en: `"${country}" is not a country code: two letters, like TH.`,
  }),
  /** Returns cite the line as it is: what they brought with them would no longer be true. */
  cited: ({ order, line, sku }: Named): Words => ({
    zh: `出口订单 ${order} 第 ${line} 行 ${sku} 已有退货单用到，与这次提交的内容不一致，不能更改。请核对；确需更正请联系仓库主管。`,
    en: `Line ${line} (${sku}) of exported order ${order} is already used by returns and differs from what was sent now, so it was not changed. Check it; if it has to change, ask a supervisor of the warehouse.`,
  }),
  fewerThanCited: ({ order, line, sku }: Named, quantity: number, { back, onTheWay }: Counts): Words => ({
    zh: `出口订单 ${order} 第 ${line} 行 ${sku}：已退回 ${back} 件、在途 ${onTheWay} 件，出口数量不能改成 ${quantity}。请填 ${back + onTheWay} 或更多，或先取消占用的退货单。`,
    en: `Of line ${line} (${sku}) of exported order ${order} ${back} came back and ${onTheWay} are on the way: it cannot have been ${quantity}. Give ${back + onTheWay} or more, or cancel the return that takes them.`,
  }),
} as const;

export const riskSentences = {
  noun: { zh: '风险', en: 'risk' } satisfies Words,
  closed: (order: string): Words => ({
    zh: `退货单 ${order} 的这条风险已经关闭。请刷新列表。`,
    en: `This risk of return ${order} is closed already. Load the list again.`,
  }),
} as const;
