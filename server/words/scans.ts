export const scanSentences = {
  found: {
    item: { zh: '货品', en: 'Item' },
    location: { zh: '货位', en: 'Location' },
    returnOrder: { zh: '退货单', en: 'Return order' },
    parcel: { zh: '包裹', en: 'Parcel' },
    ticket: { zh: '维修单', en: 'Repair ticket' },
    shipment: { zh: '出库单', en: 'Shipment' },
    consignment: { zh: '送修批次', en: 'Consignment' },
    sku: { zh: '商品', en: 'SKU' },
    several: { zh: '这个码有几种意思，请选择', en: 'This code means several things: choose one' },
    unknown: { zh: '没有找到', en: 'Nothing found' },
  },
  forms: {
    gs1: { zh: '商品二维码', en: 'Product code (GS1)' },
    digitalLink: { zh: '商品二维码', en: 'Product code (GS1)' },
    gtin: { zh: '商品条码', en: 'Product barcode' },
    imei: { zh: 'IMEI', en: 'IMEI' },
    serial: { zh: '序列号', en: 'Serial number' },
    waybill: { zh: '运单号', en: 'Waybill' },
    address: { zh: '网址', en: 'Web address' },
  },
  unknown: {
    zh: '没有这个编号。请检查标签，再扫一次。',
    en: 'There is no record of this code. Check the label and scan it again.',
  },
  /** The same at the dock, where it may be what nobody announced. */
  unknownAtDock: {
    zh: '没有这个编号。请检查标签；没有预报的走“无预报收货”。',
    en: 'There is no record of this code. Check the label; receive unannounced goods with "Receive as unannounced".',
  },
  address: {
    zh: '这是网址，不是货品的条码。请扫标签上的另一个码。',
    en: 'That is a web address, not an item code. Scan the other code on the label.',
  },
  unreadable: {
    empty: { zh: '没有读到内容，请再扫一次。', en: 'Nothing was read. Scan again.' },
    'too long': { zh: '内容太长，不是我们的条码。', en: 'Too long to be one of our codes.' },
    'wrong IMEI': {
      zh: '这个 IMEI 的校验位不对，请再扫一次。',
      en: 'The check digit of this IMEI is wrong. Scan it again.',
    },
    'data of another program': {
      zh: '这是其他程序的数据，不是条码编号。',
      en: 'These are the data of another program, not a code.',
    },
  },
} as const;
