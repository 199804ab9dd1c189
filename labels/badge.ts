import { matrix } from './barcode.ts';
import { papers } from './paper.ts';
import { type Printed, toPdf } from './pdf.ts';
import { bar, blank, type PrintOptions, type Sheet, stamp, write } from './sheet.ts';
import { stack } from './stack.ts';
import { name, say, type Words, words } from './words.ts';

export type Badge = {
  /** What the scanner reads: ASCII, capitals and digits. */
  readonly secret: string;
  readonly person: string;
  readonly role: Words;
  readonly organisation: Words;
  /** Local date of issue, YYYY-MM-DD. */
  readonly date: string;
};

function lay(badge: Badge, options: PrintOptions): Sheet {
  const sheet = blank(papers.badge, options);
  const { width } = papers.badge;
  bar(sheet, [2.5, 2.5, width - 5, 8]);
  const brand = { x: 4, width: width - 8, height: 6, least: 2.4 };
  write(sheet, name(sheet.language, badge.organisation), { ...brand, y: 3.6, size: 4, ink: 'white' });
  const symbol = matrix('qrcode', badge.secret, 33, sheet.dpi);
  const x = width - symbol.width - 2;
  stamp(sheet, symbol, x, 11);
  stack(
    sheet,
    [
      { text: badge.person, size: 8, least: 4, lines: 2, bold: true },
      { text: say(sheet.language, badge.role), size: 4, least: 2.6, lines: 2 },
    ],
    { x: 4, y: 14, width: x - 6, height: 28 },
  );
  const foot = { x: 4, width: width - 8, height: 3.4, size: 2.5, least: 2 };
  write(sheet, `${say(sheet.language, words.badgeFound)} · ${badge.date}`, { ...foot, y: 48.6 });
  return sheet;
}

/**
 * Badges in the size of a bank card (CR80 of ISO/IEC 7810: 85.6 × 54 mm), one page each.
 * @throws BarcodeError when a secret is not ASCII or too long
 */
export const printBadges = (badges: readonly Badge[], options: PrintOptions): Promise<Printed> =>
  toPdf(
    badges.map((badge) => lay(badge, options)),
    say(options.language, words.badge),
  );
