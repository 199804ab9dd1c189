import { decode, type Encoding, type NotText } from './encoding.ts';
import { type Column, knownIn, separatorOf } from './header.ts';
import { type Records, readRecords } from './records.ts';
import { canBeUnpacked } from './unpacked-size.ts';
import { readWorkbook } from './workbook.ts';

export type Format = Encoding | 'xlsx' | 'xls' | 'html' | 'xml';
/** The lines of one sheet; a file of text is one without a name. */
export interface RawSheet extends Records {
  readonly name: string;
}
export interface SheetFile {
  readonly format: Format;
  readonly sheets: readonly RawSheet[];
}
export type Unreadable = Exclude<NotText, 'zip' | 'old workbook'> | 'damaged' | 'too much inside';

const isHtml = /^\s*(<!doctype html|<html|<head|<body|<meta|<style|<table)/i;
const isXml = /^\s*(<\?xml|<\?mso-application|<(ss:)?Workbook)/i;

/** The lines of a file, whichever program wrote it, and however it is named. */
export async function readSheetFile(
  bytes: Uint8Array,
  columns: readonly Column[],
  maxLines: number,
): Promise<SheetFile | Unreadable> {
  const decoded = decode(bytes, (text) => knownIn(text, columns));
  if (decoded === 'empty' || decoded === 'not text') return decoded;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (decoded === 'zip')
    return (await canBeUnpacked(buffer)) ? workbook('xlsx', buffer, maxLines) : 'too much inside';
  // Of less than its first sector the library would make a text.
  if (decoded === 'old workbook') return buffer.length < 512 ? 'damaged' : workbook('xls', buffer, maxLines);
  const text = decoded.text.replace(/^\ufeff/, '');
  if (isHtml.test(text)) return workbook('html', text, maxLines);
  if (isXml.test(text)) return workbook('xml', text, maxLines);
  const table = text.replace(/^sep=[,;\t]\r?\n/i, '');
  const records = await readRecords(table, separatorOf(table, columns), maxLines);
  return { format: decoded.encoding, sheets: [{ name: '', ...records }] };
}

function workbook(format: Format, file: Buffer | string, maxLines: number): SheetFile | Unreadable {
  try {
    return { format, sheets: readWorkbook(file, maxLines).map((sheet) => ({ ...sheet, broken: [] })) };
  } catch {
    // Whatever the library makes of a damaged file, there is nothing to be read in it.
    return 'damaged';
  }
}
