const HALF_WIDTH_SHIFT = 0xfee0;

/** What somebody typed as an amount, in minor units; null where it is none, or could mean two. `1,000` is a thousand or one. */
export function minorTyped(typed: string): number | null {
  const text = typed
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - HALF_WIDTH_SHIFT))
    .replace(/[。．]/g, '.')
    .replace(/[，、]/g, ',')
    .replace(/[\s¥￥]/g, '');
  // Grouped in thousands, with a point that tells which is which; or plain, with a comma or a point before the cents.
  const grouped = /^(\d{1,3}(?:,\d{3})+)\.(\d{1,2})$/.exec(text) ?? /^(\d{1,3}(?:,\d{3}){2,})()$/.exec(text);
  const [, whole, cents = ''] = grouped ?? /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  return Number(whole.replaceAll(',', '')) * 100 + Number(cents.padEnd(2, '0'));
}
