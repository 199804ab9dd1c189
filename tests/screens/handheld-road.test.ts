import { expect, test } from 'vitest';
import { aPicture } from '../house-rules/goods.ts';
import { announced, broken, decided, ok, shipmentAsk, sound, state, stored } from '../journeys/road.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { atStation, press, said, scan, shows } from './handheld-world.ts';

const steps = async (house: House, code: string) => {
  const { events } = await ok(house.call('wang', `GET /api/v1/items/${code}/history`));
  return events.map((event: { step: string }) => event.step).reverse();
};

test('a parcel is received, inspected, put away, picked, packed and handed over by scanner and thumb', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'EARBUDS' }], { waybill: 'JT0001112223334' });
  const code = order.items[0]?.code ?? '';

  const receiver = await atStation(house, 'liu', 'receive');
  await scan(receiver, 'R-01');
  await said(receiver, '收货货位：R-01');
  await scan(receiver, 'JT0001112223334');
  await said(receiver, '包裹已打开');
  await expect.poll(() => receiver.locator('.big-number').innerText()).toMatch(/^0\s*\/ 1/);
  await scan(receiver, '06901234567892');
  await said(receiver, '已收货，请贴标签');
  await expect.poll(() => receiver.locator('.big-number').innerText()).toMatch(/^1\s*\/ 1/);
  expect(await state(house, code)).toBe('received');
  await press(receiver, '拆完包裹');
  await said(receiver, '包裹已拆完，退货单已收齐');

  const inspector = await atStation(house, 'chen', 'inspect');
  await scan(inspector, code);
  // While its questions are open, a web address is no serial.
  await expect.poll(() => inspector.locator('.question h2').count()).toBe(1);
  await scan(inspector, 'www.example.com/earbuds');
  await said(inspector, '这是网址');
  await press(inspector, '知道了');
  for (const answer of ['完好', '无痕', '全部正常', '齐全', '原包装已拆']) await press(inspector, answer);
  await press(inspector, '提交质检');
  await said(inspector, '已质检');
  await shows(inspector, '准新');
  await press(inspector, '良品上架');
  await said(inspector, '去向已定：良品上架');

  for (const place of ['W-1', 'W-9'])
    await ok(house.call('ma', 'POST /api/v1/locations', { scanId: newScan(), zone: 'ST', code: place }));
  const keeper = await atStation(house, 'wu', 'put-away');
  await scan(keeper, code);
  await expect.poll(() => keeper.locator('.place').innerText()).toMatch(/^A-01-01-/);
  await scan(keeper, 'P-01');
  await said(keeper, '不能这样做');
  await shows(keeper, '这个货位不能放这件货');
  await press(keeper, '知道了');
  // Where it may lie and was not proposed is amber, and asked for once more.
  await scan(keeper, 'W-9');
  await said(keeper, '不是建议的货位');
  expect(await state(house, code)).toBe('sorted');
  await scan(keeper, 'A-01-01-1');
  await said(keeper, '已放到 A-01-01-1');
  expect(await state(house, code)).toBe('stored');

  const shipment = await ok(house.call('wang', 'POST /api/v1/shipments', shipmentAsk('resale', [code])));
  const packer = await atStation(house, 'sun', 'pick');
  await scan(packer, shipment.code);
  await expect.poll(() => packer.locator('.place').innerText()).toBe('A-01-01-1');
  await scan(packer, code);
  await said(packer, '已拣货');
  await press(packer, '去打包');
  await said(packer, '出库单已打开');
  await scan(packer, code);
  await said(packer, '已装箱');
  await press(packer, '封箱');
  await packer.locator('.sheet .primary').click();
  await said(packer, '已封箱');
  await press(packer, '交承运商');
  for (const words of ['J&T', 'JT1234567890123']) {
    await expect
      .poll(() => packer.locator('.sheet input.line').evaluate((field) => field === document.activeElement))
      .toBe(true);
    await packer.keyboard.type(words, { delay: 70 });
    await packer.keyboard.press('Enter');
  }
  await said(packer, '已交承运商：J&T');
  expect(await steps(house, code)).toEqual([
    'announce',
    'receive',
    'inspect',
    'decide',
    'putAway',
    'reserve',
    'pick',
    'pack',
    'ship',
  ]);
});

