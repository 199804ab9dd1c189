import { code128, matrix } from './barcode.ts';
import { papers } from './paper.ts';
import { type Printed, toPdf } from './pdf.ts';
import { bar, blank, type PrintOptions, type Sheet, stamp, write } from './sheet.ts';
import { stack } from './stack.ts';
import { type LocationKind, locationKinds, name, say, type Words, words } from './words.ts';

export type LocationLabel = {
  /** Up to 16 characters, such as A-03-12-2. */
  readonly code: string;
  readonly kind: LocationKind;
  readonly zone: Words;
  readonly warehouse: Words;
};

const margin = 3;
const width = papers.location.width - 2 * margin;

/** Stripes on either side of the words: seen before they are read. */
function band(sheet: Sheet, text: string) {
  bar(sheet, [margin, 2.5, width, 7.5]);
  for (const side of [margin + 1.5, margin + width - 10.5])
    for (let i = 0; i < 5; i++) bar(sheet, [side + i * 2, 2.5, 1, 7.5], 'white');
  const place = { x: margin + 12, y: 2.5, height: 7.4, width: width - 24, size: 4.6, least: 2.6 };
  write(sheet, text, { ...place, align: 'center', bold: true, ink: 'white' });
}

const warnings: Partial<Record<LocationKind, Words>> = {
  hazard: words.hazardBand,
  quarantine: words.quarantineBand,
};

function lay(label: LocationLabel, options: PrintOptions): Sheet {
  const sheet = blank(papers.location, options);
  const { dpi, language } = sheet;
  const warning = warnings[label.kind];
  if (warning) band(sheet, say(language, warning));
  const tall = warning ? { y: 10.4, height: 13.4, size: 14 } : { y: 2.6, height: 20.6, size: 19 };
  write(sheet, label.code, { ...tall, x: margin, width, least: 6, align: 'center', bold: true });

  const symbol = matrix('qrcode', label.code, 26, dpi);
  stamp(sheet, symbol, margin + width - symbol.width + symbol.quiet[0], 49.8 - symbol.height);
  const room = width - 24;
  const lines = code128(label.code, { width: room + 4, height: 12.6 }, dpi);
  stamp(sheet, lines, Math.max(0, margin - lines.quiet[0]), 34);
  const kind = say(language, locationKinds[label.kind]);
  stack(
    sheet,
    [
      { text: say(language, label.zone), size: 4, least: 2.6, bold: true },
      { text: `${kind}·${name(language, label.warehouse)}`, size: 2.9, least: 2.2 },
    ],
    { x: margin, y: 24.6, width: room, height: 9 },
  );
  return sheet;
}

/**
 * Labels of 100 × 50 mm for shelves and places, one page each.
 * @throws BarcodeError when a code is not ASCII or too long
 */
export const printLocationLabels = (
  labels: readonly LocationLabel[],
  options: PrintOptions,
): Promise<Printed> =>
  toPdf(
    labels.map((label) => lay(label, options)),
    say(options.language, words.locationLabel),
  );
