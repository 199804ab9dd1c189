/** The platforms that most exporters sell on; another may be typed. */
export const platforms = [
  ...['Shopee', 'Lazada', 'TikTok Shop', 'Temu', 'SHEIN', 'AliExpress', 'Amazon', 'eBay', 'Shopify'],
];
