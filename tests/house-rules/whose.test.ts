import { expect, test } from 'vitest';
import { fullHouse } from './full-house.ts';
import { queries } from './queries.ts';
import { tellsTooMuch } from './questions.ts';
import { tables } from './tables.ts';
import { sightsOf, whose } from './whose.ts';

test('in every table everybody finds what is theirs, all of it, and nothing else', async () => {
  const { house: at } = await fullHouse();
  expect([...tables.keys()].sort()).toEqual(Object.keys(whose).sort());
  const wrong: string[] = [];
  for (const table of tables.keys()) wrong.push(...(await sightsOf(at, table)));
  expect(wrong).toEqual([]);
});

test('no query, asked directly about what is another’s, tells a guest anything of it', async () => {
  const { house: at } = await fullHouse();
  const wrong: string[] = [];
  for (const query of queries) wrong.push(...(await tellsTooMuch(at, query)));
  expect(wrong).toEqual([]);
});
