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

/** The columns of a spreadsheet of exported orders, by the names that people, TikTok Shop, Shopee, Lazada and Shopify give them. */
export const exportColumns = [
  {
    key: 'number',
    names: [...orderNames, '单号', 'Order', 'Name', 'Reference'],
    required: true,
    kind: 'identifier',
  },
  { key: 'sku', names: skuNames, required: true, kind: 'identifier' },
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
  { key: 'platform', names: platformNames },
  { key: 'country', names: countryNames, kind: 'word' },
  { key: 'waybill', names: ['发货运单号', ...waybillNames], kind: 'identifier' },
  ...serialColumns,
  ...exportPaperColumns,
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
