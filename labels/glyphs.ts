import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

const require = createRequire(import.meta.url);
const regular = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
let loaded: { readonly bytes: Uint8Array; readonly font: Font } | undefined;

function load() {
  if (!loaded) {
    const bytes = readFileSync(regular);
    loaded = { bytes, font: create(bytes) };
  }
  return loaded;
}

/** Noto Sans SC Regular (SIL OFL 1.1), read once per process. */
export const fontBytes = () => load().bytes;

const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Letters, digits and Chinese characters, none of which ever joins its neighbour. */
const plain = /^[ -~\u3001-\u3020\u4e00-\u9fff\uff01-\uff60]*$/;

/** What a person counts as characters: an emoji family is one. */
export const charactersOf = (text: string) =>
  plain.test(text) ? text.split('') : Array.from(characters.segment(text), (part) => part.segment);

/** What was found out about a text, kept for as many as a few batches of labels hold. */
function remembered<V>(find: (text: string) => V): (text: string) => V {
  const known = new Map<string, V>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = find(text);
    if (known.size > 20_000) known.clear();
    known.set(text, found);
    return found;
  };
}

/**
 * Text as it can be drawn on a line: composed, every blank or control character a plain blank, and
 * without the invisible characters (direction marks, stray joiners, variation selectors) that the font
 * would show as boxes.
 */
export const drawable = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff\p{Bidi_Control}\p{Variation_Selector}]/gu, '')
    .replace(/\u200d(?!\p{Extended_Pictographic})/gu, '')
    .trim();

const hasGlyph = remembered((character) => {
  for (const part of character) if (!load().font.hasGlyphForCodePoint(part.codePointAt(0) ?? 0)) return false;
  return true;
});

/** A stretch of text that the font can draw, or one character that it cannot. */
export type Run = { readonly text: string; readonly missing: boolean };

export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let known = '';
  for (const character of charactersOf(text)) {
    if (hasGlyph(character)) {
      known += character;
      continue;
    }
    if (known) runs.push({ text: known, missing: false });
    known = '';
    runs.push({ text: character, missing: true });
  }
  if (known) runs.push({ text: known, missing: false });
  return runs;
}

const widthOf = remembered((text) => {
  const { font } = load();
  return font.layout(text).advanceWidth / font.unitsPerEm;
});

/** Width of a run in ems. A missing character takes one em. */
export const emsOf = (run: Run): number => (run.missing ? 1 : widthOf(run.text));

/** Width of a text in ems: times the size in mm it is mm. */
export const measure = remembered((text) => runsOf(text).reduce((sum, run) => sum + emsOf(run), 0));
