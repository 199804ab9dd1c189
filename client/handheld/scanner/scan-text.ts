export const groupSeparator = '\u001d';

/** A scan without what scanners put around it; the separators of GS1 stay. */
export const cleanScan = (text: string): string =>
  text.replace(/\p{Cc}/gu, (sign) => (sign === groupSeparator ? sign : '')).trim();

/** The keys with which scanners that may send no control characters write the separator. */
export const isSeparatorKey = (event: { key: string; code: string; ctrlKey: boolean }): boolean =>
  event.key === groupSeparator || (event.ctrlKey && (event.key === ']' || event.code === 'BracketRight'));

type Key = { readonly key: string; readonly code: string };

/**
 * The letter of a key that would not write it by itself: the separator, and what comes with Alt, as the firmware of some
 * scanners flags every key. Digits of the number pad with Alt are another way of writing control characters.
 */
export function letterToInsert(event: Key & { ctrlKey: boolean; altKey: boolean }): string | undefined {
  if (isSeparatorKey(event)) return groupSeparator;
  const { key, code, altKey } = event;
  return altKey && key.length === 1 && !code.startsWith('Numpad') ? key : undefined;
}

/** A key that wrote another letter than is printed on it: the keyboard has the layout of another language. */
export const isForeignKey = ({ key, code }: Key): boolean =>
  /^Key[A-Z]$/.test(code) && key.length === 1 && key.toUpperCase() !== code.slice(-1);

/** Codes are ASCII; the letters of another script come from a keyboard that is set to it. Full width is read as ASCII. */
export const isCodeText = (text: string): boolean =>
  !/\p{L}/u.test(text.normalize('NFKC').replace(/[\x20-\x7e]/g, ''));

/** Puts letters where the cursor is. */
export const insertAtCursor = (field: HTMLInputElement, letters: string) =>
  field.setRangeText(
    letters,
    field.selectionStart ?? field.value.length,
    field.selectionEnd ?? field.value.length,
    'end',
  );
