import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { charactersOf, drawable, emsOf, measure, runsOf } from '../../labels/glyphs.ts';
import { fitText } from '../../labels/text.ts';

/** A Chinese character is as wide as it is tall: ten of them fill this line. */
const ten = { width: 50, size: 5 };
const count = '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';
const so = (many: number) => count.slice(0, many);

describe('a line', () => {
  test('takes as many characters as it has room for, and one more makes it smaller', () => {
    expect(fitText(so(10), ten)).toEqual({ size: 5, lines: [so(10)] });
    // By a twentieth each time, until eleven fit the room of ten: 5 × 0.95 × 0.95.
    expect(fitText(so(11), { ...ten, least: 2 })).toEqual({ size: 4.5125, lines: [so(11)] });
  });
  test('shrinks to its least size and no further, then is cut where the mark of the cut still fits', () => {
    expect(fitText(so(12), { ...ten, least: 4.6 })).toEqual({ size: 4.6, lines: [`${so(9)}…`] });
    expect(fitText(so(11), ten)).toEqual({ size: 5, lines: [`${so(9)}…`] });
    expect(fitText('', ten)).toEqual({ size: 5, lines: [] });
    expect(fitText(' \t ', ten)).toEqual({ size: 5, lines: [] });
  });
  test('that is cut loses characters from its last line only, and no blank stands before the mark', () => {
    expect(fitText(so(25), { ...ten, lines: 2 }).lines).toEqual([so(10), `${count.slice(10, 19)}…`]);
    expect(fitText(`${so(8)} （白色）`, ten).lines).toEqual([`${so(8)}…`]);
    expect(fitText(`${so(9)} 东西`, ten).lines).toEqual([`${so(9)}…`]);
  });
  test('is as many as are allowed before anything shrinks', () => {
    expect(fitText(so(20), { ...ten, lines: 2, least: 2 })).toEqual({
      size: 5,
      lines: [so(10), count.slice(10, 20)],
    });
    const three = fitText(so(30), { ...ten, lines: 3 }).lines;
    expect(three).toEqual([so(10), count.slice(10, 20), count.slice(20, 30)]);
  });
});

