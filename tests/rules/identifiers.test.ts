import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mintCode } from '../../server/identifiers/code.ts';
import { readCustomsNumber, readCustomsRegistration } from '../../server/identifiers/customs-numbers.ts';
import { gs1CheckDigit, gs1CheckFits, readGtin, readUpcE } from '../../server/identifiers/gtin.ts';
import { readImei } from '../../server/identifiers/imei.ts';
import { fitsPattern, readSerial, readSerialPattern } from '../../server/identifiers/serial.ts';
import { readUscc, usccCheckCharacter } from '../../server/identifiers/uscc.ts';
import { isS10, readWaybill, suggestCarriers } from '../../server/identifiers/waybill.ts';
import { vectors } from './vectors.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''));

describe('a GTIN', () => {
  test.each(vectors.gtin.valid)('%s is one, and kept in 14 digits', (gtin) => {
    expect(readGtin(gtin)).toBe(gtin.padStart(14, '0'));
  });
  test.each([...vectors.gtin.invalid, '', '0000000000000', '690123456789', 'ABCDEFGH', '069012345678920'])(
    '"%s" is none',
    (text) => expect(readGtin(text)).toBeUndefined(),
  );
  test('of 8 and 12 digits is one too, typed with spaces or in full width', () => {
    expect(readGtin('96385074')).toBe('00000096385074');
    expect(readGtin('0 36000 29145 2')).toBe('00036000291452');
    expect(readGtin('６９０１２３４５６７８９２')).toBe('06901234567892');
  });
  test.each([...vectors.sscc.valid, ...vectors.gln.valid, ...vectors.graiBody13.valid])(
    'shares its check digit with SSCC, GLN and GRAI: %s',
    (number) => expect(gs1CheckFits(number)).toBe(true),
  );
  test.each([...vectors.sscc.invalid, ...vectors.gln.invalid, ...vectors.graiBody13.invalid])(
    'whose check digit does not fit is refused: %s',
    (number) => expect(gs1CheckFits(number)).toBe(false),
  );
  test.each([
    ['01234505', '012000003455'],
    ['04252614', '042100005264'],
    ['01234536', '012300000451'],
    ['02345147', '023450000017'],
    ['04567840', '045670000080'],
    ['12345670', '123456000070'],
  ])('is behind the UPC-E %s: %s', (short, gtin) => {
    // The check digit of the short form is that of the long one.
    const upcE = short.slice(0, 7) + gs1CheckDigit(gtin.slice(0, 11));
    expect(readUpcE(upcE)).toBe(`00${gtin.slice(0, 11)}${upcE.at(-1)}`);
    expect(readUpcE(short.slice(0, 7) + ((Number(upcE.at(-1)) + 1) % 10))).toBeUndefined();
  });
  test.each(['21234565', '0123456', '00000000', 'A1234565'])('is behind no UPC-E "%s"', (text) => {
    expect(readUpcE(text)).toBeUndefined();
  });
  test('with one wrong digit is noticed', () => {
    fc.assert(
      fc.property(digits(12), fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, place, shift) => {
        const gtin = body + gs1CheckDigit(body);
        const wrong = (Number(gtin[place]) + shift) % 10;
        return readGtin(gtin.slice(0, place) + wrong + gtin.slice(place + 1)) === undefined;
      }),
    );
  });
});

describe('an IMEI', () => {
  test.each(vectors.imei.valid)('%s is one', (imei) => {
    expect(readImei(imei)).toEqual({ imei });
    expect(readImei(imei.slice(0, 14))).toEqual({ imei });
    expect(readImei(`${imei.slice(0, 14)}07`)).toEqual({ imei, softwareVersion: '07' });
    expect(readImei(`${imei} 07`)).toEqual({ imei, softwareVersion: '07' });
    expect(readImei(`${imei.slice(0, 8)}/${imei.slice(8, 14)}-${imei.slice(14)}`)).toEqual({ imei });
  });
  test.each([...vectors.imei.invalid, '000000000000000', '11111111111111', '2605317931138', 'no phone', ''])(
    '"%s" is none',
    (text) => expect(readImei(text)).toBeUndefined(),
  );
});

