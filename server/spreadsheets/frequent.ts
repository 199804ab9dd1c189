type Counted = { readonly good: number; readonly all: number };
const isHigh = (byte: number | undefined) => byte !== undefined && byte >= 0x80;
const between = (byte: number | undefined, from: number, to: number) =>
  byte !== undefined && byte >= from && byte <= to;

/**
 * Of the characters of a text that are more than ASCII, the share that people write every day, were it in this encoding:
 * of Chinese the first levels of GB 2312 and Big5, which hold the frequent characters and punctuation; of Thai the letters in an
 * order that can be read; of Western languages letters beside letters. Whoever reads bytes in another encoding than they were
 * written in lands among rare signs.
 */
export function frequentShare(bytes: Buffer, encoding: keyof typeof counting): number {
  const { good, all } = counting[encoding](bytes);
  return all === 0 ? 0 : good / all;
}

/** By the first byte of a pair, whether it is of the frequent ones. */
function pairs(bytes: Buffer, isFrequent: (first: number, second: number) => boolean): Counted {
  let [good, all] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) continue;
    all++;
    const second = bytes[at + 1] ?? 0;
    if (second < 0x40) continue;
    if (isFrequent(first, second)) good++;
    at++;
  }
  return { good, all };
}

const counting = {
  gb18030: (bytes: Buffer) =>
    pairs(
      bytes,
      (first, second) => second >= 0xa1 && (between(first, 0xb0, 0xd7) || first === 0xa3 || first === 0xa1),
    ),
  big5: (bytes: Buffer) =>
    pairs(
      bytes,
      (first, second) =>
        ((between(second, 0x40, 0x7e) || between(second, 0xa1, 0xfe)) && between(first, 0xa4, 0xc6)) ||
        (first === 0xa1 && second < 0xe0),
    ),
  'windows-874': thai,
  'windows-1258': vietnamese,
  'windows-1252': western,
} as const;

const isConsonant = (byte: number | undefined) => between(byte, 0xa1, 0xce);
const isLeading = (byte: number | undefined) => between(byte, 0xe0, 0xe4);
/** Vowels and tone marks above and below, and those that follow. */
const isAttached = (byte: number | undefined) =>
  between(byte, 0xd0, 0xda) || byte === 0xe5 || between(byte, 0xe7, 0xee);

/** Thai stands in runs; a mark stands on a letter, and a vowel that leads before one. */
function thai(bytes: Buffer): Counted {
  let [good, all] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (!isHigh(byte)) continue;
    all++;
    const [before, after] = [bytes[at - 1], bytes[at + 1]];
    if (isConsonant(byte) && (isHigh(before) || isHigh(after))) good++;
    else if (isLeading(byte) && isConsonant(after)) good++;
    else if (isAttached(byte) && (isConsonant(before) || isAttached(before))) good++;
  }
  // What a run of pairs of bytes means in Chinese is a word more often than letters in a good order.
  return { good: good * THAI_WEIGHT, all };
}
/** Chinese read as Thai is in order by chance for two thirds: only what is in order nearly throughout is Thai. */
const THAI_WEIGHT = 0.99;

/** öß in Größe: letters with marks stand alone, or two of them, beside letters of ASCII. */
function western(bytes: Buffer): Counted {
  let [good, all] = [0, 0];
  for (let at = 0; at < bytes.length; ) {
    let end = at;
    while (isHigh(bytes[end])) end++;
    const run = bytes.subarray(at, end);
    all += run.length;
    const isBeside = isLetter(bytes[at - 1]) || isLetter(bytes[end]);
    if (run.length <= 2 && isBeside && run.every((byte) => byte >= 0xc0)) good += run.length;
    at = end + 1;
  }
  return { good: good * WESTERN_WEIGHT, all };
}
/** Grave, hook, tilde, acute and dot below, each behind the vowel on which it stands. */
const tones: ReadonlySet<number | undefined> = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2]);
/** Letters with their shape: ă â đ ê ô ơ ư. */
const shaped: ReadonlySet<number | undefined> = new Set([
  ...[0xc3, 0xc2, 0xd0, 0xca, 0xd4, 0xd5, 0xdd, 0xe3, 0xe2, 0xf0, 0xea, 0xf4, 0xf5, 0xfd],
]);
const shapedVowels: ReadonlySet<number | undefined> = new Set(
  [...shaped].filter((byte) => byte !== 0xd0 && byte !== 0xf0),
);
const isVowel = (byte: number | undefined) =>
  shapedVowels.has(byte) || (byte !== undefined && 'aeiouyAEIOUY'.includes(String.fromCharCode(byte)));

/** Three of the tones are capitals elsewhere, which stand in no word behind a small letter. */
const isInsideWord = (bytes: Buffer, at: number) =>
  (bytes[at] ?? 0) < 0xe0 && between(bytes[at - 1], 0x61, 0x7a);

/** ệ is ê with a sign behind it: no Western word has two such letters side by side, and Vietnamese is full of them. */
function vietnamese(bytes: Buffer): Counted {
  let [good, all, double] = [0, 0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (!isHigh(byte)) continue;
    all++;
    const isTone = tones.has(byte) && isVowel(bytes[at - 1]);
    if (isTone || shaped.has(byte)) good++;
    if (isTone && (shapedVowels.has(bytes[at - 1]) || isInsideWord(bytes, at))) double++;
  }
  return { good: double * 8 >= all ? good : 0, all };
}

const isLetter = (byte: number | undefined) => between(byte, 0x41, 0x5a) || between(byte, 0x61, 0x7a);
/** One Chinese character between Latin letters looks so, too: where it is a frequent one, it is meant. */
const WESTERN_WEIGHT = 0.85;
