import { describe, expect, test } from 'vitest';
import { readElementStrings } from '../../server/identifiers/gs1.ts';
import { applicationIdentifier } from '../../server/identifiers/gs1-dictionary.ts';
import { gs1Date } from '../../server/identifiers/gs1-value.ts';
import { type Example, endsByItself, needsSeparator, oneByOne } from './gs1-examples.ts';

const examples = [...endsByItself, ...needsSeparator];
const GS = '\u001d';
const gtin = '06901234567892';
const read = (text: string) => readElementStrings(text)?.elements.map(({ ai, value }) => `(${ai})${value}`);
const taken = (ai: string, value: string) => read(`]d2${ai}${value}`)?.[0] === `(${ai})${value}`;
const validOf = ({ shortest, longest, also = [] }: Example) => [shortest, ...also, longest];

test('the identifiers that GS1 assigns are known, and no others', () => {
  const numbers = [1, 2, 3, 4, 5].flatMap((length) =>
    Array.from({ length: 10 ** length }, (_, n) => String(n).padStart(length, '0')),
  );
  const known = numbers.filter((ai) => applicationIdentifier(ai));
  expect(known.sort()).toEqual(examples.flatMap(({ of }) => oneByOne(of)).sort());
});

describe.each(examples)('the value of $of', (example) => {
  const { shortest, longest, digits, wrong = [] } = example;
  const each = oneByOne(example.of);

  test('is read as it was written', () => {
    for (const ai of each)
      for (const value of validOf(example)) expect(read(`]d2${ai}${value}`), ai).toEqual([`(${ai})${value}`]);
  });
  test('is refused when it is shorter, longer or something else', () => {
    const bare = [shortest.slice(0, -1), `${longest}1`, ...wrong];
    for (const ai of each) for (const value of bare) expect(taken(ai, value), `${ai} ${value}`).toBe(false);
  });
  test('has digits where digits belong, and nowhere a sign that GS1 lacks', () => {
    const numeric = digits === 'all' ? longest.length : digits;
    const [ai = ''] = each;
    for (let at = 0; at < longest.length; at++) {
      const odd = longest.slice(0, at) + (at < numeric ? 'A' : '{é'[at % 2]) + longest.slice(at + 1);
      expect(taken(ai, odd), `${ai} ${odd}`).toBe(false);
    }
  });
});

test('what has a length of its own is followed at once by the next, the rest by a separator', () => {
  const next = `(10)LOT`;
  for (const { of, longest } of endsByItself)
    for (const ai of oneByOne(of))
      expect(read(`]d2${ai}${longest}10LOT`)).toEqual([`(${ai})${longest}`, next]);
  for (const { of, longest } of needsSeparator)
    for (const ai of oneByOne(of).filter((one) => one !== '10')) {
      expect(read(`]d2${ai}${longest}${GS}10LOT`), ai).toEqual([`(${ai})${longest}`, next]);
      expect(read(`]d2${ai}${longest}10LOT`), ai).toBeUndefined();
    }
});

test('a text holds 82 signs, a part number 39 of them, a signature those of base64url', () => {
  const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
  const allowed = (ai: string) =>
    ascii.filter((sign) => !'|~'.includes(sign) && taken(ai, `A${sign}A`)).join('');
  const [capitals, digits] = ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', '0123456789'];
  const text = `!"%&'()*+,-./${digits}:;<=>?${capitals}_${capitals.toLowerCase()}`;
  expect(allowed('10')).toBe(text);
  expect(text).toHaveLength(82);
  expect(allowed('8010')).toBe(`#-/${digits}${capitals}`);
  expect(allowed('8030')).toBe(`-${digits}=${capitals}_${capitals.toLowerCase()}`);
});

test.each([
  ['260131', '2026-01-31'],
  ['261231', '2026-12-31'],
  ['260200', '2026-02-28'],
  ['280200', '2028-02-29'],
  ['260400', '2026-04-30'],
  ['260109', '2026-01-09'],
  ['280229', '2028-02-29'],
  ['991201', '2099-12-01'],
  ['260229', undefined],
  ['260001', undefined],
  ['261301', undefined],
  ['260431', undefined],
])('the date %s is %s; day 00 is the end of its month', (yymmdd, day) => expect(gs1Date(yymmdd)).toBe(day));