test('a repair is begun, taken in, diagnosed, quoted, done and checked at the bench', async () => {
  const house = await aHouse();
  const code = await decided(house, 'REP', { ...broken, battery: 'good', wiped: true }, 'PHONE', {
    serial: 'SN0001',
  });
  const bench = await atStation(house, 'zhao', 'bench');
  await scan(bench, 'SN0001');
  await said(bench, /^智能手机 M8 /);
  await expect.poll(() => bench.locator('.banner').getAttribute('class')).toContain('success');
  await press(bench, '站内维修');
  await bench.locator('.sheet textarea').fill('不开机');
  await bench.locator('.sheet .primary').click();
  await bench.locator('.sheet .row', { hasText: '维修工位' }).click();
  await scan(bench, 'B-01');
  await said(bench, '已转站内维修');
  await press(bench, '接收');
  await bench.locator('.sheet .primary').click();
  await said(bench, '已接收');
  await press(bench, '诊断');
  await bench.locator('.sheet textarea').fill('电源芯片损坏');
  await bench.locator('.sheet .primary').click();
  await said(bench, '诊断已记录');
  await press(bench, '报价');
  for (const amount of ['30', '90.5']) {
    await bench.locator('.sheet .amount input').pressSequentially(amount, { delay: 70 });
    await bench.keyboard.press('Enter');
  }
  await bench.locator('.sheet .primary').click();
  await said(bench, '报价已发出');
  await shows(bench, '¥120.50');
  // Its exporter has to answer: nothing is green where nothing can be done.
  await scan(bench, code);
  await said(bench, /，这里没有要做的$/);
  await expect.poll(() => bench.locator('.banner').getAttribute('class')).toContain('warning');
  const { ticket } = await ok(house.call('zhao', `GET /api/v1/items/${code}`));
  await ok(house.ticket('whale', ticket.code, 'approve'));
  await scan(bench, ticket.code);
  await press(bench, '开始维修');
  await said(bench, '维修已开始');
  await press(bench, '维修完成');
  await bench.locator('.sheet .choices .side').first().click();
  await bench.locator('.sheet textarea').fill('更换电源芯片');
  await bench.locator('.sheet .primary').click();
  await said(bench, '维修已完成');
  expect(await state(house, code)).toBe('toCheck');
  await press(bench, '复检通过');
  for (const answer of ['完好', '无痕', '全部正常', '齐全', '原包装已拆'])
    await bench.locator('.sheet').getByRole('button', { name: answer, exact: true }).click();
  await bench.locator('.sheet .primary').click();
  await said(bench, '复检已通过');
  expect(await state(house, code)).toBe('inspected');
});

test('a lot is counted scan by scan; one too many is asked about; what did not come is reported', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'EARBUDS', quantity: 2 }, { sku: 'SHIRT' }]);
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, order.code);
  await said(page, '包裹已打开');
  await scan(page, '06901234567892');
  await said(page, '已数 1 / 3');
  // It says what it takes back.
  await press(page, '减 1 件：蓝牙耳机 BW-200 黑色');
  await said(page, '已数 0 / 3');
  await expect.poll(() => page.locator('.big-number').first().innerText()).toMatch(/^0\s*\/ 3/);
  await scan(page, '06901234567892');
  await scan(page, '06901234567892');
  await said(page, '已收货，请贴标签');
  await scan(page, '06901234567892');
  await said(page, '多出一件，要收吗？');
  // An impatient trigger affirms nothing: one too many is a tap.
  await scan(page, '06901234567892');
  await said(page, '多出一件，要收吗？');
  await page.waitForTimeout(400);
  expect((await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`))).items).toHaveLength(2);
  await press(page, '收下，记为“多件”');
  await said(page, '已记为多件并挂起，请贴标签');
  await press(page, '拆完包裹');
  await press(page, '报未到 1 件');
  await said(page, '已报未到 1 件');
  const after = await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`));
  expect(after.items.map(({ arrival }: { arrival: string }) => arrival).sort()).toEqual([
    'here',
    'here',
    'missing',
  ]);
  const { rows } = await ok(house.call('wang', 'GET /api/v1/items?held=yes'));
  expect(rows).toMatchObject([{ sku: 'EARBUDS', state: { id: 'received' } }]);
});

