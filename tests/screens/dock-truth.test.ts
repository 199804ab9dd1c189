import { expect, test } from 'vitest';
import { waybill } from '../journeys/boxes.ts';
import { announced, type Body, ok } from '../journeys/road.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { atStation, press, said, scan, shows } from './handheld-world.ts';

const arrivals = async (house: House, code: string) =>
  ((await ok(house.call('liu', `GET /api/v1/return-orders/${code}`))).items as Body[]).map(
    ({ arrival }) => arrival,
  );

test('a return that is only looked at lacks nothing in this parcel, and neither does the rest of one that has its own', async () => {
  const house = await aHouse();
  const here = await announced(house, 'whale', [{ sku: 'SHIRT' }, { sku: 'SHIRT', serial: 'SH-1' }], {
    waybill,
  });
  const other = await announced(
    house,
    'whale',
    [
      { sku: 'PHONE', serial: 'BW-200001' },
      { sku: 'PHONE', serial: 'BW-200002' },
    ],
    { waybill: 'YT2697289716611' },
  );
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, waybill);
  await said(page, /包裹/);
  const far = () => page.locator('.big-number').first().innerText();
  await expect.poll(far).toMatch(/^0\s*\/ 2/);
  await scan(page, 'BW-200001');
  await said(page, '这件属于另一张退货单');
  await press(page, '打开那张退货单');
  await said(page, `已打开退货单 ${other.code}，同一包裹`);
  // Nothing of it was received: the parcel is what it was.
  await expect.poll(far).toMatch(/^0\s*\/ 2/);
  await scan(page, waybill);
  await scan(page, 'SHIRT');
  await said(page, '已收货，请贴标签');
  await scan(page, 'BW-200001');
  await press(page, '打开那张退货单');
  await scan(page, 'BW-200001');
  await said(page, '已收货，请贴标签');
  // A piece of it lay here; the other one comes in its own parcel.
  await expect.poll(far).toMatch(/^2\s*\/ 3/);
  await press(page, '拆完包裹');
  await shows(page, 'SH-1');
  expect(await page.getByRole('dialog').innerText()).not.toContain('BW-200002');
  await press(page, '报未到 1 件');
  await said(page, '已报未到 1 件');
  await expect.poll(() => page.locator('.banner').getAttribute('class')).toContain('warning');
  expect((await arrivals(house, here.code)).sort()).toEqual(['here', 'missing']);
  expect((await arrivals(house, other.code)).sort()).toEqual(['expected', 'here']);
});

test('while a lot is counted no label, photo or undo is of what came before it; each undo says what it takes back', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'EARBUDS', quantity: 3 }, { sku: 'SHIRT' }]);
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, order.code);
  await said(page, '包裹已打开');
  await scan(page, '06901234567892');
  await said(page, '已数 1 / 4');
  await scan(page, 'SHIRT');
  await said(page, '已收货，请贴标签');
  await shows(page, '打印标签');
  // The shirt was last: it is what is taken back.
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/counted-and-received.png` });
  await press(page, '撤销收货');
  await expect.poll(() => arrivals(house, order.code)).toEqual(['expected', 'expected']);
  await shows(page, '减 1 件：蓝牙耳机 BW-200 黑色');
  await scan(page, 'SHIRT');
  await said(page, '已收货，请贴标签');
  await scan(page, '06901234567892');
  await said(page, '已数 3 / 4');
  expect(await page.getByText('打印标签').count()).toBe(0);
  await press(page, '减 1 件：蓝牙耳机 BW-200 黑色');
  await said(page, '已数 2 / 4');
});

test('one too many is counted over all lines of its article', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'SHIRT' }, { sku: 'SHIRT' }]);
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, order.code);
  for (const n of [1, 2]) {
    await scan(page, 'SHIRT');
    await expect
      .poll(async () => (await arrivals(house, order.code)).filter((one) => one === 'here').length)
      .toBe(n);
    await page.waitForTimeout(450);
  }
  await scan(page, 'SHIRT');
  await said(page, '多出一件，要收吗？');
  await shows(page, '本单预报 2 件，这是第 3 件');
});

test('what another handheld takes in of a lot is not counted again, and the last piece takes the lot in', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'EARBUDS', quantity: 3 }]);
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, order.code);
  await said(page, '包裹已打开');
  const { rows } = await ok(house.call('liu', 'GET /api/v1/parcels'));
  const parcel = rows[0].code as string;
  const [lot] = order.items;
  const count = { scanId: newScan(), order: order.code, line: 1, more: 1 };
  await ok(house.call('wang', `POST /api/v1/parcels/${parcel}/counts`, count));
  await scan(page, '06901234567892');
  await said(page, '已数 2 / 3');
  // Wang's piece is received: the sums are as before, and the lot has one piece less.
  await ok(house.item('wang', lot?.code ?? '', 'receive', { location: 'R-01', parcel, quantity: 1 }));
  await scan(page, '06901234567892');
  await said(page, '已收货，请贴标签');
  expect(await arrivals(house, order.code)).toEqual(['here', 'here']);
});

test('what one press took in of several lots has a label each, and is taken back together', async () => {
  const house = await aHouse();
  const lines = [
    { sku: 'EARBUDS', quantity: 3 },
    { sku: 'SHIRT', quantity: 4 },
  ];
  const order = await announced(house, 'whale', lines);
  const page = await atStation(house, 'liu', 'receive');
  await page.evaluate(() => {
    window.open = (address) => {
      document.title = String(address);
      return null;
    };
  });
  const here = async () =>
    ((await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`))).items as Body[]).filter(
      ({ arrival }) => arrival === 'here',
    );
  await scan(page, 'R-01');
  await scan(page, order.code);
  await scan(page, '06901234567892');
  await said(page, '已数 1 / 7');
  await scan(page, 'SHIRT');
  await said(page, '已数 2 / 7');
  await press(page, '确认收货 2 件');
  await said(page, '已收货 2 件，请贴 2 张标签');
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/two-lots.png` });
  const came = await here();
  expect(came).toHaveLength(2);
  await press(page, '打印 2 张标签');
  for (const { code } of came) expect(await page.title()).toContain(code);
  await press(page, '撤销收货（2 批）');
  await said(page, '已撤销收货 2 件');
  expect(await here()).toEqual([]);
});
