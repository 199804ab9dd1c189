import { messages } from './messages.ts';

/** What the fields of a SKU are called, in every form and on every page. */
export const sku = messages(
  'sku',
  {
    nameZh: '中文品名',
    nameEn: '英文品名',
    category: '类别',
    gtin: '条码（GTIN）',
    hsCode: 'HS 编码',
    valueMinor: '申报价值',
    valueInYuan: '申报价值（元）',
    currency: '币种（三个字母）',
    weightGrams: '重量（克）',
    battery: '电池',
    batteryWh: '电池瓦时（Wh）',
    serialTracked: '按序列号管理',
    serialPattern: '序列号格式（# 数字，@ 字母，$ 字母或数字，| 分隔；IMEI）',
    holdsData: '含个人数据，复售前须清除',
  },
  {
    nameZh: 'Name in Chinese',
    nameEn: 'Name in English',
    category: 'Category',
    gtin: 'GTIN',
    hsCode: 'HS code',
    valueMinor: 'Declared value',
    valueInYuan: 'Value (CNY)',
    currency: 'Currency (three letters)',
    weightGrams: 'Weight (grams)',
    battery: 'Battery',
    batteryWh: 'Battery, watt-hours',
    serialTracked: 'Tracked by serial',
    serialPattern: 'Serial format (# digit, @ letter, $ either, | separates; IMEI)',
    holdsData: 'Holds personal data, to be wiped before resale',
  },
);
