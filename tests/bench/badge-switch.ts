import type { Page } from 'playwright-core';
import { picture, scan } from '../labels/reader.ts';
import { startChromium } from '../screens/chromium.ts';
import { median } from './alternate.ts';
import { type Bench, figure } from './figure.ts';
import { cookieOf, type Server, startServer, warehouseWith } from './place.ts';

const PIN = '4071';

/** From the scan of a badge to the first screen of whoever carries it, on a handheld that others used before. */
export const badgeSwitch: Bench = {
  name: 'badge_switch_ms',
  async measure() {
    const server = await startServer(await warehouseWith(10_000), 'admin');
    const browser = await startChromium();
    const baseURL = `http://127.0.0.1:${server.port}`;
    const page = await (
      await browser.newContext({ baseURL, viewport: { width: 360, height: 640 }, locale: 'zh-CN' })
    ).newPage();
    await page.goto('/');
    const { code } = await asked(server, 'POST', '/devices', { name: 'HT-01', warehouse: 'HK' });
    await page.request.post('/api/v1/device-enrolments', { data: { code }, headers: { origin: baseURL } });
    const badges = [];
    for (const who of ['liu', 'wu']) badges.push({ who, badge: await aBadge(server, page, who) });
    await page.goto('/');
    await page.getByText('海口一号仓 · wu').first().waitFor();
    const times: number[] = [];
    for (let round = 0; round < 6; round++) times.push(await switchTo(page, badges[round % 2]));
    await browser.close();
    await server.stop();
    const note = `${times.map((ms) => ms.toFixed(0)).join(', ')}; six keys of the PIN in it`;
    return [
      figure('badge_switch_ms', { ours: median(times), unit: 'ms', note }, { ours: 'at most', than: 2_000 }),
    ];
  },
};

async function asked(server: Server, method: string, path: string, body?: object) {
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1${path}`, {
    method,
    headers: {
      cookie: cookieOf('admin'),
      origin: `http://127.0.0.1:${server.port}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}

/** A badge as it comes from the printer, with a PIN that its owner has chosen. */
async function aBadge(server: Server, page: Page, who: string): Promise<string> {
  const { pin, pdf } = await asked(server, 'POST', `/people/${who}/badges`);
  const [read = ''] = await scan(picture(Buffer.from(pdf, 'base64'), 300));
  const badge = read.replace('QRCode ', '');
  const answer = await page.request.post('/api/v1/badge-sign-ins', {
    data: { badge, pin, newPin: PIN },
    headers: { origin: `http://127.0.0.1:${server.port}` },
  });
  if (!answer.ok()) throw new Error(`${who}'s badge was answered ${answer.status()}: ${await answer.text()}`);
  return badge;
}

async function switchTo(page: Page, one: { who: string; badge: string } | undefined) {
  const started = performance.now();
  await page.keyboard.insertText(one?.badge ?? '');
  await page.keyboard.press('Enter');
  for (const digit of PIN) await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByText(`海口一号仓 · ${one?.who}`).first().waitFor();
  return performance.now() - started;
}
