import { describe, expect, test } from 'vitest';
import { codeKinds, mod37Character, readCode } from '../../server/identifiers/code.ts';
import { readCustomsNumber, readCustomsRegistration } from '../../server/identifiers/customs-numbers.ts';
import { gs1CheckDigit, gs1CheckFits, readGtin } from '../../server/identifiers/gtin.ts';
import { halfWidth } from '../../server/identifiers/half-width.ts';
import { imeiCheckDigit, readImei } from '../../server/identifiers/imei.ts';
import { readSerial } from '../../server/identifiers/serial.ts';
import { readUscc, usccCheckCharacter } from '../../server/identifiers/uscc.ts';
import { isS10, readWaybill, s10CheckDigit, suggestCarriers } from '../../server/identifiers/waybill.ts';

interface Form {
  readonly what: string;
  /** What is stored for it, undefined when it is none. */
  readonly read: (text: string) => string | undefined;
  /** The shortest, the longest, and what else may go wrong at an edge. */
  readonly fits: readonly string[];
  readonly none: readonly string[];
  /** Signs that make it another thing, before it and behind it. */
  readonly beside: string;
}
const declaration = '531620260123456789';
const code = 'G1234567';
const ours = `${code}8${mod37Character(`${code}8`)}`;
const forms: readonly Form[] = [
  {
    what: 'a GTIN',
    read: readGtin,
    fits: ['00000096385074', '00036000291452', '06901234567892', '16901234567899', '00000000000130'],
    none: ['0', '96385', '1234565', '036000291', '0123456789012343'],
    beside: 'A/.5',
  },
  {
    what: 'an IMEI',
    read: (text) => readImei(text)?.imei,
    fits: ['490154203237518', '260531793113837', '111111111111119'],
    none: ['4901542032375', '49015420323751900', '222222222222222'],
    beside: 'A.#',
  },
  {
    what: 'a 统一社会信用代码',
    read: (text) => readUscc(text)?.uscc,
    fits: ['91350100M000100Y43', '51420000MJH200408C'],
    none: ['A', '91350100M000100Y'],
    beside: 'A0/中',
  },
  {
    what: 'a customs number',
    read: (text) => readCustomsNumber(text)?.number,
    fits: [declaration, '49212020I046118061', '49212020E046118061', 'B20201208796651782'],
    none: [
      '4921202AI046118061',
      '49212020I04611806X',
      'C20201208796651782',
      'B2020120879665178X',
      '492120I20046118061',
    ],
    beside: 'AB05/',
  },
  {
    what: 'an enterprise at customs',
    read: readCustomsRegistration,
    fits: ['430166K046', '4301ABCDEZ', '4601000000'],
    none: ['4301', '430A66K046', '430166K04_', '430166K04中'],
    beside: 'A0/',
  },
  {
    what: 'a serial number',
    read: (text) => readSerial(text),
    fits: ['0ABZ', '9---', `A${'-'.repeat(39)}`, 'Z9Z9', 'A_/%'],
    none: ['ABZ', `A${'0'.repeat(40)}`, '----', '?'],
    beside: '#$中',
  },
  {
    what: 'a waybill number',
    read: readWaybill,
    fits: ['A-Z0-9', '000000', `${'A'.repeat(39)}0`, '-----1'],
    none: ['12345', `${'A'.repeat(40)}0`, 'ABCDEF', '------', '12345_', '12345/6', '12345.6'],
    beside: '_/.中',
  },
  {
    what: 'one of our codes',
    read: (text) => readCode(text)?.code,
    fits: [ours],
    none: ['G', ours.slice(0, 9), ours.slice(1), `A${ours.slice(1)}`],
    beside: 'G0/_中',
  },
];

describe.each(forms)('$what', ({ read, fits, none, beside }) => {
  test('is kept as it is from the shortest to the longest, and read however it is spaced', () => {
    for (const text of fits) {
      expect(read(text), text).toBe(text);
      expect(read(` ${text.slice(0, 2)}  ${text.slice(2)}\n`)).toBe(text);
      expect(read(text.toLowerCase())).toBe(text);
      const wide = (sign: string) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0);
      expect(read([...text].map(wide).join('　'))).toBe(text);
    }
  });
  test('is none beyond, nor with a sign more before it or behind it', () => {
    const spoilt = fits.flatMap((text) => [...beside].flatMap((sign) => [sign + text, text + sign]));
    for (const text of [...none, ...spoilt]) expect(read(text), text).toBeUndefined();
  });
});

test.each([
  ['GTIN', readGtin('690-1234-567892')],
  ['IMEI', readImei('49-015420-323751-8')?.imei],
  ['credit code', readUscc('91350100-M000100Y4-3')?.uscc],
  ['customs number', readCustomsNumber('4921-2020-I-046118061')?.number],
  ['enterprise', readCustomsRegistration('4301-66K046')],
  ['code', readCode(`${ours.slice(0, 5)}-${ours.slice(5, 7)}-${ours.slice(7)}`)?.code],
])('hyphens between its parts do not change a %s', (_, stored) => {
  expect(stored).toMatch(/^[0-9A-Z]{10,18}$/);
});

