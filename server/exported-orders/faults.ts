import { z } from 'zod';
import { isCalendarDate } from '../customs/dates.ts';
import { unusable } from '../http/problem.ts';
import { line as text } from '../http/shapes.ts';
import { countries } from '../identifiers/countries.ts';
import { fitsPattern, readSerial, wholeImei } from '../identifiers/serial.ts';
import { readWaybill } from '../identifiers/waybill.ts';
import { isLostNumber } from '../spreadsheets/damage.ts';
import { exportedSentences } from '../words/exported-orders.ts';
import { outboundSentences } from '../words/outbound.ts';
import { returnSentences } from '../words/returns.ts';
import type { Words } from '../words/words.ts';
import type { KnownSkus } from './catalogued.ts';
import { documentNumber, exportFacts } from './export-facts.ts';

/** More than anybody orders at once. */
export const MAX_LINES = 500;
/** However often it is sent: all of an order is looked at with each of its lines. A declaration has fifty at most. */
export const MAX_LINES_OF_ONE = 500;

/** One line of an order as it was exported; of articles with serials, one line each. */
export const ExportedLineAsk = z.strictObject({
  sku: text(64),
  quantity: z.number().int().min(1).max(1_000_000),
  serial: text(64).optional(),
  imei2: text(64).optional(),
  ...exportFacts,
});
export type ExportedLineAsk = z.output<typeof ExportedLineAsk>;

export const ExportedAsk = z.strictObject({
  number: text(64),
  platform: text(40).optional(),
  country: text(2).optional(),
  waybill: text(48).optional(),
  lines: z.array(ExportedLineAsk).max(MAX_LINES),
});
export type ExportedAsk = z.output<typeof ExportedAsk>;

/** What is wrong with an order by itself; `line` counts from 1, 0 is the order as a whole. */
export interface ExportedFault {
  readonly line: number;
  readonly field: string;
  readonly words: Words;
  /** The line before that says otherwise, and what. */
  readonly against?: { readonly line: number; readonly known: string };
}

let known: ReadonlySet<string> | undefined;
const isCountry = (code: string) => {
  known ??= new Set(countries().map(({ value }) => value));
  return known.has(code.toUpperCase());
};

interface Known {
  readonly today: string;
  readonly skus: KnownSkus;
}
/** All that is wrong with an order, whether it came by form, API or sheet. */
export function faultsOfExported({ number, country, waybill, lines }: ExportedAsk, about: Known) {
  const faults: ExportedFault[] = [];
  if (lines.length === 0) faults.push({ line: 0, field: 'lines', words: exportedSentences.noLines });
  if (isLostNumber(number))
    faults.push({ line: 0, field: 'number', words: returnSentences.lostNumber(number) });
  if (country && !isCountry(country))
    faults.push({ line: 0, field: 'country', words: exportedSentences.notACountry(country) });
  if (waybill && readWaybill(waybill) === undefined)
    faults.push({ line: 0, field: 'waybill', words: outboundSentences.notAWaybill });
  const seen = new Set<string>();
  for (const [i, line] of lines.entries())
    for (const [field, words] of faultsOfLine(line, { ...about, n: i + 1, seen }))
      faults.push({ line: i + 1, field, words });
  return [...faults, ...contradictions(lines)];
}

interface Around extends Known {
  readonly n: number;
  /** The serials of the lines before. */
  readonly seen: Set<string>;
}
type Fault = readonly [field: string, words: Words];
const faultsOfLine = (line: ExportedLineAsk, around: Around): Fault[] => [
  ...serialFaults(line, around),
  ...lostNumbers(line),
  ...dateFaults(line, around),
];

