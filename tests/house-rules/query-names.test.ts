import { expect, test } from 'vitest';
import { named } from '../../db/named-queries.ts';
import { queries } from './queries.ts';

test('every query has a name of its own, by which its faults are told from those of the others', () => {
  const names = queries.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(90);
  expect(names.filter((name) => !/^[a-zA-Z][a-zA-Z -]{3,40}$/.test(name))).toEqual([]);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(() => named('a name that is given twice', () => [] as never)).not.toThrow();
  expect(() => named('a name that is given twice', () => [] as never)).toThrow(
    '"a name that is given twice"',
  );
});
