import type { Column } from '../spreadsheets/header.ts';
import {
  countryNames,
  exportPaperColumns,
  orderNames,
  platformNames,
  serialColumns,
  skuNames,
  waybillNames,
} from '../spreadsheets/seller-columns.ts';

/** How many an order had; how many of them come back is another number. */
const sold = [
  ...['Lineitem quantity', 'Order quantity', 'Quantity sold', 'Sold quantity', 'Ordered quantity'],
  ...['销售数量', '订单数量', '訂單數量', '購買數量', '购买数量'],
];

/**
 * The columns of a spreadsheet of returns, by the names that people, TikTok Shop, Shopee, Lazada and Shopify give them.
 * What was returned stands before what was sold, and an order before a line of it.
 */
export const importColumns = [
  {
    key: 'reference',
    names: [
      ...['您的单号', '退货单号', '退货编号', '退款编号', '售后单号', '退貨單號'],
      ...[
        'Return Order ID',
        'Return ID',
        'Return number',
        'Refund ID',
        'Return/Refund ID',
        'Return Request ID',
        'Return Order Number',
        'Return SN',
      ],
      ...['Reference', '订单号', '订单编号', '平台订单号', '訂單號', '訂單編號', '单号', '單號'],
      ...['Order ID', 'Order number', 'Order No', 'Order No.', 'Order SN', 'Order'],
    ],
    nameBeside: { name: 'Name', beside: 'Lineitem' },
    required: true,
    kind: 'identifier',
  },
  { key: 'sku', names: [...skuNames, 'Item'], required: true, kind: 'identifier' },
  {
    key: 'quantity',
    names: [
      ...[
        '退货数量',
        '退回数量',
        '申请退货数量',
        '退货件数',
        '退貨數量',
        '退回數量',
        '数量',
        '件数',
        '數量',
        '件數',
      ],
      ...[
        'Return Quantity',
        'Returned quantity',
        'Returned Qty',
        'Return Qty',
        'Refund Quantity',
        'Quantity to return',
      ],
      ...['Quantity', 'Qty', 'Item quantity', 'Pieces'],
      ...sold,
    ],
    doubtful: sold,
    required: true,
    kind: 'count',
  },
  // Where a return has no number of its own, that of its order stands for both.
  { key: 'salesOrder', names: orderNames, kind: 'identifier' },
  { key: 'orderLine', names: ['订单行', '订单行号', 'Order line', 'Order line number'], kind: 'count' },
  ...serialColumns,
  {
    key: 'reason',
    names: [
      ...['退货原因', '原因', '退款原因', '售后原因', '退貨原因'],
      ...['Return Reason', 'Reason', 'Reason for return', 'Return reason code', 'Refund reason'],
    ],
    kind: 'word',
  },
  {
    key: 'reasonText',
    names: [
      ...['原因说明', '买家备注', '买家留言', '退货说明', '問題描述', '原因說明', '问题描述'],
      ...[
        'Reason text',
        'Remark',
        'Buyer note',
        'Buyer Remark',
        'Return note',
        'Customer note',
        'Comment',
        'Return Description',
      ],
    ],
  },
  {
    key: 'wish',
    names: ['期望去向', '期望处置', '处置', 'Wish', 'Disposition', '期望處置', '處置'],
    kind: 'word',
  },
  { key: 'country', names: countryNames, kind: 'word' },
  { key: 'platform', names: platformNames, kind: 'name' },
  {
    key: 'carrier',
    kind: 'name',
    names: [
      '承运商',
      'Carrier',
      '物流公司',
      '退货物流',
      '快递公司',
      '物流商',
      '承運商',
      'Logistics',
      'Return logistics',
      'Shipping Provider',
      'Return Carrier',
      'Courier',
    ],
  },
  {
    key: 'waybill',
    names: [
      ...['退货运单号', '退货物流单号', '退货快递单号', '退貨運單號'],
      ...['Return Tracking ID', 'Return Tracking Number', 'Return Logistics Tracking ID', 'Return waybill'],
      ...waybillNames,
    ],
    kind: 'identifier',
  },
  ...exportPaperColumns,
] as const satisfies readonly Column[];

export const importExample = {
  reference: 'SHOPEE-2026-0001',
  sku: 'BW-200-BK',
  quantity: '1',
  salesOrder: '250820TH0001',
  orderLine: '1',
  serial: 'SN20260001',
  imei2: '352099001761481',
  reason: 'R01',
  reasonText: '左耳无声',
  wish: 'REP',
  country: 'TH',
  platform: 'Shopee',
  carrier: 'J&T',
  waybill: 'JT1234567890123',
  exportDocument: '46412026E000000001',
  exportLine: '1',
  exportMode: '9610',
  exportDate: '2026-08-20',
  releaseDate: '2026-08-21',
} as const;
