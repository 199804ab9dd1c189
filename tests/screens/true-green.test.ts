import { expect, test } from 'vitest';
import { forVendor } from '../journeys/repairs.ts';
import { decided, ok, stored } from '../journeys/road.ts';
import { aHouse } from '../world.ts';
import { atStation, fits, press, said, scan, shows } from './handheld-world.ts';

test('what was to be put away and is not stays due by its name, until it lies or is given up', async () => {
  const house = await aHouse();
  const first = await decided(house, 'RTS');
  const second = await decided(house, 'RTS');
  const page = await atStation(house, 'wu', 'put-away');
  await scan(page, first);
  await expect.poll(() => page.locator('.place').innerText()).toMatch(/^A-01-01-/);
  await scan(page, second);
  await said(page, /^还没放好：/);
  expect(await page.locator('.screen').getAttribute('class')).toContain('tone-warning');
  await shows(page, '还没放好的');
  await fits(page, 'due');
  await scan(page, 'A-01-01-2');
  await said(page, '已放到 A-01-01-2');
  await shows(page, '还没放好的');
  await scan(page, first);
  await expect.poll(() => page.locator('.place').innerText()).toMatch(/^A-01-01-/);
  await expect.poll(() => page.getByText('还没放好的').count()).toBe(0);
  await scan(page, second);
  await said(page, /^还没放好：/);
  await press(page, '异常');
  await page.getByRole('button', { name: /^不放了：/ }).click();
  await expect.poll(() => page.getByText('还没放好的').count()).toBe(0);
});

test('what is with a vendor is told with its name and the promised day, and nothing is asked of it', async () => {
  const house = await aHouse();
  const { item } = await forVendor(house);
  const page = await atStation(house, 'wu', 'put-away');
  await scan(page, item);
  await said(page, /在.*，约定 \d{4}-\d\d-\d\d 送回，这里没有要做的$/);
  await expect
    .poll(() => page.locator('.foot .scan-box input').getAttribute('placeholder'))
    .toBe('扫描货品…');
  const finder = await atStation(house, 'wu', 'find');
  await scan(finder, item);
  await said(finder, /，约定 \d{4}-\d\d-\d\d 送回，这里没有要做的$/);
  expect(await finder.locator('.screen').getAttribute('class')).toContain('tone-warning');
});

test('what is signed for destruction never looks like stock, and no shipment is offered for it', async () => {
  const house = await aHouse();
  const code = await stored(house, 'DST');
  const page = await atStation(house, 'han', 'find');
  await scan(page, code);
  await said(page, /：已定销毁，不是库存$/);
  await ok(house.item('wang', code, 'signDestruction', { reason: '客户要求' }));
  await scan(page, code);
  await said(page, /：待销毁，等第二人复核$/);
  expect(await page.locator('.screen').getAttribute('class')).toContain('tone-warning');
  await expect.poll(() => page.locator('.screen-actions .primary').innerText()).toBe('销毁');
  const { openSteps } = await ok(house.call('wang', `GET /api/v1/items/${code}`));
  expect(openSteps.map(({ step }: { step: string }) => step)).not.toContain('reserve');
});
