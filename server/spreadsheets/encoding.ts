import iconv from 'iconv-lite';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
export type Decoded = { readonly text: string; readonly encoding: Encoding };
export type NotText = 'workbook' | 'not text' | 'empty';

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, i) => bytes[i] === byte);

/**
 * The text of a CSV file in whatever encoding the seller's spreadsheet program wrote it: UTF-8 with or without
 * BOM, UTF-16 with BOM, GBK or GB18030. Bytes that do not fit become U+FFFD. Or why it is no text at all.
 */
export function decode(bytes: Uint8Array): Decoded | NotText {
  if (bytes.length === 0) return 'empty';
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (startsWith(bytes, 0xff, 0xfe)) return wide(buffer, 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return wide(buffer, 'utf-16be');
  if (startsWith(bytes, 0x50, 0x4b) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'workbook';
  if (buffer.includes(0) || startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'not text';
  const utf8 = iconv.decode(buffer, 'utf-8');
  const damaged = broken(utf8);
  if (damaged === 0) return { text: utf8, encoding: 'utf-8' };
  const chinese = iconv.decode(buffer, 'gb18030');
  // One damaged character does not make a UTF-8 file a GBK file: the reading with fewer losses is the right one.
  const decoded = damaged <= broken(chinese) ? utf8 : chinese;
  if (broken(decoded) * 20 > decoded.length) return 'not text';
  return { text: decoded, encoding: decoded === utf8 ? 'utf-8' : 'gb18030' };
}

function wide(buffer: Buffer, encoding: Encoding): Decoded | NotText {
  const text = iconv.decode(buffer, encoding);
  return text.includes('\0') ? 'not text' : { text, encoding };
}

function broken(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}
