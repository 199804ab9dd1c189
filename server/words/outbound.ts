export const outboundSentences = {
  notAWaybill: {
    zh: '运单号应为 6–40 位字母、数字或短横线。',
    en: 'A waybill has 6 to 40 letters, digits or hyphens.',
  },
  openShipment: { zh: '开出库单', en: 'open a shipment' },
} as const;
