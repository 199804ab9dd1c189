import { bottom, facts, margin, masthead, nextPage, numberPages, width } from './a4.ts';
import { code128, matrix } from './barcode.ts';
import { papers } from './paper.ts';
import { type Printed, toPdf } from './pdf.ts';
import { bar, blank, dashes, type PrintOptions, type Sheet, stamp, write } from './sheet.ts';
import { stack } from './stack.ts';
import { type Column, table } from './table.ts';
import { eachLine, grouped, name, pieces, say, type Words, words } from './words.ts';

export type Site = {
  readonly name: Words;
  readonly address: string;
  readonly contact: string;
  readonly phone: string;
};

export type ReturnSlip = {
  readonly code: string;
  readonly exporter: Words;
  readonly reference: string | null;
  /** Where the parcel goes. */
  readonly warehouse: Site;
  /** Local date, YYYY-MM-DD. */
  readonly date: string;
  readonly note: string | null;
  readonly lines: readonly {
    readonly sku: string;
    readonly name: Words;
    readonly quantity: number;
    readonly reason: Words;
  }[];
};

const cutAt = 196;

function front(slip: ReturnSlip, options: PrintOptions) {
  const sheet = blank(papers.a4, options);
  const { language } = sheet;
  masthead(sheet, words.returnSlip, slip.code);
  const half = width / 2 - 3;
  const { warehouse } = slip;
  const ours = facts(
    sheet,
    [
      [words.returnTo, name(language, warehouse.name)],
      [words.contact, `${warehouse.contact}  ${warehouse.phone}`],
      [words.address, warehouse.address],
    ],
    { x: margin, top: 43.5, room: half },
  );
  const theirs = facts(
    sheet,
    [
      [words.exporter, name(language, slip.exporter)],
      [words.reference, slip.reference ?? ''],
      [words.date, slip.date],
      [words.note, slip.note ?? ''],
    ],
    { x: margin + half + 6, top: 43.5, room: half },
  );
  let y = Math.max(ours, theirs, 56) + 1.5;
  words.steps.forEach((step, i) => {
    write(sheet, String(i + 1), { x: margin, y, width: 5, size: 3.2, bold: true });
    const place = { x: margin + 6, y, width: width - 6, size: 3.2, least: 2.4 };
    y = write(sheet, say(language, step), place) + 0.5;
  });
  return { sheet, top: y + 2.5, end: cutAt - 10 };
}

function address(sheet: Sheet, slip: ReturnSlip, top: number) {
  const { warehouse } = slip;
  const { language } = sheet;
  bar(sheet, [margin, top, 22, 8.6]);
  const tag = { x: margin + 1, y: top, height: 8.6, width: 20, size: 4.2, least: 2.2 };
  write(sheet, say(language, words.returnTo), { ...tag, align: 'center', bold: true, ink: 'white' });
  stack(
    sheet,
    [
      { text: name(language, warehouse.name), size: 6.6, least: 4, bold: true },
      { text: warehouse.address, size: 5.6, least: 3.6, lines: 2 },
      { text: `${warehouse.contact}  ${warehouse.phone}`, size: 5, least: 3.4, bold: true },
    ],
    { x: margin + 26, y: top, width: width - 26, height: 29 },
  );
}

/** The lower part of the first page, which is cut off and goes on the parcel. */
function parcelPart(sheet: Sheet, slip: ReturnSlip) {
  const { language, dpi } = sheet;
  dashes(sheet, 5, cutAt, papers.a4.width - 10);
  const hint = { x: margin, y: cutAt + 1.2, width, size: 2.7, align: 'center' } as const;
  write(sheet, `✂ ${say(language, words.cutHere)}`, { ...hint, ink: 'grey' });
  address(sheet, slip, cutAt + 7.5);
  bar(sheet, [margin, cutAt + 38, width, 0.4]);

  const symbol = matrix('qrcode', slip.code, 46, dpi);
  stamp(sheet, symbol, margin + width - symbol.width + symbol.quiet[0], cutAt + 39.5);
  const text = { x: margin, width: width - 40 };
  const caption = say(language, words.returnNumber);
  write(sheet, caption, { ...text, y: cutAt + 40.5, size: 3, ink: 'grey' });
  write(sheet, grouped(slip.code), { ...text, y: cutAt + 43.5, size: 13.5, bold: true });
  const lines = code128(slip.code, { width: text.width + 16, height: 20 }, dpi);
  stamp(sheet, lines, margin - lines.quiet[0], cutAt + 59.5);
  const count = slip.lines.reduce((sum, line) => sum + line.quantity, 0);
  const about = [name(language, slip.exporter), slip.reference, pieces(language, count)].filter(Boolean);
  write(sheet, about.join(' | '), { x: margin, y: cutAt + 83, width, size: 3.4, least: 2.6 });
}

function lay(slip: ReturnSlip, options: PrintOptions): readonly Sheet[] {
  const { language } = options;
  const columns: Column[] = [
    { title: say(language, words.number), width: 14 },
    { title: say(language, words.sku), width: 40 },
    { title: say(language, words.goods), width: 64 },
    { title: say(language, words.quantity), width: 17, align: 'right' },
    { title: say(language, words.reason), width: 45 },
  ];
  const rows = slip.lines.map((line, i) => [
    [String(i + 1)],
    [line.sku],
    eachLine(language, line.name),
    [String(line.quantity)],
    eachLine(language, line.reason),
  ]);
  const begin = (page: number) =>
    page === 1 ? front(slip, options) : nextPage(options, words.returnSlip, slip.code);
  const { sheets, y, end } = table({ begin }, columns, rows, margin);
  const [first] = sheets;
  if (first) parcelPart(first, slip);
  total(sheets, slip, options, Math.min(y, Math.min(end, bottom)));
  return numberPages(sheets, cutAt - 5.5);
}

function total(sheets: readonly Sheet[], slip: ReturnSlip, { language }: PrintOptions, y: number) {
  const last = sheets.at(-1);
  if (!last) return;
  const count = slip.lines.reduce((sum, line) => sum + line.quantity, 0);
  const text = `${say(language, words.total)}  ${pieces(language, count)}`;
  write(last, text, { x: margin, y: y + 0.8, width: 133.8, size: 3, align: 'right', bold: true });
}

/**
 * A4: what comes back, and the part that goes on the parcel. Each slip numbers its own pages.
 * @throws BarcodeError when a code is not ASCII or too long
 */
export const printReturnSlips = (slips: readonly ReturnSlip[], options: PrintOptions): Promise<Printed> =>
  toPdf(
    slips.flatMap((slip) => lay(slip, options)),
    say(options.language, words.returnSlip),
  );
