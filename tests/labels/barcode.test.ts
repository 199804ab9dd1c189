import { describe, expect, test } from 'vitest';
import { BarcodeError, code128, fitsAcross, matrix, standing } from '../../labels/barcode.ts';
import type { Dpi } from '../../labels/paper.ts';

const dot = (dpi: Dpi) => 25.4 / dpi;
const modules = (mm: number, unit: number) => Number((mm / unit).toFixed(6));
function thrown(by: () => unknown): BarcodeError {
  try {
    by();
  } catch (error) {
    if (error instanceof BarcodeError) return error;
  }
  throw new Error('no BarcodeError');
}

describe('a Code 128', () => {
  // ISO/IEC 15417: start B 211214, A 111323, check (104 + 33) mod 103 = 34 as 131123, stop 2331112.
  const ofA = '2112141113231311232331112';
  test('of A is start B, A, its check character and the stop, after ten modules of white', () => {
    const { rects, width, height, quiet, module, text } = code128('A', { width: 30, height: 10 }, 203);
    const unit = module * dot(203);
    expect([text, module]).toEqual(['A', 3]);
    expect(quiet).toEqual([10 * unit, 0]);
    const widths = [...ofA].map(Number);
    let at = 10;
    const bars = widths.flatMap((wide, i) => {
      at += wide;
      return i % 2 ? [] : [[at - wide, 0, wide]];
    });
    expect(rects.map(([x, y, wide]) => [modules(x, unit), y, modules(wide, unit)])).toEqual(bars);
    expect(modules(width, unit)).toBe(46 + 20);
    // 10 mm are 79.9 dots.
    expect(modules(height, dot(203))).toBe(79);
    for (const [, , , tall] of rects) expect(tall).toBe(height);
  });

  test('takes the largest module that fits its room: a hair less, and it is one dot less', () => {
    // SF and 13 digits are 145 modules, 165 with their quiet zones: 61.9 mm at three dots of a 203 dpi head.
    const room = 165 * 3 * dot(203);
    const module = (width: number) => code128('SF1400128374659', { width, height: 9 }, 203).module;
    expect([module(room), module(room - 0.01), module(room + 0.01)]).toEqual([3, 2, 3]);
    expect(room).toBeCloseTo(61.9, 1);
  });

  test('never has a module above 1.5 mm, nor below two dots', () => {
    expect(code128('A', { width: 1000, height: 9 }, 203).module).toBe(11);
    expect(code128('A', { width: 1000, height: 9 }, 300).module).toBe(17);
    expect(matrix('qrcode', 'A', 1000, 203).module).toBe(11);
    expect(matrix('datamatrix', 'A', 12 * 2 * dot(300), 300).module).toBe(2);
    expect(() => matrix('datamatrix', 'A', 12 * 2 * dot(300) - 0.01, 300)).toThrow(BarcodeError);
  });

  test('that does not fit says what it needs and what there is', () => {
    const error = thrown(() => code128('SF1400128374659', { width: 40, height: 9 }, 203));
    expect(error).toMatchObject({ name: 'BarcodeError', code: 'does not fit', text: 'SF1400128374659' });
    expect(error.message).toBe('SF1400128374659 needs 41.3 mm at 203 dpi; there are 40.0 mm');
  });

  test('holds printable ASCII from the blank to the tilde, and names a text that is not', () => {
    expect(code128(' ~', { width: 60, height: 9 }, 203).text).toBe(' ~');
    for (const text of ['', '\u001f', '\u007f', '归', 'A归', '归A', 'A\n'])
      expect(thrown(() => matrix('qrcode', text, 60, 203))).toMatchObject({ code: 'not ASCII', text });
    expect(thrown(() => code128('归', { width: 60, height: 9 }, 203)).message).toMatch(/ASCII only: "归"/);
  });

  // A quarter of a mm is two dots at 203 dpi (0.2502 mm) and three at 300 dpi (0.254 mm).
  test.each([
    [203, 165 * 2 * dot(203)],
    [300, 165 * 3 * dot(300)],
  ] as const)('fits across at %d dpi when a module of a quarter of a mm does', (dpi, room) => {
    expect(fitsAcross('SF1400128374659', room + 1e-6, dpi)).toBe(true);
    expect(fitsAcross('SF1400128374659', room - 0.01, dpi)).toBe(false);
  });

  test('stands when its bars lie: nothing else about it changes', () => {
    const lying = code128('A', { width: 30, height: 10 }, 203);
    const upright = standing(lying);
    expect(upright).toMatchObject({
      text: 'A',
      module: lying.module,
      width: lying.height,
      height: lying.width,
    });
    expect(upright.quiet).toEqual([0, lying.quiet[0]]);
    expect(upright.rects).toEqual(lying.rects.map(([x, y, width, height]) => [y, x, height, width]));
  });
});

describe('a symbol of squares', () => {
  const squares = (symbol: ReturnType<typeof matrix>) => {
    const unit = symbol.module * dot(203);
    return symbol.rects.map((rect) => rect.map((mm) => modules(mm, unit)));
  };
  // ISO/IEC 18004: versions of 21, 25, 29 … modules; 16, 29, 47 letters at level Q; four modules of white around.
  test.each([
    [16, 21],
    [17, 25],
    [29, 25],
    [30, 29],
    [47, 29],
    [48, 33],
  ])('a QR code of %d letters has %d modules a side: a quarter of it may be damaged', (letters, side) => {
    const symbol = matrix('qrcode', 'W'.repeat(letters), 40, 203);
    const unit = symbol.module * dot(203);
    expect([symbol.width, symbol.height].map((mm) => modules(mm, unit))).toEqual([side + 8, side + 8]);
    expect(symbol.quiet.map((mm) => modules(mm, unit))).toEqual([4, 4]);
    const all = squares(symbol);
    // Its upper finder patterns: seven modules wide, one high, first and last of the first row.
    expect(all[0]).toEqual([4, 4, 7, 1]);
    expect(all).toContainEqual([4 + side - 7, 4, 7, 1]);
    expect(all).toContainEqual([4, 4 + side - 1, 7, 1]);
    for (const [x = 0, y = 0, width = 0, height = 0] of all) {
      expect(x >= 4 && x + width <= 4 + side && y >= 4 && y < 4 + side).toBe(true);
      expect(height).toBe(1);
    }
  });

  // ISO/IEC 16022: the left and the lower edge are black, the upper and the right one alternate.
  test('a DataMatrix has one module of white around it, and its edges', () => {
    const symbol = matrix('datamatrix', 'T2B7X4KD9E', 9.4, 203);
    const unit = symbol.module * dot(203);
    const side = modules(symbol.width, unit) - 2;
    expect(symbol.quiet.map((mm) => modules(mm, unit))).toEqual([1, 1]);
    expect(side % 2).toBe(0);
    const all = squares(symbol);
    const black = (column: number, row: number) =>
      all.some(([x = 0, y = 0, width = 0]) => y === row + 1 && x <= column + 1 && column + 1 < x + width);
    for (let i = 0; i < side; i++) {
      expect([black(0, i), black(i, side - 1)]).toEqual([true, true]);
      expect([black(i, 0), black(side - 1, i)]).toEqual([i % 2 === 0, i % 2 === 1]);
    }
  });
});