test('a parcel that nobody announced comes in blind after the same scan twice', async () => {
  const house = await aHouse();
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, 'XX123456789');
  await said(page, '不认识这个码');
  await scan(page, 'XX123456789');
  await press(page, '衣物');
  await page.locator('.sheet .primary').click();
  await said(page, '已按无预报收下并挂起，请贴标签');
  const { rows } = await ok(house.call('wang', 'GET /api/v1/items?held=yes'));
  expect(rows).toHaveLength(1);
});

test('a return that was called off comes in one way only, and a swollen battery in it is danger at once', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'POWERBANK' }], { waybill: 'JT0005556667778' });
  await ok(house.order('whale', order.code, 'cancel'));
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, 'JT0005556667778');
  await said(page, '这张退货单不收货');
  await shows(page, '已取消');
  await expect.poll(() => page.locator('.banner').getAttribute('class')).toContain('warning');
  await press(page, '按无主件收下');
  await page.locator('.sheet .question .scan-box input').waitFor();
  // A place for stock is refused, and what was said is not said again.
  await scan(page, 'A-01-01-1');
  await press(page, '无标签包裹');
  await page.locator('.sheet .primary').click();
  await said(page, '不能这样做');
  await press(page, '知道了');
  await page.locator('.sheet .question .scan-box input').waitFor();
  await scan(page, 'H-01-01-1');
  await page.locator('.sheet .row', { hasText: '有什么异常？' }).click();
  await page.locator('.sheet').getByRole('button', { name: '电池鼓包/漏液' }).click();
  await page.locator('.sheet .primary').click();
  await said(page, '危险品：放进危险品柜');
  const { rows } = await ok(house.call('wang', 'GET /api/v1/items?held=yes'));
  expect(rows).toMatchObject([{ hazard: true, location: 'H-01-01-1' }]);
});

test('what was put away is taken back with one press, as long as it lies where it was put', async () => {
  const house = await aHouse();
  const code = await stored(house);
  const page = await atStation(house, 'wu', 'put-away');
  await scan(page, code);
  await said(page, /^广告衫 .* 已在 A-01-01-1$/);
  await expect.poll(() => page.locator('.banner').getAttribute('class')).toContain('warning');
  await page.locator('.screen-actions input[type=file]').setInputFiles({
    ...{ name: 'item.jpg', mimeType: 'image/jpeg', buffer: await aPicture },
  });
  await said(page, '照片已保存');
  expect((await ok(house.call('wang', `GET /api/v1/items/${code}/history`))).photos).toHaveLength(1);
  await press(page, '撤销上一步');
  await said(page, '已撤销上架');
  expect(await state(house, code)).toBe('sorted');
});

test('whatever is scanned at find says what and where it is, and what lies there', async () => {
  const house = await aHouse();
  const code = await stored(house, 'RTS', sound, 'EARBUDS');
  const page = await atStation(house, 'wu', 'find');
  await scan(page, 'A-01-01-1');
  await shows(page, '蓝牙耳机 BW-200 黑色');
  const photo = { name: 'place.jpg', mimeType: 'image/jpeg', buffer: await aPicture };
  await page.locator('.screen-actions input[type=file]').setInputFiles(photo);
  await said(page, '照片已保存');
  await page.locator('.row').first().click();
  await expect.poll(() => page.locator('.place').innerText()).toBe('A-01-01-1');
  await shows(page, '最近操作');
  await scan(page, '06901234567892');
  await expect.poll(() => page.locator('.row').first().innerText()).toContain(code.slice(0, 5));
});
