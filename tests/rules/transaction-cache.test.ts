import { expect, test } from 'vitest';
import { TransactionCache } from '../../db/transaction-cache.ts';

/** A transaction in which it is counted how often the database itself was asked. */
function aTransaction() {
  const cache = new TransactionCache();
  let asked = 0;
  const ask = (question: string, tables: string[], rows: unknown[] = [question]) =>
    cache.load(question, new Set(tables), async () => {
      asked++;
      return rows;
    });
  return { cache, ask, asked: () => asked };
}

test('a question is asked of the database once, and answered every time', async () => {
  const { ask, asked } = aTransaction();
  const rows = [{ code: 'SHIRT' }, { code: 'PHONE' }];
  expect(await ask('skus', ['skus'], rows)).toEqual(rows);
  expect(await ask('skus', ['skus'], rows)).toEqual(rows);
  expect(await ask('other', ['skus'], [])).toEqual([]);
  expect(await ask('other', ['skus'], [])).toEqual([]);
  expect(asked()).toBe(2);
});

test('whoever shortens the list that they were given shortens nobody else’s', async () => {
  const { ask } = aTransaction();
  for (let times = 0; times < 3; times++) {
    const rows = await ask('two', ['skus'], [1, 2]);
    expect(rows).toEqual([1, 2]);
    rows.pop();
  }
});

test('a write makes its own table be asked again, and leaves the others alone', async () => {
  const { cache, ask, asked } = aTransaction();
  const all = async () => {
    await ask('item and its holds', ['items', 'holds']);
    await ask('codes', ['codes']);
  };
  await all();
  cache.invalidate('tickets');
  await all();
  expect(asked()).toBe(2);
  cache.invalidate('holds');
  await all();
  expect(asked()).toBe(3);
  cache.invalidate('codes');
  cache.invalidate('items');
  await all();
  expect(asked()).toBe(5);
});

test('an answer that a write overtook is given, but not kept, whatever was written', async () => {
  const { cache, ask, asked } = aTransaction();
  const slow = ask('items', ['items']);
  cache.invalidate('codes');
  expect(await slow).toEqual(['items']);
  await ask('items', ['items']);
  expect(asked()).toBe(2);
  await ask('items', ['items']);
  expect(asked()).toBe(2);
});

test('two hundred answers are kept; with one more, all begin anew', async () => {
  const { ask, asked } = aTransaction();
  const number = (n: number) => ask(`question ${n}`, ['items']);
  for (let n = 1; n <= 200; n++) await number(n);
  for (let n = 1; n <= 200; n++) await number(n);
  expect(asked()).toBe(200);
  await number(201);
  await number(201);
  expect(asked()).toBe(201);
  await number(200);
  expect(asked()).toBe(202);
});
