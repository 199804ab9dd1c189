import type { Column } from '../spreadsheets/header.ts';
import { type Vocabulary, vocabularyOf } from '../spreadsheets/vocabulary.ts';
import { cellWords, sheets } from '../words/columns.ts';
import type { Words } from '../words/words.ts';

/** The headers that our own spreadsheet of SKUs has, in either language and in both. */
const ours = new Map(
  sheets.skus.columns.map(({ key, name: { zh, en } }) => [key as string, [zh, en, `${zh} ${en}`]]),
);
const named = (key: string, ...others: readonly string[]) => [...(ours.get(key) ?? []), ...others];

/** The columns of a catalogue, by the names that people, shops and ERPs give them. */
export const skuColumns = [
  {
    key: 'code',
    names: named(
      'code',
      '商品编码（SKU）',
      '商家编码',
      '卖家SKU',
      '货号',
      'SKU编码',
      '商品編碼',
      'Seller SKU',
      'Variant SKU',
      'SKU code',
      'Item number',
      'Article number',
    ),
    required: true,
    kind: 'identifier',
  },
  {
    key: 'nameZh',
    names: named('nameZh', '品名', '商品名称', '商品名', '中文名称', '名称', '商品名稱', 'Chinese name'),
  },
  {
    key: 'nameEn',
    names: named(
      'nameEn',
      '英文名称',
      '英文名',
      'English name',
      'Product name',
      'Title',
      'Name',
      'Description',
    ),
  },
  { key: 'category', names: named('category', '类目', '分类', '商品类目', '類別', 'Product type', 'Type') },
  {
    key: 'gtin',
    names: named(
      'gtin',
      '条码（GTIN）',
      '商品条码',
      '条形码',
      '條碼',
      'Barcode',
      'EAN',
      'UPC',
      'EAN/UPC',
      'Variant Barcode',
    ),
    kind: 'identifier',
  },
  {
    key: 'hsCode',
    names: named(
      'hsCode',
      '海关编码',
      'HS编码',
      '税号',
      '商品编号',
      'HS',
      'HSCode',
      'Tariff code',
      'HTS code',
    ),
    kind: 'identifier',
  },
  {
    key: 'value',
    names: named(
      'value',
      'Value (CNY)',
      '申报价值（元）',
      '货值（元）',
      '货值',
      '申报价',
      '申报单价',
      '单价',
      'Value',
      'Unit value',
      'Cost',
      'Price',
      'Declared price',
    ),
  },
  {
    key: 'currency',
    names: named(
      'currency',
      'Currency (three letters)',
      '币种（三个字母）',
      '币别',
      '货币',
      '幣種',
      'Currency code',
    ),
  },
  {
    key: 'weightGrams',
    names: named(
      'weightGrams',
      '重量',
      '毛重',
      '重量g',
      '重量(g)',
      'Weight',
      'Weight g',
      'Weight (g)',
      'Variant Grams',
      'Grams',
      'Gross weight',
    ),
  },
  { key: 'battery', names: named('battery', '电池类型', '带电', '電池', 'Battery type'), kind: 'word' },
  {
    key: 'batteryWh',
    names: named(
      'batteryWh',
      '电池瓦时（Wh）',
      '瓦时',
      '电池容量',
      'Wh',
      'Battery, watt-hours',
      'Watt hours',
    ),
  },
  {
    key: 'serialTracked',
    names: named(
      'serialTracked',
      '序列号管理',
      '管理方式',
      '跟踪方式',
      'Every one has a serial',
      'Serialised',
      'Serialized',
      'Tracked by',
    ),
    kind: 'word',
  },
  {
    key: 'serialPattern',
    names: named(
      'serialPattern',
      '序列号格式（# 数字，@ 字母，$ 字母或数字，| 分隔；IMEI）',
      'Form of its serials (# digit, @ letter, $ either, | between; IMEI)',
      'Serial format (# digit, @ letter, $ either, | separates; IMEI)',
      '序列号规则',
      'Serial pattern',
      'Serial format',
    ),
  },
  {
    key: 'holdsData',
    names: named(
      'holdsData',
      'Holds personal data, wiped before resale',
      'Holds personal data, to be wiped before resale',
      '含个人数据，复售前须清除',
      '个人数据',
      'Personal data',
      'Holds data',
    ),
    kind: 'word',
  },
  {
    key: 'active',
    names: named('active', '状态', '是否在用', '在用', '启用', 'Active', 'Status'),
    kind: 'word',
  },
] as const satisfies readonly Column[];
export type SkuKey = (typeof skuColumns)[number]['key'];

/** Where a spreadsheet is in both languages, its words are, too. */
const both = ({ zh, en }: Words) => `${zh} ${en}`;
const yesAlias = ['y', 'true', '1', '有', '需要', 'on'];
const noAlias = ['n', 'false', '0', '无', '沒有', '没有', '不', '不需要', 'off'];
const yesOrNo = (yes: readonly string[], no: readonly string[]): Vocabulary =>
  vocabularyOf([
    { value: 'yes', words: cellWords.yes, alias: [both(cellWords.yes), ...yesAlias, ...yes] },
    { value: 'no', words: cellWords.no, alias: [both(cellWords.no), ...noAlias, ...no] },
  ]);
const batteryAlias: Readonly<Record<string, readonly string[]>> = {
  none: ['无', '不带电', '没有', '否', 'no', 'none'],
  'ion in equipment': ['内置', '内置锂电池', '内置电池', 'UN3481 PI967', 'PI967', 'built in'],
  'ion with equipment': ['配套', '配套锂电池', '随附', 'UN3481 PI966', 'PI966', 'packed with'],
  'ion alone': ['纯电池', '充电宝', '移动电源', '单独锂离子', 'UN3480', 'PI965', 'power bank'],
  metal: ['金属锂', '锂金属电池', '纽扣电池', 'UN3090', 'UN3091', 'button cell'],
};

/** What the words in these columns mean: as our own spreadsheet writes them, and as people do. */
export const skuVocabularies: Readonly<Record<string, Vocabulary>> = {
  battery: vocabularyOf(
    Object.entries(cellWords.battery).map(([value, words]) => ({
      value,
      words,
      alias: [both(words), ...(batteryAlias[value] ?? [])],
    })),
  ),
  serialTracked: yesOrNo(
    ['序列号', '按序列号', 'serial', 'sn', 'serialised', 'serialized'],
    ['数量', '按数量', '批次', '按批次', 'lot', 'quantity', 'batch'],
  ),
  holdsData: yesOrNo([], []),
  active: yesOrNo(
    ['在用', '启用', '使用中', 'active'],
    ['停用', '禁用', '已停用', 'inactive', 'ended', 'archived', 'draft'],
  ),
};

/** An article of a shop as it may be written, in the order of the columns. */
export const skuExample = {
  code: 'BW-200-BK',
  nameZh: '蓝牙耳机 黑',
  nameEn: 'Bluetooth earbuds, black',
  category: 'earbuds',
  gtin: '6901234567892',
  hsCode: '8518300000',
  value: '85.50',
  currency: 'CNY',
  weightGrams: '120',
  battery: 'ion in equipment',
  batteryWh: '0.37',
  serialTracked: 'yes',
  serialPattern: 'SN########',
  holdsData: 'no',
  active: 'yes',
} as const satisfies Record<SkuKey, string>;
