import { expect, test } from 'vitest';
import { forVendor, handedOver } from '../journeys/repairs.ts';
import { announced, type Body, ok, shipmentAsk, sound, stored } from '../journeys/road.ts';
import { aHouse, newScan } from '../world.ts';
import { amber, atStation, press, said, scan, shows, smallTargets, values } from './handheld-world.ts';

test('another serial than announced, or in another’s name, is amber with both values; an IMEI may be the second', async () => {
  const house = await aHouse();
  const kites = await announced(house, 'kite', [{ sku: 'X-1', serial: 'KK-900001' }]);
  const lines = [
    { sku: 'PHONE', serial: 'BW-100001' },
    { sku: 'PHONE', serial: '490154203237518' },
    { sku: 'PHONE' },
  ];
  const order = await announced(house, 'whale', lines);
  await ok(house.call('kite', 'PATCH /api/v1/skus/SHIRT', { scanId: newScan(), gtin: '06909999000012' }));
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, order.code);
  await said(page, '包裹已打开');
  const line = (n: number) => page.locator('.screen-main .row, .screen-main .line-card').nth(n);
  const awaitSerial = async (n: number) => {
    await line(n).click();
    await press(page, '扫描序列号');
    await said(page, '请再扫一次机身或盒上的序列号');
  };
  // Another exporter's product in this parcel stays that one's, with what it is.
  await scan(page, '6909999000012');
  await said(page, '本包裹无此商品');
  await shows(page, '本包裹没有预报它。确实在箱里：');
  await shows(page, '货主 义乌纸鸢服饰有限公司');
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/wrong-doubt.png` });
  // An impatient trigger takes nothing in.
  await page.waitForTimeout(650);
  await scan(page, '6909999000012');
  await page.waitForTimeout(650);
  await said(page, '本包裹无此商品');
  expect((await ok(house.call('kite', 'GET /api/v1/items?sku=SHIRT'))).rows).toEqual([]);
  await press(page, '收下，记为“货不对版”');
  await said(page, '已按货不对版收下并挂起，请贴标签');
  // What is held is shown as itself, with its own code.
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/wrong-held.png` });
  const held = () => page.locator('.item-line').innerText();
  const [stray] = (await ok(house.call('kite', 'GET /api/v1/items?sku=SHIRT'))).rows as Body[];
  expect(stray).toMatchObject({ sku: 'SHIRT', state: { id: 'received' } });
  await expect.poll(held).toContain(stray?.code.slice(-4));
  await awaitSerial(0);
  await scan(page, 'S/N: BW-100002');
  await said(page, '序列号与预报不符');
  await amber(page);
  await values(page, ['预报', 'BW-100001', '实物', 'BW-100002']);
  expect(await smallTargets(page)).toEqual([]);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/another-serial.png` });
  await scan(page, 'S/N: BW-100002');
  await said(page, '序列号不符：预报 BW-100001，实物 BW-100002');
  await amber(page);
  await shows(page, '挂起原因');
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/held.png` });
  await awaitSerial(1);
  await scan(page, '35-209900-176148-1');
  await said(page, '序列号与预报不符');
  await press(page, '这是第二个 IMEI');
  await said(page, '已收货，请贴标签');
  await awaitSerial(2);
  await scan(page, 'KK-900001');
  await said(page, '序列号登记在另一货主名下');
  await amber(page);
  await values(page, ['登记在', `义乌纸鸢服饰有限公司\n${kites.items[0]?.code}`, '实物', 'KK-900001']);
  await press(page, '收下并挂起');
  await said(page, `序列号 KK-900001 登记在另一货主名下：${kites.items[0]?.code}`);
  const after = await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`));
  const bySerial = (after.items as Body[]).toSorted((a, b) => (a.serial < b.serial ? -1 : 1));
  expect(bySerial).toMatchObject([
    { arrival: 'here', serial: '490154203237518', imei2: '352099001761481' },
    { arrival: 'here', serial: 'BW-100001' },
    { arrival: 'here', serial: 'KK-900001' },
  ]);
  // Of another return: amber until it is said that it lies in this parcel, too; what is next of it turns by itself.
  const both = [
    { sku: 'PHONE', serial: 'BW-200001' },
    { sku: 'PHONE', serial: 'BW-200002' },
  ];
  const other = await announced(house, 'whale', both);
  await scan(page, 'BW-200001');
  await said(page, '这件属于另一张退货单');
  await amber(page);
  await scan(page, 'BW-200001');
  await said(page, `已打开退货单 ${other.code}，同一包裹`);
  await scan(page, 'BW-200002');
  await said(page, '已收货，请贴标签');
  const [parcel] = (await ok(house.call('liu', 'GET /api/v1/parcels'))).rows as Body[];
  const told = await ok(house.call('liu', `GET /api/v1/parcels/${parcel?.code}`));
  expect(told.orders.map((one: Body) => one.code).sort()).toEqual([order.code, other.code].sort());
  // The parcel's other return lies open: no doubt about what is of this one.
  const third = await announced(house, 'whale', [{ sku: 'PHONE', serial: 'BW-300001' }]);
  const more = { step: 'link', order: third.code, scanId: newScan() };
  await ok(house.call('liu', `POST /api/v1/parcels/${parcel?.code}/steps`, more));
  await page.reload();
  await page.locator('.foot .scan-box input').waitFor();
  await scan(page, 'BW-300001');
  await said(page, '已收货，请贴标签');
});

test('a code that means two things is shown with both owners, and what is chosen is opened', async () => {
  const house = await aHouse();
  const kites = await announced(house, 'kite', [{ sku: 'X-1', serial: 'EARBUDS' }]);
  const page = await atStation(house, 'liu', 'find');
  await scan(page, 'EARBUDS');
  await said(page, '这个码有几种意思，请选择');
  const rows = page.locator('.sheet[open] .row');
  await expect
    .poll(() => rows.locator('.row-title').allInnerTexts())
    .toEqual(['义乌纸鸢服饰有限公司', '深圳蓝鲸电子有限公司']);
  expect(await smallTargets(page)).toEqual([]);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/choice.png` });
  // Another scan goes on without a choice.
  await scan(page, 'A-01-01-1');
  await shows(page, '已放 0，可放 20');
  await scan(page, 'EARBUDS');
  await rows.first().click();
  await shows(page, '已预报');
  expect(kites.items).toHaveLength(1);
});

