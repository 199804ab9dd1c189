import { stringify } from 'csv-stringify/sync';
import { asTyped, neutralise } from './formula.ts';

export type CsvCell = string | number | bigint | boolean | null | undefined;
export interface CsvColumn<Key extends string = string> {
  readonly key: Key;
  /** The header, in the language of the reader. */
  readonly name: string;
}

// Left to itself, the library does not quote a lone newline, and the rest of the cell would start a new row.
const rules = { record_delimiter: 'windows', quoted_match: /[\r\n;\t]/ } as const;
const CHINA_MS = 8 * 3_600_000;

/**
 * A CSV file that Excel opens rightly, written a few rows at a time: UTF-8 with BOM, CRLF, no text that would run as a
 * formula, and none that would become a number or a day (decision 0030).
 */
export class CsvFile {
  readonly #chunks: Buffer[] = [];

  constructor(header: readonly string[]) {
    this.#chunks.push(Buffer.from(`\ufeff${stringify([header.map(neutralise)], rules)}`));
  }

  add(rows: readonly (readonly (CsvCell | Date)[])[]): void {
    const lines = rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? asTyped(cell) : neutralise(textOf(cell)))),
    );
    this.#chunks.push(Buffer.from(stringify(lines, rules)));
  }

  finish = (): Uint8Array => Buffer.concat(this.#chunks);
}

/** A moment is written as it was in China, with its offset. */
const textOf = (cell: CsvCell | Date): string =>
  cell instanceof Date
    ? `${new Date(cell.getTime() + CHINA_MS).toISOString().slice(0, 19)}+08:00`
    : String(cell ?? '');

/** A small file in one go. */
export function writeCsv<Key extends string>(
  columns: readonly CsvColumn<Key>[],
  rows: readonly Readonly<Partial<Record<Key, CsvCell>>>[],
): Uint8Array {
  const file = new CsvFile(columns.map(({ name }) => name));
  file.add(rows.map((row) => columns.map(({ key }) => row[key])));
  return file.finish();
}
