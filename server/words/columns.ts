import type { Words } from './words.ts';

/** What the cells of a column are: `coded` is a code of this list, told with its name. */
export type ColumnKind =
  | 'text'
  | 'number'
  | 'moment'
  | 'date'
  | 'money'
  | 'country'
  | { readonly coded: string };
/** A column of a spreadsheet that we give out. */
export interface ListColumn<Key extends string = string> {
  readonly key: Key;
  readonly name: Words;
  readonly kind: ColumnKind;
}

const column =
  (kind: ColumnKind) =>
  <K extends string>(key: K, zh: string, en: string): ListColumn<K> => ({ key, name: { zh, en }, kind });
const text = column('text');
const number = column('number');
const money = column('money');
/** Moments stand there as they were in China, and the header says so. */
const moment = <K extends string>(key: K, zh: string, en: string) =>
  column('moment')(key, `${zh}（北京时间）`, `${en} (China time)`);
const coded = <K extends string>(key: K, list: string, zh: string, en: string) =>
  column({ coded: list })(key, zh, en);
const country = column('country')('country', '国家', 'Country');

/** The lists that are given out as spreadsheets: what each is called, and its columns. */
export const sheets = {
  items: {
    name: { zh: '货品', en: 'Items' },
    columns: [
      text('code', '货品码', 'Licence plate'),
      text('state', '状态', 'State'),
      text('sku', '商品编码', 'SKU'),
      text('name', '品名', 'Name'),
      number('quantity', '数量', 'Quantity'),
      text('serial', '序列号', 'Serial'),
      text('exporter', '出口商', 'Exporter'),
      coded('grade', 'grade', '等级', 'Grade'),
      coded('disposition', 'disposition', '去向', 'Disposition'),
      text('location', '货位', 'Location'),
      number('holds', '挂起', 'Holds'),
      text('order', '退货单', 'Return order'),
      text('reference', '出口商单号', 'Exporter’s own number'),
      coded('reason', 'reason', '退货原因', 'Reason'),
      text('waybill', '退货运单号', 'Waybill'),
      text('cameAs', '到货情况', 'Came unannounced'),
      number('windowDays', '海关期限剩余天数', 'Days left'),
      moment('receivedAt', '收货时间', 'Received at'),
      moment('stateSince', '状态起始', 'State since'),
    ],
  },
  returnOrders: {
    name: { zh: '退货单', en: 'Return orders' },
    columns: [
      text('code', '退货单', 'Return order'),
      text('state', '状态', 'State'),
      text('reference', '出口商单号', 'Exporter’s own number'),
      text('reasons', '退货原因', 'Reasons'),
      text('exporter', '出口商', 'Exporter'),
      text('warehouse', '仓库', 'Warehouse'),
      text('platform', '平台', 'Platform'),
      country,
      text('waybill', '退货运单号', 'Waybill'),
      text('asWritten', '出口商原文', 'As its exporter wrote it'),
      number('lines', '行数', 'Lines'),
      number('total', '件数', 'Pieces'),
      number('received', '已到', 'Arrived'),
      number('settled', '已办结', 'Settled'),
      number('extra', '多件', 'Extra'),
      moment('createdAt', '提交时间', 'Submitted at'),
      moment('stateSince', '状态起始', 'State since'),
    ],
  },
  exportedOrders: {
    name: { zh: '出口订单', en: 'Exported orders' },
    columns: [
      text('number', '订单号', 'Order number'),
      text('exporter', '出口商', 'Exporter'),
      text('platform', '平台', 'Platform'),
      country,
      text('waybill', '发货运单号', 'Waybill out'),
      text('skus', '商品编码', 'SKUs'),
      number('lines', '行数', 'Lines'),
      number('exported', '出口', 'Exported'),
      number('back', '已退回', 'Came back'),
      number('onTheWay', '退回途中', 'On the way back'),
      number('left', '还可退', 'Left'),
      moment('createdAt', '登记时间', 'Entered'),
    ],
  },
  risks: {
    name: { zh: '风险', en: 'Risks' },
    columns: [
      text('order', '退货单', 'Return order'),
      text('exporter', '出口商', 'Exporter'),
      text('exportedOrder', '出口订单', 'Exported order'),
      text('sku', '商品编码', 'SKU'),
      number('exported', '出口', 'Exported'),
      number('back', '退回', 'Came back'),
      text('note', '备注', 'Note'),
      text('raisedBy', '登记人', 'Raised by'),
      moment('raisedAt', '登记时间', 'Raised at'),
      text('closedBy', '关闭人', 'Closed by'),
      moment('closedAt', '关闭时间', 'Closed at'),
      text('closedBecause', '关闭理由', 'Why it was closed'),
    ],
  },
  skus: {
    name: { zh: '商品', en: 'SKUs' },
    columns: [
      text('code', '商品编码', 'SKU'),
      text('nameZh', '中文品名', 'Name in Chinese'),
      text('nameEn', '英文品名', 'Name in English'),
      text('category', '类别', 'Category'),
      text('exporter', '出口商', 'Exporter'),
      text('exporterCode', '出口商代码', 'Exporter’s code'),
      text('gtin', '条码', 'GTIN'),
      text('hsCode', 'HS 编码', 'HS code'),
      money('value', '申报价值', 'Declared value'),
      text('currency', '币种', 'Currency'),
      number('weightGrams', '重量（克）', 'Weight (grams)'),
      text('battery', '电池', 'Battery'),
      number('batteryWh', '电池瓦时', 'Watt-hours'),
      text('serialTracked', '按序列号管理', 'Tracked by serial'),
      text('serialPattern', '序列号格式', 'Form of its serials'),
      text('holdsData', '含个人数据', 'Holds personal data'),
      text('active', '启用', 'In use'),
      moment('createdAt', '建档时间', 'Added at'),
    ],
  },
  parcels: {
    name: { zh: '包裹', en: 'Parcels' },
    columns: [
      text('code', '包裹', 'Parcel'),
      text('waybill', '运单号', 'Waybill'),
      text('state', '状态', 'State'),
      text('location', '收货货位', 'Dock'),
      text('seal', '封条', 'Seal'),
      number('weightGrams', '重量（克）', 'Weight (grams)'),
      text('returns', '退货单', 'Return orders'),
      text('references', '出口商单号', 'Exporter’s own numbers'),
      number('pieces', '已收件数', 'Pieces'),
      number('photos', '照片', 'Photos'),
      text('note', '备注', 'Note'),
      text('by', '签收人', 'Taken in by'),
      moment('receivedAt', '到达时间', 'Received at'),
    ],
  },
  tickets: {
    name: { zh: '维修单', en: 'Repair tickets' },
    columns: [
      text('code', '维修单', 'Ticket'),
      text('state', '状态', 'State'),
      text('item', '货品码', 'Licence plate'),
      text('sku', '商品编码', 'SKU'),
      text('name', '品名', 'Name'),
      text('serial', '序列号', 'Serial'),
      text('fault', '故障', 'Fault'),
      number('cycle', '第几次维修', 'Repair no.'),
      text('exporter', '出口商', 'Exporter'),
      text('vendor', '维修方', 'Repaired by'),
      text('overdue', '已超期', 'Overdue'),
      moment('openedAt', '开单时间', 'Opened at'),
      moment('promisedAt', '到期时间', 'Due'),
      moment('stateSince', '状态起始', 'State since'),
    ],
  },
  consignments: {
    name: { zh: '送修批次', en: 'Consignments' },
    columns: [
      text('code', '送修批次', 'Consignment'),
      text('state', '状态', 'State'),
      text('vendor', '维修商', 'Vendor'),
      number('lines', '件数', 'Pieces'),
      number('away', '未修回', 'Not back yet'),
      moment('openedAt', '开单时间', 'Opened at'),
      moment('handedOverAt', '交接时间', 'Handed over at'),
      moment('stateSince', '状态起始', 'State since'),
    ],
  },
  shipments: {
    name: { zh: '出库单', en: 'Shipments' },
    columns: [
      text('code', '出库单', 'Shipment'),
      text('state', '状态', 'State'),
      text('exit', '出库类型', 'Purpose'),
      text('exporter', '出口商', 'Exporter'),
      text('consignee', '收件人', 'Consignee'),
      country,
      text('carrier', '承运商', 'Carrier'),
      text('waybill', '运单号', 'Waybill'),
      number('items', '货品数', 'Items'),
      moment('createdAt', '开单时间', 'Opened at'),
      moment('shippedAt', '发出时间', 'Shipped at'),
      moment('stateSince', '状态起始', 'State since'),
    ],
  },
  locations: {
    name: { zh: '货位', en: 'Locations' },
    columns: [
      text('code', '货位', 'Location'),
      text('zone', '库区', 'Zone'),
      text('zoneCode', '库区代码', 'Zone code'),
      text('kind', '用途', 'Used for'),
      coded('grade', 'grade', '等级', 'Grade'),
      number('items', '货品数', 'Items'),
      number('pieces', '件数', 'Pieces'),
      number('capacity', '容量', 'Capacity'),
      number('free', '还可放', 'Free'),
      text('active', '启用', 'In use'),
    ],
  },
  audit: {
    name: { zh: '审计日志', en: 'Audit log' },
    columns: [
      moment('at', '时间', 'Time'),
      text('by', '操作人', 'By'),
      text('action', '操作', 'Action'),
      text('subjectName', '对象', 'About'),
      text('changed', '变更', 'Changed'),
      text('device', '设备', 'Device'),
    ],
  },
} as const;

