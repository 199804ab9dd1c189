import { describe, expect, test } from 'vitest';
import { readAddress, readDigitalLink, segmentsOf } from '../../server/identifiers/digital-link.ts';

const gtin = '09521234543213';
const gln = '6901234000009';
const read = (path: string) =>
  readDigitalLink(`https://id.example/${path}`)?.elements.map(({ ai, value }) => `(${ai})${value}`);

// GS1 Digital Link URI Syntax, section 4: which qualifiers a primary key may have, in their order.
const keys = [
  { key: `00/106141411234567897`, inOrder: [] },
  { key: `01/${gtin}`, inOrder: ['22/V', '10/L', '21/S'] },
  { key: `253/${gln}X`, inOrder: [] },
  { key: '401/C', inOrder: [] },
  { key: '402/12345678901234560', inOrder: [] },
  { key: `414/${gln}`, inOrder: ['254/X', '7040/1ABC'] },
  { key: `417/${gln}`, inOrder: ['7040/1ABC'] },
  { key: `8003/0${gln}T`, inOrder: [] },
  { key: '8004/G', inOrder: ['7040/1ABC'] },
  { key: `8006/${gtin}0102`, inOrder: ['22/V', '10/L', '21/S'] },
];
const every = ['22/V', '10/L', '21/S', '254/X', '7040/1ABC', '235/T', '240/A'];

describe.each(keys)('a link to $key', ({ key, inOrder }) => {
  test('is read alone, with each of its qualifiers and with all', () => {
    const said = (path: string) =>
      path
        .replace(/(\d+)\/([^/]+)\/?/g, ' ($1)$2')
        .trim()
        .split(' ');
    for (const path of [key, ...inOrder.map((one) => `${key}/${one}`), [key, ...inOrder].join('/')])
      expect(read(path)).toEqual(said(path));
  });
  test('has no other qualifier, none twice and none before an earlier one', () => {
    const ours = key.startsWith('01/') ? [...inOrder, '235/T'] : inOrder;
    for (const other of every.filter((one) => !ours.includes(one)))
      expect(read(`${key}/${other}`), other).toBeUndefined();
    for (const [i, later] of inOrder.entries())
      for (const earlier of inOrder.slice(0, i + 1))
        expect(read(`${key}/${later}/${earlier}`), `${later}/${earlier}`).toBeUndefined();
  });
});

test('a third party may give a serial of its own', () => {
  expect(read(`01/${gtin}/235/T`)).toEqual([`(01)${gtin}`, '(235)T']);
});

test('the way to the key may be of any length, as long as what follows comes in pairs', () => {
  expect(read(`a/b/c/01/${gtin}`)).toEqual([`(01)${gtin}`]);
  expect(read(`00/01/${gtin}`)).toEqual([`(01)${gtin}`]);
  expect(read(`01/${gtin}/`)).toEqual([`(01)${gtin}`]);
  expect(read(`01/${gtin}/a`)).toBeUndefined();
  expect(read(gtin)).toBeUndefined();
  expect(read(`10/L/21/S`)).toBeUndefined();
});

test('a GTIN of 8 to 13 digits in a link is filled up to 14, nothing else is', () => {
  expect(read('01/96385074')).toEqual(['(01)00000096385074']);
  expect(read('01/036000291452')).toEqual(['(01)00036000291452']);
  expect(read('01/6901234567892')).toEqual(['(01)06901234567892']);
  for (const path of ['01/0', '01/1234565', '01/096385074X', '00/6141411234567897', `414/690123400000`])
    expect(read(path), path).toBeUndefined();
  expect(read('01/x96385074')).toBeUndefined();
  expect(read(`01/0${gtin}`)).toBeUndefined();
  expect(read(`01/${gtin}/21/12345678`)).toEqual([`(01)${gtin}`, '(21)12345678']);
});

test('what is asked after the question mark counts where GS1 knows it, and must be valid then', () => {
  const asked = `01/${gtin}?17=271231&3103=000195&utm_source=x&05=1&123=4&99999=5&constructor=6`;
  expect(read(asked)).toEqual([`(01)${gtin}`, '(17)271231', '(3103)000195']);
  expect(read(`01/${gtin}?17=271301`)).toBeUndefined();
  expect(read(`01/${gtin}?01=06901234567892`)).toBeUndefined();
  expect(read(`01/${gtin}?21=A%2FB%3F`)).toEqual([`(01)${gtin}`, '(21)A/B?']);
});

test('an address is http or https, as a whole and without blanks', () => {
  for (const text of ['http://a.example', 'https://a.example/b?c#d', 'HTTPS://A.example/'])
    expect(readAddress(text)?.hostname).toBe('a.example');
  expect(readAddress('www.a.example/b')?.hostname).toBe('www.a.example');
  expect(readAddress('www.a')).toBeUndefined();
  const none = [
    'xhttps://a.example',
    'ftp://a.example',
    'https//a.example',
    'https://',
    'http:a',
    'https://a b',
  ];
  for (const text of [
    ...none,
    'https://a.example/ b',
    ' https://a.example',
    'https://a.example\nb',
    'https://[a/',
  ])
    expect(readAddress(text), text).toBeUndefined();
  expect(readDigitalLink(` https://id.example/01/${gtin}\n`)?.gtin).toBe(gtin);
});

test('the parts of an address are text, percent signs and all; none where they are not', () => {
  const parts = (url: string) => segmentsOf(new URL(url));
  expect(parts('https://a.example//u/%E5%BD%92/S%2F1/')).toEqual(['u', '归', 'S/1']);
  expect(parts('https://a.example')).toEqual([]);
  expect(parts('https://a.example/%E0%A4%A')).toBeUndefined();
});
