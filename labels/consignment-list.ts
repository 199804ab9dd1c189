import { bottom, facts, margin, masthead, nextPage, numberPages, width } from './a4.ts';
import { matrix } from './barcode.ts';
import { papers } from './paper.ts';
import { type Printed, toPdf } from './pdf.ts';
import { bar, blank, type PrintOptions, type Sheet, write } from './sheet.ts';
import type { Party } from './shipping-label.ts';
import { type Cell, type Column, table } from './table.ts';
import { eachLine, grouped, pieces, say, type Words, words } from './words.ts';

export type ConsignmentList = {
  readonly code: string;
  /** Local date, YYYY-MM-DD. */
  readonly date: string;
  readonly from: Party;
  readonly vendor: Party;
  readonly note: string | null;
  readonly lines: readonly {
    readonly ticket: string;
    readonly item: string;
    readonly name: Words;
    readonly serial: string | null;
    readonly quantity: number;
    readonly fault: string;
  }[];
};

const people = ({ contact, phone }: Party) => [contact, phone].filter(Boolean).join('  ');

function front(list: ConsignmentList, options: PrintOptions) {
  const sheet = blank(papers.a4, options);
  masthead(sheet, words.consignment, list.code);
  const half = width / 2 - 3;
  const side = (caption: Words, party: Party, x: number) =>
    facts(
      sheet,
      [
        [caption, party.name],
        [words.contact, people(party)],
        [words.address, party.address],
      ],
      { x, top: 43.5, room: half },
    );
  const ours = side(words.sender, list.from, margin);
  const theirs = side(words.vendor, list.vendor, margin + half + 6);
  const count = list.lines.reduce((sum, line) => sum + line.quantity, 0);
  const y = facts(
    sheet,
    [
      [words.date, list.date],
      [words.total, pieces(options.language, count)],
      [words.note, list.note ?? ''],
    ],
    { x: margin, top: Math.max(ours, theirs), room: width },
  );
  return { sheet, top: y + 2, end: bottom };
}

const SIGNATURES_MM = 42;

/** Two people sign that the count agrees. */
function signatures(sheet: Sheet, top: number) {
  const { language } = sheet;
  const half = width / 2 - 6;
  const hint = { x: margin, y: top, width, size: 3, least: 2.2 };
  write(sheet, say(language, words.countAgrees), { ...hint, ink: 'grey' });
  [words.handedOver, words.takenIn].forEach((caption, i) => {
    const x = margin + i * (half + 12);
    for (const [line, text] of [caption, words.signedOn].entries()) {
      const y = top + 18 + line * 15;
      bar(sheet, [x, y, half, 0.25]);
      write(sheet, say(language, text), { x, y: y + 1, width: half, size: 2.9, least: 2.2 });
    }
  });
}

function rowsOf(list: ConsignmentList, { dpi, language }: PrintOptions): Cell[][] {
  return list.lines.map((line, i) => [
    [String(i + 1)],
    { barcode: matrix('datamatrix', line.ticket, 9.4, dpi) },
    [grouped(line.ticket), grouped(line.item)],
    [...eachLine(language, line.name), ...(line.serial ? [`SN ${line.serial}`] : [])],
    [String(line.quantity)],
    [line.fault],
  ]);
}

function lay(list: ConsignmentList, options: PrintOptions): readonly Sheet[] {
  const { language } = options;
  const columns: Column[] = [
    { title: say(language, words.number), width: 14 },
    { title: say(language, words.scan), width: 14 },
    { title: `${say(language, words.ticket)} / ${say(language, words.item)}`, width: 38 },
    { title: say(language, words.goods), width: 54 },
    { title: say(language, words.quantity), width: 15, align: 'right' },
    { title: say(language, words.fault), width: 45 },
  ];
  const begin = (page: number) =>
    page === 1 ? front(list, options) : nextPage(options, words.consignment, list.code);
  const { sheets, y, end } = table({ begin }, columns, rowsOf(list, options), margin);
  const last = sheets.at(-1);
  if (last && y + 6 + SIGNATURES_MM <= end) {
    signatures(last, y + 6);
    return numberPages(sheets);
  }
  const extra = nextPage(options, words.consignment, list.code);
  signatures(extra.sheet, extra.top);
  return numberPages([...sheets, extra.sheet]);
}

/**
 * A4: what a repair vendor gets, ticket by ticket, with lines to sign. Each list numbers its own pages.
 * @throws BarcodeError when a code is not ASCII or too long
 */
export const printConsignmentLists = (
  lists: readonly ConsignmentList[],
  options: PrintOptions,
): Promise<Printed> =>
  toPdf(
    lists.flatMap((list) => lay(list, options)),
    say(options.language, words.consignment),
  );