/** What stands in cells and is no code of a list. */
export const cellWords = {
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  ourBench: { zh: '本仓维修工位', en: 'Our bench' },
  battery: {
    none: { zh: '无电池', en: 'No battery' },
    'ion in equipment': { zh: '锂离子，装在设备中', en: 'Lithium ion, in the device' },
    'ion with equipment': { zh: '锂离子，与设备同装', en: 'Lithium ion, with the device' },
    'ion alone': { zh: '锂离子，单独', en: 'Lithium ion, alone' },
    metal: { zh: '锂金属', en: 'Lithium metal' },
  },
  exit: {
    resale: { zh: '复售', en: 'Resale' },
    exchange: { zh: '换货', en: 'Exchange' },
    toBuyer: { zh: '退回买家', en: 'Back to the buyer' },
    toExporter: { zh: '退回出口商', en: 'Back to the exporter' },
  },
  place: {
    receiving: { zh: '收货', en: 'Receiving' },
    storage: { zh: '存储', en: 'Storage' },
    quarantine: { zh: '隔离', en: 'Quarantine' },
    hazard: { zh: '危险品柜', en: 'Hazard cabinet' },
    bench: { zh: '维修工位', en: 'Repair bench' },
    vendor: { zh: '送修交接', en: 'Vendor hand-over' },
    packing: { zh: '打包', en: 'Packing' },
    outbound: { zh: '出库', en: 'Outbound' },
  },
} as const;

export const sheetSentences = {
  tooManyRows: (limit: number): Words => ({
    zh: `超过 ${limit.toLocaleString('en')} 行，一个表格装不下。请用筛选条件分几次下载。`,
    en: `There are more than ${limit.toLocaleString('en')} rows. Narrow the filters and download them in parts.`,
  }),
};
