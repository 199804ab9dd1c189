import { describe, expect, test } from 'vitest';
import { code128 } from '../../labels/barcode.ts';
import { measure } from '../../labels/glyphs.ts';
import { papers } from '../../labels/paper.ts';
import { toPdf } from '../../labels/pdf.ts';
import { bar, blank, dashes, frame, type Mark, type Sheet, stamp, write } from '../../labels/sheet.ts';
import { stack } from '../../labels/stack.ts';
import { picture } from './reader.ts';

const dot = 25.4 / 203;
const aSheet = () => blank(papers.a4, { dpi: 203, language: 'zh' });
const fills = (sheet: Sheet) => sheet.marks.flatMap((mark) => (mark.kind === 'fill' ? [mark] : []));
/** Each rectangle in printer dots. */
const dots = (sheet: Sheet) =>
  fills(sheet).flatMap(({ rects }) => rects.map((rect) => rect.map((mm) => Number((mm / dot).toFixed(4)))));
const texts = (sheet: Sheet) => sheet.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
const rounded = (mark: Mark | undefined) =>
  mark?.kind === 'text'
    ? { ...mark, x: round(mark.x), baseline: round(mark.baseline), size: round(mark.size) }
    : mark;
const round = (mm: number) => Number(mm.toFixed(4));

describe('a bar', () => {
  test('has its edges on dots, is one dot thick at least, and black unless said otherwise', () => {
    const sheet = aSheet();
    bar(sheet, [1, 2, 3, 0.01]);
    bar(sheet, [4, 2, 1, 1], 'pale');
    bar(sheet, [1, 1, 0.001, 1], 'grey');
    // 1 mm is 7.99 dots, 2 mm 15.98, 4 mm 31.97, 5 mm 39.96.
    expect(dots(sheet)).toEqual([
      [8, 16, 24, 1],
      [32, 16, 8, 8],
      [8, 8, 1, 8],
    ]);
    expect(fills(sheet).map(({ ink }) => ink)).toEqual(['black', 'pale', 'grey']);
  });
  test('four times makes a frame whose lines lie inside of it', () => {
    const sheet = aSheet();
    frame(sheet, [10 * dot, 20 * dot, 100 * dot, 50 * dot], 3 * dot, 'white');
    expect(dots(sheet)).toEqual([
      [10, 20, 100, 3],
      [10, 67, 100, 3],
      [10, 20, 3, 50],
      [107, 20, 3, 50],
    ]);
    expect(new Set(fills(sheet).map(({ ink }) => ink))).toEqual(new Set(['white']));
    const plain = aSheet();
    frame(plain, [0, 0, 10, 10]);
    expect(dots(plain)[0]?.[3]).toBe(2);
    expect(fills(plain)[0]?.ink).toBe('black');
  });
  test('again and again makes dashes, the last one cut at the end', () => {
    const sheet = aSheet();
    dashes(sheet, 8 * dot, 16 * dot, 10);
    // Every 3 mm one of 1.8 mm; 1 mm is left for the fourth.
    expect(dots(sheet)).toEqual([
      [8, 16, 14, 2],
      [32, 16, 14, 2],
      [56, 16, 14, 2],
      [80, 16, 8, 2],
    ]);
    const whole = aSheet();
    dashes(whole, 0, 0, 9);
    expect(dots(whole)).toHaveLength(3);
  });
  test('of a barcode keeps its distance to the others wherever the barcode goes', () => {
    const sheet = aSheet();
    const barcode = code128('G7K2M9Q4XF', { width: 60, height: 10 }, 203);
    stamp(sheet, barcode, 1, 2);
    const from = barcode.rects.map(([x, y, width, height]) => [x + 8 * dot, y + 16 * dot, width, height]);
    expect(dots(sheet)).toEqual(from.map((rect) => rect.map((mm) => Number((mm / dot).toFixed(4)))));
  });
});

