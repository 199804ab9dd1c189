export const outboundSentences = {
  notAWaybill: {
    zh: '运单号应为 6–40 位字母、数字或短横线。',
    en: 'A waybill has 6 to 40 letters, digits or hyphens.',
  },
  /** Of a number that is surely something else. */
  notOfACarrier: (text: string) => ({
    zh: `“${text}”不是运单号：看起来是货品、货位、商品条码或 IMEI。请扫承运商运单。`,
    en: `"${text}" is not a waybill: it looks like an item, a location, a product code or an IMEI. Scan the carrier’s waybill.`,
  }),
  openShipment: { zh: '开出库单', en: 'open a shipment' },
} as const;
