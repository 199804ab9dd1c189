import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { announced, ok, received } from '../journeys/road.ts';
import { aHouse } from '../world.ts';
import { atStation, felt, press, said, scan, shows } from './handheld-world.ts';

const ean = '06901234567892';
const sheet = (page: Page) => page.locator('.sheet[open]');
const box = (page: Page) => page.locator('.foot .scan-box input');

interface Key {
  readonly key: string;
  readonly code: string;
  readonly modifiers?: number;
  readonly text?: string;
  /** In seconds. */
  readonly timestamp?: number;
}
/** One key as the firmware of a scanner sends it. */
async function key(cdp: CDPSession, { text = '', ...struck }: Key) {
  await Promise.all([
    cdp.send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', text, ...struck }),
    cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...struck }),
  ]);
}

/**
 * A wedge: one key after the other, as fast as it is set, with or without a key at the end. The browser is told when
 * each was struck, so that a busy machine makes no slower scanner of it.
 */
async function wedge(page: Page, text: string, { gapMs = 5, end = 'Enter' } = {}) {
  const cdp = await page.context().newCDPSession(page);
  const began = Date.now();
  const keys = [...text].map((letter) => ({ key: letter, code: '', text: letter }));
  if (end) keys.push({ key: end, code: end, text: end === 'Enter' ? '\r' : '' });
  const sent = keys.map((one, i) => key(cdp, { ...one, timestamp: (began + i * gapMs) / 1000 }));
  await Promise.all(sent);
}

/** The same with a pause before the letter at `at`: a slow device, or one that its program holds up. */
async function wedgeWithPause(page: Page, text: string, { at, pauseMs }: { at: number; pauseMs: number }) {
  const cdp = await page.context().newCDPSession(page);
  const began = Date.now();
  for (const [i, letter] of [...text].entries())
    await key(cdp, {
      ...{ key: letter, code: '', text: letter },
      timestamp: (began + i * 20 + (i < at ? 0 : pauseMs)) / 1000,
    });
}

async function aLot(quantity: number) {
  const house = await aHouse();
  const order = await announced(house, 'whale', [{ sku: 'EARBUDS', quantity }]);
  const page = await atStation(house, 'liu', 'receive');
  await scan(page, 'R-01');
  await scan(page, order.code);
  await said(page, '包裹已打开');
  await page.locator('.screen-main button', { hasText: '蓝牙耳机' }).first().click();
  return { house, order, page };
}

