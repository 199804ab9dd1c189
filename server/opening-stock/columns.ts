import { sheetAnswersOf } from '../http/sheet-answers.ts';
import type { Column } from '../spreadsheets/header.ts';

/** The columns of a spreadsheet of goods on shelves, by the names that people and other systems give them. */
export const stockColumns = [
  {
    key: 'exporter',
    names: [
      ...['出口商', '货主', '客户', '货主代码', '客户代码', '客户名称', '貨主', '客戶', '商家'],
      ...['Exporter', 'Owner', 'Client', 'Customer', 'Merchant', 'Seller', 'Owner code', 'Client code'],
    ],
    kind: 'word',
  },
  {
    key: 'sku',
    names: [
      ...['商品编码', 'SKU', '商家编码', '货号', 'SKU编码', '产品编码', '物料编码', '商品編碼', '貨號'],
      ...['SKU code', 'Seller SKU', 'Item', 'Item number', 'Item code', 'Product code', 'Article'],
    ],
    required: true,
    kind: 'identifier',
  },
  {
    key: 'quantity',
    names: [
      ...['数量', '库存数量', '在库数量', '现有数量', '实盘数量', '件数', '库存', '數量', '庫存數量'],
      ...['Quantity', 'Qty', 'On hand', 'Stock', 'Stock quantity', 'Quantity on hand', 'Pieces'],
    ],
    kind: 'count',
  },
  {
    key: 'serial',
    names: ['序列号', 'IMEI', '机身号', '序號', '序列號', 'Serial', 'SN', 'S/N', 'Serial number'],
    kind: 'identifier',
  },
  {
    key: 'imei2',
    names: ['第二个 IMEI', '第二个IMEI', 'IMEI2', 'IMEI 2', 'Second IMEI', '第二個IMEI'],
    kind: 'identifier',
  },
  {
    key: 'location',
    names: [
      ...['货位', '库位', '库位编码', '货位编码', '储位', '仓位', '貨位', '庫位', '儲位'],
      ...['Location', 'Bin', 'Bin location', 'Place', 'Shelf', 'Slot', 'Storage location', 'Location code'],
    ],
    required: true,
    kind: 'identifier',
  },
  {
    key: 'grade',
    names: [
      ...['等级', '成色', '品级', '货品状态', '库存状态', '等級', '成色等级'],
      ...['Grade', 'Condition', 'Quality', 'Stock condition'],
    ],
    kind: 'word',
  },
  {
    key: 'disposition',
    names: ['处置', '去向', '处理方式', '處置', 'Disposition', 'Way on', 'Decision'],
    kind: 'word',
  },
  {
    key: 'hazard',
    names: ['危险品', '是否危险品', '危險品', 'Dangerous', 'Hazard', 'Hazardous', 'Dangerous goods'],
    kind: 'word',
  },
  {
    key: 'customsStatus',
    names: ['海关状态', '监管状态', '海關狀態', 'Customs status'],
    kind: 'word',
  },
  {
    key: 'exportMode',
    names: ['监管方式', '贸易方式', '監管方式', 'Supervision mode', 'Export mode', 'Customs mode'],
    kind: 'word',
  },
  {
    key: 'exportDocument',
    names: ['出口单证号', '报关单号', '清单编号', 'Export document', '出口單證號', '報關單號', '清單編號'],
    kind: 'identifier',
  },
  { key: 'exportLine', names: ['出口项号', '项号', 'Export line', '出口項號', '項號'], kind: 'count' },
  { key: 'exportDate', names: ['出口日期', 'Export date'], kind: 'date' },
  { key: 'releaseDate', names: ['放行日期', 'Release date'], kind: 'date' },
  {
    key: 'receivedOn',
    names: [
      ...['入库日期', '收货日期', '到仓日期', '上架日期', '入库时间', '收货时间', '入庫日期', '收貨日期'],
      ...['Received', 'Received date', 'Received on', 'Receipt date', 'Date received', 'Inbound date'],
    ],
    kind: 'date',
  },
  {
    key: 'ownNumber',
    names: [
      ...['您的单号', '原编号', '原系统编号', '批次号', '批号', '托盘号', '箱号', '库存编号', '批號', '箱號'],
      ...['Your number', 'Own number', 'Reference', 'Lot', 'Lot number', 'Batch', 'Pallet', 'LPN', 'Carton'],
    ],
    kind: 'identifier',
  },
  { key: 'remark', names: ['备注', '说明', '備註', 'Remark', 'Remarks', 'Note', 'Notes', 'Comment'] },
] as const satisfies readonly Column[];
export type StockKey = (typeof stockColumns)[number]['key'];

/** What somebody said of a spreadsheet of opening stock because it cannot be seen in it. */
export const StockAnswers = sheetAnswersOf(stockColumns);

export const stockExample = {
  exporter: '',
  sku: 'BW-200-BK',
  quantity: '12',
  serial: '',
  imei2: '',
  location: 'A-01-01-1',
  grade: 'A 准新',
  disposition: 'RTS 良品上架',
  hazard: '',
  customsStatus: 'RELEASED_DOMESTIC 已放行内销',
  exportMode: '9610',
  exportDocument: '46412026E000000001',
  exportLine: '1',
  exportDate: '2026-06-20',
  releaseDate: '2026-06-21',
  receivedOn: '2026-08-05',
  ownNumber: 'P-0001',
  remark: '',
} as const satisfies Record<StockKey, string>;
