import iconv from 'iconv-lite';
import { frequentShare } from './frequent.ts';

export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'windows-874',
  'windows-1258',
  'windows-1252',
] as const;
export type Encoding = (typeof encodings)[number];
export type Decoded = {
  readonly text: string;
  readonly encoding: Encoding;
  /** Where the bytes say as much for another one: both readings of what is read differently. */
  readonly unsure?: readonly { readonly encoding: Encoding; readonly example: string }[];
};
export type NotText = 'zip' | 'old workbook' | 'not text' | 'empty';
/** Those without a mark of their own, of which nothing but the frequency of their characters tells. */
const guessed = ['gb18030', 'big5', 'windows-874', 'windows-1258', 'windows-1252'] as const;
type Guessed = (typeof guessed)[number];

const startsWith = (bytes: Uint8Array, ...signature: number[]) =>
  signature.every((byte, i) => bytes[i] === byte);

interface Known {
  /** How much of a text is what was looked for: who reads our headers has the right one. */
  readonly knownIn?: (text: string) => number;
  /** What somebody said of it. */
  readonly said?: Encoding | undefined;
}

/**
 * The text of a file in whatever encoding the seller's program wrote it: UTF-8 and UTF-16 with or without BOM, GBK, GB18030,
 * Big5, Thai, Vietnamese or Western European. Bytes that do not fit become U+FFFD. Or why it is no text at all.
 */
export function decode(bytes: Uint8Array, { knownIn = () => 0, said }: Known = {}): Decoded | NotText {
  if (bytes.length === 0) return 'empty';
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (startsWith(bytes, 0x50, 0x4b)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'old workbook';
  const utf16 = wideWithMark(buffer) ?? wideWithoutMark(buffer);
  if (utf16) return utf16;
  if (buffer.includes(0) || startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'not text';
  const utf8 = iconv.decode(buffer, 'utf-8');
  const damaged = broken(utf8);
  if (damaged === 0) return { text: utf8, encoding: 'utf-8' };
  if (said) return { text: textOf(buffer, said), encoding: said };
  const readings = guessed.map((encoding) => readingIn(buffer, encoding, knownIn));
  const [best, second] = readings.sort((a, b) => b.evidence - a.evidence) as [Reading, Reading];
  // One damaged character does not make a UTF-8 file a GBK file: the reading with fewer losses is the right one.
  if (damaged * 20 <= utf8.length && (damaged <= best.lost || best.evidence < damagedShare(utf8, damaged)))
    return { text: utf8, encoding: 'utf-8' };
  if (best.lost * 20 > best.text.length || best.evidence < LEAST_EVIDENCE) return 'not text';
  const { text, encoding } = best;
  if (best.evidence - second.evidence >= CLEARLY_BETTER) return { text, encoding };
  return { text, encoding, unsure: [best, second].map((one) => ({ ...one, example: exampleOf(one.text) })) };
}

const LEAST_EVIDENCE = 0.4;
const CLEARLY_BETTER = 0.12;
/** Of the characters that are not ASCII, those that UTF-8 reads. */
const damagedShare = (utf8: string, damaged: number) =>
  1 - damaged / Math.max(1, utf8.replace(/[\0-\x7f]/g, '').length);

interface Reading {
  readonly text: string;
  readonly encoding: Guessed;
  /** How many of its characters are broken. */
  readonly lost: number;
  /** From 0 to 1: the share of frequent characters; more where it reads more of what was looked for. */
  readonly evidence: number;
}
function readingIn(buffer: Buffer, encoding: Guessed, knownIn: (text: string) => number): Reading {
  const text = textOf(buffer, encoding);
  const known = knownIn(text) - knownIn(text.replace(/[^\0-\x7f]/g, ''));
  return { text, encoding, lost: broken(text), evidence: frequentShare(buffer, encoding) + known * 0.25 };
}

/** Vietnamese writes its tones as signs of their own there; everywhere else they belong to their letter. */
const textOf = (buffer: Buffer, encoding: Encoding) =>
  encoding === 'windows-1258'
    ? iconv.decode(buffer, encoding).normalize('NFC')
    : iconv.decode(buffer, encoding);

/** The cells that hold more than ASCII. */
const exampleOf = (text: string) => {
  const cells = text.split(/[\r\n,;\t]+/).filter((cell) => /[^\0-\x7f]/.test(cell));
  return [...new Set(cells)].slice(0, 4).join('、').slice(0, 60);
};

function wide(buffer: Buffer, encoding: Encoding): Decoded | NotText {
  const text = iconv.decode(buffer, encoding);
  return text.includes('\0') ? 'not text' : { text, encoding };
}

function wideWithMark(buffer: Buffer): Decoded | NotText | undefined {
  if (startsWith(buffer, 0xff, 0xfe)) return wide(buffer, 'utf-16le');
  return startsWith(buffer, 0xfe, 0xff) ? wide(buffer, 'utf-16be') : undefined;
}

/** In UTF-16 each sign of ASCII has a zero beside it, always on the same side. */
function wideWithoutMark(buffer: Buffer): Decoded | undefined {
  if (buffer.length % 2 !== 0 || !buffer.includes(0)) return undefined;
  const zeros = [0, 0];
  for (const [at, byte] of buffer.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [before = 0, behind = 0] = zeros;
  if (Math.max(before, behind) < 4 * Math.min(before, behind)) return undefined;
  const read = wide(buffer, behind > before ? 'utf-16le' : 'utf-16be');
  return typeof read === 'string' || !isWritten(read.text) ? undefined : read;
}
/** Whether it is text: no half signs, and no signs of control but those of a table. */
const isWritten = (text: string) => !/[\p{Cs}\p{Cn}\p{Co}\ufffd]|(?![\t\r\n])\p{Cc}/u.test(text);

function broken(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}
