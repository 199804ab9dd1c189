import { expect, test } from 'vitest';
import { skuWithCode } from '../../db/queries/skus.ts';
import { skus } from '../../db/schema/goods.ts';
import { aHouse } from '../world.ts';

const shirt = { code: 'SHIRT', exporterId: 'whale' };

test('a question asked again in a transaction is answered as before, until its table is written', async () => {
  const at = await aHouse();
  await at.as('whale').atomically(async (tx) => {
    const [first] = await tx.ask(skuWithCode, shirt);
    const [again] = await tx.ask(skuWithCode, shirt);
    expect(again).toEqual(first);
    // Remembered where a question is a way there and back, and asked anew where it is none.
    expect(again === first).toBe(!tx.hasSingleWriter);
    if (!first) throw new Error('Whale has no shirts.');
    await tx.change(skus, first, { nameEn: 'Shirt, renamed' });
    const [renamed] = await tx.ask(skuWithCode, shirt);
    expect(renamed?.nameEn).toBe('Shirt, renamed');
    // Through another door to the same transaction, too.
    await tx.asSystem().change(skus, first, { nameEn: 'Shirt, twice renamed' });
    expect((await tx.ask(skuWithCode, shirt))[0]?.nameEn).toBe('Shirt, twice renamed');
  });
});

test('an answer is for whoever asked: the next one sees what is theirs', async () => {
  const at = await aHouse();
  await at.as('kite').atomically(async (tx) => {
    expect(await tx.asSystem().ask(skuWithCode, shirt)).toHaveLength(1);
    expect(await tx.ask(skuWithCode, shirt)).toHaveLength(0);
  });
});

test('a question that a write overtook is asked again', async () => {
  const at = await aHouse();
  await at.as('whale').atomically(async (tx) => {
    const [first] = await tx.ask(skuWithCode, shirt);
    if (!first) throw new Error('Whale has no shirts.');
    await tx.change(skus, first, { nameEn: 'before' });
    const asked = tx.ask(skuWithCode, shirt);
    await tx.change(skus, first, { nameEn: 'after' });
    await asked;
    expect((await tx.ask(skuWithCode, shirt))[0]?.nameEn).toBe('after');
  });
});

test('nothing is remembered from one transaction to the next, and nothing outside of them', async () => {
  const at = await aHouse();
  const [first] = await at.as('whale').ask(skuWithCode, shirt);
  const [again] = await at.as('whale').ask(skuWithCode, shirt);
  expect(again).toEqual(first);
  expect(again).not.toBe(first);
  const one = await at.as('whale').atomically((tx) => tx.ask(skuWithCode, shirt));
  const other = await at.as('whale').atomically((tx) => tx.ask(skuWithCode, shirt));
  expect(other[0]).not.toBe(one[0]);
});
