const plain = (cell: string) => cell.normalize('NFKC').replace(/[\s¥￥$]/g, '');

/** A decimal as a spreadsheet has it, or with its thousands told apart: 85.5, 1,234.50; "1,000" can be read two ways and is none. */
export function readDecimal(cell: string): string | undefined {
  const text = plain(cell);
  const grouped = /^\d{1,3}(,\d{3})+\.\d{1,3}$/.test(text) ? text.replaceAll(',', '') : text;
  return /^\d{1,12}(\.\d{1,6})?$/.test(grouped) ? grouped : undefined;
}

const inGrams: Readonly<Record<string, number>> = { '': 1, g: 1, 克: 1, kg: 1000, 千克: 1000, 公斤: 1000 };
/** A weight in whole grams: 250, 250g, 0.25 kg. */
export function readGrams(cell: string): number | undefined {
  const [, digits = '', unit = ''] =
    /^([\d.,]{1,20})([a-z克千公斤]{0,3})$/.exec(plain(cell).toLowerCase()) ?? [];
  const factor = inGrams[unit];
  const decimal = readDecimal(digits);
  if (factor === undefined || decimal === undefined) return undefined;
  const grams = Number((Number(decimal) * factor).toFixed(3));
  return Number.isInteger(grams) ? grams : undefined;
}

const currencies: Readonly<Record<string, string>> = {
  人民币: 'CNY',
  元: 'CNY',
  RMB: 'CNY',
  美元: 'USD',
  欧元: 'EUR',
  港币: 'HKD',
};
export const readCurrency = (cell: string): string => {
  const text = plain(cell).toUpperCase();
  return currencies[text] ?? text;
};

/** A decimal of this currency in minor units; undefined where it has more decimals than the currency. */
export function minorUnits(decimal: string, currency: string): number | undefined {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const places = format.resolvedOptions().maximumFractionDigits ?? 2;
  const [whole = '', fraction = ''] = decimal.split('.');
  if (Number(fraction.slice(places)) > 0) return undefined;
  return Number(whole + fraction.slice(0, places).padEnd(places, '0'));
}
