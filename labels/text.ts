import { charactersOf, drawable, measure } from './glyphs.ts';

/** Lengths in mm. The text shrinks from `size` to `least` before it is cut with an ellipsis. */
export type Room = {
  readonly width: number;
  readonly size: number;
  readonly least?: number;
  readonly lines?: number;
};
export type Fitted = { readonly size: number; readonly lines: readonly string[] };

const words = new Intl.Segmenter('zh', { granularity: 'word' });
// Line breaking of Chinese (GB/T 15834): no closing mark begins a line, no opening mark ends one.
const neverFirst = /^[、，。．；：！？）】》」』”’…—·～％,.;:!?)\]}%\-/_+&×]/;
// "Pro 2" and "iPhone 15" stay together.
const itsNumber = (word: string, last: string) => /^\d+$/.test(word) && /[A-Za-z] $/.test(last);
const neverLast = /[（【《「『“‘([{￥¥$#№]$/;

function unbreakable(text: string): string[] {
  const parts: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = parts.at(-1);
    if (last === undefined) parts.push(segment);
    else if (segment === ' ' || neverFirst.test(segment) || neverLast.test(last) || itsNumber(segment, last))
      parts[parts.length - 1] = last + segment;
    else parts.push(segment);
  }
  return parts;
}

type Part = { readonly text: string; readonly ems: number };
const partsOf = (text: string): Part[] =>
  unbreakable(text).map((part) => ({ text: part, ems: measure(part.trimEnd()) }));

/** Words of which one alone is wider than the line are broken between characters. */
const narrow = (parts: readonly Part[], ems: number) =>
  parts.flatMap((part) =>
    part.ems <= ems ? [part] : charactersOf(part.text).map((text) => ({ text, ems: measure(text) })),
  );

function wrap(parts: readonly Part[], ems: number): string[] {
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const part of narrow(parts, ems)) {
    if (line && taken + part.ems > ems + 1e-6) {
      lines.push(line.trimEnd());
      line = '';
      taken = 0;
    }
    line += part.text;
    taken += part.ems + (part.text.endsWith(' ') ? measure(' ') : 0);
  }
  if (line.trimEnd()) lines.push(line.trimEnd());
  return lines;
}

function cut(lines: readonly string[], keep: number, ems: number): string[] {
  const kept = lines.slice(0, keep);
  let rest = charactersOf(`${lines[keep - 1]} ${lines[keep]}`);
  while (rest.length > 0 && measure(`${rest.join('').trimEnd()}…`) > ems) rest = rest.slice(0, -1);
  return [...kept.slice(0, -1), `${rest.join('').trimEnd()}…`];
}

/** The same lines evenly filled, where the last one would hold a lonely word. */
function balanced(parts: readonly Part[], ems: number, wrapped: string[]): string[] {
  if (measure(wrapped.at(-1) ?? '') > ems * 0.4) return wrapped;
  let [tooNarrow, wide, best] = [ems / Math.max(2, wrapped.length), ems, wrapped];
  for (let i = 0; wrapped.length > 1 && i < 6; i++) {
    const middle = (tooNarrow + wide) / 2;
    const lines = wrap(parts, middle);
    if (lines.length > wrapped.length) tooNarrow = middle;
    else [wide, best] = [middle, lines];
  }
  return best;
}

/** Wraps, then shrinks, then cuts: whatever comes in, no line is wider than the room and none too many. */
export function fitText(text: string, { width, size, least = size, lines = 1 }: Room): Fitted {
  const parts = partsOf(drawable(text));
  for (let at = size; ; at = Math.max(least, at * 0.95)) {
    const wrapped = wrap(parts, width / at);
    if (wrapped.length <= lines) return { size: at, lines: balanced(parts, width / at, wrapped) };
    if (at <= least) return { size: at, lines: cut(wrapped, lines, width / at) };
  }
}
