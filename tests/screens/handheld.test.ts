import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Name } from '../cast.ts';
import { announced, decided, inspected, ok, received, stored } from '../journeys/road.ts';
import { aHouse, type House } from '../world.ts';
import { axeFaults } from './browser.ts';
import { atStation, felt, fits, press, said, scan, shows, smallTargets } from './handheld-world.ts';

const box = (page: Page) => page.locator('.foot .scan-box input');
const historyOf = async (house: House, code: string) =>
  (await ok(house.call('wang', `GET /api/v1/items/${code}/history`))).events as { step: string }[];

test('a scan ends with Enter, with Tab or with silence, and the box keeps the focus', async () => {
  const house = await aHouse();
  const page = await atStation(house, 'wu', 'find');
  for (const end of ['Enter', 'Tab', 'silence']) {
    await page.keyboard.insertText('A-01-01-1');
    if (end !== 'silence') await page.keyboard.press(end);
    await shows(page, 'A-01-01-1');
    await expect.poll(() => box(page).inputValue()).toBe('');
    await page.locator('.screen-main').click();
    await expect.poll(() => box(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.reload();
    await page.evaluate(() => sessionStorage.clear());
    await box(page).waitFor();
  }
  expect(await box(page).getAttribute('inputmode')).toBe('none');
});

test('the separator of GS1 goes to the server, other control characters do not', async () => {
  const house = await aHouse();
  const page = await atStation(house, 'wu', 'find');
  // A device that is known to end its scans with a key is given the time to: on a slow machine, too, the parts are one.
  await scan(page, 'A-01-01-1');
  await said(page, '货位');
  const sent = page.waitForRequest('**/api/v1/scans');
  await page.keyboard.insertText('\u00020106901234567892\u001d21SN\u0003');
  await page.keyboard.press('Control+]');
  await page.keyboard.insertText('10L1');
  await page.keyboard.press('Enter');
  expect((await sent).postDataJSON()).toMatchObject({
    station: 'find',
    text: '0106901234567892\u001d21SN\u001d10L1',
  });
});

test('a scan that an input method composes is refused, and the words say what to do', async () => {
  const house = await aHouse();
  const page = await atStation(house, 'wu', 'find');
  const input = await page.context().newCDPSession(page);
  await input.send('Input.imeSetComposition', { text: 'a01', selectionStart: 3, selectionEnd: 3 });
  await page.keyboard.insertText('啊01011');
  await expect.poll(() => page.locator('.scan-refusal').innerText()).toBe('请把键盘切换到英文，再扫一次');
  expect(await box(page).inputValue()).toBe('');
  // What comes within a moment is the rest of it.
  await page.waitForTimeout(300);
  await scan(page, 'A-01-01-1');
  await said(page, '货位');
});

test('when the answer of a step is lost, the same step is sent again and happens once', async () => {
  const house = await aHouse();
  const { code } = await announced(house, 'whale', [{ sku: 'EARBUDS' }]);
  const page = await atStation(house, 'liu', 'receive');
  const ids: string[] = [];
  await page.route('**/api/v1/items/*/steps', async (route) => {
    ids.push(route.request().postDataJSON().scanId);
    if (ids.length > 4) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await scan(page, 'R-01');
  await scan(page, code);
  await said(page, '包裹已打开');
  await scan(page, '06901234567892');
  await said(page, '连不上服务器，1 条已暂存待传');
  await shows(page, '离线');
  await press(page, '重试');
  await said(page, '已收货，请贴标签');
  expect(new Set(ids).size).toBe(1);
  const order = await ok(house.call('liu', `GET /api/v1/return-orders/${code}`));
  const steps = (await historyOf(house, order.items[0].code)).map(({ step }) => step);
  expect(steps).toEqual(['receive', 'announce']);
});

test('two presses within one frame, as a worn button makes them, take a step once', async () => {
  const house = await aHouse();
  const code = await decided(house, 'REP');
  const page = await atStation(house, 'zhao', 'bench');
  const sent: string[] = [];
  page.on('request', (one) => {
    if (one.method() === 'POST' && one.url().endsWith('/steps')) sent.push(one.postDataJSON().step);
  });
  await scan(page, code);
  await press(page, '站内维修');
  await page.getByLabel('内容').fill('左耳没有声音');
  await page.locator('dialog[open]').getByRole('button', { name: '下一步' }).click();
  const last = page.locator('dialog[open]').getByRole('button', { name: '站内维修' });
  await last.evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await said(page, /^已转站内维修/);
  expect(sent).toEqual(['startRepair']);
});

test('a refusal says what, where, why and what next, and stays until somebody scans on or acknowledges it', async () => {
  const house = await aHouse();
  const code = await stored(house);
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await said(page, '收货货位：R-01');
  await scan(page, code);
  await said(page, '不能这样做');
  for (const words of ['这是什么', '在哪里', 'A-01-01-1', '为什么', '请您']) await shows(page, words);
  // Who is in gloves scans on, though not within the moment in which it would be the tail of what was refused.
  await page.waitForTimeout(400);
  await scan(page, 'R-01');
  await said(page, '收货货位：R-01');
  await scan(page, code);
  await said(page, '不能这样做');
  await press(page, '知道了');
  await expect.poll(() => page.locator('.banner').count()).toBe(0);
  // What was scanned before the refusal could be seen neither hides it nor is lost; the same once more is refused once.
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/scans')) asked.push(request.postDataJSON().text);
  });
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/v1/items/*/steps', async (route) => {
    await held;
    await route.continue();
  });
  await scan(page, code);
  await expect.poll(() => asked).toEqual([code]);
  await page.waitForTimeout(350);
  await scan(page, code);
  await scan(page, 'P-01');
  await page.waitForTimeout(50);
  answer();
  await said(page, '不能这样做');
  await shows(page, '之后扫的，还没处理');
  await shows(page, 'P-01');
  expect(asked).toEqual([code]);
  await scan(page, 'P-01');
  await said(page, '这里不能扫这个');
  await page.waitForTimeout(350);
  await scan(page, 'R-01');
  await said(page, '收货货位：R-01');
  expect(asked).toEqual([code, 'P-01', 'R-01']);
});

test('success, warning, error and a question sound and shake differently', async () => {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'PHONE' }]);
  const page = await atStation(house, 'liu', 'receive');
  const acknowledged = () => press(page, '知道了');
  const after = async (text: string, words: string) => {
    await scan(page, text);
    await said(page, words);
    const all = await felt(page);
    await page.evaluate(() => {
      window.felt = { vibrations: [], tones: [] };
    });
    return JSON.stringify(all);
  };
  const outcomes = [
    await after('R-01', '收货货位：R-01'),
    await after('NOBODY-1', '不认识这个码'),
    await after('P-01', '这里不能扫这个'),
    await acknowledged().then(() => after(order.code, '包裹已打开')),
    await after('PHONE', '请再扫一次机身或盒上的序列号'),
  ];
  // A parcel that was opened is a success like the place; what waits for its serial is none.
  expect(new Set(outcomes).size).toBe(4);
  expect(outcomes.filter((one) => one.includes('[]'))).toEqual([]);
});

test('after a reload the receiver goes on with the same parcel and the same count', async () => {
  const house = await aHouse();
  const { code } = await announced(house, 'whale', [{ sku: 'EARBUDS', quantity: 5 }]);
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, code);
  await said(page, '包裹已打开');
  await scan(page, '06901234567892');
  await said(page, '已数 1 / 5');
  await page.reload();
  await expect.poll(() => page.locator('.big-number').innerText()).toMatch(/^1\s*\/ 5/);
  await scan(page, '06901234567892');
  await said(page, '已数 2 / 5');
  // Another parcel in between, and another handheld: the count is the parcel's.
  const other = await announced(house, 'whale', [{ sku: 'SHIRT' }]);
  await scan(page, other.code);
  await said(page, '上一个包裹还差 3 件');
  await expect.poll(() => page.locator('.big-number').innerText()).toMatch(/^0\s*\/ 1/);
  const second = await atStation(house, 'wang', 'receive');
  await press(second, 'R-01');
  await scan(second, code);
  await said(second, '包裹已打开');
  await expect.poll(() => second.locator('.big-number').innerText()).toMatch(/^2\s*\/ 5/);
  // Two count in one lot: each is told what the server has; whoever scans the last takes in what they counted.
  await scan(page, code);
  await expect.poll(() => page.locator('.big-number').innerText()).toMatch(/^2\s*\/ 5/);
  await scan(page, '06901234567892');
  await said(page, '已数 3 / 5');
  await scan(second, '06901234567892');
  await said(second, '已数 4 / 5');
  await expect.poll(() => second.locator('.big-number').innerText()).toMatch(/^4\s*\/ 5/);
  await scan(page, '06901234567892');
  await said(page, '已收货，请贴标签');
  await expect.poll(() => page.locator('.line-card .count').innerText()).toBe('5 / 5');
  // The other's screen is out of date: it is asked about what there is now.
  await scan(second, '06901234567892');
  await said(second, '多出一件，要收吗？');
  await shows(second, '预报 5 件，这是第 6 件');
  await press(second, '不收');
  await press(second, '确认收货 1 件');
  await said(second, '已收货，请贴标签');
  const { items } = await ok(house.call('liu', `GET /api/v1/return-orders/${code}`));
  expect(items.map(({ quantity }: { quantity: number }) => quantity).sort()).toEqual([1, 4]);
});

/** Every station with something on it. */
const screens: readonly [name: Name, station: string, ready: (house: House) => Promise<readonly string[]>][] =
  [
    [
      'liu',
      'receive',
      async (house) => ['R-01', (await announced(house, 'whale', [{ sku: 'EARBUDS' }])).code],
    ],
    ['chen', 'inspect', async (house) => [await received(house)]],
    ['chen', 'inspect', async (house) => [await inspected(house)]],
    ['wu', 'put-away', async (house) => [await decided(house, 'RTS')]],
    ['zhao', 'bench', async (house) => [await decided(house, 'REP')]],
    ['sun', 'pick', async () => []],
    ['sun', 'pack', async () => []],
    ['wu', 'find', async (house) => [await stored(house)]],
    ['wu', 'put-away', async () => ['NO-SUCH-CODE']],
    ['wang', '', async () => []],
  ];
test.each(screens)(
  'nobody is shut out: %s at %s reads it in both languages and hits every button in gloves',
  async (name, station, ready) => {
    const house = await aHouse();
    const scans = await ready(house);
    const page = await atStation(house, name, station);
    for (const text of scans) {
      await scan(page, text);
      await expect.poll(() => page.locator('.banner').count()).toBe(1);
      await page.waitForTimeout(600);
    }
    expect(await axeFaults(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    await fits(page, `${name}-${station}`);
    await page.locator('.exception').click();
    expect(await axeFaults(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
    expect(await page.locator('body').innerText()).not.toMatch(/\{\{|\b[a-z]+\.[a-z]+[A-Z]?\w*\b/);
    await page.evaluate(() => localStorage.setItem('guihang.language', 'en'));
    await page.reload();
    await box(page).waitFor();
    await page.locator('.exception').click();
    // The names of things and people are data; everything that the house says is English.
    const english = await page.evaluate(() => {
      const data = 'button[lang], .thing-name, .row, .item-line, .where, .card-label, .chip, .sheet-head';
      for (const one of document.querySelectorAll(data)) one.remove();
      // What was scanned last is called by its name, too.
      for (const one of document.querySelectorAll('.banner'))
        if (one.textContent?.includes('(en)')) one.remove();
      return document.body.innerText;
    });
    expect(english).not.toMatch(/[\u4e00-\u9fff]/);
  },
);

test('the handheld is at most 120 KB of JavaScript, packed', () => {
  const client = new URL('../../dist/client/', import.meta.url);
  const page = readFileSync(new URL('handheld.html', client), 'utf8');
  const entries = [...page.matchAll(/assets\/[^"]+\.js/g)].map(([path]) => path);
  expect(entries.length).toBeGreaterThan(0);
  expect(readdirSync(new URL('assets/', client))).toContain(entries[0]?.split('/')[1]);
  const bytes = entries.map((path) => gzipSync(readFileSync(new URL(path, client))).length);
  expect(bytes.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(120 * 1024);
});
