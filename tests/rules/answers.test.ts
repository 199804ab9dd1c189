import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as ask from '../../server/workflow/fields.ts';

const label = { zh: '某', en: 'Some' };
const refusedBy = (schema: z.ZodType, answers: readonly unknown[]) =>
  answers.filter((answer) => !schema.safeParse(answer).success);
const letters = (n: number) => '货'.repeat(n);

describe('a person’s words', () => {
  const words: [string, z.ZodType, number][] = [
    ['a line', ask.text(label), 200],
    ['a serial', ask.text(label, 64), 64],
    ['a reason', ask.longText(label), 1000],
    ['a short note', ask.longText(label, 20), 20],
    ['a place', ask.location(), 32],
    ['a code', ask.code('grade', label), 32],
    ['a vendor', ask.vendor(label), 64],
    ['a shipment', ask.shipment(label), 32],
  ];

  test.each(words)('%s has one letter at least and no more than fit', (_, schema, most) => {
    expect(refusedBy(schema, [letters(1), letters(most), ` ${letters(most)} `])).toEqual([]);
    const unfit = ['', '   ', letters(most + 1), 7, null, undefined];
    expect(refusedBy(schema, unfit)).toEqual(unfit);
  });

  test.each(words)('%s is kept without the blanks around it', (_, schema) => {
    expect(schema.parse('  A 1\t\n')).toBe('A 1');
  });

  test.each(words)('%s holds no letter that is half a letter, and nothing that ends a text', (_, schema) => {
    for (const odd of ['\0', '\ud800', '\udc00']) {
      const unfit = [odd, `${odd}ab`, `a${odd}b`, `ab${odd}`];
      expect(refusedBy(schema, unfit)).toEqual(unfit);
    }
    expect(refusedBy(schema, ['😀', '耳机 BW-200', 'Ünïcode'])).toEqual([]);
  });

  test('a reason may have several lines; nothing else has', () => {
    for (const [name, schema] of words)
      for (const control of ['\n', '\t', '\u0007', '\u001d']) {
        const several = [`${control}a`, `a${control}b`, `b${control}`].map((text) => `-${text}-`);
        const long = name === 'a reason' || name === 'a short note';
        expect(refusedBy(schema, several), name).toEqual(long ? [] : several);
      }
  });
});

test('a count is a whole number from one to a hundred thousand', () => {
  const schema = ask.count(label);
  expect(refusedBy(schema, [1, 2, 99_999, 100_000])).toEqual([]);
  const unfit = [0, -1, 100_001, 1.5, '3', Number.NaN, null];
  expect(refusedBy(schema, unfit)).toEqual(unfit);
});

test('money is a whole number of fen, from nothing to a million yuan', () => {
  const schema = ask.money(label);
  expect(refusedBy(schema, [0, 1, 100_000_000])).toEqual([]);
  const unfit = [-1, 100_000_001, 0.5, '12', null];
  expect(refusedBy(schema, unfit)).toEqual(unfit);
});

test('a choice is one of those that are offered', () => {
  const schema = ask.choice(label, { good: { zh: '好', en: 'Good' }, bad: { zh: '坏', en: 'Bad' } });
  expect(refusedBy(schema, ['good', 'bad'])).toEqual([]);
  expect(refusedBy(schema, ['', 'Good', 'ugly', null])).toHaveLength(4);
});

test('a screen is told in order what to ask, how, whether it must be answered, and of which list', () => {
  const asks = z.object({
    where: ask.location(),
    how: ask.maybe(ask.code('outcome', { zh: '结果', en: 'Outcome' }, ['repaired'])),
    grade: ask.code('grade', label),
    quite: ask.maybe(ask.yesNo(label)),
    sure: ask.choice(label, { yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } }),
  });
  expect(ask.fieldsOf(asks)).toEqual([
    { name: 'where', kind: 'location', required: true, label: { zh: '货位', en: 'Location' } },
    {
      ...{ name: 'how', kind: 'code', required: false, list: 'outcome', means: ['repaired'] },
      label: { zh: '结果', en: 'Outcome' },
    },
    { name: 'grade', kind: 'code', required: true, list: 'grade', label },
    { name: 'quite', kind: 'yes or no', required: false, label },
    {
      ...{ name: 'sure', kind: 'choice', required: true, label },
      choices: [
        { value: 'yes', zh: '是', en: 'Yes' },
        { value: 'no', zh: '否', en: 'No' },
      ],
    },
  ]);
  expect(ask.fieldsOf(z.object({}))).toEqual([]);
});

test('each kind of answer is asked for as what it is', () => {
  const kinds = {
    ...{ text: ask.text(label), 'long text': ask.longText(label), count: ask.count(label) },
    ...{ money: ask.money(label), 'yes or no': ask.yesNo(label), location: ask.location(label) },
    ...{ vendor: ask.vendor(label), shipment: ask.shipment(label), code: ask.code('hold', label) },
  };
  for (const { name, kind, label: said } of ask.fieldsOf(z.object(kinds))) {
    expect(kind).toBe(name);
    expect(said).toEqual(label);
  }
});

test('a field that does not say how to ask for it is found by its name, whether it must be answered or not', () => {
  for (const serial of [z.string(), ask.maybe(z.string())])
    expect(() => ask.fieldsOf(z.object({ note: ask.text(label), serial }))).toThrow('The field serial');
});
