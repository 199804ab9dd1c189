import { type Barcode, code128, fitsAcross, matrix, standing } from './barcode.ts';
import { papers } from './paper.ts';
import { type Printed, toPdf } from './pdf.ts';
import { bar, blank, frame, type PrintOptions, type Sheet, stamp, write } from './sheet.ts';
import { type Battery, batteries, grouped, name, pieces, say, type Words, words } from './words.ts';

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
  const tag = { x: left, width: 10, size: 2.9, least: 1.7, bold: true };
  const text = { x: left + 12, width: width - 12 };
  write(sheet, say(sheet.language, words.from), { ...tag, y: 16.3 });
  let y = write(sheet, from.name, { ...text, y: 16, size: 3.2, least: 2.4, bold: true });
  y = write(sheet, from.address, { ...text, y, size: 2.9, least: 2.2, lines: 2 });
  write(sheet, people(from), { ...text, y, size: 2.9, least: 2.2 });
  rule(sheet, 32.5, width);

  bar(sheet, [left, 34.7, 9.6, 9.6]);
  const badge = { x: left + 0.6, y: 36.9, width: 8.4, size: 4, least: 2, align: 'center' } as const;
  write(sheet, say(sheet.language === 'en' ? 'en' : 'zh', words.to), { ...badge, bold: true, ink: 'white' });
  y = write(sheet, to.name, { ...text, y: 34.2, size: 5.6, least: 3.4, lines: 2, bold: true });
  y = write(sheet, people(to), { ...text, y: y + 0.4, size: 4.4, least: 2.8, bold: true });
  write(sheet, to.address, {
    ...text,
    y: y + 0.6,
    size: 4.6,
    least: 2.8,
    lines: Math.min(4, linesTo(73, y)),
  });
  rule(sheet, 74.5, width);
}

const linesTo = (end: number, from: number) => Math.max(2, Math.floor((end - from) / 5.75));

function inside(sheet: Sheet, label: ShippingLabel, width: number) {
  const { language } = sheet;
  const symbol = matrix('qrcode', label.code, 27, sheet.dpi);
  stamp(sheet, symbol, left + width - symbol.width + 1, 75.6);
  const text = { x: left, width: width - 30 };
  const count = label.contents.reduce((sum, line) => sum + line.quantity, 0);
  const title = `${say(language, words.contents)}  ${pieces(language, count)}`;
  let y = write(sheet, title, { ...text, y: 76.4, size: 3, bold: true });
  const lines = label.contents.map((line) => `${name(language, line.name)} ×${line.quantity}`);
  write(sheet, lines.join(language === 'en' ? '; ' : '；'), { ...text, y, size: 3, least: 2.4, lines: 4 });
  y = write(sheet, say(language, words.shipment), { ...text, y: 95.4, size: 2.4 });
  write(sheet, grouped(label.code), { ...text, y: y - 0.2, size: 4.2, bold: true });
}

function batteryNote(sheet: Sheet, battery: Battery, width: number) {
  if (battery === 'none') return;
  frame(sheet, [left, 105, width, 11.6], 0.6);
  bar(sheet, [left, 105, 14, 11.6]);
  const place = { x: left + 1, y: 108.2, width: 12, size: 4.2, least: 2 };
  write(sheet, say(sheet.language === 'en' ? 'en' : 'zh', words.battery), {
    ...{ ...place, align: 'center', bold: true },
    ink: 'white',
  });
  const { zh, en } = batteries[battery];
  const text = { x: left + 15.5, width: width - 17 };
  if (sheet.language === 'both') {
    write(sheet, zh, { ...text, y: 106.3, size: 3.6, least: 2.4, bold: true });
    write(sheet, en, { ...text, y: 111.4, size: 3, least: 2.2 });
  } else
    write(sheet, say(sheet.language, batteries[battery]), {
      ...{ ...text, y: 106.6, size: 3.8, least: 2.6 },
      ...{ lines: 2, bold: true },
    });
}

function waybillBlock(sheet: Sheet, text: string, caption: string, barcode: Barcode | null, width: number) {
  rule(sheet, 118.5, width);
  const tall = barcode?.height ?? 0;
  if (barcode) stamp(sheet, barcode, (papers.shipping.width - barcode.width) / 2, 120.5);
  const y = 120.5 + tall + 0.3;
  write(sheet, `${caption}  ${text}`, {
    ...{ x: left, y, width, size: 5, least: 2.4 },
    ...{ lines: barcode ? 1 : 3, align: 'center', bold: true },
  });
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
  const readable = label.waybill ?? grouped(label.code);
  if (across) {
    waybillBlock(sheet, readable, caption, code128(code, { width: 98, height: 18 }, dpi), width);
    return sheet;
  }
  // The longest waybills do not fit across at two dots a module: they stand along the right edge.
  const upright = standing(code128(code, { width: 148, height: 16 }, dpi));
  stamp(sheet, upright, 96 - upright.width, (papers.shipping.height - upright.height) / 2);
  waybillBlock(sheet, readable, caption, null, width);
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
