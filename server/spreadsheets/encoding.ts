import iconv from 'iconv-lite';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';
export type Decoded = { readonly text: string; readonly encoding: Encoding };
export type NotText = 'zip' | 'old workbook' | 'not text' | 'empty';

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, i) => bytes[i] === byte);

/**
 * The text of a file in whatever encoding the seller's program wrote it: UTF-8 with or without BOM, UTF-16 with BOM,
 * GBK, GB18030 or Big5. Bytes that do not fit become U+FFFD. Or why it is no text at all.
 * @param isKnown tells how much of a text is what was looked for: of two readings with as few losses the one that says more of it is meant
 */
export function decode(bytes: Uint8Array, isKnown: (text: string) => number = () => 0): Decoded | NotText {
  if (bytes.length === 0) return 'empty';
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (startsWith(bytes, 0xff, 0xfe)) return wide(buffer, 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return wide(buffer, 'utf-16be');
  if (startsWith(bytes, 0x50, 0x4b)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'old workbook';
  if (buffer.includes(0) || startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'not text';
  const utf8 = iconv.decode(buffer, 'utf-8');
  const damaged = broken(utf8);
  if (damaged === 0) return { text: utf8, encoding: 'utf-8' };
  const { text, encoding } = chinese(buffer, isKnown);
  // One damaged character does not make a UTF-8 file a GBK file: the reading with fewer losses is the right one.
  const isUtf8 = damaged <= broken(text);
  const read = isUtf8 ? utf8 : text;
  if (broken(read) * 20 > read.length) return 'not text';
  return { text: read, encoding: isUtf8 ? 'utf-8' : encoding };
}

/** Nearly all bytes of Big5 are GB18030, too, of signs that nobody writes: what is looked for tells them apart. */
function chinese(buffer: Buffer, isKnown: (text: string) => number) {
  const simplified = { text: iconv.decode(buffer, 'gb18030'), encoding: 'gb18030' as const };
  const traditional = { text: iconv.decode(buffer, 'big5'), encoding: 'big5' as const };
  return isKnown(traditional.text) > isKnown(simplified.text) ? traditional : simplified;
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
