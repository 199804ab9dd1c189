import { type Barcode, code128, fitsAcross, matrix, standing } from './barcode.ts';
import { papers } from './paper.ts';
import { type Printed, toPdf } from './pdf.ts';
import { bar, blank, frame, type PrintOptions, type Sheet, stamp, write } from './sheet.ts';
import { stack } from './stack.ts';
import {
  type Battery,
  batteries,
  grouped,
  type Language,
  name,
  pieces,
  say,
  type Words,
  words,
} from './words.ts';

export type Party = {
  readonly name: string;
  readonly address: string;
  readonly contact: string | null;
  readonly phone: string | null;
};

export type ShippingLabel = {
  readonly code: string;
  readonly carrier: string;
  /** Up to 40 of 0-9 A-Z and the hyphen; null while the carrier gave none. */
  readonly waybill: string | null;
  readonly from: Party;
  readonly to: Party;
  readonly contents: readonly { readonly name: Words; readonly quantity: number }[];
  readonly weightGrams: number | null;
  readonly battery: Battery;
  /** Local date, YYYY-MM-DD. */
  readonly date: string;
};

const left = 4;
const rule = (sheet: Sheet, y: number, width: number) => bar(sheet, [left, y, width, 0.4]);
const people = ({ contact, phone }: Party) => [contact, phone].filter(Boolean).join('  ');

function head(sheet: Sheet, label: ShippingLabel, width: number) {
  write(sheet, label.carrier, { x: left, y: 3.5, width: width - 30, size: 8, least: 3.5, bold: true });
  const side = { x: left + width - 28, width: 28, size: 2.8, least: 2.2, align: 'right' } as const;
  const y = write(sheet, label.date, { ...side, y: 4 });
  const kilograms = label.weightGrams === null ? '' : `${(label.weightGrams / 1000).toFixed(2)} kg`;
  write(sheet, kilograms, { ...side, y, size: 3.6, bold: true });
  rule(sheet, 14.5, width);
}

function parties(sheet: Sheet, { from, to }: ShippingLabel, width: number) {
  const { language } = sheet;
  const text = { x: left + 12, width: width - 12 };
  const tag = { x: left, y: 16.1, width: 11, size: 2.9, least: 1.7, bold: true };
  write(sheet, brief(language, words.from), tag);
  stack(
    sheet,
    [
      { text: from.name, size: 3.2, least: 2.4, bold: true },
      { text: from.address, size: 2.9, least: 2.2, lines: 2 },
      { text: people(from), size: 2.9, least: 2.2 },
    ],
    { ...text, y: 15.9, height: 16 },
  );
  rule(sheet, 32.5, width);
  bar(sheet, [left, 34.7, 9.6, 9.6]);
  const badge = { x: left + 0.6, y: 34.7, height: 9.6, width: 8.4, size: 4, least: 2 };
  write(sheet, brief(language, words.to), { ...badge, align: 'center', bold: true, ink: 'white' });
  stack(
    sheet,
    [
      { text: to.name, size: 5.6, least: 3.4, lines: 2, bold: true },
      { text: people(to), size: 4.6, least: 2.8, bold: true },
      { text: to.address, size: 4.8, least: 2.8, lines: 4 },
    ],
    { ...text, y: 34.2, height: 39.5 },
  );
  rule(sheet, 74.5, width);
}

/** Where there is room for one language only. */
const brief = (language: Language, both: Words) => say(language === 'en' ? 'en' : 'zh', both);

