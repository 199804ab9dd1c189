import { expect, test } from 'vitest';
import { fullHouse } from './full-house.ts';
import { queries } from './queries.ts';
import { isToothless, tellsTooMuch } from './questions.ts';
import { tables } from './tables.ts';
import { provesNothing, sightsOf, whose } from './whose.ts';

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

test('in every table there is something that is theirs, and something that is not, for everybody who sees a part of it', async () => {
  const { house: at } = await fullHouse();
  const wrong: string[] = [];
  for (const table of tables.keys()) wrong.push(...(await provesNothing(at, table)));
  expect(wrong).toEqual([]);
});

test('every query is asked something that would tell somebody too much, if it were answered with all there is', async () => {
  const { house: at } = await fullHouse();
  const toothless: string[] = [];
  for (const query of queries) if (await isToothless(at, query)) toothless.push(query.name);
  expect(toothless).toEqual([]);
});
