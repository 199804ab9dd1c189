import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../screens/chromium.ts';
import { firstLoad, firstLoadLimits, onALineOf, outlineDrawnMs, received } from '../screens/over-the-wire.ts';
import { type Bench, type Figure, figure } from './figure.ts';
import { cookieOf, type Server, startServer, warehouseWith } from './place.ts';

const desks = [
  ['office', 'wang'],
  ['portal', 'whale'],
  ['vendor', 'spark'],
] as const;
const line = 50 * 1024;

/** What browsers with an empty cache receive from a house of 10,000 items. */
export const wire: Bench = {
  name: 'wire',
  async measure() {
    const server = await startServer(await warehouseWith(10_000));
    const browser = await startChromium();
    const first = [];
    for (const [face, who] of desks)
      first.push(await inABrowserOf(browser, server, who, (page) => firstLoadOf(face, page)));
    const outlines = [];
    for (const [face, who] of desks)
      outlines.push(await inABrowserOf(browser, server, who, (page) => outlineOf(face, page)));
    const code = await inABrowserOf(browser, server, 'admin', qrPage);
    await browser.close();
    await server.stop();
    return [...first, slowest(outlines), code];
  },
};

async function inABrowserOf<T>(
  browser: Browser,
  { port }: Server,
  who: string,
  work: (page: Page) => Promise<T>,
) {
  const url = `http://127.0.0.1:${port}`;
  const context = await browser.newContext({ baseURL: url, locale: 'zh-CN' });
  const [name = '', value = ''] = cookieOf(who).split('=', 2);
  await context.addCookies([{ name, value, url }]);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

async function firstLoadOf(face: keyof typeof firstLoadLimits, page: Page): Promise<Figure> {
  const { kb, requests } = await firstLoad(page, `/${face}`);
  const found = { ours: kb, unit: 'KB', note: `${requests} answers, as Chromium received them` };
  return figure(`first_load_${face}_kb`, found, { ours: 'at most', than: firstLoadLimits[face] });
}

async function outlineOf(face: string, page: Page) {
  await onALineOf(page, line);
  return { face, ms: (await outlineDrawnMs(page, `/${face}`)) ?? Number.POSITIVE_INFINITY };
}

function slowest(outlines: readonly { readonly face: string; readonly ms: number }[]): Figure {
  const note = `the slowest of ${outlines.map(({ face, ms }) => `${face} ${ms.toFixed(0)}`).join(', ')} at 50 KB/s`;
  const ours = Math.max(...outlines.map(({ ms }) => ms));
  return figure('skeleton_ms', { ours, unit: 'ms', note }, { ours: 'at most', than: 1_000 });
}

/** A visit of the page of the handhelds until a new one's code stands there. */
async function qrPage(page: Page): Promise<Figure> {
  let before = 0;
  const all = await received(page, async () => {
    before = (await firstLoad(page, '/office/settings/devices')).kb;
    await page.getByRole('button', { name: '新增设备' }).click();
    await page.getByLabel('名称').fill('HT-01');
    await page.getByRole('dialog').getByText('海口一号仓').click();
    await page.getByRole('button', { name: /^确\s?认|^确\s?定/ }).click();
    await page.getByRole('img', { name: '登记码的二维码' }).waitFor();
  });
  const note = `with the window that asks for it; the page alone ${before.toFixed(0)}`;
  return figure('qr_page_kb', { ours: all.kb, unit: 'KB', note }, { ours: 'at most', than: 450 });
}