describe('a text', () => {
  const place = { x: 10, y: 20, width: 30, size: 4 };
  test('stands at the left, in the middle or at the right of its room', () => {
    const sheet = aSheet();
    for (const align of ['left', 'center', 'right'] as const) write(sheet, '中文', { ...place, align });
    write(sheet, '中文', place);
    expect(texts(sheet).map(({ x }) => x)).toEqual([10, 21, 32, 10]);
  });
  test('begins at its y, line below line, and says where it ends', () => {
    const sheet = aSheet();
    expect(write(sheet, '中文', place)).toBe(25);
    expect(write(sheet, '一二三四五六七八九十甲乙', { ...place, lines: 2 })).toBe(30);
    expect(texts(sheet).map(({ baseline }) => round(baseline))).toEqual([23.44, 23.44, 28.44]);
  });
  test('is in the middle of its height, if it has one', () => {
    const sheet = aSheet();
    // 4 mm of characters in 10 mm leave 3 above; two lines of 4 mm, 5 mm apart, leave half a mm.
    expect(write(sheet, '中文', { ...place, height: 10 })).toBe(28);
    expect(write(sheet, '一二三四五六七八九十甲乙', { ...place, height: 10, lines: 2 })).toBe(30.5);
    expect(texts(sheet).map(({ baseline }) => round(baseline))).toEqual([26.44, 23.94, 28.94]);
  });
  test('is black and not bold unless said otherwise', () => {
    const sheet = aSheet();
    write(sheet, '中', place);
    write(sheet, '中', { ...place, bold: true, ink: 'white' });
    expect(texts(sheet).map(({ bold, ink, size }) => [bold, ink, size])).toEqual([
      [false, 'black', 4],
      [true, 'white', 4],
    ]);
  });
  test('shows a box with a question mark for a character that the font lacks, and goes on behind it', () => {
    const sheet = aSheet();
    write(sheet, 'a₽b', { ...place, size: 10, bold: true, ink: 'grey' });
    const [a, mark, b] = texts(sheet).map(rounded);
    const at = 10 + measure('a') * 10;
    const hand = { kind: 'text', bold: true, ink: 'grey' };
    expect(a).toEqual({ ...hand, text: 'a', x: 10, baseline: 28.6, size: 10 });
    expect(b).toEqual({ ...hand, text: 'b', x: round(at + 10), baseline: 28.6, size: 10 });
    const middle = round(at + 5 - measure('?') * 3.5);
    expect(mark).toEqual({ ...hand, text: '?', x: middle, baseline: 27.6, size: 7 });
    const box = aSheet();
    frame(box, [at + 0.8, 20.8, 8.4, 8.4], 0.6, 'grey');
    expect(fills(sheet)).toEqual(fills(box));
    expect([...sheet.missing]).toEqual(['₽']);
  });
  test('that is cut away is missed all the same', () => {
    const sheet = aSheet();
    write(sheet, '一二三四五六七八九十₽', place);
    expect(texts(sheet).map(({ text }) => text)).toEqual(['一二三四五六…']);
    expect([...sheet.missing]).toEqual(['₽']);
  });
});

describe('a stack of texts', () => {
  const area = { x: 10, y: 20, width: 40, height: 100 };
  const laid = (entries: Parameters<typeof stack>[1], room: Partial<typeof area> = {}) => {
    const sheet = aSheet();
    stack(sheet, entries, { ...area, ...room });
    return texts(sheet).map(({ text, x, baseline, size }) => [
      text,
      x,
      round(baseline - size * 0.86),
      round(size),
    ]);
  };
  test('stands one below the other, empty ones left out', () => {
    const entries = [
      { text: '甲', size: 4 },
      { text: '', size: 9 },
      { text: '乙', size: 3 },
      { text: '丙', size: 2 },
    ];
    expect(laid(entries)).toEqual([
      ['甲', 10, 20, 4],
      ['乙', 10, 25, 3],
      ['丙', 10, 28.75, 2],
    ]);
  });
  test('shrinks as a whole until it fits, none below its least size', () => {
    const entries = [
      { text: '甲', size: 4, least: 3.9 },
      { text: '乙', size: 4, least: 1 },
    ];
    expect(laid(entries, { height: 10 }).map(([, , , size]) => size)).toEqual([4, 4]);
    // 3.9 and 4 × 0.95 × 0.95 take 9.38 and 4.51: together 9.39 mm with their leading, where 9.63 did not fit.
    expect(laid(entries, { height: 9.62 }).map(([, , , size]) => size)).toEqual([3.9, 3.61]);
  });
  test('loses what is extra, the first of it first, only when nothing else helps', () => {
    const entries = [
      { text: '甲', size: 4, least: 4 },
      { text: '乙', size: 2, least: 2, extra: true },
      { text: '丙', size: 2, least: 2, extra: true },
    ];
    const shown = (height: number) =>
      laid(entries, { height })
        .map(([text]) => text)
        .join('');
    expect([10, 9.9, 7.5, 7.4, 5, 1].map(shown)).toEqual(['甲乙丙', '甲丙', '甲丙', '甲', '甲', '甲']);
  });
  test('shrinks to three fifths before it loses anything', () => {
    const entries = [
      { text: '甲', size: 4 },
      { text: '乙', size: 4, extra: true },
    ];
    // Ten times a twentieth less is 0.5987: two texts of 4 mm then take 5.99 mm.
    expect(laid(entries, { height: 6 }).map(([text]) => text)).toEqual(['甲', '乙']);
    expect(laid(entries, { height: 5.98 }).map(([text]) => text)).toEqual(['甲']);
  });
  test('breaks a text that may have more lines before the others shrink', () => {
    const entries = [
      { text: '一二三四五六七八九十甲乙丙丁戊', size: 4, lines: 2 },
      { text: '乙', size: 4 },
    ];
    expect(laid(entries).map(([text, , y]) => [text, y])).toEqual([
      ['一二三四五六七八九十', 20],
      ['甲乙丙丁戊', 25],
      ['乙', 30],
    ]);
  });
});

test('each ink is drawn as dark as its name says', async () => {
  const sheet = aSheet();
  bar(sheet, [0, 0, 210, 297], 'pale');
  const inks = ['black', 'white', 'grey'] as const;
  for (const [i, ink] of inks.entries()) bar(sheet, [10 + 20 * i, 10, 10, 10], ink);
  const { grey, width } = picture((await toPdf([sheet], '')).pdf, 254);
  const at = (x: number, y: number) => grey[y * 10 * width + x * 10] ?? -1;
  const [black, white, dark, pale] = [at(15, 15), at(35, 15), at(55, 15), at(100, 100)];
  expect([black, white]).toEqual([0, 255]);
  expect(dark).toBeGreaterThan(80);
  expect(dark).toBeLessThan(120);
  expect(pale).toBeGreaterThan(235);
  expect(pale).toBeLessThan(250);
});
