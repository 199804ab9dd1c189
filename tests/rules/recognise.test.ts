import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mintCode } from '../../server/identifiers/code.ts';
import { readDigitalLink } from '../../server/identifiers/digital-link.ts';
import { readElementStrings } from '../../server/identifiers/gs1.ts';
import { recognise } from '../../server/identifiers/recognise.ts';

const GS = '\u001d';
const gtin = '06901234567892';
const kinds = (text: string) => recognise(text).map(({ kind }) => kind);

describe('a GS1 element string', () => {
  const all = `01${gtin}17261231` + `10LOT-7${GS}21SN/1` + `${GS}30144`;
  test.each(['', ']d2', ']C1', ']Q3', GS, `]d2${GS}`])('is read the same after "%s"', (before) => {
    expect(readElementStrings(before + all)).toMatchObject({
      ...{ gtin, expiry: '2026-12-31', lot: 'LOT-7', serial: 'SN/1', count: 144 },
    });
  });
  test('is read when the scanner writes | or ~ for the separator, or a person types brackets', () => {
    for (const sign of ['|', '~'])
      expect(readElementStrings(all.replaceAll(GS, sign))).toEqual(readElementStrings(all));
    expect(readElementStrings(`(01)${gtin}(21)SN/1`)).toMatchObject({ gtin, serial: 'SN/1' });
    expect(readElementStrings(`(01) ${gtin} (21) SN/1`)).toMatchObject({ gtin, serial: 'SN/1' });
  });
  test('names what it knows', () => {
    expect(readElementStrings(']C100106141411234567897')).toMatchObject({ sscc: '106141411234567897' });
    expect(readElementStrings(`]C102${gtin}3712`)).toMatchObject({ containedGtin: gtin, count: 12 });
    expect(readElementStrings(`]d211260200400PO-9${GS}240X`)).toMatchObject({
      ...{ producedOn: '2026-02-28', orderNumber: 'PO-9', additionalId: 'X' },
    });
    expect(readElementStrings('4146901234000009')).toMatchObject({ gln: '6901234000009' });
    expect(readElementStrings(`800306901234000016T1${GS}8004690123X`)).toMatchObject({
      ...{ grai: '06901234000016T1', giai: '690123X' },
    });
    expect(readElementStrings(`]d201${gtin}8040490154203237518${GS}21A`)).toMatchObject({
      ...{ imei: '490154203237518', serial: 'A' },
    });
    expect(readElementStrings(`]C13103001500${GS}10A`)?.elements).toEqual([
      { ai: '3103', value: '001500' },
      { ai: '10', value: 'A' },
    ]);
  });
  test.each([
    ['a wrong check digit', `]d20106901234567891`],
    ['an identifier that does not exist', `]d201${gtin}05X`],
    ['a value that is too long', `]d201${gtin}21${'A'.repeat(21)}`],
    ['a value that is too short', ']d2010690123'],
    ['an empty value', `]d201${gtin}21`],
    ['a day that does not exist', `]d201${gtin}17260230`],
    ['a sign that GS1 does not allow', `]d201${gtin}21序列`],
    ['two values for one identifier', `]d221A${GS}21B`],
    ['letters in a count', `]d23012A`],
    ['nothing', ''],
    ['only a symbology identifier', ']d2'],
    ['digits that prove nothing', '10ABC123'],
    ['an unclosed bracket', '(01069'],
  ])('is none with %s', (_, text) => expect(readElementStrings(text)).toBeUndefined());
});

describe('a Digital Link', () => {
  test('is read from its path and its question', () => {
    expect(readDigitalLink(`https://id.example/01/${gtin}/10/LOT/21/S%2F1?17=271231&utm=x`)).toMatchObject({
      ...{ gtin, lot: 'LOT', serial: 'S/1', expiry: '2027-12-31' },
    });
    expect(readDigitalLink('https://id.gs1.org/00/106141411234567897')?.sscc).toBe('106141411234567897');
    expect(readDigitalLink('HTTPS://brand.example/some/path/01/6901234567892/21/1')?.gtin).toBe(gtin);
  });
  test.each([
    `https://id.example/01/06901234567891`,
    `https://id.example/01/${gtin}/21/1/10/LOT`,
    `https://id.example/01/${gtin}/21`,
    `https://id.example/00/106141411234567897/21/1`,
    `https://id.example/01/${gtin}/21/%E0%A4%A`,
    `https://id.example/constructor/x`,
    'https://id.example/',
    `ftp://id.example/01/${gtin}`,
    'no address',
  ])('%s is none', (url) => expect(readDigitalLink(url)).toBeUndefined());
});

