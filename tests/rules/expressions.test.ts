import { parse } from '@babel/parser';
import { analyse } from 'scslre';
import { expect, test } from 'vitest';
import { sources } from '../house-rules/sources.ts';

interface Expression {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that stands in a text of the product. */
function expressionsIn(path: string, text: string): Expression[] {
  const found: Expression[] = [];
  const see = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && node.type === 'RegExpLiteral') {
      const { pattern, flags, loc } = node as unknown as {
        pattern: string;
        flags: string;
        loc: { start: { line: number } };
      };
      found.push({ where: `${path}:${loc.start.line}`, source: pattern, flags });
    }
    for (const [key, value] of Object.entries(node)) if (key !== 'loc') see(value);
  };
  see(parse(text, { sourceType: 'module', plugins: ['typescript', 'jsx'] }).program);
  return found;
}

/** What makes it slower than its text is long: two parts that share letters, or a start that may stand anywhere. */
const superlinear = ({ source, flags, where }: Expression) =>
  analyse({ source, flags }).reports.map(({ type }) => `${where} /${source}/${flags}: ${type}`);

const ours = sources.filter(({ path }) => !path.startsWith('tests/'));

test('no regular expression takes longer than its text is long', () => {
  const expressions = ours.flatMap(({ path, text }) => expressionsIn(path, text));
  expect(expressions.length).toBeGreaterThan(100);
  expect(expressions.flatMap(superlinear)).toEqual([]);
});

test.each(['/^(a+)+$/', '/[\\d_]+$/g', '/^\\s*\\s*$/'])('it would find %s', (slow) => {
  expect(expressionsIn('planted.ts', `const planted = ${slow};`).flatMap(superlinear)).not.toEqual([]);
});

/** The search reads what stands in the code; what is put together while it runs is looked at by whoever adds it here. */
test('no expression is put together from what somebody sends', () => {
  const made = ours.filter(({ code }) => code.includes('new RegExp(')).map(({ path }) => path);
  expect(made).toEqual([
    'db/transient-errors.ts',
    'server/identifiers/gs1-dictionary.ts',
    'server/process/config.ts',
  ]);
});
