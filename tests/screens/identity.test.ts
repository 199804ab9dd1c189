import { createHmac } from 'node:crypto';
import type { Page } from 'playwright-core';
import request from 'supertest';
import { expect, test } from 'vitest';
import { clockStandsBetweenCodes } from '../journeys/browsers.ts';
import { aNewBadge } from '../journeys/handhelds.ts';
import { tokenFor } from '../journeys/links.ts';
import { announced, ok } from '../journeys/road.ts';
import { readScreenshot } from '../labels/reader.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { aPage, choose, deskScreen, downloaded, handheldScreen } from './browser.ts';
import { scan } from './handheld-world.ts';

const password = 'the tide comes in at seven';

async function pressPin(page: Page, pin: string) {
  for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: '确定' }).click();
}

/** What a camera reads from the QR code that this page shows under this name. */
const whatIsDrawn = async (page: Page, name: string) =>
  readScreenshot(await page.getByRole('img', { name }).screenshot());

/** From the office to the shelf: a handheld is enrolled with the code that the office shows. */
async function anEnrolledPage(house: House) {
  const office = await aPage(house, 'admin', deskScreen);
  await office.goto('/office/settings/devices');
  await office.getByRole('button', { name: '新增设备' }).click();
  await office.getByLabel('名称').fill('HT-01');
  await office.locator('.ant-modal').getByText('海口一号仓').click();
  await office.getByRole('button', { name: /^确\s?认|^确\s?定/ }).click();
  const code = ((await office.locator('.big-code').textContent()) ?? '').replace(/\s/g, '');
  expect(await whatIsDrawn(office, '登记码的二维码')).toEqual([`GHD${code}`]);
  const page = await aPage(house, 'nobody', handheldScreen);
  await page.goto('/');
  await page.getByText('登记此设备为手持终端').click();
  await page.getByLabel('登记码').fill(code);
  await page.getByRole('button', { name: '登记' }).click();
  await page.getByText('扫描您的工牌').waitFor();
  return page;
}

test('a handheld is enrolled; a badge and a PIN bring people in, out and back to their work', async () => {
  const house = await aHouse();
  const page = await anEnrolledPage(house);
  const order = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  const item = order.items[0]?.code ?? '';
  const { badge, firstPin } = await aNewBadge(house, 'liu');
  await scan(page, badge);
  await pressPin(page, firstPin);
  await page.getByRole('heading', { name: '设置您自己的 PIN' }).waitFor();
  await pressPin(page, '4071');
  await page.getByRole('heading', { name: '再输入一次新 PIN' }).waitFor();
  await pressPin(page, '4071');
  await page.getByText('海口一号仓 · liu').waitFor();
  // In the middle of the work …
  await page.goto('/handheld/find');
  await page.locator('.foot .scan-box input').waitFor();
  await scan(page, item);
  await page
    .getByText(`${item.slice(0, 5)}-${item.slice(5)}`)
    .first()
    .waitFor();
  await page.getByText('最近操作').first().waitFor();
  const before = await page.locator('main').first().textContent();
  // … the handheld is put down and locks itself; its owner comes back and finds all as it was.
  await scan(page, badge);
  await page.getByRole('heading', { name: '输入 PIN' }).waitFor();
  expect(await page.getByText(item.slice(5)).first().isVisible()).toBe(false);
  await pressPin(page, '4072');
  await page.getByText('工牌或 PIN 不正确').waitFor();
  await pressPin(page, '4071');
  await page
    .getByText(`${item.slice(0, 5)}-${item.slice(5)}`)
    .first()
    .waitFor();
  expect((await page.locator('main').first().textContent()) ?? '').toBe(before);
  // Somebody else takes over and begins anew.
  const wu = await aNewBadge(house, 'wu');
  await scan(page, wu.badge);
  await pressPin(page, wu.firstPin);
  await pressPin(page, '8362');
  await pressPin(page, '8362');
  await page.getByText('海口一号仓 · wu').first().waitFor();
  expect(await page.getByText(item.slice(5)).count()).toBe(0);
  // They take turns, and each finds the first screen as their own.
  for (const [name, secret, pin] of [
    ['liu', badge, '4071'],
    ['wu', wu.badge, '8362'],
    ['liu', badge, '4071'],
  ] as const) {
    await scan(page, secret);
    await pressPin(page, pin);
    await page.getByText(`海口一号仓 · ${name}`).first().waitFor();
  }
});