test('full width becomes ASCII from the first sign to the last, and nothing else does', () => {
  expect(halfWidth('！～０９ＡＺａｚ　－')).toBe('!~09AZaz -');
  expect(halfWidth('\uff00\uff5f归 aZ、')).toBe('\uff00\uff5f归 aZ、');
});

test('the kind of a code is its first letter', () => {
  const letters = { item: 'G', returnOrder: 'R', ticket: 'T', shipment: 'S', consignment: 'C', parcel: 'P' };
  expect(codeKinds).toEqual(letters);
  for (const [kind, letter] of Object.entries(letters)) {
    const bodies = Array.from({ length: 9 }, (_, i) => `${letter}1234567${i}`);
    const known = bodies.map((body) => body + mod37Character(body)).filter((one) => !/[ILOU]$/.test(one));
    for (const one of known) expect(readCode(one)).toEqual({ kind, code: one });
  }
});

describe('check digits', () => {
  test('of GS1 weigh by 3 and 1 from the right', () => {
    expect(['1', '01', '5', '4', '10', '0000'].map(gs1CheckDigit)).toEqual(['7', '7', '5', '8', '9', '0']);
    expect(['17', '55', '00', '7', '', 'A7', '17x'].map(gs1CheckFits)).toEqual([
      ...[true, true, true, false, false, false, false],
    ]);
  });
  // 3GPP TS 23.003, annex B: every second digit is doubled, the digits of what comes out are added.
  test('of an IMEI double every second digit', () => {
    const second = (digit: number) => imeiCheckDigit(`0${digit}${'0'.repeat(12)}`);
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(second)).toEqual([...'0864297531']);
    expect(imeiCheckDigit('1'.padEnd(14, '0'))).toBe('9');
    expect(imeiCheckDigit('0'.repeat(13).concat('1'))).toBe('8');
  });
  // UPU S10: 8 6 4 2 3 5 9 7 taken from 11; 10 is written 0, 11 is written 5.
  test('of a post weigh each place by its own weight', () => {
    const one = (place: number) => s10CheckDigit('0'.repeat(place).concat('1').padEnd(8, '0'));
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(one)).toEqual([...'35798624']);
    expect(s10CheckDigit('00000000')).toBe('5');
    expect(s10CheckDigit('00004000')).toBe('0');
    expect(s10CheckDigit('12345678')).toBe('5');
  });
  test('of a credit code need the first 17 characters, no more and no fewer', () => {
    expect(usccCheckCharacter('91350100M000100Y4')).toBe('3');
    for (const text of [
      '91350100M000100Y43',
      '091350100M000100Y4',
      '91350100M000100Y',
      '9135010AM000100Y4',
      'I1350100M000100Y4',
    ])
      expect(() => usccCheckCharacter(text)).toThrow(/first 17 characters/);
  });
  // GB 11714-1997: 11 less the remainder; 10 is written X, 11 is written 0.
  test('of an organisation are X and 0 beyond 9', () => {
    const fits = (organisation: string) => {
      const first17 = `91350100${organisation}`;
      return readUscc(first17 + usccCheckCharacter(first17))?.organisationCodeFits;
    };
    for (const code of ['MJH23339X', '000000000', '000000019', '100000008'])
      expect(fits(code), code).toBe(true);
    for (const code of ['MJH233390', '00000000X', '000000010', '100000009'])
      expect(fits(code), code).toBe(false);
  });
});

describe('a carrier', () => {
  test.each([
    ['SF', ['SF1234567890123']],
    ['YTO', ['YT1234567890123']],
    ['JT', ['JT1234567890123', 'JX1234567890', 'JXY123456789012']],
    ['SPX', ['SPX12345678', 'SPXTH1234567890123456']],
    ['FLASH', ['TH0123456789', 'TH01234567ABCDEFGZ']],
    ['JD', ['JD012345678Z', 'JD0123456789ABCDEFGZ']],
    ['ZTO', ['712345678901', '712345678901234']],
  ])('%s is suggested for its own numbers, not for longer or shorter ones', (carrier, numbers) => {
    for (const number of numbers) {
      expect(suggestCarriers(number), number).toEqual([carrier]);
      expect(suggestCarriers(`0${number}`), number).toEqual([]);
    }
    const others = [numbers[0]?.slice(0, -1), `${numbers.at(-1)}1`, `${numbers.at(-1)}_`];
    for (const number of others) expect(suggestCarriers(number ?? '')).not.toContain(carrier);
  });
  test('that is likelier comes first, the post before all', () => {
    expect(suggestCarriers('JD1234567890')).toEqual(['JT', 'JD']);
    expect(suggestCarriers('RB123456785TH')).toEqual(['POST-TH']);
    expect(suggestCarriers('RB123456786TH')).toEqual([]);
  });
  test('of the post is known by two letters on either side of nine digits', () => {
    expect(isS10('RB123456785GB')).toBe(true);
    for (const text of [
      'XRB123456785GB',
      'RB123456785GBX',
      'R1123456785GB',
      'RB123456785G1',
      'RB12345678GB',
      '',
    ])
      expect(isS10(text), text).toBe(false);
  });
});
