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

/** What a person counts as characters: an emoji family is one. */
export const charactersOf = (text: string) => Array.from(characters.segment(text), (part) => part.segment);

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

const hasGlyph = (character: string) => {
  for (const part of character) if (!load().font.hasGlyphForCodePoint(part.codePointAt(0) ?? 0)) return false;
  return true;
};

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

const widths = new Map<string, number>();

/** Width of a run in ems. A missing character takes one em. */
export function emsOf(run: Run): number {
  if (run.missing) return 1;
  const known = widths.get(run.text);
  if (known !== undefined) return known;
  const { font } = load();
  const ems = font.layout(run.text).advanceWidth / font.unitsPerEm;
  if (widths.size > 20_000) widths.clear();
  widths.set(run.text, ems);
  return ems;
}

/** Width of a text in ems: times the size in mm it is mm. */
export const measure = (text: string) => runsOf(text).reduce((sum, run) => sum + emsOf(run), 0);
