import type { Words } from './words.ts';

export const returnSentences = {
  serialInHouse: (line: number, serial: string, code: string, state: Words): Words => ({
    zh: `第 ${line} 行：序列号 ${serial} 已在系统中（${code}，${state.zh}），不能再次退回。请核对序列号。`,
    en: `Line ${line}: serial ${serial} is known here as ${code} (${state.en}) and cannot be returned again. Check the serial.`,
  }),
  serialComing: (line: number, serial: string, order: string): Words => ({
    zh: `第 ${line} 行：序列号 ${serial} 已在退货单 ${order} 中，正在登记，不能再次退回。请核对序列号。`,
    en: `Line ${line}: serial ${serial} is being announced with return order ${order} and cannot be returned twice. Check the serial.`,
  }),
  noLines: { zh: '至少填写一行商品。', en: 'Add at least one line.' },
  twice: (line: number, serial: string): Words => ({
    zh: `第 ${line} 行：序列号 ${serial} 重复，请核对。`,
    en: `Line ${line}: serial ${serial} appears twice. Check it.`,
  }),
  serialisedIsOne: (line: number): Words => ({
    zh: `第 ${line} 行：有序列号的商品每行数量只能是 1。`,
    en: `Line ${line}: a line with a serial must have quantity 1.`,
  }),
  unknownCode: (line: number, list: string, code: string): Words => ({
    zh: `第 ${line} 行：没有这个${list === 'reason' ? '退货原因' : '去向'}代码 ${code}。`,
    en: `Line ${line}: there is no ${list} code ${code}.`,
  }),
  badDate: (line: number): Words => ({
    zh: `第 ${line} 行：日期格式应为 2026-01-31。`,
    en: `Line ${line}: write dates like 2026-01-31.`,
  }),
  futureDate: (line: number): Words => ({
    zh: `第 ${line} 行：出口日期或放行日期晚于今天，请更正。`,
    en: `Line ${line}: the export or release date is in the future. Correct it.`,
  }),
  otherForm: (line: number, serial: string, pattern: string): Words => ({
    zh: `第 ${line} 行：“${serial}”不是这种商品的序列号，格式应为 ${pattern}。`,
    en: `Line ${line}: "${serial}" is not a serial of this product; it should look like ${pattern}.`,
  }),
  badImei: (line: number, imei: string): Words => ({
    zh: `第 ${line} 行：“${imei}”不是第二个 IMEI：要 15 位、校验位正确、与第一个不同。`,
    en: `Line ${line}: "${imei}" is not a valid second IMEI: it has 15 digits, a correct check digit, and differs from the first.`,
  }),
  imei2Alone: (line: number): Words => ({
    zh: `第 ${line} 行：填了第二个 IMEI，还要填第一个。`,
    en: `Line ${line}: a second IMEI needs a first one.`,
  }),
  badSerial: (line: number, serial: string): Words => ({
    zh: `第 ${line} 行：“${serial}”不像序列号，请核对。`,
    en: `Line ${line}: "${serial}" does not look like a serial. Check it.`,
  }),
  notACountry: (code: string): Words => ({
    zh: `“${code}”不是国家代码。请用 ISO 两位代码，如 TH。`,
    en: `"${code}" is no country. Write its ISO code of two letters, like TH.`,
  }),
  lostNumber: (text: string): Words => ({
    zh: `“${text}”已被表格软件改写成科学计数或错误值，末尾数字已丢失。请对照原单重新填写。`,
    en: `"${text}" is what a spreadsheet program made of a longer number, and digits of it are lost. Enter it again from the paper.`,
  }),
  tooManyItems: (n: number, most: number): Words => ({
    zh: `一张退货单最多 ${most} 件，这里有 ${n} 件，请分成几张。`,
    en: `A return order has at most ${most} articles; this one has ${n}. Split it into several.`,
  }),
  referenceTaken: (reference: string, code: string): Words => ({
    zh: `单号 ${reference} 已用于退货单 ${code}，请换一个单号。`,
    en: `Reference ${reference} is already used by return order ${code}. Use another.`,
  }),
} as const;
