import { describe, expect, test } from 'vitest';
import { code128, matrix } from '../../labels/barcode.ts';
import { papers } from '../../labels/paper.ts';
import { blank, type Sheet } from '../../labels/sheet.ts';
import { type Cell, type Column, table } from '../../labels/table.ts';

const columns: readonly Column[] = [
  { title: '品名', width: 40 },
  { title: '数量', width: 20, align: 'right' },
];
/** Pages that may be written on from 30 mm so far down, and one number further on each. */
const laid = (rows: readonly (readonly Cell[])[], end = 100, wide: readonly Column[] = columns) => {
  const begun: number[] = [];
  const begin = (page: number) => {
    begun.push(page);
    return { sheet: blank(papers.a4, { dpi: 203, language: 'zh' }), top: 30, end: end + page };
  };
  return { ...table({ begin }, wide, rows, 15), begun };
};
const round = (mm: number) => Number(mm.toFixed(2));
const texts = (sheet?: Sheet) => (sheet?.marks ?? []).flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
const said = (sheet?: Sheet) => texts(sheet).map(({ text }) => text);
const bars = (sheet?: Sheet) =>
  (sheet?.marks ?? []).flatMap(({ ...mark }) =>
    mark.kind === 'fill' ? [[...(mark.rects[0] ?? []).map(round), mark.ink]] : [],
  );

// A line of 3.1 mm with its leading is 3.875 mm tall, and 1.2 mm stand above and below it.
const rowTall = 3.875 + 2.4;
const headTall = 6.8;

describe('a table', () => {
  test('has its heading in bold over the columns, each cell below its title, the numbers at the right', () => {
    const { sheets, y } = laid([[['广告衫'], ['12']]]);
    const [title, many, name, twelve] = texts(sheets[0]);
    expect([title, many].map((mark) => [mark?.text, mark?.bold, mark?.size])).toEqual([
      ['品名', true, 2.9],
      ['数量', true, 2.9],
    ]);
    expect([title?.x, name?.x]).toEqual([16.2, 16.2]);
    // Two characters of 2.9 mm end 1.2 mm before the edge at 75 mm.
    expect(round(many?.x ?? 0)).toBe(round(75 - 1.2 - 5.8));
    expect(twelve?.x).toBeGreaterThan(70);
    expect([name, twelve].map((mark) => [mark?.bold, mark?.size, round(mark?.baseline ?? 0)])).toEqual([
      [false, 3.1, round(30 + headTall + 1.2 + 3.1 * 0.86)],
      [false, 3.1, round(30 + headTall + 1.2 + 3.1 * 0.86)],
    ]);
    expect(y).toBeCloseTo(30 + headTall + rowTall, 9);
  });

  test('has a pale heading with a line below it, and a thin grey line below each row', () => {
    const { sheets } = laid([
      [['甲'], ['1']],
      [['乙'], ['2']],
    ]);
    const shown = bars(sheets[0]);
    expect(shown.map((one) => one[4])).toEqual(['pale', 'black', 'grey', 'grey']);
    for (const [x, , width] of shown) expect([x, width].map(Number).map(Math.round)).toEqual([15, 60]);
    const near = (one: (string | number)[] | undefined, at: number, tall: number) => {
      expect(Math.abs(Number(one?.[1]) - at)).toBeLessThan(0.07);
      expect(Math.abs(Number(one?.[3]) - tall)).toBeLessThan(0.13);
    };
    near(shown[0], 30, 6.4);
    near(shown[1], 36.4, 0.35);
    near(shown[2], 30 + headTall + rowTall, 0.1);
    near(shown[3], 30 + headTall + 2 * rowTall, 0.1);
  });

  test('makes a row as tall as its tallest cell, and puts the others in the middle', () => {
    const long = '一二三四五六七八九十甲乙丙丁戊己庚';
    const { sheets, y } = laid([[[long, '乙'], ['1']]]);
    const [, , first, second, third, one] = texts(sheets[0]);
    expect([first, second].map((mark) => mark?.text).join('')).toBe(long);
    expect([first?.x, second?.x, third?.x]).toEqual([16.2, 16.2, 16.2]);
    expect(round((second?.baseline ?? 0) - (first?.baseline ?? 0))).toBe(3.88);
    expect(round((third?.baseline ?? 0) - (second?.baseline ?? 0))).toBe(3.88);
    expect(one?.baseline).toBeCloseTo(second?.baseline ?? 0, 6);
    expect(y).toBeCloseTo(30 + headTall + 3 * 3.875 + 2.4, 9);
  });

  test('shrinks a word to 2.6 mm, then cuts it at the end of its second line', () => {
    const { sheets } = laid([[['一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'], ['1']]]);
    const [, , first, second] = texts(sheets[0]);
    expect(first?.size).toBe(2.6);
    expect(second?.text.endsWith('…')).toBe(true);
  });

  test('has a barcode in the middle of its cell, the row as tall as it', () => {
    const barcode = matrix('datamatrix', 'T2B7X4KD9E', 9.4, 203);
    const { sheets, y } = laid([[{ barcode }, ['1']]]);
    const squares = sheets[0]?.marks.find((mark) => mark.kind === 'fill' && mark.rects.length > 10);
    const [x = 0, top = 0] = squares?.kind === 'fill' ? (squares.rects.at(-1) ?? []) : [];
    const [dx = 0, dy = 0] = barcode.rects.at(-1) ?? [];
    expect(Math.abs(x - dx - (15 + (40 - barcode.width) / 2))).toBeLessThan(0.07);
    expect(Math.abs(top - dy - (30 + headTall + 1.2))).toBeLessThan(0.07);
    expect(y).toBeCloseTo(30 + headTall + barcode.height + 2.4, 9);
    const [, , one] = texts(sheets[0]);
    expect(one?.baseline).toBeCloseTo(30 + headTall + 1.2 + (barcode.height - 3.875) / 2 + 3.1 * 0.86, 6);
  });

  test('leaves a cell empty for which there is nothing, and keeps the line under all columns', () => {
    const { sheets } = laid([[['甲']], []]);
    expect(said(sheets[0])).toEqual(['品名', '数量', '甲']);
    expect(bars(sheets[0]).filter((one) => one[4] === 'grey')).toHaveLength(2);
  });
});