describe('a 统一社会信用代码', () => {
  test.each(vectors.uscc.valid)('%s is one, its organisation code too', (uscc) => {
    expect(readUscc(uscc)).toEqual({ uscc, organisationCodeFits: true });
    expect(readUscc(` ${uscc.toLowerCase()} `)?.uscc).toBe(uscc);
    expect(usccCheckCharacter(uscc.slice(0, 17))).toBe(uscc[17]);
  });
  test.each([...vectors.uscc.invalid, '', '91350100M000100Y4', '91350100M000100Y433', '9135O100M000100Y43'])(
    '"%s" is none',
    (text) => expect(readUscc(text)).toBeUndefined(),
  );
  test.each(vectors.orgCode9.valid)('holds the organisation code %s, checked by its own rule', (code) => {
    const uscc = vectors.uscc.valid.find((valid) => valid.slice(8, 17) === code) ?? '';
    expect(readUscc(uscc)?.organisationCodeFits).toBe(true);
  });
  test('whose organisation code does not fit is kept, and says so', () => {
    const first17 = '91350100M000100Y5';
    expect(readUscc(first17 + usccCheckCharacter(first17))?.organisationCodeFits).toBe(false);
  });
  test('cannot be computed from something else', () => {
    expect(() => usccCheckCharacter('SIX')).toThrow(RangeError);
  });
  test('with one wrong character is noticed', () => {
    const signs = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    fc.assert(
      fc.property(
        fc.constantFrom(...vectors.uscc.valid),
        fc.nat(17),
        fc.constantFrom(...signs),
        (uscc, at, sign) => {
          fc.pre(uscc[at] !== sign);
          return readUscc(uscc.slice(0, at) + sign + uscc.slice(at + 1)) === undefined;
        },
      ),
    );
  });
});

describe('a waybill number', () => {
  test.each(vectors.s10.valid)('%s belongs to a post', (number) => {
    expect(isS10(number)).toBe(true);
    expect(suggestCarriers(number)[0]).toBe(`POST-${number.slice(-2)}`);
  });
  test.each(vectors.s10.invalid)('%s has the form of a post but not its check digit', (number) => {
    expect(isS10(number)).toBe(false);
    expect(readWaybill(number)).toBe(number);
  });
  test('is kept in upper case without spaces, known carrier or not', () => {
    expect(readWaybill(' sf 1234 5678 90123 ')).toBe('SF1234567890123');
    expect(readWaybill('xyz-000-1')).toBe('XYZ-000-1');
    expect(suggestCarriers('XYZ-000-1')).toEqual([]);
  });
  test.each(['', '12345', 'A'.repeat(41), 'ABCDEFG', '123456/7', '快递1234567'])('"%s" is none', (text) => {
    expect(readWaybill(text)).toBeUndefined();
  });
  test('suggests the carriers whose numbers look like it, the likelier first', () => {
    expect(suggestCarriers('SF1234567890123')).toEqual(['SF']);
    expect(suggestCarriers('YT1234567890123')).toEqual(['YTO']);
    expect(suggestCarriers('JD1234567890')).toEqual(['JT', 'JD']);
    const own = [
      { carrier: 'SLOW', pattern: /^X\d+$/, priority: 1 },
      { carrier: 'FAST', pattern: /^X\d+$/, priority: 2 },
    ];
    expect(suggestCarriers('X123456', own)).toEqual(['FAST', 'SLOW']);
  });
});

