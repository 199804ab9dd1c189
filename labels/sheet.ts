import type { Barcode, Rect } from './barcode.ts';
import { drawable, emsOf, measure, runsOf } from './glyphs.ts';
import { type Dpi, dot, onDot, type Paper } from './paper.ts';
import { fitText, type Room } from './text.ts';
import type { Language } from './words.ts';

/** `grey` and `pale` are for office printers: a thermal printer knows black only. */
export type Ink = 'black' | 'white' | 'grey' | 'pale';

/** Everything in mm from the upper left corner. What a PDF (and any other output) draws. */
export type Mark =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly x: number;
      readonly baseline: number;
      readonly size: number;
      readonly bold: boolean;
      readonly ink: Ink;
    }
  | { readonly kind: 'fill'; readonly rects: readonly Rect[]; readonly ink: Ink };

/** One page as it is being laid out. */
export type Sheet = {
  readonly paper: Paper;
  readonly dpi: Dpi;
  readonly language: Language;
  readonly marks: Mark[];
  /** Characters that the font cannot draw, in the order met. */
  readonly missing: Set<string>;
};

export type PrintOptions = {
  readonly dpi: Dpi;
  readonly language: Language;
};

export const blank = (paper: Paper, { dpi, language }: PrintOptions): Sheet => ({
  ...{ paper, dpi, language },
  marks: [],
  missing: new Set(),
});

export const fill = (sheet: Sheet, rects: readonly Rect[], ink: Ink = 'black') => {
  sheet.marks.push({ kind: 'fill', rects, ink });
};

/** A filled rectangle whose edges lie on printer dots. */
export function bar(sheet: Sheet, [x, y, width, height]: Rect, ink: Ink = 'black') {
  const snap = (mm: number) => onDot(mm, sheet.dpi);
  const between = (from: number, to: number) => Math.max(dot(sheet.dpi), snap(to) - snap(from));
  fill(sheet, [[snap(x), snap(y), between(x, x + width), between(y, y + height)]], ink);
}

/** The outline of a rectangle, `line` mm thick inside it. */
export function frame(sheet: Sheet, [x, y, width, height]: Rect, line = 0.25, ink: Ink = 'black') {
  bar(sheet, [x, y, width, line], ink);
  bar(sheet, [x, y + height - line, width, line], ink);
  bar(sheet, [x, y, line, height], ink);
  bar(sheet, [x + width - line, y, line, height], ink);
}

/** A line of dashes across. */
export function dashes(sheet: Sheet, x: number, y: number, width: number) {
  for (let at = 0; at < width; at += 3) bar(sheet, [x + at, y, Math.min(1.8, width - at), 0.25], 'black');
}

/** A barcode with its quiet zone at x and y, its modules on printer dots. */
export function stamp(sheet: Sheet, barcode: Barcode, x: number, y: number) {
  const left = onDot(x, sheet.dpi);
  const top = onDot(y, sheet.dpi);
  fill(
    sheet,
    barcode.rects.map(([dx, dy, width, height]): Rect => [left + dx, top + dy, width, height]),
  );
}

export type Place = Room & {
  readonly x: number;
  readonly y: number;
  /** Centred in so much height, if given. */
  readonly height?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly bold?: boolean;
  readonly ink?: Ink;
};

type Hand = { readonly size: number; readonly bold: boolean; readonly ink: Ink };

// A missing character must be seen: a box with a question mark, which also stands in the text layer.
function box(sheet: Sheet, x: number, baseline: number, { size, bold, ink }: Hand) {
  const side = size * 0.84;
  frame(sheet, [x + size * 0.08, baseline - size * 0.78, side, side], size * 0.06, ink);
  const left = x + (size - measure('?') * size * 0.7) / 2;
  sheet.marks.push({
    kind: 'text',
    text: '?',
    x: left,
    baseline: baseline - size * 0.1,
    size: size * 0.7,
    bold,
    ink,
  });
}

function writeLine(sheet: Sheet, line: string, [x, baseline]: readonly [number, number], hand: Hand) {
  let at = x;
  for (const run of runsOf(line)) {
    if (run.missing) {
      sheet.missing.add(run.text);
      box(sheet, at, baseline, hand);
    } else sheet.marks.push({ kind: 'text', text: run.text, x: at, baseline, ...hand });
    at += emsOf(run) * hand.size;
  }
}

/** Distance between two lines of text, in ems. */
export const leading = 1.25;

/** Writes text into its room and says where it ends: the y below its last line. */
export function write(sheet: Sheet, text: string, place: Place): number {
  const { size, lines } = fitText(text, place);
  // A character that is cut away is missed all the same.
  for (const run of runsOf(drawable(text))) if (run.missing) sheet.missing.add(run.text);
  const hand = { size, bold: place.bold ?? false, ink: place.ink ?? 'black' };
  const slack = { left: 0, center: 0.5, right: 1 }[place.align ?? 'left'];
  // A line's characters stand in its upper em; the leading below the last line is not to be centred.
  const spare = (place.height ?? 0) - (lines.length * leading - leading + 1) * size;
  const top = place.y + (place.height === undefined ? 0 : spare / 2);
  lines.forEach((line, i) => {
    const x = place.x + slack * Math.max(0, place.width - measure(line) * size);
    writeLine(sheet, line, [x, top + size * (0.86 + i * leading)], hand);
  });
  return top + lines.length * size * leading;
}