function serialFaults(line: ExportedLineAsk, { n, seen, skus }: Around): Fault[] {
  const { serial, imei2, quantity, sku } = line;
  const wrong: readonly (Words | undefined)[] = [
    serial === undefined ? undefined : wrongSerial(serial, n, skus.get(sku)?.serialPattern),
    imei2 === undefined ? undefined : wrongImei(imei2, n, serial),
  ];
  const isSeveral = serial !== undefined && quantity !== 1;
  return [
    ...([serial, imei2] as const).flatMap((said, i): Fault[] => {
      const field = i === 0 ? 'serial' : 'imei2';
      const words = wrong[i];
      if (words) return [[field, words]];
      const number = said === undefined ? undefined : readSerial(said);
      if (number === undefined) return [];
      const isTwice = seen.has(number);
      seen.add(number);
      return isTwice ? [[field, exportedSentences.serialTwice(n, number)]] : [];
    }),
    ...(isSeveral ? [['quantity', exportedSentences.serialisedIsOne(n)] as const] : []),
  ];
}

function wrongSerial(given: string, n: number, pattern: string | null | undefined): Words | undefined {
  const serial = readSerial(given);
  if (!serial) return exportedSentences.badSerial(n, given);
  return pattern && !fitsPattern(serial, pattern) ? returnSentences.otherForm(n, serial, pattern) : undefined;
}

function wrongImei(given: string, n: number, first: string | undefined): Words | undefined {
  if (first === undefined) return returnSentences.imei2Alone(n);
  const second = readSerial(given);
  const isOne = second !== undefined && wholeImei(second) === second && second !== readSerial(first);
  return isOne ? undefined : returnSentences.badImei(n, given);
}

/** What a spreadsheet program made of a long number is none, wherever it was pasted. */
const lostNumbers = (line: ExportedLineAsk): Fault[] =>
  (['sku', 'serial', 'exportDocument'] as const).flatMap((field): Fault[] => {
    const said = line[field];
    return said !== undefined && isLostNumber(said) ? [[field, returnSentences.lostNumber(said)]] : [];
  });

const dateFaults = (line: ExportedLineAsk, { n, today }: Around): Fault[] =>
  (['exportDate', 'releaseDate'] as const).flatMap((field): Fault[] => {
    const date = line[field];
    if (!date) return [];
    if (!isCalendarDate(date)) return [[field, exportedSentences.badDate(n)]];
    return date > today ? [[field, exportedSentences.futureDate(n)]] : [];
  });

const ofOneDocument = ['exportMode', 'exportDate', 'releaseDate'] as const;
/** What goes with one document, or is one line of an order, was exported once: in one way, on one day. */
function contradictions(lines: readonly ExportedLineAsk[]): ExportedFault[] {
  const first = new Map<string, { readonly line: number; readonly value: string }>();
  return lines.flatMap((line, i) => {
    const { exportDocument, sku, serial } = line;
    const whose = exportDocument ? documentNumber(exportDocument) : `${sku} ${serial ?? ''}`;
    return ofOneDocument.flatMap((field): ExportedFault[] => {
      const value = line[field];
      if (value === undefined || value === 'unknown') return [];
      const before = first.get(`${field} ${whose}`);
      if (!before) first.set(`${field} ${whose}`, { line: i + 1, value });
      if (!before || before.value === value) return [];
      const { line: other, value: said } = before;
      const words = exportedSentences.linesDiffer(i + 1, { field, given: value, known: said }, other);
      return [{ line: i + 1, field, words, against: { line: other, known: said } }];
    });
  });
}

/** Lines whose SKU is none of the exporter's. */
export const unknownSkus = (lines: readonly ExportedLineAsk[], skus: KnownSkus): ExportedFault[] =>
  lines.flatMap(({ sku }, i) =>
    skus.has(sku) ? [] : [{ line: i + 1, field: 'sku', words: exportedSentences.unknownSku(i + 1, sku) }],
  );

/** @throws Problem 422 naming every fault */
export function mustBeFaultless(faults: readonly ExportedFault[]): void {
  const path = ({ line, field }: ExportedFault) => (line === 0 ? [field] : ['lines', line - 1, field]);
  const issues = faults.map(({ line, field, words }) => ({
    path: path({ line, field, words }),
    field,
    words,
  }));
  const [only, another] = faults;
  if (only) throw unusable(issues, another ? undefined : only.words);
}