test('what comes back from a vendor is asked for its serial; another unit is amber and gets a plate of its own', async () => {
  const house = await aHouse();
  const { item, ticket, consignment } = await forVendor(house, 'spark', 'PHONE', { serial: 'VV-700001' });
  await handedOver(house, consignment);
  await ok(house.ticket('spark', ticket, 'takeIn'));
  await ok(house.ticket('spark', ticket, 'giveBack', { outcome: 'K08', workDone: '换机' }));
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, item);
  await said(page, '请扫描实物上的序列号');
  // Neither another thing nor a place makes the screen forget what lies on the table.
  await scan(page, (await announced(house, 'whale', [{ sku: 'SHIRT' }])).code);
  await said(page, /还等着扫序列号$/);
  await press(page, '知道了');
  await scan(page, 'R-01');
  await said(page, '收货货位：R-01');
  await scan(page, 'VV-700002');
  await said(page, '修回的不是送出的那件');
  await amber(page);
  await values(page, ['送出', 'VV-700001', '实物', 'VV-700002']);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/another-unit.png` });
  await press(page, '换了一件，收下并挂起');
  await said(page, '修回的不是原件：送出 VV-700001，回来 VV-700002');
  await amber(page);
  const old = await ok(house.call('liu', `GET /api/v1/items/${item}`));
  expect(old).toMatchObject({ state: { id: 'keptByVendor' } });
  await shows(page, '待复检');
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/exchanged.png` });
});

test('a dangerous battery is released by two: one signs, and the other sees what it is before the own signature', async () => {
  const house = await aHouse();
  const code = await stored(house);
  await ok(house.item('wu', code, 'hold', { kind: 'battery' }));
  const first = await atStation(house, 'wang', 'find');
  await scan(first, code);
  await press(first, '异常');
  await press(first, '解除挂起');
  const sheet = first.locator('.sheet');
  await sheet.getByRole('button', { name: '电池危险' }).click();
  await sheet.locator('textarea').fill('已放电，复检正常');
  await sheet.locator('.primary').click();
  await said(first, '已签字，等第二人复核：解除挂起');
  const second = await atStation(house, 'han', 'find');
  await scan(second, code);
  await shows(second, '已签字，等第二人复核：解除挂起');
  await press(second, '异常');
  await press(second, '确认：解除挂起');
  const signing = second.locator('.sheet');
  for (const words of ['电池危险', '已放电，复检正常', 'wang'])
    await expect.poll(() => signing.innerText()).toContain(words);
  expect((await ok(house.call('wang', `GET /api/v1/items/${code}`))).holds).toHaveLength(1);
  await press(second, '核对无误，签字');
  await said(second, '已解除挂起：电池危险');
  expect((await ok(house.call('wang', `GET /api/v1/items/${code}`))).holds).toEqual([]);
});

