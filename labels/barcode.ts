import bwipjs from 'bwip-js';
import { type Dpi, dot } from './paper.ts';

/** x, y, width and height in mm from the upper left corner. */
export type Rect = readonly [x: number, y: number, width: number, height: number];
export type Barcode = {
  readonly text: string;
  /** Size in mm with its quiet zones. */
  readonly width: number;
  readonly height: number;
  /** Its quiet zone in mm on the left and right, and above and below. */
  readonly quiet: readonly [x: number, y: number];
  /** Printer dots in one module. */
  readonly module: number;
  readonly rects: readonly Rect[];
};

/** A code that cannot be printed so that a scanner reads it. */
export class BarcodeError extends Error {
  readonly code: 'not ASCII' | 'does not fit';
  readonly text: string;
  constructor(code: BarcodeError['code'], text: string, message: string) {
    super(message);
    this.name = 'BarcodeError';
    this.code = code;
    this.text = text;
  }
}

// 1.6 dots per module did not read at 203 dpi, 2 dots did. Above 1.5 mm nothing is won.
const MIN_MODULE_DOTS = 2;
const MAX_MODULE_MM = 1.5;

function ascii(text: string): string {
  if (/^[ -~]+$/.test(text)) return text;
  throw new BarcodeError('not ASCII', text, `A barcode holds printable ASCII only: ${JSON.stringify(text)}`);
}

/** The largest module in whole dots, at which so many modules fit the room (mm). */
function moduleFor(text: string, modules: number, room: number, dpi: Dpi): number {
  const dots = Math.floor(room / dot(dpi) / modules + 1e-9);
  if (dots < MIN_MODULE_DOTS)
    throw new BarcodeError(
      'does not fit',
      text,
      `${text} needs ${(modules * MIN_MODULE_DOTS * dot(dpi)).toFixed(1)} mm at ${dpi} dpi; there are ${room.toFixed(1)} mm`,
    );
  return Math.min(dots, Math.floor(MAX_MODULE_MM / dot(dpi)));
}

function encode(bcid: string, text: string, options: { eclevel?: string } = {}) {
  const [symbol] = bwipjs.raw({ bcid, text: ascii(text), ...options });
  if (!symbol) throw new Error(`${bcid} gave no symbol`);
  return symbol;
}

/** Bars and spaces in modules, bars first, without quiet zones. */
function barsOf(text: string): readonly number[] {
  const symbol = encode('code128', text);
  if (!('sbs' in symbol)) throw new Error('Code 128 is made of bars');
  return symbol.sbs;
}

// ISO/IEC 15417: 10 modules on either side.
const QUIET_ZONE_MODULES = 10;
const widthOf = (bars: readonly number[]) => bars.reduce((sum, bar) => sum + bar, 2 * QUIET_ZONE_MODULES);

// What every handheld reads at arm's length.
const EASY_MODULE_MM = 0.25;

/** Does this Code 128 fit so many mm with a module of 0.25 mm? */
export const fitsAcross = (text: string, width: number, dpi: Dpi) =>
  widthOf(barsOf(text)) * Math.ceil(EASY_MODULE_MM / dot(dpi) - 0.01) * dot(dpi) <= width;

/**
 * Code 128 in at most `width` mm with its quiet zones, `height` mm tall.
 * @throws BarcodeError when the text is not printable ASCII or a module would be under two dots
 */
export function code128(
  text: string,
  { width, height }: { width: number; height: number },
  dpi: Dpi,
): Barcode {
  const bars = barsOf(text);
  const module = moduleFor(text, widthOf(bars), width, dpi);
  const unit = module * dot(dpi);
  const tall = Math.floor(height / dot(dpi)) * dot(dpi);
  const rects: Rect[] = [];
  let at = QUIET_ZONE_MODULES;
  bars.forEach((bar, i) => {
    if (i % 2 === 0) rects.push([at * unit, 0, bar * unit, tall]);
    at += bar;
  });
  return {
    text,
    width: widthOf(bars) * unit,
    height: tall,
    quiet: [QUIET_ZONE_MODULES * unit, 0],
    module,
    rects,
  };
}

/** The same barcode read from bottom to top. */
export const standing = (barcode: Barcode): Barcode => ({
  ...barcode,
  width: barcode.height,
  height: barcode.width,
  quiet: [barcode.quiet[1], barcode.quiet[0]],
  rects: barcode.rects.map(([x, y, width, height]) => [y, x, height, width]),
});

// ISO/IEC 18004 and ISO/IEC 16022: quiet zones of 4 and 1 modules. A damaged QR is mended up to 25 %.
const matrices = {
  qrcode: { quiet: 4, options: { eclevel: 'Q' } },
  datamatrix: { quiet: 1, options: {} },
} as const;
export type Matrix = keyof typeof matrices;

/**
 * A QR code or DataMatrix in a square of at most `room` mm with its quiet zone.
 * @throws BarcodeError when the text is not printable ASCII or a module would be under two dots
 */
export function matrix(format: Matrix, text: string, room: number, dpi: Dpi): Barcode {
  const { quiet, options } = matrices[format];
  const symbol = encode(format, text, options);
  if (!('pixs' in symbol)) throw new Error(`${format} is made of squares`);
  const { pixs, pixx } = symbol;
  const module = moduleFor(text, pixx + 2 * quiet, room, dpi);
  const unit = module * dot(dpi);
  const rects: Rect[] = [];
  for (let from = 0; from < pixs.length; ) {
    let to = from + 1;
    const row = Math.floor(from / pixx);
    while (to < (row + 1) * pixx && pixs[to] === pixs[from]) to++;
    if (pixs[from])
      rects.push([((from % pixx) + quiet) * unit, (row + quiet) * unit, (to - from) * unit, unit]);
    from = to;
  }
  const side = (pixx + 2 * quiet) * unit;
  return { text, width: side, height: side, quiet: [quiet * unit, quiet * unit], module, rects };
}
