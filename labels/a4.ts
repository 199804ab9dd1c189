import { code128, matrix } from './barcode.ts';
import { drawable } from './glyphs.ts';
import { papers } from './paper.ts';
import { bar, blank, type PrintOptions, type Sheet, stamp, write } from './sheet.ts';
import { grouped, pageOf, say, type Words } from './words.ts';

export const margin = 15;
export const width = papers.a4.width - 2 * margin;
/** The last y that a page's content may reach. */
export const bottom = 280;

export type Fact = readonly [caption: Words, value: string];

/** Captions in grey, each with its value beside it; says where they end. */
export function facts(
  sheet: Sheet,
  entries: readonly Fact[],
  { x, top, room }: { readonly x: number; readonly top: number; readonly room: number },
): number {
  const captionWidth = sheet.language === 'zh' ? 18 : 33;
  let y = top;
  for (const [caption, value] of entries) {
    if (!drawable(value)) continue;
    const place = { x, y: y + 0.15, width: captionWidth - 1, size: 2.9, least: 2 };
    write(sheet, say(sheet.language, caption), { ...place, ink: 'grey' });
    const text = { x: x + captionWidth, width: room - captionWidth, size: 3.3, least: 2.7, lines: 2 };
    y = write(sheet, value, { ...text, y }) + 0.9;
  }
  return y;
}

/** The head of a first page: what paper this is, and its code to read and to scan. */
export function masthead(sheet: Sheet, title: Words, code: string) {
  const { dpi, language } = sheet;
  const symbol = matrix('qrcode', code, 31, dpi);
  stamp(sheet, symbol, margin + width - symbol.width + symbol.quiet[0], 9);
  const lines = code128(code, { width: 74, height: 14 }, dpi);
  const x = margin + width - 32 - lines.width;
  stamp(sheet, lines, x, 13);
  const readable = { x, y: 27.6, width: lines.width, size: 5 };
  write(sheet, grouped(code), { ...readable, align: 'center', bold: true });
  const room = x - margin - 4;
  const { zh, en } = title;
  const y = write(sheet, language === 'en' ? en : zh, {
    ...{ x: margin, y: 14, width: room, size: 9, least: 5, bold: true },
  });
  if (language === 'both') write(sheet, en, { x: margin, y, width: room, size: 4, least: 3, ink: 'grey' });
  bar(sheet, [margin, 40, width, 0.5]);
}

/** A later page: the same paper, said in one line. Gives where its content begins. */
export function nextPage(options: PrintOptions, title: Words, code: string) {
  const sheet = blank(papers.a4, options);
  const line = { y: 13, width: width / 2, size: 4, least: 3, bold: true };
  write(sheet, say(options.language, title), { ...line, x: margin });
  write(sheet, grouped(code), { ...line, x: margin + width / 2, align: 'right' });
  bar(sheet, [margin, 19.5, width, 0.5]);
  return { sheet, top: 23, end: bottom };
}

/** Numbers the pages once all are there; the first may have its number higher up. */
export function numberPages(sheets: readonly Sheet[], firstAt = 286) {
  sheets.forEach((sheet, i) => {
    const text = pageOf(sheet.language, i + 1, sheets.length);
    const place = {
      x: margin,
      y: i === 0 ? firstAt : 286,
      width,
      size: 2.8,
      align: 'center',
      ink: 'grey',
    } as const;
    write(sheet, text, place);
  });
  return sheets;
}