describe('lines', () => {
  test('are evenly filled where the last would be less than half full', () => {
    expect(fitText(so(11), { ...ten, lines: 2 }).lines).toEqual([so(6), count.slice(6, 11)]);
    expect(fitText(so(14), { ...ten, lines: 2 }).lines).toEqual([so(7), count.slice(7, 14)]);
    expect(fitText(so(24), { ...ten, lines: 3 }).lines).toEqual([
      so(8),
      count.slice(8, 16),
      count.slice(16, 24),
    ]);
    expect(fitText(so(15), { ...ten, lines: 2 }).lines).toEqual([so(10), count.slice(10, 15)]);
  });

  // GB/T 15834: no closing mark at the beginning of a line, no opening mark at its end.
  test.each([...'、，。．；：！？）】》」』”’…—·～％,.;:!?)]}%-/_+&×'])('never begin with %s', (mark) => {
    const { lines } = fitText(`${so(10)}${mark}${so(7)}`, { ...ten, lines: 3 });
    expect(lines.join('')).toBe(`${so(10)}${mark}${so(7)}`);
    for (const line of lines) expect(line.startsWith(mark), lines.join('|')).toBe(false);
  });
  test.each([...'（【《「『“‘([{￥¥$#№'])('never end with %s', (mark) => {
    const { lines } = fitText(`${so(9)}${mark}8${so(7)}`, { ...ten, lines: 3 });
    expect(lines.join('')).toBe(`${so(9)}${mark}8${so(7)}`);
    for (const line of lines) expect(line.endsWith(mark), lines.join('|')).toBe(false);
  });
  test('keep a name and its number together, and words whole', () => {
    const broken = (text: string) => fitText(text, { ...ten, lines: 3 }).lines;
    // “Pro” would fit the first line, its number would not.
    expect(broken(`${so(8)} Pro 2 ${so(5)}`)).toEqual([so(8), `Pro 2 ${so(5)}`]);
    expect(broken(`${so(8)} Pro 12 ${so(5)}`)[0]).toBe(so(8));
    expect(broken(`${so(8)} Pro a2 ${so(5)}`)[0]).toBe(`${so(8)} Pro`);
    expect(broken(`${so(9)} 1000 ${so(5)}`)[0]).toBe(so(9));
    expect(broken(`${so(8)} Pro 2a ${so(5)}`)[0]).toBe(`${so(8)} Pro`);
    expect(broken(`${so(8)} iPhone 15`)).toEqual([so(8), 'iPhone 15']);
    expect(broken(`${so(8)} Pro max ${so(5)}`)[0]).toBe(`${so(8)} Pro`);
    expect(broken(`${so(9)} 2 ${so(6)}`)[0]).toBe(`${so(9)} 2`);
  });
  test('break between characters only where one word alone is too long', () => {
    const wide = 'ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰ';
    expect(fitText(wide, { ...ten, lines: 2 }).lines).toEqual([wide.slice(0, 10), wide.slice(10)]);
    expect(fitText(wide.slice(0, 10), ten).lines).toEqual([wide.slice(0, 10)]);
    expect(fitText(`甲${wide.slice(0, 10)}`, { ...ten, lines: 2 }).lines).toEqual(['甲', wide.slice(0, 10)]);
  });

  test('lose nothing unless they are cut, are never too wide, never too many, and have no blank at their end', () => {
    const unit = fc.constantFrom(
      ...so(9),
      ' ',
      'Wi-Fi',
      'a',
      'bcd ',
      '（',
      '）',
      '，',
      '12',
      '%',
      '𠮷',
      '👨‍👩‍👧',
    );
    const room = { width: fc.integer({ min: 12, max: 60 }), lines: fc.integer({ min: 1, max: 4 }) };
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), room.width, room.lines, (units, width, lines) => {
        const text = drawable(units.join(''));
        const fitted = fitText(text, { width, size: 5, least: 3, lines });
        expect(fitted.size).toBeGreaterThanOrEqual(3);
        expect(fitted.size).toBeLessThanOrEqual(5);
        expect(fitted.lines.length).toBeLessThanOrEqual(lines);
        for (const line of fitted.lines) {
          expect(measure(line) * fitted.size).toBeLessThanOrEqual(width + 1e-4);
          expect(line).toBe(line.trimEnd());
        }
        const bare = (one: string) => one.replaceAll(' ', '');
        const said = bare(fitted.lines.join(''));
        if (!said.endsWith('…')) return said === bare(text);
        expect(fitted.size).toBe(3);
        return bare(text).startsWith(said.slice(0, -1));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a text that is drawn', () => {
  test.each([
    ['a\u00adb', 'a soft hyphen'],
    ['a\u200bb', 'a zero-width space'],
    ['a\u200cb', 'a non-joiner'],
    ['a\u200db', 'a joiner that joins nothing'],
    ['a\u200eb', 'a mark of direction'],
    ['a\u200fb', 'a mark of direction'],
    ['a\u202eb\u202c', 'an override of direction'],
    ['a\u2060b', 'a word joiner'],
    ['\ufeffab', 'a byte order mark'],
    ['a\ufe0fb', 'a variation selector'],
    ['\n ab\t', 'blanks around it'],
  ])('%j is ab: without %s', (text) => expect(drawable(text)).toBe('ab'));

  test('has one blank for whatever blanks and control characters there were', () => {
    expect(drawable('a \t\r\n\u0000\u3000\u00a0b')).toBe('a b');
    expect(drawable('a\u0007b')).toBe('a b');
  });
  test('is composed, and keeps a family together', () => {
    expect(drawable('e\u0301')).toBe('é');
    expect(drawable('👨‍👩‍👧')).toBe('👨‍👩‍👧');
    expect(charactersOf('👨‍👩‍👧é中')).toEqual(['👨‍👩‍👧', 'é', '中']);
    expect(charactersOf('a中，Ａ')).toEqual(['a', '中', '，', 'Ａ']);
    expect(charactersOf('e\u0301~')).toEqual(['e\u0301', '~']);
  });
  test('is what the font has, in one run, and each character that it lacks by itself', () => {
    expect(runsOf('a₽𠮷b中')).toEqual([
      { text: 'a', missing: false },
      { text: '₽', missing: true },
      { text: '𠮷', missing: true },
      { text: 'b中', missing: false },
    ]);
    expect(runsOf('')).toEqual([]);
    expect(runsOf('中₽')).toHaveLength(2);
    expect(runsOf('1\u20e3')).toEqual([{ text: '1\u20e3', missing: true }]);
  });
  test('is as wide as its runs together; a character that is lacking takes one em', () => {
    expect(measure('中文')).toBe(2);
    expect(measure('₽')).toBe(1);
    expect(emsOf({ text: '₽₽', missing: true })).toBe(1);
    expect(measure('a₽b')).toBeCloseTo(measure('a') + 1 + measure('b'), 9);
    expect(measure('i')).toBeLessThan(measure('W'));
    expect(measure('')).toBe(0);
  });
});
