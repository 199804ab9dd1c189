import type { Language } from './language.ts';

const format = (currency: string, language: Language) =>
  new Intl.NumberFormat(language, { style: 'currency', currency });
/** How many decimals a currency has: 2 for CNY, 0 for JPY. */
export const decimalsOf = (currency: string): number =>
  format(currency, 'en').resolvedOptions().maximumFractionDigits ?? 2;

/** Minor units as people read them: (1250, 'CNY', 'zh-CN') is ¥12.50. */
export const money = (minor: number, currency: string, language: Language): string =>
  format(currency, language).format(minor / 10 ** decimalsOf(currency));