test('a door that shuts over an open sheet opens to badge, keys and taps, and the sheet is there again', async () => {
  const house = await aHouse();
  const page = await anEnrolledPage(house);
  const { badge, firstPin } = await aNewBadge(house, 'liu');
  await scan(page, badge);
  for (const pin of [firstPin, '4071', '4071']) await pressPin(page, pin);
  await page.getByText('海口一号仓 · liu').waitFor();
  await page.goto('/handheld/find');
  await page.locator('.foot .scan-box input').waitFor();
  await page.getByRole('button', { name: '异常' }).click();
  await page.locator('.sheet[open]').waitFor();
  // A badge, scanned over the sheet.
  await scan(page, badge);
  await page.getByRole('heading', { name: '输入 PIN' }).waitFor();
  expect(await page.locator('.sheet[open]').count()).toBe(0);
  // A parcel, scanned in place of the PIN, is no part of it.
  await scan(page, '4071123456789');
  await page.getByText('这不是工牌').first().waitFor();
  await pressPin(page, '4071');
  await page.locator('.sheet[open]').waitFor();
  // The minutes are over while the sheet is open; keys enter the PIN.
  await page.clock.install();
  await page.clock.runFor('10:30');
  await page.getByText('liu 的工作都还在').waitFor();
  await scan(page, badge);
  await page.getByRole('heading', { name: '输入 PIN' }).waitFor();
  await page.clock.runFor(500);
  await page.keyboard.type('4071', { delay: 60 });
  await page.keyboard.press('Enter');
  await page.locator('.sheet[open]').waitFor();
});

test('a handheld that nobody touches locks itself after the minutes of its warehouse', async () => {
  const house = await aHouse();
  const page = await anEnrolledPage(house);
  const { badge, firstPin } = await aNewBadge(house, 'liu');
  await page.clock.install();
  await scan(page, badge);
  await page.clock.runFor(500);
  await pressPin(page, firstPin);
  await pressPin(page, '4071');
  await pressPin(page, '4071');
  await page.getByText('海口一号仓 · liu').waitFor();
  await page.clock.runFor('09:50');
  expect(await page.getByText('扫描您的工牌').count()).toBe(0);
  await page.clock.runFor('00:20');
  await page.getByText('liu 的工作都还在').waitFor();
});

test('an exporter invites a colleague, who chooses a password and finds the portal', async () => {
  const house = await aHouse();
  house.clock.now = new Date();
  const page = await aPage(house, 'whale', deskScreen);
  await page.goto('/portal');
  await page.getByRole('button', { name: 'whale' }).click();
  await page.getByText('成员', { exact: true }).click();
  await page.getByRole('button', { name: '邀请', exact: true }).click();
  await page.getByLabel('邮箱').fill('new@whale.example');
  await page.getByText('出口商员工', { exact: true }).last().click();
  await page.getByRole('button', { name: /^确\s?认|^确\s?定/ }).click();
  await page.getByText('等待接受').waitFor();
  const theirs = await aPage(house, 'nobody', handheldScreen);
  await theirs.goto(`/invitation?token=${await tokenFor(house, 'new@whale.example')}`);
  await theirs.getByText('以“出口商员工”身份加入').waitFor();
  await theirs.getByLabel('姓名').fill('新同事');
  await theirs.getByLabel(/^密码/).fill(password);
  await theirs.getByRole('button', { name: '创建账号' }).click();
  await theirs.waitForURL(/\/portal/);
  await theirs.getByRole('button', { name: '新同事' }).waitFor();
});

