import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { bookOf, type Cell, read, saved } from './saved-sheets.ts';

const few = ['单号', 'SKU', '数量'];
const text = (...rows: string[]) => Buffer.from(rows.join('\n'));
type Sheet = Awaited<ReturnType<typeof read>>;
const codes = ({ faults }: Sheet) => faults.map(({ code, at }) => `${code} ${at}`);
const lines = ({ groups }: Sheet) => groups.flatMap((group) => group.lines);

describe('a number that a program damaged', () => {
  const inColumn = (heading: string, cell: string) => {
    const names = [...few, '退货运单号', '序列号'];
    const row = ['A-1', 'SHIRT', '1', '', ''].with(names.indexOf(heading), cell);
    return read(text(names.join('\t'), row.join('\t')));
  };
  test.each([
    ['78123456789012.0', 'decimalNumber'],
    ['250820.0', 'decimalNumber'],
    ['352,099,001', 'decimalNumber'],
    ['1,234.00', 'decimalNumber'],
    ['Aug-26', 'maybeDate'],
    ['26-Aug', 'maybeDate'],
    ['1-Aug-26', 'maybeDate'],
    ['8月1日', 'maybeDate'],
    ['2026年8月', 'maybeDate'],
    ['2026/8/1 0:00:00', 'maybeDate'],
    ['Nguy?n', 'lostLetters'],
    ['??????', 'lostLetters'],
  ])('so that it is %s is refused or confirmed (%s)', async (cell, code) => {
    for (const [heading, key, place] of [
      ['单号', 'reference', 'A2'],
      ['SKU', 'sku', 'B2'],
      ['序列号', 'serial', 'E2'],
    ] as const) {
      const asked = await inColumn(heading, cell);
      expect(codes(asked)).toEqual([`${code} ${place}`]);
      expect(asked.faults[0]?.may).toBe('keep');
      const names = [...few, '退货运单号', '序列号'];
      const row = ['A-1', 'SHIRT', '1', '', ''].with(names.indexOf(heading), cell);
      const kept = await read(text(names.join('\t'), row.join('\t')), { keep: [{ column: key, code }] });
      expect(codes(kept)).toEqual([]);
    }
  });
  test.each(['8.5%', 'TRUE', 'false', '4.64E+17'])('to %s is refused', async (cell) => {
    const sheet = await inColumn('单号', cell);
    expect(sheet.faults).toMatchObject([{ at: 'A2', may: null }]);
  });
  test.each(['6109.00', 'MAY-B', '12-34', 'A?', '1.0', 'TRUE-1', '2026-08'])('is not %s', async (cell) => {
    expect(codes(await inColumn('SKU', cell))).toEqual([]);
  });
});

describe('a workbook whose program turned numbers into something else', () => {
  type Odd = {
    readonly t: 'n' | 'b' | 'z';
    readonly v?: number | boolean;
    readonly z?: string;
    readonly f?: string;
  };
  const withCell = (at: string, cell: Odd, heading = '序列号') => {
    const rows: Cell[][] = [
      [...few, heading, '原因说明'],
      ['A-1', 'SHIRT', 1, '', ''],
    ];
    return saved(
      bookOf(rows, (sheet) => {
        sheet[at] = cell;
      }),
    );
  };
  const day: Odd = { t: 'n', v: 46235, z: 'mmm-yy' };
  const time: Odd = { t: 'n', v: 0.334, z: 'h:mm:ss' };
  const percent: Odd = { t: 'n', v: 0.085, z: '0.0%' };
  const truth: Odd = { t: 'b', v: true };

  test.each([
    ['a day', day, 'becameDate'],
    ['a time', time, 'becameDate'],
    ['a percentage', percent, 'becamePercent'],
    ['TRUE', truth, 'becameTruth'],
  ] as const)(
    'into %s is told so in a reference, a SKU, a quantity, a serial, a waybill',
    async (_, cell, code) => {
      for (const at of ['A2', 'B2', 'C2', 'D2'])
        expect(codes(await read(withCell(at, cell)))).toEqual([`${code} ${at}`]);
      expect(codes(await read(withCell('D2', cell, '退货运单号')))).toEqual([`${code} D2`]);
      expect(codes(await read(withCell('E2', cell)))).toEqual([]);
      // Whoever knows the number says it.
      const from = (await read(withCell('D2', cell))).faults[0]?.value ?? '';
      const said = await read(withCell('D2', cell), { replace: [{ column: 'serial', from, to: 'SN-1' }] });
      expect([codes(said), lines(said)]).toMatchObject([[], [{ serial: 'SN-1' }]]);
    },
  );

  test.each([
    ['"YW"0000000', 123, 'YW0000123'],
    ['"SN"0', 77001, 'SN77001'],
    ['\\S\\N0000', 12, 'SN0012'],
    ['000-0000', 120034, '012-0034'],
    ['0000000', 12, '0000012'],
    ['#,##0', 1234567, '1234567'],
    ['0.00E+00', 352099001761481, '352099001761481'],
    ['General', 352099001761481, '352099001761481'],
    ['"¥"#,##0.00', 12345, '12345'],
  ])('a number in the format %s is what its writer sees or typed', async (z, v, serial) => {
    expect(lines(await read(withCell('D2', { t: 'n', v, z })))).toMatchObject([{ serial }]);
  });

  /** As a program writes it that leaves it to the reader to calculate. */
  const withXml = (from: RegExp, to: string) => {
    const parts = unzipSync(
      saved(
        bookOf([
          [...few, '退货运单号', '原因说明'],
          ['A-1', 'SHIRT', 1, 'JT0001112223334', 'y'],
        ]),
      ),
    );
    const path = 'xl/worksheets/sheet1.xml';
    const xml = strFromU8(parts[path] as Uint8Array);
    expect(xml).toMatch(from);
    parts[path] = strToU8(xml.replace(from, to));
    return zipSync(parts);
  };
  test.each(['D2', 'E2', 'C2'])(
    'a formula in %s without its result is a fault that names the cell',
    async (at) => {
      const file = withXml(
        new RegExp(`<c r="${at}"[^>]*>.*?</c>`),
        `<c r="${at}"><f>VLOOKUP("x",A1:B2,2,0)</f></c>`,
      );
      expect(codes(await read(file))).toEqual([`formulaWithoutValue ${at}`]);
    },
  );
  test('a formula whose result is nothing or a number is what it is', async () => {
    for (const [value, reasonText] of [
      ['<f>IF(1,"","")</f><v></v>', undefined],
      ['<f>"a"&amp;"b"</f><v>ab</v>', 'ab'],
    ] as const) {
      const sheet = await read(withXml(/<c r="E2"[^>]*>.*?<\/c>/, `<c r="E2" t="str">${value}</c>`));
      expect([codes(sheet), lines(sheet)[0]?.reasonText]).toEqual([[], reasonText]);
    }
    const count = await read(withXml(/<c r="C2"[^>]*>.*?<\/c>/, '<c r="C2"><f>1+1</f><v>2</v></c>'));
    expect(lines(count)).toMatchObject([{ quantity: 2 }]);
  });
});

