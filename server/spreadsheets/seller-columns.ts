import type { Column } from './header.ts';
import { wrongAsImei } from './imei-cells.ts';

/** What people, TikTok Shop, Shopee, Lazada and Shopify call the SKU of a row. */
export const skuNames = [
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
  ...['Seller SKU', 'SKU Reference No.', 'Variation SKU', 'Lineitem sku', 'Line item SKU', 'Variant SKU'],
  ...['Item SKU', 'Parent SKU', 'Parent SKU Reference No.', 'SKU ID'],
] as const;

/** … and the number of the order with which it was sold. */
export const orderNames = [
  ...['平台订单号', '订单号', '订单编号', '原订单号', '销售订单号', '出口订单号', '訂單號', '訂單編號'],
  ...['Sales order', 'Order ID', 'Order number', 'Order No', 'Order No.', 'Order SN', 'Original Order ID'],
] as const;

export const countryNames = [
  ...['国家', '国家/地区', '收货国家', '國家', '國家/地區', '目的国', '站点'],
  ...['Country', 'Country/Region', 'Shipping Country', 'Ship country', 'Recipient Country', 'Site'],
] as const;

export const platformNames = [
  '平台',
  '销售平台',
  'Platform',
  'Channel',
  'Marketplace',
  'Sales channel',
] as const;

/** Under which a parcel travels, whichever way it goes. */
export const waybillNames = [
  ...['运单号', '物流单号', '快递单号', '運單號', '物流單號'],
  ...['Waybill', 'Waybill number', 'Tracking number', 'Tracking ID', 'Tracking No', 'Tracking Code'],
] as const;

/** Which piece it is. */
export const serialColumns = [
  {
    key: 'serial',
    names: ['序列号', 'IMEI', 'Serial', 'SN', '序號', '序列號', 'Serial number', 'S/N', '機身號', '机身号'],
    neverCountsRows: true,
    wrongAs: wrongAsImei,
    kind: 'identifier',
  },
  {
    key: 'imei2',
    wrongAs: wrongAsImei,
    names: ['第二个 IMEI', 'IMEI2', 'IMEI 2', 'Second IMEI', '第二個IMEI'],
    kind: 'identifier',
  },
] as const satisfies readonly Column[];

/** How it was exported. */
export const exportPaperColumns = [
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
