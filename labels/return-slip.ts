import { bottom, facts, margin, masthead, nextPage, numberPages, width } from './a4.ts';
import { code128, matrix } from './barcode.ts';
import { papers } from './paper.ts';
import { type Printed, toPdf } from './pdf.ts';
import { bar, blank, dashes, type PrintOptions, type Sheet, stamp, write } from './sheet.ts';
import { type Column, table } from './table.ts';
import { grouped, name, pieces, say, type Words, words } from './words.ts';

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
    ],
    ...([margin, 43.5, half] as const),
  );
  const theirs = facts(
    sheet,
    [
      [words.exporter, name(language, slip.exporter)],
      [words.reference, slip.reference ?? ''],
      [words.date, slip.date],
      [words.note, slip.note ?? ''],
    ],
    ...([margin + half + 6, 43.5, half] as const),
  );
  let y = Math.max(ours, theirs, 56) + 1.5;
  words.steps.forEach((step, i) => {
    write(sheet, String(i + 1), { x: margin, y, width: 5, size: 3.2, bold: true });
    const place = { x: margin + 6, y, width: width - 6, size: 3.2, least: 2.4 };
    y = write(sheet, say(language, step), place) + 0.5;
  });
  return { sheet, top: y + 2.5, end: cutAt - 4 };
}

function address(sheet: Sheet, slip: ReturnSlip, top: number) {
  const { warehouse } = slip;
  const { language } = sheet;
  bar(sheet, [margin, top, 22, 8.4]);
  const tag = { x: margin + 1, y: top + 1.9, width: 20, size: 4, least: 2.2, align: 'center' } as const;
  write(sheet, say(language, words.returnTo), { ...tag, bold: true, ink: 'white' });
  const text = { x: margin + 26, width: width - 26 };
  let y = write(sheet, name(language, warehouse.name), { ...text, y: top, size: 6.6, least: 4, bold: true });
  y = write(sheet, warehouse.address, { ...text, y: y + 0.6, size: 5.6, least: 3.6, lines: 2 });
  write(sheet, `${warehouse.contact}  ${warehouse.phone}`, { ...text, y: y + 0.6, size: 5, bold: true });
}

/** The lower part of the first page, which is cut off and goes on the parcel. */
function parcelPart(sheet: Sheet, slip: ReturnSlip) {
  const { language, dpi } = sheet;
  dashes(sheet, 0, cutAt, papers.a4.width);
  const hint = { x: margin, y: cutAt + 1.2, width, size: 2.7, align: 'center' } as const;
  write(sheet, `✂ ${say(language, words.cutHere)}`, { ...hint, ink: 'grey' });
  address(sheet, slip, cutAt + 9);
  bar(sheet, [margin, cutAt + 38, width, 0.4]);

  const symbol = matrix('qrcode', slip.code, 42, dpi);
  stamp(sheet, symbol, margin + width - symbol.width + 4, cutAt + 41);
  const room = width - 40;
  const lines = code128(slip.code, { width: room + 6, height: 20 }, dpi);
  stamp(sheet, lines, margin - 3, cutAt + 61.5);
  const caption = say(language, words.returnNumber);
  let y = write(sheet, caption, { x: margin, y: cutAt + 40, width: room, size: 3, ink: 'grey' });
  y = write(sheet, grouped(slip.code), { x: margin, y: y - 1.2, width: room, size: 13, bold: true });
  const count = slip.lines.reduce((sum, line) => sum + line.quantity, 0);
  const about = [name(language, slip.exporter), slip.reference, pieces(language, count)].filter(Boolean);
  write(sheet, about.join('  ·  '), { x: margin, y: cutAt + 82.5, width: room, size: 3.4, least: 2.6 });
}

function lay(slip: ReturnSlip, options: PrintOptions): readonly Sheet[] {
  const { language } = options;
  const columns: Column[] = [
    { title: say(language, words.number), width: 12 },
    { title: say(language, words.sku), width: 40 },
    { title: say(language, words.goods), width: 66 },
    { title: say(language, words.quantity), width: 17, align: 'right' },
    { title: say(language, words.reason), width: 45 },
  ];
  const rows = slip.lines.map((line, i) => [
    String(i + 1),
    line.sku,
    say(language, line.name),
    String(line.quantity),
    say(language, line.reason),
  ]);
  const begin = (page: number) =>
    page === 1 ? front(slip, options) : nextPage(options, words.returnSlip, slip.code);
  const { sheets, y, end } = table({ begin }, columns, rows, margin);
  const [first] = sheets;
  if (first) parcelPart(first, slip);
  total(sheets, slip, options, Math.min(y, Math.min(end, bottom)));
  return numberPages(sheets);
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
