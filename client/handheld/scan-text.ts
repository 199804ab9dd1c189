const groupSeparator = '\u001d';

/** A scan without what scanners put around it; the separators of GS1 stay. */
export const cleanScan = (text: string): string =>
  text.replace(/\p{Cc}/gu, (sign) => (sign === groupSeparator ? sign : '')).trim();

/** The keys with which scanners that may send no control characters write the separator. */
export const isSeparatorKey = (event: { key: string; code: string; ctrlKey: boolean }): boolean =>
  event.key === groupSeparator || (event.ctrlKey && (event.key === ']' || event.code === 'BracketRight'));

/** Puts the separator where the cursor is. */
export const insertSeparator = (field: HTMLInputElement) =>
  field.setRangeText(
    groupSeparator,
    field.selectionStart ?? field.value.length,
    field.selectionEnd ?? field.value.length,
    'end',
  );
