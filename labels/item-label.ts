import { code128, type Matrix, matrix } from './barcode.ts';
import { papers } from './paper.ts';
import { type Printed, toPdf } from './pdf.ts';
import { bar, blank, frame, type PrintOptions, type Sheet, stamp, write } from './sheet.ts';
import { stack } from './stack.ts';
import { grouped, name, pieces, say, type Words, words } from './words.ts';

export type ItemLabel = {
  /** The licence plate, 10 characters. */
  readonly code: string;
  /** The exporter's code for it; null while nobody knows what it is. */
  readonly sku: string | null;
  /** Its name, or what it looks like; null while there is neither. */
  readonly name: Words | null;
  readonly quantity: number;
  readonly serial: string | null;
  /** A letter; null leaves a box to be filled in by hand. */
  readonly grade: string | null;
  readonly exporter: Words | null;
  /** Local date of receipt, YYYY-MM-DD. */
  readonly date: string;
  readonly hazard: boolean;
};

const left = 2.2;
const right = 58;

function head(sheet: Sheet, label: ItemLabel, format: Matrix) {
  const { language } = sheet;
  const symbol = matrix(format, label.code, format === 'qrcode' ? 20 : 17, sheet.dpi);
  const [quietX, quietY] = symbol.quiet;
  // The quiet zone is the margin of the label: the squares begin where the text below them does.
  stamp(sheet, symbol, Math.max(0, left - quietX), Math.max(0, 2.4 - quietY));
  const x = left + symbol.width - 2 * quietX + 2.4;
  const title = label.name ?? words.noSku;
  const second = language === 'both' && title.zh !== title.en ? title.en : '';
  const owner = name(language, label.exporter ?? words.noOwner);
  stack(
    sheet,
    [
      { text: name(language, title), size: 3.7, least: 2.6, lines: 2, bold: true },
      { text: second, size: 2.5, least: 2, extra: true },
      { text: label.sku ?? '', size: 3, least: 2, bold: true },
      { text: label.serial ? `SN ${label.serial}` : '', size: 2.6, least: 2 },
      { text: owner, size: 2.6, least: 2 },
    ],
    { x, y: 2.1, width: right - x, height: 18 },
  );
}

function gradeBox(sheet: Sheet, label: ItemLabel) {
  const [x, y, width, height] = [45.8, 21.2, 12.2, 16.8];
  frame(sheet, [x, y, width, height], 0.4);
  bar(sheet, [x, y, width, 3.8]);
  const inside = { x: x + 0.6, width: width - 1.2, align: 'center' } as const;
  const caption = say(sheet.language, words.grade);
  write(sheet, caption, { ...inside, y, height: 3.7, size: 2.5, least: 1.8, ink: 'white' });
  if (label.grade)
    write(sheet, label.grade, { ...inside, y: y + 3.6, height: 13.2, size: 11, least: 3, bold: true });
}

function foot(sheet: Sheet, label: ItemLabel) {
  const width = 41.5;
  const { language } = sheet;
  write(sheet, grouped(label.code), { x: left, y: 20.9, width, size: 5.4, bold: true });
  const lines = code128(label.code, { width: 43, height: 7.6 }, sheet.dpi);
  stamp(sheet, lines, Math.max(0, left - lines.quiet[0]), 27.1);
  const line = { y: 35.2, height: 3, size: 2.6, least: 2 };
  write(sheet, label.date, { ...line, x: left, width: 14 });
  const count = pieces(language, label.quantity);
  write(sheet, count, { ...line, x: left + 30, width: width - 30, align: 'right', bold: true });
  if (!label.hazard) return;
  bar(sheet, [left + 14.4, 35, 14, 3.4]);
  const badge = { ...line, x: left + 14.7, width: 13.4, least: 1.7, align: 'center', bold: true } as const;
  write(sheet, say(language, words.hazard), { ...badge, ink: 'white' });
}

function lay(label: ItemLabel, options: PrintOptions, format: Matrix): Sheet {
  const sheet = blank(papers.item, options);
  head(sheet, label, format);
  foot(sheet, label);
  gradeBox(sheet, label);
  return sheet;
}

/**
 * Labels of 60 × 40 mm that go on the goods, one page each.
 * @throws BarcodeError when a code is not ASCII or too long
 */
export const printItemLabels = (
  labels: readonly ItemLabel[],
  options: PrintOptions & { readonly symbol?: Matrix },
): Promise<Printed> =>
  toPdf(
    labels.map((label) => lay(label, options, options.symbol ?? 'qrcode')),
    say(options.language, words.itemLabel),
  );