test.each([
  { gapMs: 2, end: 'Enter' },
  { gapMs: 15, end: 'Tab' },
  { gapMs: 30, end: 'Enter' },
  { gapMs: 2, end: '' },
  { gapMs: 60, end: 'Enter' },
  { gapMs: 100, end: 'Tab' },
])('a barcode is no quantity: $gapMs ms a key, end "$end"', async (how) => {
  const { house, order, page } = await aLot(5);
  await press(page, '输入数量');
  const count = sheet(page).getByLabel('数量');
  await count.click();
  for (const [text, name] of [
    [ean, '商品条码'],
    ['A-01-01-1', '货位'],
    ['96385074', '商品条码'],
  ]) {
    await wedge(page, text ?? '', how);
    await expect
      .poll(() => sheet(page).getByRole('alert').allInnerTexts())
      .toEqual([`这是${name}，这里要“实收几件？预报 5 件”。`]);
    expect(await count.inputValue()).toBe('0');
  }
  await shows(page, '这里已改回：0');
  expect((await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`))).items).toHaveLength(1);
  // A head that a pause cut off goes with what follows, and what stood there before stands there again.
  await page.waitForTimeout(700);
  await count.press('Control+a');
  await page.keyboard.type('4', { delay: 120 });
  await page.waitForTimeout(700);
  await wedgeWithPause(page, ean, { at: 2, pauseMs: 400 });
  await shows(page, '这里已改回：4');
  expect(await count.inputValue()).toBe('4');
  await page.waitForTimeout(700);
  // Fingers still count.
  await count.press('Control+a');
  await page.keyboard.type('3', { delay: 120 });
  await page.keyboard.press('Enter');
  await said(page, '已收货，请贴标签');
  const after = await ok(house.call('liu', `GET /api/v1/return-orders/${order.code}`));
  expect(after.items.map(({ quantity }: { quantity: number }) => quantity).sort()).toEqual([2, 3]);
});

test('a scan over an open sheet goes to the station, and one over a question is no answer of it', async () => {
  const house = await aHouse();
  const code = await received(house);
  const page = await atStation(house, 'wu', 'find');
  await press(page, '异常');
  await sheet(page).waitFor();
  await wedge(page, code);
  await shows(page, '已接收');
  expect(await sheet(page).count()).toBe(0);
  await press(page, '异常');
  await sheet(page).getByRole('button', { name: '挂起', exact: true }).click();
  await sheet(page).locator('.choices button').first().click();
  await sheet(page).getByRole('button', { name: /备注/ }).click();
  const note = sheet(page).locator('textarea');
  await note.pressSequentially('贴了', { delay: 60 });
  await page.waitForTimeout(150);
  await wedge(page, code);
  await expect
    .poll(() => sheet(page).getByRole('alert').allInnerTexts())
    .toEqual(['这是货品标签。请点选或输入备注。']);
  expect(await note.inputValue()).toBe('贴了');
});

test('the same code twice within a moment counts once, and the screen says so', async () => {
  const { page } = await aLot(5);
  await sheet(page).getByRole('button', { name: '关闭' }).click();
  await box(page).waitFor();
  await page.keyboard.insertText(ean);
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(ean);
  await page.keyboard.press('Enter');
  await said(page, '已数 1 / 5');
  await shows(page, '同一个码连扫了两次，只算一次');
  await page.waitForTimeout(450);
  await scan(page, ean);
  await scan(page, ean);
  await said(page, '已数 3 / 5');
});

test('a double tap answers one question, and the battery is asked about first', async () => {
  const house = await aHouse();
  const code = await received(house, 'EARBUDS');
  const page = await atStation(house, 'chen', 'inspect');
  await page.clock.install();
  await scan(page, code);
  await page.locator('.question h2').waitFor();
  // From here on no time passes but what the test lets pass: a slow machine makes no slow finger.
  await page.clock.pauseAt(Date.now() + 60_000);
  for (const [asked, answer] of [
    ['电池', '完好'],
    ['外观', '无痕'],
    ['功能', '全部正常'],
  ]) {
    await expect.poll(() => page.locator('.question h2').innerText()).toBe(asked);
    await page.clock.runFor(500);
    const button = page.getByRole('button', { name: answer ?? '', exact: true });
    await button.click({ trial: true });
    const at = await button.boundingBox();
    if (!at) throw new Error(`There is no ${answer}.`);
    const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
    await page.mouse.click(x, y);
    await page.mouse.click(x, y);
    await page.clock.runFor(250);
    await page.mouse.click(x, y);
  }
  await expect.poll(() => page.locator('.question h2').innerText()).toBe('完整性');
});

const ALT = 1;

test('a scanner that flags Alt on every key is read; a keyboard of another language is told as that', async () => {
  const house = await aHouse();
  const page = await atStation(house, 'wu', 'find');
  const cdp = await page.context().newCDPSession(page);
  for (const letter of 'A-01-01-1') {
    const code = letter === '-' ? 'Minus' : letter === 'A' ? 'KeyA' : `Digit${letter}`;
    await key(cdp, { key: letter, code, modifiers: ALT });
  }
  await key(cdp, { key: 'Enter', code: 'Enter', modifiers: ALT });
  await shows(page, 'A-01-01-1');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/scans')) asked.push(request.postData() ?? '');
  });
  // German keys: Y and Z have changed places. Thai letters. Each is one scan with a tail.
  for (const [letter, code] of [
    ['Z', 'KeyY'],
    ['1', 'Digit1'],
    ['2', 'Digit2'],
    ['3', 'Digit3'],
  ] as const)
    await key(cdp, { key: letter, code, text: letter });
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.scan-refusal').innerText()).toBe('请把键盘切换到英文，再扫一次');
  await page.keyboard.insertText('4567890');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
  await page.keyboard.insertText('ฟ-01-01-1');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.scan-refusal').innerText()).toBe('请把键盘切换到英文，再扫一次');
  expect(asked).toEqual([]);
  expect((await felt(page)).vibrations.at(-1)).toEqual([90, 60, 90]);
});

test('the tail of a scan that a pause cut off goes with it, and becomes no serial', async () => {
  const house = await aHouse();
  const page = await atStation(house, 'wu', 'find');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/scans')) asked.push(request.postDataJSON().text);
  });
  // No time passes but what the test lets pass: a slow machine makes no slow scanner.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  const pass = (ms: number) => page.clock.runFor(ms);
  const acknowledge = async () => {
    await pass(600);
    await press(page, '知道了');
    await pass(400);
  };
  await wedge(page, 'SN-1234', { end: '' });
  await pass(130);
  await wedge(page, '56789', { end: '' });
  await pass(130);
  await said(page, '不认识这个码');
  await acknowledge();
  expect(asked).toEqual(['SN-1234']);
  // Once it has ended one with its key, a pause is no end.
  await wedge(page, 'SN-7777');
  await said(page, '不认识这个码');
  await acknowledge();
  await wedge(page, 'SN-1234', { end: '' });
  await pass(200);
  await wedge(page, '56789');
  await said(page, '不认识这个码');
  expect(asked).toEqual(['SN-1234', 'SN-7777', 'SN-123456789']);
});
