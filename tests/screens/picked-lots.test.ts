import { expect, test } from 'vitest';
import { ok, shipmentAsk, sound, stored } from '../journeys/road.ts';
import { aHouse } from '../world.ts';
import { atStation, press, said, scan } from './handheld-world.ts';

test('a lot that is scanned to be picked or packed is counted: a wrong figure takes nothing, the right one all of it', async () => {
  const house = await aHouse();
  const code = await stored(house, 'RTS', sound, 'SHIRT', { quantity: 6 });
  await ok(house.call('wang', 'POST /api/v1/shipments', shipmentAsk('resale', [code])));
  for (const [station, done, state] of [
    ['pick', '已拣货', 'picked'],
    ['pack', '已装箱', 'packed'],
  ] as const) {
    const page = await atStation(house, 'sun', station);
    await scan(page, code);
    const sheet = page.locator('dialog[open]');
    await sheet.getByText('点数：几件？').waitFor();
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${station}-lot.png` });
    const count = sheet.locator('.counter input');
    await count.fill('5');
    await press(page, '下一步');
    await said(page, '不能这样做');
    expect((await ok(house.call('sun', `GET /api/v1/items/${code}`))).state.id).not.toBe(state);
    await press(page, '知道了');
    await scan(page, code);
    await count.fill('6');
    await press(page, '下一步');
    await said(page, done);
    expect((await ok(house.call('sun', `GET /api/v1/items/${code}`))).state.id).toBe(state);
  }
});
