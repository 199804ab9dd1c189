import { code128, matrix } from './barcode.ts';
import { papers } from './paper.ts';
import { type Printed, toPdf } from './pdf.ts';
import { bar, blank, type PrintOptions, type Sheet, stamp, write } from './sheet.ts';
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
  const place = { x: margin + 12, y: 3.6, width: width - 24, size: 4.6, least: 2.6 };
  write(sheet, text, { ...place, align: 'center', bold: true, ink: 'white' });
}

function lay(label: LocationLabel, options: PrintOptions): Sheet {
  const sheet = blank(papers.location, options);
  const { dpi, language } = sheet;
  const warning = { hazard: words.hazardBand, quarantine: words.quarantineBand }[label.kind as string];
  if (warning) band(sheet, say(language, warning));
  const top = warning ? 10.5 : 3.5;
  const size = warning ? 15 : 18.5;
  write(sheet, label.code, { x: margin, y: top, width, size, least: 6, align: 'center', bold: true });

  const symbol = matrix('qrcode', label.code, 24, dpi);
  stamp(sheet, symbol, papers.location.width - margin - symbol.width + 1, 48.5 - symbol.height);
  const room = width - 26;
  const lines = code128(label.code, { width: room + 2, height: 13 }, dpi);
  stamp(sheet, lines, margin - 1, 34);
  const at = { x: margin + 1, width: room - 1, least: 2.2 };
  const y = write(sheet, say(language, label.zone), { ...at, y: 24.6, size: 4, bold: true });
  const kind = say(language, locationKinds[label.kind]);
  write(sheet, `${kind} · ${name(language, label.warehouse)}`, { ...at, y: y + 0.2, size: 2.8 });
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