describe('a serial number', () => {
  test('is kept in upper case, its letters as they were read', () => {
    expect(readSerial(' f2lo0-1ab ')).toBe('F2LO0-1AB');
  });
  test.each([
    ['AB_CD/1', 'AB_CD/1'],
    ['-ABCD', '-ABCD'],
    ['a.b+c=1', 'A.B+C=1'],
    ['A'.repeat(40), 'A'.repeat(40)],
    ['7', '7'],
    ['Ｓ／Ｎ：ＡＢ１２３', 'AB123'],
    ['SN: ab 123', 'AB123'],
    ['S/N ab123', 'AB123'],
    ['Serial No.: AB123', 'AB123'],
    ['序列号：AB123', 'AB123'],
    ['出厂编号 AB123', 'AB123'],
    ['S/N IMEI: 49-015420-323751-8', '490154203237518'],
    ['(21)AB123', 'AB123'],
    ['SN-4711', 'SN-4711'],
    ['SNAB123', 'SNAB123'],
    ['49 015420 323751 8', '490154203237518'],
    ['490154203237518/07', '490154203237518'],
    ['IMEI1:490154203237518', '490154203237518'],
    ['IMEI 260531793113837', '260531793113837'],
    ['IMEI 2：490154203237518', '490154203237518'],
    ['IMEI/SV 4901542032375107', '490154203237518'],
    ['串号：49015420323751', '490154203237518'],
    ['4901542032375107', '4901542032375107'],
    ['490154203237519', '490154203237519'],
  ])('"%s" is %s', (text, serial) => expect(readSerial(text)).toBe(serial));
  test.each([
    ...['', 'abc', '-', 'N/A', 'A'.repeat(41), '蓝色耳机', 'A#B1', 'SN:', 'IMEI:490154203237519'],
    ...['IMEI 12', 'https://example.com/1', '(01)06901234567892(21)X1', mintCode('item', randomBytes)],
  ])('"%s" is none', (text) => expect(readSerial(text)).toBeUndefined());

  test('has the form that its product gives it', () => {
    const fits = (serial: string, pattern: string) => fitsPattern(serial, readSerialPattern(pattern) ?? '');
    expect([fits('BW12345678', 'bw########'), fits('BW1234567', 'BW########')]).toEqual([true, false]);
    expect([fits('BWX2345678', 'BW########'), fits('BW123456789', 'BW########')]).toEqual([false, false]);
    expect([fits('AB1', '@$# | XX'), fits('AZ9', '@$#'), fits('XX', '@$# | XX'), fits('1B1', '@$#')]).toEqual(
      [true, true, true, false],
    );
    expect([fits('490154203237518', 'IMEI'), fits('490154203237519', 'IMEI'), fits('IMEI', 'IMEI')]).toEqual([
      true,
      false,
      false,
    ]);
  });
  test.each(['', '|', 'A||B', '^\\d+$', '字##', 'A'.repeat(41)])('%j is no serial format', (pattern) => {
    expect(readSerialPattern(pattern)).toBeUndefined();
  });
});

describe('a customs number', () => {
  test.each(vectors.customsList.valid)('%s is a retail list', (number) => {
    expect(readCustomsNumber(number)).toEqual({ type: 'list', number, direction: 'import' });
  });
  test.each(vectors.preNo.valid)('%s is a preliminary list number', (number) => {
    expect(readCustomsNumber(number)).toEqual({ type: 'preliminaryList', number });
  });
  test('of a declaration says its direction, however it is written', () => {
    expect(readCustomsNumber('5316 2026 0 123456789')).toMatchObject({
      type: 'declaration',
      direction: 'export',
    });
    expect(readCustomsNumber('531620261123456789')).toMatchObject({
      type: 'declaration',
      direction: 'import',
    });
    expect(readCustomsNumber('53162026e123456789')).toMatchObject({ type: 'list', direction: 'export' });
  });
  test.each(['', '531620262123456789', '53162026X123456789', '5316202601234567', 'B2020120879665178'])(
    '"%s" is none',
    (text) => expect(readCustomsNumber(text)).toBeUndefined(),
  );
  test.each(vectors.customsReg10.valid)('%s is an enterprise at customs', (code) => {
    expect(readCustomsRegistration(code)).toBe(code);
  });
  test('of an enterprise has ten characters', () => {
    expect(readCustomsRegistration('43016-K046')).toBeUndefined();
    expect(readCustomsRegistration('A30166K046')).toBeUndefined();
  });
});
