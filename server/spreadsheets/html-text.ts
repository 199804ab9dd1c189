/** The names of U+00A0 to U+00FF (HTML 4.01, 24.2.1), and of some signs that word processors write. */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );
const named = new Map([
  ...latin1.map((name, i) => [name, String.fromCharCode(0xa0 + i)] as const),
  ...([
    ['ndash', '–'],
    ['mdash', '—'],
    ['lsquo', '‘'],
    ['rsquo', '’'],
    ['ldquo', '“'],
    ['rdquo', '”'],
    ['hellip', '…'],
    ['euro', '€'],
    ['apos', "'"],
  ] as const),
]);
/** These would be read as markup: they stay as they are written. */
const markup: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** A table of HTML with the letters that it writes as numbers or names: Nguy&#7877;n, &#x103;. The library knows few of them. */
export const withLetters = (html: string): string =>
  html.replace(
    /&#(\d{1,7}|x[\da-f]{1,6});?|&([a-z]{2,8}\d{0,2});/gi,
    (written, number?: string, name?: string) => {
      const sign = number === undefined ? named.get(name ?? '') : numbered(number);
      return sign === undefined ? written : (markup[sign] ?? sign);
    },
  );

function numbered(number: string): string | undefined {
  const point = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number);
  const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : undefined;
}
