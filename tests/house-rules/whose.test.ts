import { expect, test } from 'vitest';
import { aHouse } from '../world.ts';
import { aFullHouse } from './goods.ts';
import { queries } from './queries.ts';
import { tellsTooMuch } from './questions.ts';
import { tables } from './tables.ts';
import { sightsOf, whose } from './whose.ts';

test('in every table everybody finds what is theirs, all of it, and nothing else', async () => {
  const at = await aHouse();
  await aFullHouse(at);
  expect([...tables.keys()].sort()).toEqual(Object.keys(whose).sort());
  const wrong: string[] = [];
  for (const table of tables.keys()) wrong.push(...(await sightsOf(at, table)));
  expect(wrong).toEqual([]);
});

test('no query, asked directly about what is another’s, tells a guest anything of it', async () => {
  const at = await aHouse();
  await aFullHouse(at);
  const wrong: string[] = [];
  for (const query of queries) wrong.push(...(await tellsTooMuch(at, query)));
  expect(wrong).toEqual([]);
});
