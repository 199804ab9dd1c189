import { eq } from 'drizzle-orm';
import request from 'supertest';
import { expect, test } from 'vitest';
import { users } from '../../db/schema/people.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { newRequestContext } from '../../server/http/new-request-context.ts';
import { workOutbox } from '../../server/jobs/outbox.ts';
import { ok } from '../journeys/road.ts';
import { aHouse } from '../world.ts';
import { aPage, axeFaults, deskScreen } from './browser.ts';

test('production over plain HTTP on a public address is said to administrators on every page, and to nobody else', async () => {
  const house = await aHouse();
  Object.assign(house.deps.config, { PUBLIC_URL: 'http://guihang.example.com' });
  const page = await aPage(house, 'admin', deskScreen);
  const banner = page.getByRole('alert').getByText(/系统正通过未加密的 HTTP 在公网上提供服务/);
  for (const address of ['/office', '/office/settings/people']) {
    await page.goto(address);
    await banner.waitFor();
  }
  expect(await axeFaults(page)).toEqual([]);
  const others = await aPage(house, 'ma', deskScreen);
  await others.goto('/office');
  await others.getByRole('heading', { name: '看板' }).waitFor();
  expect(await others.getByText(/HTTP/).count()).toBe(0);
  Object.assign(house.deps.config, { PUBLIC_URL: 'http://192.168.1.2:3000' });
  await page.reload();
  await page.getByRole('heading', { name: '人员' }).first().waitFor();
  expect(await banner.count()).toBe(0);
});

test('a key whose maker lost the right says so, and works again once an administrator takes it over', async () => {
  const house = await aHouse();
  const ask = { name: 'ERP', scopes: ['items.read'], days: 30 };
  const { secret } = await ok(house.call('whale', 'POST /api/v1/api-keys', ask));
  const used = async () =>
    (await request(house.server).get('/api/v1/items').set('authorization', `Bearer ${secret}`)).status;
  const system = house.database.as(systemViewer);
  for (const row of await system.find(users, eq(users.id, 'whale')))
    await system.atomically((tx) => tx.change(users, row, { role: 'exporterMember' }));
  expect(await used()).toBe(401);
  const page = await aPage(house, 'admin', deskScreen);
  await page.goto('/office/settings/keys');
  await page.getByText('已停用：负责人已无权管理密钥，请接管').waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '接管 ERP' }).click();
  await page.getByRole('row', { name: /ERP/ }).getByText('admin').waitFor();
  expect(await page.getByRole('button', { name: '接管 ERP' }).count()).toBe(0);
  expect(await used()).toBe(200);
});

test('what was refused often waits as a notice in the office, is counted in the rail and read there', async () => {
  const house = await aHouse();
  const page = await aPage(house, 'admin', deskScreen);
  for (let n = 0; n < 10; n++) await request(house.server).get('/api/v1/items');
  const work = () => workOutbox(house.deps, newRequestContext(house.deps));
  await expect.poll(work).toBe(1);
  await page.goto('/office');
  await page.getByRole('link', { name: '通知（1 条未读）' }).click();
  await page.getByText(/一分钟内有 10 次请求被拒绝（401）/).waitFor();
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: '全部标为已读' }).click();
  await page.getByRole('link', { name: '通知', exact: true }).waitFor();
  const others = await aPage(house, 'ma', deskScreen);
  await others.goto('/office');
  await others.getByRole('heading', { name: '看板' }).waitFor();
  expect(await others.getByRole('link', { name: '通知' }).count()).toBe(0);
});

test('a screen that asks by itself says so once nobody touched it for a minute, and a touch ends that', async () => {
  const house = await aHouse();
  const page = await aPage(house, 'admin', deskScreen);
  await page.clock.install();
  const asked: (string | undefined)[] = [];
  page.on('request', (one) => {
    if (one.url().endsWith('/api/v1/notices')) asked.push(one.headers()['x-unattended']);
  });
  await page.goto('/office/notices');
  await page.getByText('还没有通知').waitFor();
  expect(asked.every((one) => one === undefined)).toBe(true);
  const since = asked.length;
  await page.clock.fastForward(70_000);
  await page.clock.fastForward(70_000);
  await expect.poll(() => asked.length).toBeGreaterThan(since);
  expect(asked.slice(since)).toEqual(asked.slice(since).map(() => 'yes'));
  const then = asked.length;
  // Touched twice a minute: whenever its next question falls due, it is asked by a person.
  const touchedAndAsked = async () => {
    await page.mouse.click(600, 400);
    await page.clock.fastForward(30_000);
    return asked.slice(then);
  };
  await expect.poll(touchedAndAsked).toContain(undefined);
});