test('each name of the trade comes from its own identifier', () => {
  expect(
    readElementStrings(
      `]d200106141411234567897` +
        `01${gtin}02${gtin}11260101` +
        `15260202` +
        `17260303` +
        `4146901234000009` +
        `10L${GS}21S${GS}240A${GS}400O${GS}37012${GS}8003${`0${'6901234000009'}T`}${GS}8004G${GS}` +
        `8040490154203237518${GS}8041260531793113837`,
    ),
  ).toEqual({
    elements: expect.any(Array),
    ...{ sscc: '106141411234567897', gtin, containedGtin: gtin, gln: '6901234000009' },
    ...{ producedOn: '2026-01-01', bestBefore: '2026-02-02', expiry: '2026-03-03' },
    ...{ lot: 'L', serial: 'S', additionalId: 'A', orderNumber: 'O', count: 12 },
    ...{ grai: '06901234000009T', giai: 'G', imei: '490154203237518', imei2: '260531793113837' },
  });
});

test('what was not said has no name, and the pieces inside count before those beside', () => {
  expect(readElementStrings(']d210L')).toEqual({ elements: [{ ai: '10', value: 'L' }], lot: 'L' });
  expect(readElementStrings(`]d2307${GS}3712`)?.count).toBe(12);
  expect(readElementStrings(']d2307')?.count).toBe(7);
});

test('the same said twice is no contradiction, and neither is a separator too many', () => {
  const twice = { lot: 'L', elements: [{ value: 'L' }, { value: 'L' }] };
  expect(readElementStrings(`]d210L${GS}${GS}10L${GS}`)).toMatchObject(twice);
  expect(readElementStrings('(10)L(10)L')).toMatchObject(twice);
});

test.each([']C1', ']d2', ']Q3', ']e0', ']e1', ']e2', ']J1'])('%s says that GS1 data follow', (symbology) => {
  expect(read(`${symbology}10L`)).toEqual(['(10)L']);
});
test.each([']C0', ']C2', ']d1', ']Q1', ']A0', ']J0', 'x]d2', ']d2]d2', ']e', ''])(
  '"%s" does not say so',
  (symbology) => expect(read(`${symbology}10L`)).toBeUndefined(),
);

test('without a symbology identifier a check digit or a separator has to prove it', () => {
  const sscc = '106141411234567897';
  const grai = '06901234000009';
  const proven = [
    `00${sscc}`,
    `01${gtin}`,
    `02${gtin}`,
    `8003${grai}`,
    `8006${gtin}0102`,
    `8017${sscc}`,
    `8018${sscc}`,
  ];
  const places = ['410', '411', '412', '413', '414', '415', '416', '417'].map((ai) => `${ai}6901234000009`);
  for (const text of [...proven, ...places]) {
    expect(read(text), text).toHaveLength(1);
    expect(read(`x${text}`), text).toBeUndefined();
  }
  for (const text of [`03${gtin}`, '8004G', '8019123', '8005001299', '420518000', '240A', '10A'])
    expect(read(text), text).toBeUndefined();
  expect(read(`8004G${GS}`)).toEqual(['(8004)G']);
});

test('typed brackets stand around every identifier, from the first sign to the last', () => {
  expect(read(` (01) ${gtin} (10)L `)).toEqual([`(01)${gtin}`, '(10)L']);
  expect(read(`(240)A(3103)001500(10)1|2`.replace('|', ''))).toEqual(['(240)A', '(3103)001500', '(10)12']);
  const spoilt = [`(01)${gtin}(`, `(01)${gtin})`, `()(01)${gtin}`, `x(01)${gtin}`, `(01)${gtin}()`];
  const noIdentifiers = ['(1)X', '(01234)X', '(ab)X', `(01)(10)L`, `(01 )${gtin}`, `01(${gtin})`];
  for (const text of [...spoilt, ...noIdentifiers]) expect(read(text), text).toBeUndefined();
});