describe('what a scan may be', () => {
  test('our own code, also at the end of an address', () => {
    const code = mintCode('shipment', randomBytes);
    expect(recognise(code.toLowerCase())[0]).toEqual({ kind: 'code', of: 'shipment', code });
    expect(recognise(`https://hub.example/u/${code}`)).toEqual([
      { kind: 'code', of: 'shipment', code },
      { kind: 'freeText', text: `https://hub.example/u/${code}` },
    ]);
  });
  test.each<[string, string[]]>([
    ['A-01-02-3', ['location', 'waybill', 'freeText']],
    ['ab-12', ['location', 'freeText']],
    ['6901234567892', ['gtin', 'waybill', 'freeText']],
    [']E06901234567892', ['gtin', 'waybill', 'freeText']],
    ['96385074', ['gtin', 'waybill', 'freeText']],
    ['490154203237518', ['imei', 'waybill', 'freeText']],
    ['06901234567892', ['gtin', 'imei', 'waybill', 'freeText']],
    ['0106901234567892', ['gs1', 'imei', 'waybill', 'freeText']],
    [`]d20106901234567892${GS}21X`, ['gs1', 'freeText']],
    [`https://id.example/01/${gtin}/21/7`, ['digitalLink', 'freeText']],
    ['https://shop.example/?q=1', ['freeText']],
    ['RB123456785GB', ['waybill', 'freeText']],
    ['SF1234567890123', ['waybill', 'freeText']],
    ['蓝色 耳机', ['freeText']],
    ['[note] blue', ['freeText']],
  ])('%j: %j', (text, expected) => expect(kinds(text)).toEqual(expected));

  test('loses control and invisible characters and full width, not the separators of GS1', () => {
    expect(recognise('\u0002６９０１２３４５６７８９２\u0003\r\n')[0]).toEqual({ kind: 'gtin', gtin });
    expect(recognise('\ufeffA－０１－０２\u200b')[0]).toEqual({ kind: 'location', location: 'A-01-02' });
    expect(recognise(`]d201${gtin}10L${GS}21S\u0000`)[0]).toMatchObject({ data: { lot: 'L', serial: 'S' } });
  });

  test.each([
    ['', 'empty'],
    [' \t\u0000\u001d\r\n', 'empty'],
    ['x'.repeat(500), 'too long'],
    ['1'.repeat(100_000), 'too long'],
    ['{"id":1}', 'data of another program'],
    ['{"id":', 'data of another program'],
    ['[1,2]', 'data of another program'],
    ['[{"a":1}]', 'data of another program'],
    ['<svg onload="x">', 'data of another program'],
    ['<?xml version="1.0"?>', 'data of another program'],
    ['{}', 'data of another program'],
    ['{ \n "id"', 'data of another program'],
    ['[]', 'data of another program'],
    ['[ {', 'data of another program'],
    ['[["A"]]', 'data of another program'],
    ['[ -12.50 ,', 'data of another program'],
    ['[7]', 'data of another program'],
    ['<!DOCTYPE html>', 'data of another program'],
    ['</SVG>', 'data of another program'],
  ])('cannot be said of %j', (text, why) => {
    expect(recognise(text)).toEqual([{ kind: 'unreadable', why }]);
  });

  test.each([
    ...[
      '{id}',
      '{',
      '[',
      '[-]',
      '[-,',
      '[A,B]',
      '[1-2]',
      '[1 x]',
      '<3',
      '<',
      '< a>',
      'a {"id":1}',
      'a [1]',
      'a <b>',
    ],
    ...['-1,', '1.5]', 'x'.repeat(499), ` ${'x'.repeat(499)}\n`],
  ])('is a text of its own: %j', (text) => {
    expect(recognise(text).at(-1)).toEqual({ kind: 'freeText', text: text.trim() });
  });

  test.each([...['A-1', 'ABC-123-456-789-012', 'Z-0']])(
    'is a place of one to four numbers after its letters: %s',
    (location) => {
      expect(recognise(location.toLowerCase())[0]).toEqual({ kind: 'location', location });
      for (const other of [
        `1${location}`,
        `${location}X`,
        `${location}-`,
        `-${location}`,
        `${location}-1234`,
      ])
        expect(kinds(other), other).not.toContain('location');
    },
  );
  test.each(['A', 'ABCD-1', 'A-1234', 'A-1-2-3-4-5', 'A1-2', 'A--1', '1-2', 'A-B'])(
    'is no place: %s',
    (text) => expect(kinds(text)).not.toContain('location'),
  );

  test('is told with all that was read', () => {
    const text = 'SF1234567890123';
    expect(recognise(text)).toEqual([
      { kind: 'waybill', waybill: text, carriers: ['SF'] },
      { kind: 'freeText', text },
    ]);
    expect(recognise('4901542032375107')).toContainEqual({
      ...{ kind: 'imei', imei: '490154203237518', softwareVersion: '07' },
    });
    const url = `https://id.example/01/${gtin}/10/L`;
    expect(recognise(url)[0]).toMatchObject({ kind: 'digitalLink', url, data: { gtin, lot: 'L' } });
    expect(recognise(`01${gtin}`)[0]).toMatchObject({ kind: 'gs1', data: { gtin } });
  });

  test('loses the three signs with which a scanner names the symbol, only where it names one', () => {
    expect(recognise(']C1蓝色')).toEqual([{ kind: 'freeText', text: '蓝色' }]);
    for (const text of ['蓝]C1', ']C蓝', ']11蓝', 'C1蓝', ']é1蓝'])
      expect(recognise(text)).toEqual([{ kind: 'freeText', text }]);
    expect(recognise(']Q3')).toEqual([{ kind: 'unreadable', why: 'empty' }]);
  });

  test('keeps its words apart where it loses line ends, and nothing else in between', () => {
    expect(recognise('蓝\r\n\t色').at(-1)).toEqual({ kind: 'freeText', text: '蓝 色' });
    expect(recognise('蓝\u0000\u007f\u200d\ud800色').at(-1)).toEqual({ kind: 'freeText', text: '蓝色' });
    expect(recognise(`蓝${GS}色`)).toEqual([{ kind: 'freeText', text: '蓝色' }]);
  });

  test('is always said, whatever was scanned', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 600 }),
      fc.string({ unit: fc.constantFrom(...'0123456789()]dC12Q3-/|~%:AZ', GS), maxLength: 80 }),
      fc.webUrl({ withQueryParameters: true }),
      fc.json(),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const found = recognise(text);
        expect(['freeText', 'unreadable']).toContain(found.at(-1)?.kind);
        expect(JSON.stringify(found)).toBe(JSON.stringify(recognise(text)));
      }),
      { numRuns: 3_000 },
    );
  });
});
