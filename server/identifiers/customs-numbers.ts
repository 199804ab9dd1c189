import { tidyIdentifier } from './tidy.ts';

/** 监管方式 of the original export; 'other' is known but none of these, 'unknown' is still to be asked. */
export const supervisionModes = ['9610', '9710', '9810', '1210', 'other', 'unknown'] as const;
export type SupervisionMode = (typeof supervisionModes)[number];

export const exportDocumentTypes = ['declaration', 'list'] as const;
export type ExportDocumentType = (typeof exportDocumentTypes)[number];

export type CustomsNumber = {
  /** declaration 报关单号, list 跨境电商清单编号, preliminaryList 清单预录入编号 */
  readonly type: ExportDocumentType | 'preliminaryList';
  readonly number: string;
  readonly direction?: 'import' | 'export';
};

const tidy = (text: string) => tidyIdentifier(text).replace(/[\s-]/g, '').toUpperCase();

/**
 * 18 characters: 4 customs office, 4 year, 1 mark, 9 sequence. The mark is a digit on a declaration (1 import,
 * 0 export) and I or E on a retail list; a preliminary list number is B and 17 digits.
 */
export function readCustomsNumber(text: string): CustomsNumber | undefined {
  const number = tidy(text);
  if (/^B\d{17}$/.test(number)) return { type: 'preliminaryList', number };
  const mark = /^\d{8}([01IE])\d{9}$/.exec(number)?.[1];
  if (!mark) return undefined;
  const direction = mark === '1' || mark === 'I' ? 'import' : 'export';
  return { type: mark === '0' || mark === '1' ? 'declaration' : 'list', number, direction };
}

/** 海关注册编码, ten characters: the area in four digits, then six that may hold letters. It has no check digit. */
export function readCustomsRegistration(text: string): string | undefined {
  const code = tidy(text);
  return /^\d{4}[0-9A-Z]{6}$/.test(code) ? code : undefined;
}
