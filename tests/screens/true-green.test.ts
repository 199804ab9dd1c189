import { expect, test } from 'vitest';
import { forVendor } from '../journeys/repairs.ts';
import { decided, ok, shipmentAsk, stored } from '../journeys/road.ts';
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
  // What its code means comes later than the first scan.
  await page.route('**/api/v1/catalogue', async (route) => {
    await new Promise((done) => setTimeout(done, 1_500));
    await route.continue();
  });
  await page.reload();
  await page.locator('.foot .scan-box input').waitFor();
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

test('the shelf that one was sent to is right; a wrong thing goes back where it lay, and the right one is named', async () => {
  const house = await aHouse();
  const [right, wrong] = [await stored(house), await stored(house)];
  const shipment = await ok(house.call('wang', 'POST /api/v1/shipments', shipmentAsk('resale', [right])));
  const page = await atStation(house, 'sun', 'pick');
  await scan(page, shipment.code);
  await said(page, '出库单已打开');
  await scan(page, 'A-01-01-1');
  await said(page, /^货位对了，请扫货品：/);
  await scan(page, 'P-01');
  await said(page, '不是这个货位');
  await shows(page, '去 A-01-01-1，拿');
  await page.waitForTimeout(400);
  await scan(page, wrong);
  await said(page, '拿错了，不是这张出库单的');
  await shows(page, '放回 A-01-01-1，改拿：');
  await shows(page, right.slice(-4));
  await page.waitForTimeout(400);
  await scan(page, right);
  await said(page, '已拣货');
  const packer = await atStation(house, 'sun', 'pack');
  await scan(packer, shipment.code);
  await said(packer, '出库单已打开');
  await scan(packer, wrong);
  await said(packer, '拿错了，不是这张出库单的');
});

test('a scan that an input method spoils, or an answer that is refused, leaves no green on the screen', async () => {
  const house = await aHouse();
  const code = await stored(house);
  const page = await atStation(house, 'wu', 'find');
  await scan(page, code);
  await expect.poll(() => page.locator('.screen').getAttribute('class')).toContain('tone-success');
  const input = await page.context().newCDPSession(page);
  await input.send('Input.imeSetComposition', { text: 'a01', selectionStart: 3, selectionEnd: 3 });
  await page.keyboard.insertText('啊01011');
  await said(page, '请把键盘切换到英文，再扫一次');
  expect(await page.locator('.screen').getAttribute('class')).toContain('tone-warning');
});
