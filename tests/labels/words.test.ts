import * as mupdf from 'mupdf';
import { expect, test } from 'vitest';
import { papers } from '../../labels/paper.ts';
import { toPdf } from '../../labels/pdf.ts';
import { blank, write } from '../../labels/sheet.ts';
import {
  batteries,
  eachLine,
  grouped,
  type Language,
  locationKinds,
  name,
  pageOf,
  pieces,
  say,
  type Words,
  words,
} from '../../labels/words.ts';

const languages: readonly Language[] = ['zh', 'en', 'both'];
const inEach = (words: (language: Language) => unknown) => languages.map(words);
const earbuds = { zh: '耳机', en: 'Earbuds' };

test('a caption is in both languages when both are asked for, once when they are the same', () => {
  expect(inEach((language) => say(language, earbuds))).toEqual(['耳机', 'Earbuds', '耳机 Earbuds']);
  expect(inEach((language) => say(language, { zh: 'SKU', en: 'SKU' }))).toEqual(['SKU', 'SKU', 'SKU']);
});
test('a name in running text is in one language, in the other where that one lacks', () => {
  expect(inEach((language) => name(language, earbuds))).toEqual(['耳机', 'Earbuds', '耳机']);
  expect(inEach((language) => name(language, { zh: '耳机', en: '' }))).toEqual(['耳机', '耳机', '耳机']);
  expect(inEach((language) => name(language, { zh: '', en: 'X' }))).toEqual(['X', 'X', 'X']);
});
test('a name in a list has a line for each language', () => {
  expect(inEach((language) => eachLine(language, earbuds))).toEqual([
    ['耳机'],
    ['Earbuds'],
    ['耳机', 'Earbuds'],
  ]);
  expect(eachLine('both', { zh: 'T恤', en: 'T恤' })).toEqual(['T恤']);
});
test('a code of ten characters is read aloud in two halves, any other text as it is', () => {
  expect(grouped('G7K2M9Q4XF')).toBe('G7K2M-9Q4XF');
  for (const text of [
    'G7K2M9Q4X',
    'G7K2M9Q4XFA',
    'g7k2m9q4xf',
    'A-03-12-2X',
    '',
    'AG7K2M9Q4XF ',
    'G7K2M 9Q4X',
  ])
    expect(grouped(text)).toBe(text);
});
test('one piece is one in English, and pages are counted in both', () => {
  expect(inEach((language) => pieces(language, 1))).toEqual(['1 件', '1 pc', '1 件/pcs']);
  expect(inEach((language) => pieces(language, 0))).toEqual(['0 件', '0 pcs', '0 件/pcs']);
  expect(inEach((language) => pieces(language, 12))).toEqual(['12 件', '12 pcs', '12 件/pcs']);
  const page = ['第 2 页，共 3 页', 'Page 2 of 3', '第 2 页，共 3 页 · Page 2 of 3'];
  expect(inEach((language) => pageOf(language, 2, 3))).toEqual(page);
});

// Everything that papers say of themselves, place by place, kind by kind, step by step.
const captions = [words, locationKinds, batteries]
  .flatMap((list) => Object.entries(list))
  .flatMap(([of, said]) => (Array.isArray(said) ? said : [said]).map((one: Words) => ({ of, ...one })));
test.each(captions)('“$zh” is Chinese, “$en” is English, of the same thing', ({ zh, en }) => {
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en).toMatch(/^[A-Z][ -~–]+$|^pcs$/);
  expect(zh.match(/UN\d{4}|PI \d{3}/g)).toEqual(en.match(/UN\d{4}|PI \d{3}/g));
});
test('no two kinds of places or of batteries are called the same', () => {
  for (const list of [locationKinds, batteries])
    for (const language of ['zh', 'en'] as const) {
      const names = Object.values<Words>(list).map((one) => one[language]);
      expect(new Set(names).size).toBe(names.length);
    }
});
// IATA Dangerous Goods Regulations: the UN number and the packing instruction of each way that a battery travels.
test.each([
  ['ion in equipment', ['UN3481', 'PI 967']],
  ['ion with equipment', ['UN3481', 'PI 966']],
  ['ion alone', ['UN3480', 'PI 965']],
  ['metal', ['UN3090', 'UN3091']],
] as const)('a battery that travels as “%s” bears %j', (battery, numbers) => {
  expect(batteries[battery].zh.match(/UN\d{4}|PI \d{3}/g)).toEqual(numbers);
});

test('a PDF says what it is and whose, in Chinese, without a date of its own, and is printed in its size', async () => {
  const sheets = ['中₽𠮷', '₽文😀'].map((text) => {
    const sheet = blank(papers.item, { dpi: 203, language: 'zh' });
    write(sheet, text, { x: 5, y: 5, width: 50, size: 4 });
    return sheet;
  });
  const { pdf, missingGlyphs } = await toPdf(sheets, '货品标签');
  expect(missingGlyphs).toEqual(['₽', '𠮷', '😀']);
  const paper = new mupdf.PDFDocument(pdf);
  const info = (key: string) => paper.getMetaData(`info:${key}`);
  expect(['Title', 'Producer', 'Creator'].map(info)).toEqual(['货品标签', 'Guihang', 'Guihang']);
  expect(info('CreationDate')).toContain('19700101');
  expect(paper.getMetaData('format')).toBe('PDF 1.7');
  const root = paper.getTrailer().get('Root');
  expect(root.get('Lang').asString()).toBe('zh-CN');
  expect(root.get('ViewerPreferences', 'DisplayDocTitle').asBoolean()).toBe(true);
  expect(root.get('ViewerPreferences', 'PrintScaling').asName()).toBe('None');
});
