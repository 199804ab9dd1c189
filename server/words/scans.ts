export const scanSentences = {
  found: {
    item: { zh: '货品', en: 'Item' },
    items: { zh: '多件货品同序列号，请选择', en: 'Several items with this serial; choose one' },
    location: { zh: '货位', en: 'Location' },
    returnOrder: { zh: '退货单', en: 'Return order' },
    returnOrders: { zh: '多张退货单，请选择', en: 'Several return orders; choose one' },
    parcel: { zh: '包裹', en: 'Parcel' },
    ticket: { zh: '维修单', en: 'Repair ticket' },
    shipment: { zh: '出库单', en: 'Shipment' },
    consignment: { zh: '送修批次', en: 'Consignment' },
    sku: { zh: '商品', en: 'SKU' },
    unknown: { zh: '没有找到', en: 'Nothing found' },
  },
  forms: {
    gs1: { zh: '商品二维码', en: 'Product code (GS1)' },
    digitalLink: { zh: '商品二维码', en: 'Product code (GS1)' },
    gtin: { zh: '商品条码', en: 'Product barcode' },
    imei: { zh: 'IMEI', en: 'IMEI' },
    waybill: { zh: '运单号', en: 'Waybill' },
    address: { zh: '网址', en: 'Web address' },
  },
  unknown: {
    zh: '这里没有这个编号。请检查标签；包裹上没有预报的，走“无预报收货”。',
    en: 'Nothing here has this code. Check the label; a parcel that nobody announced is received blind.',
  },
  unreadable: {
    empty: { zh: '没有读到内容，请再扫一次。', en: 'Nothing was read. Scan again.' },
    'too long': { zh: '内容太长，不是我们的条码。', en: 'Too long to be one of our codes.' },
    'data of another program': {
      zh: '这是其他程序的数据，不是条码编号。',
      en: 'These are the data of another program, not a code.',
    },
  },
} as const;
