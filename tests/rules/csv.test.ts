import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { tidyIdentifier } from '../../server/identifiers/tidy.ts';
import { readTable } from '../../server/spreadsheets/read-table.ts';
import { writeCsv } from '../../server/spreadsheets/write-csv.ts';
import { tableWords } from '../../server/words/spreadsheets.ts';
import { CLEARLY_MORE_THAN_LINEAR, growth } from './growth.ts';

const columns = [
  { key: 'sku', names: ['SKU', '商品编码'], required: true, kind: 'identifier' },
  { key: 'quantity', names: ['数量', 'Quantity', 'Qty'], required: true, kind: 'count' },
  { key: 'serial', names: ['序列号', 'Serial number'], kind: 'identifier' },
  { key: 'note', names: ['备注', 'Note'] },
] as const;

const read = (text: string | Uint8Array) =>
  readTable(typeof text === 'string' ? Buffer.from(text) : text, columns);
const cellsOf = async (text: string | Uint8Array) => (await read(text)).rows.map(({ cells }) => cells);
const problemsOf = async (text: string | Uint8Array) =>
  (await read(text)).problems.map(({ row, column, code }) => [row, column, code] as const);
const one = { sku: 'A1', quantity: '2', serial: 'SN1', note: '外箱破损' };
const file = '商品编码,数量,序列号,备注\r\nA1,2,SN1,外箱破损\r\n';