test('the second signature under a count and under a destruction shows what is signed before it is', async () => {
  const house = await aHouse();
  const lot = await stored(house, 'RTS', sound, 'SHIRT', { quantity: 10 });
  await ok(house.item('wu', lot, 'recount', { quantity: 19, reason: '整箱漏数' }));
  const page = await atStation(house, 'han', 'find');
  await scan(page, lot);
  await shows(page, '已签字，等第二人复核：更正数量');
  await press(page, '异常');
  await press(page, '确认：更正数量');
  const sheet = page.locator('.sheet');
  for (const words of ['10 → 19', '整箱漏数', 'wu', lot.slice(-4)])
    await expect.poll(() => sheet.innerText()).toContain(words);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/second-count.png` });
  await press(page, '先不签');
  expect((await ok(house.call('wang', `GET /api/v1/items/${lot}`))).quantity).toBe(10);
  const gone = await stored(house, 'DST');
  await ok(house.item('wang', gone, 'signDestruction', { reason: '无法修复' }));
  await scan(page, gone);
  await press(page, '销毁');
  for (const words of ['无法修复', 'wang', gone.slice(-4)])
    await expect.poll(() => sheet.innerText()).toContain(words);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/second-destruction.png` });
  await press(page, '核对无误，签字');
  await said(page, '已销毁');
});

test('what is no waybill is refused by its name, and what left is shown with its number', async () => {
  const house = await aHouse();
  const item = await stored(house);
  const shipment = await ok(house.call('wang', 'POST /api/v1/shipments', shipmentAsk('resale', [item])));
  await ok(house.item('sun', item, 'pick', { shipment: shipment.code }));
  await ok(house.item('sun', item, 'pack'));
  await ok(house.shipment('sun', shipment.code, 'close', { cartons: 1, weight: 500 }));
  const page = await atStation(house, 'sun', 'pack');
  await scan(page, shipment.code);
  await press(page, '交承运商');
  const sheet = page.locator('.sheet');
  await expect
    .poll(() => sheet.locator('input.line').evaluate((field) => field === document.activeElement))
    .toBe(true);
  await page.keyboard.type('J&T', { delay: 70 });
  await page.keyboard.press('Enter');
  await expect.poll(() => sheet.innerText()).toContain('运单号');
  for (const [code, words] of [
    ['490154203237518', '这是IMEI，请扫承运商运单。'],
    ['06901234567892', '这是商品条码，请扫承运商运单。'],
    [item, '这是货品标签，请扫承运商运单。'],
    ['https://example.com/a', '这是网址，请扫承运商运单。'],
    ['R-01', '这是货位，请扫承运商运单。'],
  ] as const) {
    await scan(page, code);
    await expect.poll(() => sheet.locator('[role=alert]').first().innerText()).toBe(words);
  }
  // Without an end key, or with one that comes late, an address is no word that a keyboard proposed.
  await page.keyboard.insertText('https://example.com/b');
  await expect
    .poll(() => sheet.locator('[role=alert]').first().innerText())
    .toBe('这是网址，请扫承运商运单。');
  await scan(page, 'JT1234567890123');
  await said(page, /^已交承运商：/);
  await shows(page, 'JT1234567890123');
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/handed-over.png` });
});

test('a lot that is split shows the code of its part', async () => {
  const house = await aHouse();
  const lot = await stored(house, 'RTS', sound, 'SHIRT', { quantity: 10 });
  const page = await atStation(house, 'wu', 'find');
  await scan(page, lot);
  await shows(page, lot.slice(-5));
  await ok(house.item('wu', lot, 'split', { quantity: 4 }));
  await page.reload();
  const { splitInto } = await ok(house.call('wang', `GET /api/v1/items/${lot}`));
  await shows(page, splitInto.slice(-5));
  await shows(page, '打印两张标签');
});
