import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { announced, ok } from '../journeys/road.ts';
import { aHouse, type House } from '../world.ts';
import { atStation, felt, press, said, scan, shows } from './handheld-world.ts';

/** Wi-Fi that goes and comes: nothing that is scanned or done reaches the server while it is gone. */
async function wifiOf(page: Page) {
  let gone = false;
  await page.route(/\/api\/v1\/(scans|items\/[^/]+\/steps)$/, (route) =>
    gone ? route.abort('connectionreset') : route.continue(),
  );
  return {
    goes: () => {
      gone = true;
    },
    comesBack: async () => {
      gone = false;
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
    },
  };
}
const EANS = ['06901234567892', 'SHIRT', 'NO-SUCH-CODE'];

/** One piece is in, its green on the screen; then three are scanned without Wi-Fi. */
async function threeScanned(house: House) {
  const { code } = await announced(house, 'whale', [
    { sku: 'EARBUDS' },
    { sku: 'EARBUDS' },
    { sku: 'SHIRT' },
  ]);
  const page = await atStation(house, 'liu', 'receive');
  const wifi = await wifiOf(page);
  await scan(page, 'R-01');
  await said(page, '收货货位：R-01');
  await scan(page, code);
  await said(page, '包裹已打开');
  await scan(page, '06901234567892');
  await said(page, '已收货，请贴标签');
  wifi.goes();
  await page.evaluate(() => {
    window.felt = { vibrations: [], tones: [] };
  });
  for (const text of EANS) {
    await scan(page, text);
    await page.waitForTimeout(700);
  }
  return { page, wifi, code };
}
const receivedOf = async (house: House, code: string) => {
  const { lines } = await ok(house.call('liu', `GET /api/v1/return-orders/${code}`));
  return (lines as { pieces: { here: number } }[]).map(({ pieces }) => pieces.here);
};

test('without Wi-Fi nothing stays green: each scan is felt, and the screen says how many wait', async () => {
  const house = await aHouse();
  const { page } = await threeScanned(house);
  await said(page, '连不上服务器，3 条已暂存待传');
  expect(await page.locator('.screen').getAttribute('class')).toContain('tone-warning');
  await shows(page, '3 条待传');
  const { vibrations } = await felt(page);
  expect(vibrations.length).toBeGreaterThanOrEqual(EANS.length - 1);
});

test('a reload, or a walk to another station and back, loses none of the scans that wait', async () => {
  const house = await aHouse();
  const { page, wifi, code } = await threeScanned(house);
  await page.reload();
  await said(page, '连不上服务器，3 条已暂存待传');
  await page.getByRole('button', { name: '工位' }).click();
  await shows(page, '3 条待传');
  await wifi.comesBack();
  // Out of sight nothing is received: it waits for whoever scanned it.
  await page.waitForTimeout(1_500);
  expect(await receivedOf(house, code)).toEqual([1, 0, 0]);
  await page.locator('.menu button').first().click();
  await said(page, '不认识这个码，请选它是什么');
  await shows(page, 'NO-SUCH-CODE');
  expect(await receivedOf(house, code)).toEqual([1, 1, 1]);
});

test('a step whose answer was lost is done once, though its scan was kept as well', async () => {
  const house = await aHouse();
  const { code } = await announced(house, 'whale', [{ sku: 'EARBUDS' }, { sku: 'EARBUDS' }]);
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, code);
  await said(page, '包裹已打开');
  let lost = true;
  await page.route('**/api/v1/items/*/steps', async (route) => {
    if (!lost) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await scan(page, '06901234567892');
  await said(page, '连不上服务器，1 条已暂存待传');
  lost = false;
  await page.reload();
  await said(page, /^已重新发送并确认/);
  await page.waitForTimeout(500);
  expect(await receivedOf(house, code)).toEqual([1, 0]);
});

test('what is pressed while the scan before is still being done is pressed when that is done, never lost', async () => {
  const house = await aHouse();
  const { code } = await announced(house, 'whale', [{ sku: 'SHIRT' }, { sku: 'EARBUDS' }]);
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, code);
  await said(page, '包裹已打开');
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route(/\/api\/v1\/return-orders\//, async (route) => {
    await held;
    await route.continue();
  });
  await scan(page, 'SHIRT');
  await said(page, '已收货，请贴标签');
  const finish = page.getByRole('button', { name: '拆完包裹' });
  await expect.poll(() => finish.evaluate((one) => getComputedStyle(one).opacity)).toBe('0.55');
  expect(await finish.evaluate((one) => getComputedStyle(one).pointerEvents)).toBe('none');
  const pressed = press(page, '拆完包裹');
  goOn();
  await pressed;
  await page.getByRole('dialog').getByText('还差 1 件').waitFor();
});
