import { type Decoded, decode, type Encoding, type NotText } from './encoding.ts';
import { type Column, knownIn, separatorOf } from './header.ts';
import { withLetters } from './html-text.ts';
import { type Records, readRecords, type Separator } from './records.ts';
import { canBeUnpacked } from './unpacked-size.ts';
import { readWorkbook, TooMuch } from './workbook.ts';

export type Format = Encoding | 'xlsx' | 'xls' | 'html' | 'xml';
/** The lines of one sheet; a file of text is one without a name. */
export interface RawSheet extends Records {
  readonly name: string;
  /** Columns that nobody sees. */
  readonly hiddenColumns?: readonly number[];
}
export interface SheetFile {
  readonly format: Format;
  readonly sheets: readonly RawSheet[];
  /** Sheets that nobody sees. */
  readonly hiddenSheets?: readonly string[];
  readonly unsure?: Decoded['unsure'];
}
export type Unreadable =
  | Exclude<NotText, 'zip' | 'old workbook'>
  | 'damaged'
  | 'too much inside'
  | TooMuch['what'];

const isHtml = /^\s*(<!doctype html|<html|<head|<body|<meta|<style|<table)/i;
const isXml = /^\s*(<\?xml|<\?mso-application|<(ss:)?Workbook)/i;

/** The lines of a file, whichever program wrote it, and however it is named. */
export async function readSheetFile(
  bytes: Uint8Array,
  columns: readonly Column[],
  { maxLines, encoding }: { readonly maxLines: number; readonly encoding?: Encoding | undefined },
): Promise<SheetFile | Unreadable> {
  const decoded = decode(bytes, { knownIn: (text) => knownIn(text, columns), said: encoding });
  if (decoded === 'empty' || decoded === 'not text') return decoded;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (decoded === 'zip')
    return (await canBeUnpacked(buffer)) ? workbook('xlsx', buffer, maxLines) : 'too much inside';
  // Of less than its first sector the library would make a text.
  if (decoded === 'old workbook') return buffer.length < 512 ? 'damaged' : workbook('xls', buffer, maxLines);
  const text = decoded.text.replace(/^\ufeff/, '');
  if (isHtml.test(text)) return workbook('html', withLetters(text), maxLines);
  if (isXml.test(text)) return workbook('xml', text, maxLines);
  // Its line stays, blank: programs count it.
  const separator = sepLine.exec(text)?.[1] as Separator | undefined;
  const table = text.replace(sepLine, '$2');
  const records = await readRecords(table, separator ?? separatorOf(table, columns), maxLines);
  const { encoding: format, unsure } = decoded;
  return { format, sheets: [{ name: '', ...records }], ...(unsure ? { unsure } : {}) };
}
/** How Excel is told what separates the cells. */
const sepLine = /^sep=([,;\t])(\r?\n|\r)/i;

function workbook(format: Format, file: Buffer | string, maxLines: number): SheetFile | Unreadable {
  try {
    const { sheets, hiddenSheets } = readWorkbook(file, maxLines);
    return { format, hiddenSheets, sheets: sheets.map((sheet) => ({ ...sheet, broken: [] })) };
  } catch (error) {
    if (error instanceof TooMuch) return error.what;
    // Whatever the library makes of a damaged file, there is nothing to be read in it.
    return 'damaged';
  }
}
