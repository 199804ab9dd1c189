import type { Words } from './words.ts';

export const skuSentences = {
  notAGtin: (text: string): Words => ({
    zh: `“${text}”不是有效的条码（GTIN）：应为 8、12、13 或 14 位数字，最后一位是校验位。`,
    en: `"${text}" is not a valid GTIN: it has 8, 12, 13 or 14 digits, the last of them a check digit.`,
  }),
  notAPattern: (text: string): Words => ({
    zh: `“${text}”不是序列号格式：# 数字，@ 字母，$ 字母或数字，其余照写；几种用 | 分隔；IMEI 表示 15 位 IMEI。`,
    en: `"${text}" is not a serial format: # a digit, @ a letter, $ either, anything else itself; | between several; IMEI for fifteen digits.`,
  }),
  taken: (code: string): Words => ({
    zh: `此出口商已有商品 ${code}。`,
    en: `This exporter already has a SKU ${code}.`,
  }),
  whose: (code: string): Words => ({
    zh: `有多个出口商的商品叫 ${code}，请指明出口商。`,
    en: `Several exporters have a SKU ${code}; say which exporter.`,
  }),
  sayWhose: { zh: '请指明出口商。', en: 'Say which exporter it belongs to.' },
} as const;
