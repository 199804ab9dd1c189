import { stringify } from 'csv-stringify/sync';
import { neutralise } from './formula.ts';

export type CsvCell = string | number | bigint | boolean | null | undefined;
export interface CsvColumn<Key extends string = string> {
  readonly key: Key;
  /** The header, in the language of the reader. */
  readonly name: string;
}

/** A CSV file that Excel opens rightly: UTF-8 with BOM, CRLF, and no text that would run as a formula. */
export function writeCsv<Key extends string>(
  columns: readonly CsvColumn<Key>[],
  rows: readonly Readonly<Partial<Record<Key, CsvCell>>>[],
): Uint8Array {
  const header = columns.map(({ name }) => neutralise(name));
  const lines = rows.map((row) => columns.map(({ key }) => neutralise(String(row[key] ?? ''))));
  // Left to itself, the library does not quote a lone newline, and the rest of the cell would start a new row.
  const rules = { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n;\t]/ };
  return Buffer.from(stringify([header, ...lines], rules));
}
