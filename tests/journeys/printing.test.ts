import { expect, test } from 'vitest';
import { pageCount, picture, scan, textOf } from '../labels/reader.ts';
import { aHouse } from '../world.ts';
import { printed } from './printed.ts';
import { announced, broken, decided, ok, received, shippedOut, sound, stored } from './road.ts';

test('the label of a received item reads back as its licence plate, in both symbols', async () => {
  const house = await aHouse();
  const [one, two] = [await received(house, 'EARBUDS'), await received(house)];
  const pdf = await printed(house, 'liu', `labels/items.pdf?codes=${one},${two}`);
  expect(pageCount(pdf)).toBe(2);
  for (const dpi of [203, 300]) expect((await scan(picture(pdf, dpi))).join()).toContain(one);
  expect(textOf(pdf)).toContain('蓝牙耳机');
});

test('slip, shipping label, consignment list and location label carry their codes', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'SHIRT', quantity: 3 }]);
  const slip = await printed(house, 'whale', `return-orders/${order.code}/slip.pdf`);
  expect((await scan(picture(slip, 203))).join()).toContain(order.code);
  const shipment = await shippedOut(house, 'resale', [await stored(house)]);
  const label = await printed(house, 'sun', `shipments/${shipment}/label.pdf`);
  expect((await scan(picture(label, 203))).join()).toContain('JT1234567890123');
  const away = await decided(house, 'RPV', broken);
  await ok(house.item('zhao', away, 'handToVendor', { vendor: 'spark', fault: '无声' }));
  const { rows } = await ok(house.call('wu', 'GET /api/v1/consignments'));
  const list = await printed(house, 'wu', `consignments/${rows[0].code}/list.pdf`);
  expect(textOf(list)).toContain('无声');
  const place = await printed(house, 'wu', 'labels/locations.pdf?codes=H-01-01-1');
  expect((await scan(picture(place, 203))).join()).toContain('H-01-01-1');
});

test('a shipping label says what was packed: where it goes, what it weighs, and its strictest battery', async () => {
  const house = await aHouse();
  const codes = [
    await stored(house, 'RTS', sound, 'EARBUDS'),
    await stored(house, 'RTS', sound, 'SHIRT', { quantity: 2 }),
  ];
  const asked = { consignee: '李四', address: '曼谷素坤逸路12号', country: 'TH', phone: '+66812345678' };
  const shipment = await shippedOut(house, 'resale', codes, asked, { weight: 4260 });
  const text = textOf(await printed(house, 'sun', `shipments/${shipment}/label.pdf?language=zh`));
  for (const said of ['J&T', '4.26kg', '李四', '曼谷素坤逸路12号TH', '+66812345678', '海口一号仓', 'UN3481'])
    expect(text).toContain(said);
  expect(text).toContain('内件3件');
  expect(text).toContain('蓝牙耳机BW-200黑色×1');
  expect(text).toContain('广告衫×2');
});

test('a consignment list counts every piece that the vendor gets, and says whose it is', async () => {
  const house = await aHouse();
  for (const line of [{ quantity: 3 }, {}]) {
    const code = await decided(house, 'RPV', broken, 'SHIRT', line);
    await ok(house.item('zhao', code, 'handToVendor', { vendor: 'spark', fault: '无声' }));
  }
  const { rows } = await ok(house.call('wu', 'GET /api/v1/consignments'));
  const list = `consignments/${rows[0].code}`;
  const { items } = await ok(house.call('wu', `GET /api/v1/${list}`));
  expect(items.map(({ quantity }: { quantity: number }) => quantity).sort()).toEqual([1, 3]);
  const text = textOf(await printed(house, 'wu', `${list}/list.pdf?language=zh`));
  for (const said of [
    '合计4件',
    '广告衫3无声',
    '广告衫1无声',
    '海口创维修服务部',
    '海口一号仓',
    '王芳13800000000',
  ])
    expect(text).toContain(said);
});

test('nobody prints the label of a stranger’s item', async () => {
  const house = await aHouse();
  const code = await received(house);
  expect((await house.call('kite', `GET /api/v1/labels/items.pdf?codes=${code}`)).status).toBe(404);
  expect((await house.call('zhou', `GET /api/v1/labels/items.pdf?codes=${code}`)).status).toBe(404);
});