describe('a table over several pages', () => {
  const rows = ['甲', '乙', '丙', '丁'].map((name) => [[name], ['1']]);
  const head = ['品名', '数量'];
  test('begins a page only for a row that does not fit any more, with the heading again', () => {
    // The first page ends at `end` + 1: exactly two rows fit, or two less a hair.
    const two = 30 + headTall + 2 * rowTall - 1;
    const fits = laid(rows, two + 1e-6);
    expect(fits.sheets.map(said)).toEqual([
      [...head, '甲', '1', '乙', '1'],
      [...head, '丙', '1', '丁', '1'],
    ]);
    expect(fits.begun).toEqual([1, 2]);
    expect(laid(rows, two - 0.01).sheets.map((sheet) => said(sheet).length)).toEqual([4, 6, 4]);
  });
  test('says where its last row ends, and where that page does', () => {
    const { y, end } = laid(rows.slice(0, 3), 30 + headTall + 2 * rowTall - 1 + 1e-6);
    expect(y).toBeCloseTo(30 + headTall + rowTall, 9);
    expect(end).toBeCloseTo(30 + headTall + 2 * rowTall + 1, 5);
  });
  test('without rows is a heading', () => {
    const { sheets, y, begun } = laid([]);
    expect(sheets.map(said)).toEqual([head]);
    expect(begun).toEqual([1]);
    expect(y).toBeCloseTo(30 + headTall, 9);
  });
});

test('a linear barcode in a table is as tall as it is, too', () => {
  const barcode = code128('T2B7X4KD9E', { width: 50, height: 8 }, 203);
  expect(laid([[{ barcode }]], 100, [{ title: '扫码', width: 60 }]).y).toBeCloseTo(
    30 + headTall + barcode.height + 2.4,
    9,
  );
});
