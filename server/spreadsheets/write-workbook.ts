import { strToU8, Zip, ZipDeflate } from 'fflate';
import { columnName } from './letters.ts';
import {
  type Format,
  partsAround,
  rowXml,
  sheetEnd,
  sheetPath,
  sheetStart,
  type XmlCell,
} from './workbook-xml.ts';
import type { CsvCell } from './write-csv.ts';

export interface SheetColumn {
  readonly name: string;
  /** What its cells are; text, unless something else is said. A date is given as 2026-08-20. */
  readonly kind?: 'text' | 'number' | 'moment' | 'date' | 'money';
  /** What may stand below the header, as a list to choose from. */
  readonly choices?: readonly string[];
}
export type WorkbookCell = CsvCell | Date;
export type WorkbookRow = readonly WorkbookCell[];
interface SheetHead {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
}
export interface SheetToWrite extends SheetHead {
  /** A cell for each column. Text stays text, however much it looks like a number. */
  readonly rows: readonly WorkbookRow[];
}

const CHOICES_SHEET = 'choices';
const CHINA_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
/** The day 1970-01-01 as a spreadsheet counts days. */
const EPOCH_DAY = 25_569;

/**
 * A workbook that Excel and WPS open as it was meant, written a few rows at a time: text is text with all its digits, a
 * moment is a date in China's time, a column of choices has a list to choose from, and the header stays in sight.
 */
export class WorkbookFile {
  readonly #chunks: Uint8Array[] = [];
  readonly #sheets: readonly SheetHead[];
  readonly #zip: Zip;
  #place = -1;
  #row = 1;
  #part: ZipDeflate | undefined;

  constructor(sheets: readonly SheetHead[]) {
    const lists = listsOf(sheets);
    this.#sheets = sheets;
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.#chunks.push(chunk);
    });
    const named = sheets.map(({ name }) => ({ name, isHidden: false }));
    const all = lists.length > 0 ? [...named, { name: CHOICES_SHEET, isHidden: true }] : named;
    for (const [path, text] of Object.entries(partsAround(all))) this.#open(path).push(strToU8(text), true);
  }

  /** Begins the next sheet. Its columns become as wide as the widest of these cells. */
  begin(first: readonly WorkbookRow[]): void {
    this.#place += 1;
    this.#row = 1;
    const { columns } = this.#sheet;
    const shapes = columns.map((column, i) => ({
      format: formatOf(column),
      width: widthOf([column.name, ...first.map((row) => shownAs(row[i], column))]),
    }));
    this.#part = this.#open(sheetPath(this.#place));
    this.#write(sheetStart(shapes));
    this.#write(
      rowXml(
        1,
        columns.map(({ name }) => ({ text: name, format: 'header' })),
      ),
    );
  }

  add(rows: readonly WorkbookRow[]): void {
    const { columns } = this.#sheet;
    const written = rows.map((row) => {
      this.#row += 1;
      return rowXml(
        this.#row,
        columns.map((column, i) => cellOf(row[i], column)),
      );
    });
    this.#write(written.join(''));
  }

  end(): void {
    const lists = listsOf(this.#sheets);
    const own = this.#sheet.columns.flatMap(({ choices }, column) => {
      if (!choices) return [];
      const name = columnName(lists.indexOf(choices));
      return [{ column, from: `${CHOICES_SHEET}!$${name}$1:$${name}$${choices.length}` }];
    });
    this.#write(sheetEnd(own));
    this.#part?.push(new Uint8Array(), true);
  }

  /** The whole file, once each sheet has ended. */
  finish(): Uint8Array {
    const lists = listsOf(this.#sheets);
    if (lists.length > 0) {
      this.#part = this.#open(sheetPath(this.#sheets.length));
      this.#write(sheetStart([]));
      const longest = Math.max(...lists.map(({ length }) => length));
      for (let row = 0; row < longest; row++) {
        const cells = lists.map(
          ({ [row]: text }): XmlCell => (text === undefined ? undefined : { text, format: 'text' }),
        );
        this.#write(rowXml(row + 1, cells));
      }
      this.#write(sheetEnd([]));
      this.#part.push(new Uint8Array(), true);
    }
    this.#zip.end();
    return Buffer.concat(this.#chunks);
  }

  get #sheet(): SheetHead {
    return this.#sheets[this.#place] ?? { name: '', columns: [] };
  }
  #open(path: string): ZipDeflate {
    const part = new ZipDeflate(path, { level: 6 });
    this.#zip.add(part);
    return part;
  }
  #write(xml: string): void {
    this.#part?.push(strToU8(xml));
  }
}

/** A small workbook in one go. */
export function writeWorkbook(sheets: readonly SheetToWrite[]): Uint8Array {
  const file = new WorkbookFile(sheets);
  for (const { rows } of sheets) {
    file.begin(rows);
    file.add(rows);
    file.end();
  }
  return file.finish();
}

const listsOf = (sheets: readonly SheetHead[]) =>
  sheets.flatMap(({ columns }) => columns.flatMap(({ choices }) => (choices ? [choices] : [])));

const formatOf = ({ kind = 'text' }: SheetColumn): Format => (kind === 'number' ? 'general' : kind);

/** A number that a spreadsheet could not keep is text, and so is whatever does not fit its column. */
function cellOf(cell: WorkbookCell, { kind }: SheetColumn): XmlCell {
  if (cell === null || cell === undefined || cell === '') return undefined;
  if (cell instanceof Date) return { number: dayNumber(cell.getTime() + CHINA_MS), format: 'moment' };
  if (typeof cell === 'number' && Math.abs(cell) < 1e15)
    return { number: cell, format: kind === 'money' ? 'money' : 'general' };
  if (kind === 'date' && typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell))
    return { number: dayNumber(Date.parse(`${cell}T00:00:00Z`)), format: 'date' };
  return { text: String(cell), format: 'text' };
}
/** To the second: what lies below would only show as such a second's neighbour. */
const dayNumber = (time: number) => Math.floor(time / 1_000) / (DAY_MS / 1_000) + EPOCH_DAY;

const shownAs = (cell: WorkbookCell, { kind }: SheetColumn): string =>
  cell instanceof Date ? '2026-08-20 00:00:00' : `${cell ?? ''}${kind === 'money' ? ',.00' : ''}`;

const NARROWEST = 8;
const WIDEST = 48;
/** In digits of the usual font; a Chinese character takes two. */
function widthOf(texts: readonly string[]): number {
  const widths = texts.map((text) => {
    const some = text.slice(0, WIDEST);
    return some.length + (some.match(/[\u1100-\uffe6]/g)?.length ?? 0);
  });
  return Math.min(WIDEST, Math.max(NARROWEST, ...widths) + 2);
}
