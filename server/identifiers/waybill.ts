import { halfWidth } from './half-width.ts';

export interface CarrierPattern {
  readonly carrier: string;
  readonly pattern: RegExp;
  /** Among several that fit, the higher one is suggested first. */
  readonly priority: number;
}

/** A first guess only: most of these forms are observed, not published, and none refuses a number. */
export const carrierPatterns: readonly CarrierPattern[] = [
  { carrier: 'SF', pattern: /^SF\d{13}$/, priority: 90 },
  { carrier: 'YTO', pattern: /^YT\d{13}$/, priority: 90 },
  { carrier: 'UPS', pattern: /^1Z[0-9A-Z]{16}$/, priority: 90 },
  { carrier: 'JT', pattern: /^(JT\d{13}|J[A-Z]\d{10}|J[A-Z]{2}\d{12})$/, priority: 80 },
  { carrier: 'SPX', pattern: /^SPX[A-Z]{0,2}\d{8,16}$/, priority: 80 },
  { carrier: 'FLASH', pattern: /^TH[0-9A-Z]{10,16}$/, priority: 70 },
  { carrier: 'JD', pattern: /^JD[0-9A-Z]{10,18}$/, priority: 70 },
  { carrier: 'ZTO', pattern: /^7\d{11,14}$/, priority: 30 },
];

/** A waybill number as it is stored; any 6 to 40 letters, digits and hyphens are one. */
export function readWaybill(text: string): string | undefined {
  const waybill = halfWidth(text).replace(/\s/g, '').toUpperCase();
  return /^[0-9A-Z-]{6,40}$/.test(waybill) && /\d/.test(waybill) ? waybill : undefined;
}

/** The check digit of a postal item number. UPU standard S10: weights 8 6 4 2 3 5 9 7, modulo 11. */
export function s10CheckDigit(eightDigits: string): string {
  const sum = [8, 6, 4, 2, 3, 5, 9, 7].reduce(
    (total, weight, i) => total + weight * Number(eightDigits.charAt(i)),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? '0' : check === 11 ? '5' : String(check);
}

/** EMS, registered mail and parcels of all posts: two letters, eight digits, check digit, country. */
export function isS10(waybill: string): boolean {
  const parts = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/.exec(waybill);
  return parts?.[1] !== undefined && s10CheckDigit(parts[1]) === parts[2];
}

/** Carriers whose numbers look like this one, most likely first; 'POST-CN' is the post of CN. */
export function suggestCarriers(
  waybill: string,
  patterns: readonly CarrierPattern[] = carrierPatterns,
): string[] {
  const fitting = patterns.filter(({ pattern }) => pattern.test(waybill));
  const carriers = fitting.sort((a, b) => b.priority - a.priority).map(({ carrier }) => carrier);
  return isS10(waybill) ? [`POST-${waybill.slice(-2)}`, ...carriers] : carriers;
}
