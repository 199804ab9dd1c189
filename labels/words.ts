export type Language = 'zh' | 'en' | 'both';
export type Words = { readonly zh: string; readonly en: string };

/** For headings and captions: both languages when both are asked for. */
export const say = (language: Language, { zh, en }: Words) =>
  language === 'both' && zh !== en ? `${zh} ${en}` : language === 'en' ? en : zh;

/** For names in running text: Chinese when both are asked for. */
export const name = (language: Language, { zh, en }: Words) => (language === 'en' ? en || zh : zh || en);

/** A name in a list: a line for each language asked for. */
export const eachLine = (language: Language, { zh, en }: Words) =>
  language === 'both' && zh !== en ? [zh, en] : [name(language, { zh, en })];

/** G7K2M9Q4XF as people read it aloud: G7K2M-9Q4XF. */
export const grouped = (code: string) =>
  /^[A-Z0-9]{10}$/.test(code) ? `${code.slice(0, 5)}-${code.slice(5)}` : code;

export type LocationKind =
  | 'receiving'
  | 'storage'
  | 'quarantine'
  | 'hazard'
  | 'bench'
  | 'vendor'
  | 'packing'
  | 'outbound';
export type Battery = 'none' | 'ion in equipment' | 'ion with equipment' | 'ion alone' | 'metal';

export const locationKinds: Record<LocationKind, Words> = {
  receiving: { zh: '收货', en: 'Receiving' },
  storage: { zh: '存储', en: 'Storage' },
  quarantine: { zh: '隔离', en: 'Quarantine' },
  hazard: { zh: '危险品柜', en: 'Hazard' },
  bench: { zh: '维修工位', en: 'Bench' },
  vendor: { zh: '送修交接', en: 'Vendor' },
  packing: { zh: '打包', en: 'Packing' },
  outbound: { zh: '出库', en: 'Outbound' },
};

/** Notes for people; they do not replace the battery mark. Packing instructions of the IATA DGR. */
export const batteries: Record<Exclude<Battery, 'none'>, Words> = {
  'ion in equipment': {
    zh: '内装锂离子电池 UN3481（PI 967）',
    en: 'Lithium ion batteries contained in equipment UN3481 (PI 967)',
  },
  'ion with equipment': {
    zh: '随附锂离子电池 UN3481（PI 966）',
    en: 'Lithium ion batteries packed with equipment UN3481 (PI 966)',
  },
  'ion alone': {
    zh: '单独锂离子电池 UN3480（PI 965）仅限货机',
    en: 'Lithium ion batteries UN3480 (PI 965), cargo aircraft only',
  },
  metal: { zh: '含锂金属电池 UN3090 / UN3091', en: 'Lithium metal batteries UN3090 / UN3091' },
};

export const words = {
  itemLabel: { zh: '货品标签', en: 'Item label' },
  grade: { zh: '等级', en: 'Grade' },
  pieces: { zh: '件', en: 'pcs' },
  hazard: { zh: '危险品', en: 'Hazard' },
  noSku: { zh: '商品未识别', en: 'SKU not known yet' },
  noOwner: { zh: '货主未知', en: 'Owner not known yet' },

  badge: { zh: '工牌', en: 'Badge' },
  badgeFound: { zh: '拾到请交主管', en: 'If found, hand to a supervisor' },

  locationLabel: { zh: '货位标签', en: 'Location label' },
  hazardBand: { zh: '危险品区 禁止混放', en: 'HAZARD – DO NOT MIX' },
  quarantineBand: { zh: '隔离区 未经放行不得移出', en: 'QUARANTINE – DO NOT MOVE' },

  shippingLabel: { zh: '发货面单', en: 'Shipping label' },
  from: { zh: '寄件', en: 'From' },
  to: { zh: '收件', en: 'To' },
  contents: { zh: '内件', en: 'Contents' },
  total: { zh: '合计', en: 'Total' },
  weight: { zh: '重量', en: 'Weight' },
  date: { zh: '日期', en: 'Date' },
  shipment: { zh: '出库单', en: 'Shipment' },
  waybill: { zh: '运单号', en: 'Waybill' },
  battery: { zh: '电池', en: 'Battery' },

  returnSlip: { zh: '退货单', en: 'Return slip' },
  returnNumber: { zh: '退货单号', en: 'Return number' },
  exporter: { zh: '出口商', en: 'Exporter' },
  reference: { zh: '客户单号', en: 'Reference' },
  returnTo: { zh: '退回至', en: 'Return to' },
  contact: { zh: '联系人', en: 'Contact' },
  address: { zh: '地址', en: 'Address' },
  steps: [
    { zh: '核对下表，把本页放入包裹内。', en: 'Check the list and put this page into the parcel.' },
    {
      zh: '沿虚线剪下下半页，平整贴在包裹外。',
      en: 'Cut off the lower part and stick it flat on the parcel.',
    },
    {
      zh: '勿遮盖、折叠条码；旧面单请撕除或涂盖。',
      en: 'Do not cover or fold the barcodes; remove old labels.',
    },
  ],
  cutHere: { zh: '沿此线剪下，贴在包裹外', en: 'Cut here and stick on the parcel' },
  number: { zh: '序号', en: 'No.' },
  sku: { zh: '商品编码', en: 'SKU' },
  goods: { zh: '品名', en: 'Name' },
  quantity: { zh: '数量', en: 'Qty' },
  reason: { zh: '退货原因', en: 'Reason' },
  serial: { zh: '序列号', en: 'Serial' },
  note: { zh: '备注', en: 'Note' },

  consignment: { zh: '送修清单', en: 'Repair consignment' },
  consignmentNumber: { zh: '送修批次', en: 'Consignment' },
  vendor: { zh: '维修商', en: 'Repair vendor' },
  sender: { zh: '交出方', en: 'Handed over by' },
  scan: { zh: '扫码', en: 'Scan' },
  ticket: { zh: '维修单', en: 'Ticket' },
  item: { zh: '货品', en: 'Item' },
  fault: { zh: '故障描述', en: 'Fault' },
  handedOver: { zh: '交出人签字', en: 'Handed over (signature)' },
  takenIn: { zh: '接收人签字', en: 'Taken in (signature)' },
  signedOn: { zh: '签字日期', en: 'Date' },
  countAgrees: {
    zh: '双方清点无误后签字；数量或外观不符请在备注栏注明。',
    en: 'Sign after counting together; write any difference into the note.',
  },
} as const satisfies Record<string, Words | readonly Words[]>;

/** 12 pieces, with its unit. */
export const pieces = (language: Language, count: number) =>
  ({ zh: `${count} 件`, en: count === 1 ? '1 pc' : `${count} pcs`, both: `${count} 件/pcs` })[language];

export const pageOf = (language: Language, page: number, pages: number) =>
  ({
    zh: `第 ${page} 页，共 ${pages} 页`,
    en: `Page ${page} of ${pages}`,
    both: `第 ${page} 页，共 ${pages} 页 · Page ${page} of ${pages}`,
  })[language];
