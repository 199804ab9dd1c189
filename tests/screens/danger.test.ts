import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { waybill } from '../journeys/boxes.ts';
import { announced, type Body, ok, received } from '../journeys/road.ts';
import { aHouse, type House } from '../world.ts';
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
  // Until it lies in a cabinet nothing else is offered, and no other place is taken.
  await shows(page, 'H-01-01-1');
  expect(await page.locator('.screen').innerText()).not.toContain('R-01');
  expect(await page.locator('.foot').innerText()).not.toContain('质检');
  await fits(page, 'to-the-cabinet');
  await scan(page, 'A-01-01-1');
  await shows(page, '先放进危险品柜，再扫它的货位。');
  await aimed(page);
  await scan(page, 'H-01-01-1');
  await said(page, '危险品：已放进 H-01-01-1');
  expect(await at(house, code)).toBe('H-01-01-1');
});

/** What follows a refusal sooner would be the tail of the refused scan. */
const aimed = (page: Page) => page.waitForTimeout(400);
const at = async (house: House, code: string) =>
  (await ok(house.call('chen', `GET /api/v1/items/${code}`))).location.code;

test('the cabinet that the danger names takes it at once: held and laid in with one scan', async () => {
  const house = await aHouse();
  const code = await received(house, 'EARBUDS');
  const page = await atStation(house, 'chen', 'inspect');
  await scan(page, code);
  await press(page, '鼓包/漏液/破损');
  await said(page, '危险！停下，放进危险品柜');
  await scan(page, 'R-01');
  await shows(page, '先放进危险品柜，再扫它的货位。');
  await aimed(page);
  expect((await ok(house.call('chen', `GET /api/v1/items/${code}`))).holds).toEqual([]);
  await scan(page, 'H-01-01-1');
  await said(page, '危险品：已放进 H-01-01-1');
  const item = await ok(house.call('chen', `GET /api/v1/items/${code}`));
  expect(item).toMatchObject({ hazard: true, holds: [{ kind: 'battery' }], location: { code: 'H-01-01-1' } });
});

test('at the dock a dangerous piece is shown its cabinet, and the cabinet that is scanned takes it', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'EARBUDS' }, { sku: 'SHIRT' }]);
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, order.code);
  await said(page, '包裹已打开');
  await press(page, '异常');
  await press(page, '下一件有异常');
  await press(page, '电池鼓包/漏液');
  await scan(page, 'EARBUDS');
  await said(page, '危险品：放进危险品柜');
  await shows(page, 'H-01-01-1');
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/dock-cabinet.png` });
  await scan(page, 'H-01-01-1');
  await said(page, '危险品：已放进 H-01-01-1');
  const { items } = await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`));
  const [dangerous] = (items as Body[]).filter(({ arrival }) => arrival === 'here');
  expect(await at(house, dangerous?.code)).toBe('H-01-01-1');
  // The next ones come in where they did.
  await scan(page, 'SHIRT');
  await said(page, '已收货，请贴标签');
  await shows(page, 'R-01');
});

test('a dangerous piece at the dock is never left by a scan, nor by a reload: a cabinet takes it, or a person says that it waits', async () => {
  const house = await aHouse();
  const lines = [{ sku: 'EARBUDS' }, { sku: 'EARBUDS' }, { sku: 'SHIRT' }];
  const order = await announced(house, 'whale', lines, { waybill });
  const next = await announced(house, 'whale', [{ sku: 'SHIRT' }], { waybill: 'YT2697289716611' });
  const page = await atStation(house, 'liu', 'receive');
  const dangerousOne = async () => {
    await press(page, '异常');
    await press(page, '下一件有异常');
    await press(page, '电池鼓包/漏液');
    await scan(page, 'EARBUDS');
    await said(page, '危险品：放进危险品柜');
  };
  await scan(page, 'R-01');
  await scan(page, waybill);
  await said(page, '包裹已打开');
  await dangerousOne();
  const refusedAll = async () => {
    for (const other of ['R-02', 'YT2697289716611', 'SHIRT', 'SHIRT', next.code, 'NOBODY-KNOWS-1']) {
      await scan(page, other);
      await said(page, '先放进危险品柜，再扫它的货位');
      expect(await page.locator('.screen').getAttribute('class')).toContain('tone-warning');
      await shows(page, 'H-01-01-');
    }
  };
  await refusedAll();
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/dock-cabinet-first.png` });
  expect(await page.locator('.screen-actions').innerText()).not.toContain('拆完包裹');
  await page.reload();
  await page.locator('.foot .scan-box input').waitFor();
  await shows(page, 'H-01-01-');
  await refusedAll();
  const here = async () =>
    ((await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`))).items as Body[]).filter(
      ({ arrival }) => arrival === 'here',
    );
  const [first] = await here();
  expect(await here()).toHaveLength(1);
  expect((await ok(house.call('liu', 'GET /api/v1/parcels'))).total).toBe(1);
  await scan(page, 'H-01-01-1');
  await said(page, '危险品：已放进 H-01-01-1');
  expect(await at(house, first?.code)).toBe('H-01-01-1');
  // Only a person lets it wait, and is told so.
  await dangerousOne();
  await press(page, '异常');
  await press(page, '危险品稍后处理');
  await said(page, /^还没进危险品柜：.*请尽快放进去$/);
  expect(await page.locator('.screen').getAttribute('class')).toContain('tone-warning');
  await scan(page, 'SHIRT');
  await said(page, '已收货，请贴标签');
});
