import { expect, test } from 'vitest';
import { minorTyped } from '../../client/shared/money-typed.ts';

test.each([
  ['85,5', 8550],
  ['85.50', 8550],
  ['８５，５', 8550],
  ['８５．５０', 8550],
  ['85。5', 8550],
  ['¥ 85', 8500],
  ['1,000.50', 100_050],
  ['1,000,000', 100_000_000],
  ['0.07', 7],
])('%s is meant as %i hundredths', (typed, minor) => expect(minorTyped(typed)).toBe(minor));

test.each(['1,000', '1.000', '１，０００', '85,555', '8,5,5', '-5', '5-', '1e3', 'abc', '', '.', '85.5.5'])(
  '“%s” is refused, not guessed',
  (typed) => expect(minorTyped(typed)).toBeNull(),
);
