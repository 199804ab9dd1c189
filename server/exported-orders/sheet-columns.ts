import type { Column } from '../spreadsheets/header.ts';

/** The columns of a spreadsheet of exported orders, by the names that people, TikTok Shop, Shopee, Lazada and Shopify give them. */
export const exportColumns = [
  {
    key: 'number',
    names: [
      ...['平台订单号', '订单号', '订单编号', '訂單號', '訂單編號', '销售订单号', '单号'],
      ...['Order ID', 'Order number', 'Order No', 'Order No.', 'Order SN', 'Order', 'Name', 'Reference'],
    ],
    required: true,
    kind: 'identifier',
  },
  {
    key: 'sku',
    names: [
      ...[
        '商品编码',
        'SKU',
        '商家编码',
        '卖家SKU',
        '货号',
        '商品货号',
        '规格编码',
        '商品編碼',
        '商家編碼',
        '貨號',
      ],
      ...['Seller SKU', 'SKU Reference No.', 'Variation SKU', 'Lineitem sku', 'Variant SKU', 'Item SKU'],
      ...['Parent SKU Reference No.', 'SKU ID'],
    ],
    required: true,
    kind: 'identifier',
  },
  {
    key: 'quantity',
    // Lazada writes one row for each piece, and no quantity.
    names: [
      ...['出口数量', '数量', '件数', '销售数量', '订单数量', '购买数量', '數量', '件數', '購買數量'],
      ...[
        'Exported quantity',
        'Quantity',
        'Qty',
        'Lineitem quantity',
        'Item quantity',
        'Order quantity',
        'Pieces',
      ],
    ],
    kind: 'count',
  },
  { key: 'platform', names: ['平台', '销售平台', 'Platform', 'Channel', 'Marketplace', 'Sales channel'] },
  {
    key: 'country',
    names: [
      ...['国家', '国家/地区', '收货国家', '國家', '國家/地區', '站点', '目的国'],
      ...['Country', 'Country/Region', 'Shipping Country', 'Ship country', 'Recipient Country', 'Site'],
    ],
    kind: 'word',
  },
  {
    key: 'waybill',
    names: [
      ...['发货运单号', '运单号', '物流单号', '快递单号', '運單號', '物流單號'],
      ...['Tracking ID', 'Tracking Number', 'Tracking No', 'Tracking Code', 'Waybill', 'Waybill number'],
    ],
    kind: 'identifier',
  },
  {
    key: 'serial',
    names: ['序列号', 'IMEI', 'Serial', 'SN', 'Serial number', 'S/N', '機身號', '机身号'],
    kind: 'identifier',
  },
  {
    key: 'imei2',
    names: ['第二个 IMEI', 'IMEI2', 'IMEI 2', 'Second IMEI', '第二個IMEI'],
    kind: 'identifier',
  },
  {
    key: 'exportDocument',
    names: ['出口单证号', '报关单号', '清单编号', 'Export document', '出口單證號', '報關單號', '清單編號'],
    kind: 'identifier',
  },
  { key: 'exportLine', names: ['出口项号', '项号', 'Export line', '出口項號', '項號'], kind: 'count' },
  {
    key: 'exportMode',
    names: ['监管方式', 'Export mode', 'Supervision mode', '監管方式', '贸易方式'],
    kind: 'word',
  },
  { key: 'exportDate', names: ['出口日期', 'Export date'], kind: 'date' },
  { key: 'releaseDate', names: ['放行日期', 'Release date'], kind: 'date' },
] as const satisfies readonly Column[];
export type ExportColumn = (typeof exportColumns)[number]['key'];

/** One row, as the template shows it. */
export const exportExample: Readonly<Record<ExportColumn, string>> = {
  number: '250820TH0001',
  sku: 'BW-200-BK',
  quantity: '5',
  platform: 'Shopee',
  country: 'TH',
  waybill: 'SPXTH0123456789',
  serial: '',
  imei2: '',
  exportDocument: '46412026E000000077',
  exportLine: '3',
  exportMode: '9610',
  exportDate: '2026-08-20',
  releaseDate: '2026-08-21',
};
