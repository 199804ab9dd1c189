import { code128, type Matrix, matrix } from './barcode.ts';
import { papers } from './paper.ts';
import { type Printed, toPdf } from './pdf.ts';
import { bar, blank, frame, type PrintOptions, type Sheet, stamp, write } from './sheet.ts';
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

const left = 2;
const right = 58;

function head(sheet: Sheet, label: ItemLabel, format: Matrix) {
  const symbol = matrix(format, label.code, 18.4, sheet.dpi);
  stamp(sheet, symbol, left - 0.5 + (18.6 - symbol.width) / 2, 1.6 + (18.4 - symbol.height) / 2);
  const x = left + 18.9;
  const width = right - x;
  const { language } = sheet;
  const title = label.name ?? words.noSku;
  const twice = language === 'both' && title.zh !== title.en;
  let y = write(sheet, name(language, title), {
    x,
    y: 2,
    width,
    size: 3.7,
    least: 2.6,
    lines: 2,
    bold: true,
  });
  if (twice) y = write(sheet, title.en, { x, y, width, size: 2.3, least: 2 });
  const small = { x, width, size: 2.5, least: 2 };
  y = write(sheet, label.sku ?? '—', { ...small, y: Math.max(y + 0.3, 9.4), size: 2.9, bold: true });
  if (label.serial) y = write(sheet, `SN ${label.serial}`, { ...small, y });
  write(sheet, name(language, label.exporter ?? words.noOwner), { ...small, y: 16.4 });
}

function gradeBox(sheet: Sheet, label: ItemLabel) {
  const [x, y, width, height] = [45.8, 21.4, 12.2, 16.6];
  frame(sheet, [x, y, width, height], 0.38);
  bar(sheet, [x, y, width, 3.6]);
  const caption = { x: x + 0.6, y: y + 0.45, width: width - 1.2, size: 2.4, least: 1.8 };
  write(sheet, say(sheet.language, words.grade), { ...caption, align: 'center', ink: 'white' });
  if (label.grade)
    write(sheet, label.grade, {
      ...{ x: x + 1, y: y + 3.9, width: width - 2, size: 11, least: 3 },
      align: 'center',
      bold: true,
    });
}

function foot(sheet: Sheet, label: ItemLabel) {
  const width = 43;
  write(sheet, grouped(label.code), { x: left + 0.2, y: 20.6, width, size: 5.4, bold: true });
  const lines = code128(label.code, { width, height: 7.6 }, sheet.dpi);
  // Its quiet zone reaches over the label's margin, so that the bars begin where the text does.
  stamp(sheet, lines, Math.max(0, left - 10 * (lines.width / 165)), 27);
  const pair = { y: 35.3, size: 2.5, least: 2 };
  write(sheet, label.date, { ...pair, x: left + 0.2, width: 20 });
  const count = pieces(sheet.language, label.quantity);
  const hazard = say(sheet.language, words.hazard);
  write(sheet, label.hazard ? hazard : count, {
    ...{ ...pair, x: left + 16, width: width - 17 },
    align: 'right',
    bold: true,
  });
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