describe('letters', () => {
  test('that a table of HTML writes as numbers or names are letters', async () => {
    const cells = [
      'A&#45;1',
      'SHIRT',
      '1',
      'Nguy&#7877;n Th&#x103; &#39;a&#039; caf&eacute; &lt;b&gt; &#38; &#60;i&#62; x&nbsp;y &unknown; R&D',
    ];
    const html = `<table><tr>${[...few, '原因说明'].map((name) => `<td>${name}</td>`).join('')}</tr><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`;
    const sheet = await read(Buffer.from(html));
    expect(sheet.groups[0]?.head.reference).toBe('A-1');
    expect(lines(sheet)[0]?.reasonText?.replace(/\u00a0/g, ' ')).toBe(
      "Nguyễn Thă 'a' café <b> & <i> x y &unknown; R&D",
    );
  });

  test('that became question marks are told of where somebody wrote freely', async () => {
    const rows = ['Nguy?n Th? H?ng', '?????', 'Is it broken?', '坏了？', '???', 'see http://x/a?b=1'];
    const sheet = await read(
      iconv.encode(
        [[...few, '原因说明'].join(','), ...rows.map((cell, i) => `A-${i},SHIRT,1,${cell}`)].join('\n'),
        'gbk',
      ),
    );
    expect(sheet.faults).toEqual([]);
    expect(sheet.remarks.map(({ code, at }) => `${code} ${at}`)).toEqual([
      ...['lettersMissing D2', 'lettersMissing D3', 'lettersMissing D6'],
    ]);
  });

  test('of Vietnamese in the encoding of its Windows are read', async () => {
    const names = ['Nguyễn Thị Hồng', 'Hàng bị vỡ khi vận chuyển', 'Không đúng màu', 'Đặt nhầm cỡ áo'];
    const alone = 'Order number,SKU,Return quantity,Return note\r\nA-1,SHIRT,1,Màn hình';
    const short = await read(iconv.encode(decomposed(alone), 'windows-1258'));
    expect([short.encoding, lines(short)[0]?.reasonText]).toEqual(['windows-1258', 'Màn hình']);
    const file = [
      'Order number,SKU,Return quantity,Return note',
      ...names.map((name, i) => `A-${i},SHIRT,1,${name}`),
    ].join('\r\n');
    const bytes = iconv.encode(decomposed(file), 'windows-1258');
    expect(bytes.includes(0x3f)).toBe(false);
    const sheet = await read(bytes);
    expect([sheet.encoding, sheet.faults]).toEqual(['windows-1258', []]);
    expect(lines(sheet).map(({ reasonText }) => reasonText)).toEqual(names);
  });
});

/** Vietnamese as windows-1258 has it: letters with their shape, then the tone as a sign of its own. */
const tones = '\u0300\u0301\u0303\u0309\u0323';
function decomposed(text: string): string {
  const parts = text.normalize('NFD').split(/(?=\P{M})/u);
  return parts
    .map((letter) => {
      const [base = '', ...marks] = [...letter];
      const shape = marks.filter((mark) => !tones.includes(mark));
      return (
        [base, ...shape].join('').normalize('NFC') + marks.filter((mark) => tones.includes(mark)).join('')
      );
    })
    .join('');
}

describe('signs that keep a program from counting', () => {
  test.each([["'00123"], ['`00123'], ['＇00123'], ['｀00123'], ['‘00123'], ["''00123"], ['="00123"']])(
    '%s is 00123 in a reference, a SKU, a serial; and 00123 is kept',
    async (cell) => {
      const sheet = await read(
        saved(
          bookOf([
            [...few, '序列号', '出口日期'],
            [cell, cell, "'1", cell, "'2026-08-20"],
          ]),
        ),
      );
      expect(sheet.faults).toEqual([]);
      expect(sheet.groups).toMatchObject([
        {
          head: { reference: '00123' },
          lines: [{ sku: '00123', serial: '00123', quantity: 1, exportDate: '2026-08-20' }],
        },
      ]);
    },
  );
  test('a quotation mark before what somebody wrote freely stays', async () => {
    const sheet = await read(
      saved(
        bookOf([
          [...few, '原因说明'],
          ['A-1', 'SHIRT', 1, "'broken' he said"],
        ]),
      ),
    );
    expect(lines(sheet)[0]?.reasonText).toBe("'broken' he said");
  });
});