function inside(sheet: Sheet, label: ShippingLabel, width: number) {
  const { language } = sheet;
  const symbol = matrix('qrcode', label.code, 30, sheet.dpi);
  stamp(sheet, symbol, left + width - symbol.width + symbol.quiet[0], 75.1);
  const count = label.contents.reduce((sum, line) => sum + line.quantity, 0);
  const lines = label.contents.map((line) => `${name(language, line.name)} ×${line.quantity}`);
  const shown =
    lines.length > 4 ? [...lines.slice(0, 3), lines.slice(3).join(language === 'en' ? '; ' : '；')] : lines;
  const text = { x: left, width: width - 27 };
  stack(
    sheet,
    [
      { text: `${say(language, words.contents)}  ${pieces(language, count)}`, size: 3, bold: true },
      ...shown.map((line) => ({ text: line, size: 3, least: 2.4 })),
    ],
    { ...text, y: 76.4, height: 18.9 },
  );
  const y = write(sheet, say(language, words.shipment), { ...text, y: 95.6, size: 2.4 });
  write(sheet, grouped(label.code), { ...text, y: y - 0.2, size: 4.4, bold: true });
}

function batteryNote(sheet: Sheet, battery: Battery, width: number) {
  if (battery === 'none') return;
  const tall = { y: 104.6, height: 11.8 };
  const { language } = sheet;
  const { zh, en } = batteries[battery];
  frame(sheet, [left, tall.y, width, tall.height], 0.6);
  bar(sheet, [left, tall.y, 14, tall.height]);
  const tag = { ...tall, x: left + 1, width: 12, size: 4.2, least: 2 };
  write(sheet, brief(language, words.battery), { ...tag, align: 'center', bold: true, ink: 'white' });
  const text = { x: left + 15.5, width: width - 17 };
  if (language === 'both') {
    write(sheet, zh, { ...text, y: 106.1, size: 3.6, least: 2.4, bold: true });
    write(sheet, en, { ...text, y: 111.4, size: 3, least: 2.2 });
  } else
    write(sheet, say(language, { zh, en }), {
      ...text,
      ...tall,
      size: 3.8,
      least: 2.6,
      lines: 2,
      bold: true,
    });
}

/** The code that the carrier scans, alone at the foot, or in words where it stands along the edge. */
function waybillBlock(
  sheet: Sheet,
  { caption, readable, width }: { caption: string; readable: string; width: number },
  barcode: Barcode | null,
) {
  rule(sheet, 118.5, width);
  write(sheet, caption, { x: left, y: 119.6, width, size: 2.5, least: 2 });
  if (barcode) stamp(sheet, barcode, (papers.shipping.width - barcode.width) / 2, 123.2);
  const place = barcode ? { y: 141.5, height: 5.6, lines: 1 } : { y: 123.5, height: 23, lines: 3 };
  write(sheet, readable, { ...place, x: left, width, size: 5.4, least: 2.4, align: 'center', bold: true });
}

function lay(label: ShippingLabel, options: PrintOptions): Sheet {
  const sheet = blank(papers.shipping, options);
  const { dpi, language } = sheet;
  const code = label.waybill ?? label.code;
  const across = fitsAcross(code, 98, dpi);
  const width = across ? 92 : 74;
  head(sheet, label, width);
  parties(sheet, label, width);
  inside(sheet, label, width);
  batteryNote(sheet, label.battery, width);
  const caption = say(language, label.waybill ? words.waybill : words.shipment);
  const waybill = { caption, readable: label.waybill ?? grouped(label.code), width };
  if (across) {
    waybillBlock(sheet, waybill, code128(code, { width: 98, height: 18 }, dpi));
    return sheet;
  }
  // The longest waybills do not fit across with a module that every handheld reads: they stand along the right edge.
  const upright = standing(code128(code, { width: 148, height: 16 }, dpi));
  stamp(sheet, upright, 96 - upright.width, (papers.shipping.height - upright.height) / 2);
  waybillBlock(sheet, waybill, null);
  return sheet;
}

/**
 * Labels of 100 × 150 mm that go on parcels, one page each. The battery note is for people; it does not
 * replace the battery mark.
 * @throws BarcodeError when a code is not ASCII or too long
 */
export const printShippingLabels = (
  labels: readonly ShippingLabel[],
  options: PrintOptions,
): Promise<Printed> =>
  toPdf(
    labels.map((label) => lay(label, options)),
    say(options.language, words.shippingLabel),
  );