describe('a CSV file is read', () => {
  test.each([
    ['UTF-8', Buffer.from(file), 'utf-8'],
    ['UTF-8 with BOM', iconv.encode(file, 'utf-8', { addBOM: true }), 'utf-8'],
    ['UTF-16LE with BOM', iconv.encode(file, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16BE with BOM', iconv.encode(file, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['GBK', iconv.encode(file, 'gbk'), 'gb18030'],
    ['GB18030', iconv.encode(file, 'gb18030'), 'gb18030'],
  ])('in %s', async (_, bytes, encoding) => {
    expect(await read(bytes)).toMatchObject({
      ...{ rows: [{ row: 2, cells: one }], problems: [], format: encoding },
      headings: { sku: { letter: 'A', name: '商品编码' }, note: { letter: 'D', name: '备注' } },
      written: [{ name: '商品编码', example: 'A1' }, {}, {}, { name: '备注', example: '外箱破损' }],
    });
  });

  test('in GB18030 with signs that GBK lacks', async () => {
    const text = file.replace('外箱破损', '𠮷野家㐂');
    expect((await cellsOf(iconv.encode(text, 'gb18030')))[0]?.note).toBe('𠮷野家㐂');
  });

  test.each([
    ['semicolons', file.replaceAll(',', ';')],
    ['tabs', file.replaceAll(',', '\t')],
    ['a first line sep=;', `sep=;\r\n${file.replaceAll(',', ';')}`],
    ['LF', file.replaceAll('\r\n', '\n')],
    ['CR alone', file.replaceAll('\r\n', '\r')],
    ['no newline at the end', file.trimEnd()],
    ['English headers in another order of case', file.replace(/^.*/, 'sku,QTY,serial_NUMBER,Note')],
    ['headers marked as required', file.replace(/^.*/, 'SKU *,数量（必填）,序列号,备注')],
    ['everything in quotes', file.replace(/[^,\r\n]+/g, '"$&"')],
    ['guards against lost zeros', file.replace('A1,2,SN1', '="A1","=""2""",="SN1"')],
    ['empty cells after the last column', file.replace(/\r\n/g, ',,\r\n')],
  ])('with %s', async (_, text) =>
    expect(await read(text)).toMatchObject({ rows: [{ cells: one }], problems: [] }),
  );

  test('with separators, quotes and newlines inside cells, and rows are numbered as in Excel', async () => {
    const text = 'SKU,数量,备注\n\nA1,1,"a, ""b""\nc"\n,,\nA2,1,;\n';
    expect(await read(text)).toMatchObject({
      rows: [
        { row: 3, cells: { sku: 'A1', note: 'a, "b"\nc', serial: '' } },
        { row: 5, cells: { sku: 'A2', note: ';' } },
      ],
      problems: [],
    });
  });

  test('and one damaged byte does not make it a GBK file', async () => {
    const bytes = Buffer.concat([
      Buffer.from('SKU,数量,备注\nA1,1,蓝色无线耳机\nA2,1,'),
      Buffer.from([0xe8, 0x80]),
      Buffer.from('\nA3,1,充电宝\n'),
    ]);
    expect(await read(bytes)).toMatchObject({
      format: 'utf-8',
      rows: [{ cells: { note: '蓝色无线耳机' } }, {}, {}],
    });
    expect(await problemsOf(bytes)).toEqual([[3, '备注', 'unreadableCharacter']]);
  });
});

describe('what is wrong with a CSV file is told', () => {
  test.each<[string, string, (readonly [number, string, string])[]]>([
    ['a column is missing', '数量,备注\n1,x\n', [[1, 'SKU', 'missingColumn']]],
    ['a column stands there twice', 'SKU,数量,sku\nA,1,B\n', [[1, 'sku', 'duplicateColumn']]],
    [
      'a required cell is empty',
      'SKU,数量\nA1,\n ,2\n',
      [
        [2, '数量', 'emptyCell'],
        [3, 'SKU', 'emptyCell'],
      ],
    ],
    ['a row has a cell too many', 'SKU,数量\nA1,1,000\n', [[2, '', 'tooManyCells']]],
    ['a row has too few cells', 'SKU,数量,备注\nA1,1\n', [[2, '', 'tooFewCells']]],
    ['Excel shortened a barcode', 'SKU,数量\n6.90123E+12,1\n', [[2, 'SKU', 'scientificNumber']]],
    ['a cell holds a control character', 'SKU,数量\nA\u00071,1\n', [[2, 'SKU', 'unreadableCharacter']]],
    ['a cell is too long', `SKU,数量\n${'A'.repeat(2001)},1\n`, [[2, 'SKU', 'cellTooLong']]],
    ['there is only a header', 'SKU,数量\n\n,\n', [[0, '', 'noRows']]],
    ['there is nothing', '', [[0, '', 'emptyFile']]],
    ['there are only blank lines', '\ufeff\n\n , \n', [[0, '', 'emptyFile']]],
  ])('%s', async (_, text, problems) => expect(await problemsOf(text)).toEqual(problems));

  test('an unknown column is mentioned and does not block', async () => {
    const { rows, problems } = await read('SKU,数量,颜色\nA1,1,红\n');
    expect(rows).toHaveLength(1);
    expect(problems).toMatchObject([
      { row: 1, column: '颜色', code: 'unknownColumn', value: '颜色', blocks: false },
    ]);
  });

  test('a broken quote spoils its own row only', async () => {
    const text =
      'SKU,数量,备注\nA1,1,"5" screen"\nA2,1,ok\nA3,1,5" screen\nA4,1,ok\nA5,1,"never closed\nA6,1,ok\n';
    const { rows, problems } = await read(text);
    expect(problems).toMatchObject([
      { row: 2, code: 'brokenQuote', value: 'A1,1,"5" screen"' },
      { row: 4, code: 'brokenQuote' },
      { row: 6, code: 'brokenQuote', value: 'A5,1,"never closed' },
    ]);
    expect(rows.map(({ row, cells }) => [row, cells.sku])).toEqual([
      [3, 'A2'],
      [5, 'A4'],
      [7, 'A6'],
    ]);
  });

  test('a broken quote in the header is told too', async () => {
    expect((await problemsOf('"SKU,数量\nA1,1\n')).map(([, , code]) => code)).toContain('brokenQuote');
    expect((await problemsOf('"SKU')).map(([, , code]) => code)).toEqual(['brokenQuote']);
  });

  test('a file of nothing but broken quotes takes no longer than its length', async () => {
    const broken = (lines: number) => read(`SKU,数量\n${'A1,"1\n'.repeat(lines)}`);
    const { problems } = await broken(300_000);
    expect(problems.length).toBeLessThanOrEqual(52);
    expect(problems[0]?.code).toBe('moreProblems');
    expect(await growth((times) => broken(50_000 * times))).toBeLessThan(CLEARLY_MORE_THAN_LINEAR);
  });

  test('a row of commas alone is too long, wherever it stands, and none of it is read', async () => {
    const commas = ','.repeat(1_000_000);
    expect(await problemsOf(`SKU,数量\nA1,1\n\n${commas}\nA2,2\n`)).toEqual([[4, '', 'rowTooLong']]);
    expect(await problemsOf(`${commas}\nA2,2\n`)).toEqual([[0, '', 'rowTooLong']]);
  });

  test('after a thousand problems it stops counting', async () => {
    const { problems } = await read(`SKU,数量\n${'A1,\n'.repeat(9_000)}`);
    expect(problems.length).toBeLessThanOrEqual(1_001);
    expect(problems[0]).toMatchObject({ row: 0, code: 'moreProblems', blocks: true });
  });

  test.each([
    ['a damaged xlsx workbook or zip', Buffer.from('PK\u0003\u0004whatever'), 'tooMuchInside'],
    ['a damaged xls workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'damagedFile'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'notText'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'notText'],
    ['random bytes', Buffer.from(Array.from({ length: 999 }, (_, i) => ((i * 7919) % 254) + 1)), 'notText'],
    ['more than 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1, 'A'), 'tooLarge'],
  ])('%s is refused', async (_, bytes, code) => {
    expect(await read(bytes)).toMatchObject({
      rows: [],
      problems: [{ row: 0, code, words: tableWords[code as 'notText'] }],
    });
  });

  test('10,000 rows are enough, one more is refused', async () => {
    expect(await read(`SKU,数量\n${'A1,1\n'.repeat(10_000)}`)).toMatchObject({
      problems: [],
      rows: { length: 10_000 },
    });
    expect(await read(`SKU,数量\n${'A1,1\n'.repeat(10_001)}`)).toMatchObject({
      ...{ problems: [{ row: 0, code: 'tooManyRows' }], rows: [] },
    });
    expect(await problemsOf(`SKU,数量\n${',\n'.repeat(200_000)}`)).toEqual([[0, '', 'tooManyRows']]);
    expect(await problemsOf(`SKU,数量\n${'\n'.repeat(90_000)}A1,\n`)).toEqual([
      [90_002, '数量', 'emptyCell'],
    ]);
  });

  test('it never throws, whatever the bytes', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .string({ unit: fc.constantFrom(...'",;\t\r\nA1=中�\''), maxLength: 200 })
        .map((text) => Buffer.from(`SKU,数量\n${text}`)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (some) => {
        for (const { words } of (await read(some)).problems) expect(words.zh && words.en).toBeTruthy();
      }),
      { numRuns: 2_000 },
    );
  });

  test('10,000 rows of twelve columns are read in the time of their length', async () => {
    const wide = Array.from({ length: 12 }, (_, i) => ({ key: `c${i}`, names: [`列${i}`] }));
    const row = wide.map((_, i) => (i % 3 ? `值 ${i} abcdef` : `"含, 逗号 ""引号"" ${i}"`)).join(',');
    const file = (rows: number) =>
      iconv.encode(`${wide.map(({ names }) => names[0]).join(',')}\n${`${row}\n`.repeat(rows)}`, 'gbk');
    expect((await readTable(file(10_000), wide)).rows).toHaveLength(10_000);
    expect(await growth((times) => readTable(file(2_500 * times), wide))).toBeLessThan(
      CLEARLY_MORE_THAN_LINEAR,
    );
  });
});

describe('a CSV file is written', () => {
  const write = (...notes: (string | number | null)[]) =>
    Buffer.from(
      writeCsv(
        [{ key: 'note', name: '备注' }],
        notes.map((note) => ({ note })),
      ),
    ).toString();

  test('for Excel: BOM, CRLF, quotes where they are needed', async () => {
    expect(write('a', 'b, "c"\nd', null, 7)).toBe('\ufeff备注\r\na\r\n"b, ""c""\nd"\r\n\r\n7\r\n');
  });

  test.each([
    '=1+1',
    '+cmd',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1+1',
    '＋1+1',
    '－x',
    '＠x',
    ' =1',
    "'=1",
    '=HYPERLINK("x")',
    "' '=1",
    "' '＝A",
  ])('%j does not run as a formula', (text) =>
    expect(
      write(text)
        .replace(/^\ufeff备注\r\n"?/, '')
        .startsWith(`'${text.charAt(0)}`),
    ).toBe(true),
  );

  test.each(['-12.5', '+3', '0', '-1', 'A=B', "it's"])('%j stays as it is', (text) => {
    expect(write(text)).toBe(`\ufeff备注\r\n${text}\r\n`);
  });

  test('and read back as it was', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...'=+-@\'",;\n aA01/:.%E中＝＠'), maxLength: 12 })
      .map((text) => text.trim());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1 }), async (pairs) => {
        // A dash alone says that there is no code, and an apostrophe alone is none.
        fc.pre(pairs.every(([sku]) => !/^['＝=\s]*(-{0,3}|[/])$/.test(sku)));
        const rows = pairs.map(([sku, note]) => ({ sku, quantity: 1, note }));
        const bytes = writeCsv(
          [
            { key: 'sku', name: 'SKU' },
            { key: 'quantity', name: '数量' },
            { key: 'note', name: '备注' },
          ],
          rows,
        );
        expect((await cellsOf(bytes)).map(({ sku, note }) => ({ sku, note }))).toEqual(
          // A code is kept in one way of writing.
          rows.map(({ sku, note }) => ({ sku: tidyIdentifier(sku), note })),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
