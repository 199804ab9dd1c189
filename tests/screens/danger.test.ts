import { expect, test } from 'vitest';
import { ok, received } from '../journeys/road.ts';
import { aHouse } from '../world.ts';
import { atStation, fits, press, said, scan, shows } from './handheld-world.ts';

test('a swollen battery stops the inspection from the answer on, and is held with one press', async () => {
  const house = await aHouse();
  const code = await received(house, 'EARBUDS');
  const next = await received(house, 'EARBUDS');
  const page = await atStation(house, 'chen', 'inspect');
  await scan(page, code);
  await expect.poll(() => page.locator('.question h2').innerText()).toBe('电池');
  // Nothing is said yet: there is nothing to give up, and the next thing may be taken.
  expect(await page.getByRole('button', { name: '放弃这次质检' }).count()).toBe(0);
  await scan(page, next);
  await shows(page, next.slice(-4));
  await scan(page, code);
  await expect.poll(() => page.locator('.item-line').innerText()).toContain(code.slice(-4));
  await press(page, '鼓包/漏液/破损');
  await said(page, '危险！停下，放进危险品柜');
  expect(await page.locator('.screen').getAttribute('class')).toContain('tone-warning');
  await shows(page, 'H-01-01-1');
  expect(await page.locator('.question').count()).toBe(0);
  await fits(page, 'danger');
  await press(page, '马上挂起');
  await said(page, '危险品：已挂起，放进危险品柜');
  const item = await ok(house.call('chen', `GET /api/v1/items/${code}`));
  expect(item).toMatchObject({ hazard: true, holds: [{ kind: 'battery' }] });
});