test('a forgotten password is replaced with the mailed link', async () => {
  const house = await aHouse();
  house.clock.now = new Date();
  const page = await aPage(house, 'nobody', deskScreen);
  await page.goto('/');
  await page.getByText('忘记密码？').click();
  await page.getByLabel('邮箱').fill('wang@example.test');
  await page.getByRole('button', { name: '发送链接' }).click();
  await page.getByText('链接已经发出').waitFor();
  await page.goto(`/reset?token=${await tokenFor(house, 'wang@example.test')}`);
  await page.getByLabel(/^新密码/).fill('password123!');
  await page.getByRole('button', { name: '保存并登录' }).click();
  await page.getByText('这个密码太常见').waitFor();
  await page.getByLabel(/^新密码/).fill(password);
  await page.getByRole('button', { name: '保存并登录' }).click();
  await page.getByLabel('用户名或邮箱').fill('wang');
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '看板' }).waitFor();
});

/** RFC 6238: what an authenticator app would show. */
function codeNow(secret: string, steps = 0): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac('sha1', key).update(counter).digest();
  return String((mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}

test('a second factor is set up in the account and asked for at the next sign-in', async () => {
  clockStandsBetweenCodes();
  const house = await aHouse();
  house.clock.now = new Date();
  await ok(house.call('admin', 'PATCH /api/v1/people/ma', { scanId: newScan(), password }));
  const signIn = async () => {
    const page = await aPage(house, 'nobody', deskScreen);
    await page.goto('/');
    await page.getByLabel('用户名或邮箱').fill('ma');
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    return page;
  };
  const page = await signIn();
  await page.getByRole('button', { name: 'ma', exact: true }).click();
  await page.getByText('我的账号').click();
  await page.getByRole('button', { name: '开启' }).click();
  await page.getByLabel('当前密码').fill(password);
  await page.getByRole('button', { name: /^确\s?认$|^确\s?定$/ }).click();
  const [uri] = await whatIsDrawn(page, '两步验证的二维码');
  expect(uri).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]+/);
  const secret = ((await page.locator('.second-factor > .code').first().textContent()) ?? '').replace(
    /\s/g,
    '',
  );
  await page.getByLabel('应用显示的 6 位数字').fill(codeNow(secret, -1));
  await page.getByRole('button', { name: '确认并开启' }).click();
  await page.getByText('已开启').waitFor();
  const next = await signIn();
  await next.getByLabel('验证码').fill(codeNow(secret));
  await next.getByRole('button', { name: '确认' }).click();
  await next.getByRole('heading', { name: '看板' }).waitFor();
});

test('an API key is made, used, and worth nothing from the moment it is revoked', async () => {
  const house = await aHouse();
  const page = await aPage(house, 'whale', deskScreen);
  await page.goto('/portal/keys');
  await page.getByRole('button', { name: '新建密钥' }).first().click();
  await page.getByLabel('名称').fill('ERP');
  await page.getByLabel('权限').click();
  await choose(page, '查看货品');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^确\s?认$|^确\s?定$/ }).click();
  const secret = ((await page.locator('.ant-alert .code').textContent()) ?? '').trim();
  const ask = () => request(house.server).get('/api/v1/items').set('authorization', `Bearer ${secret}`);
  expect((await ask()).status).toBe(200);
  await page.getByRole('button', { name: '作废 ERP' }).click();
  await page.getByText('已作废').waitFor();
  expect((await ask()).status).toBe(401);
  // Whoever heads an exporter reads what happened to its keys and people, filtered as they like.
  await page.goto('/portal/audit');
  await page.getByRole('status').getByText('共 2 条').waitFor();
  await page.goto('/portal/audit?action=keyRevoked');
  await page.getByRole('status').getByText('共 1 条').waitFor();
  const file = await downloaded(page, '下载表格', '纯文本表格（CSV）');
  expect(file.bytes.toString().trim().split('\n')).toHaveLength(2);
});
