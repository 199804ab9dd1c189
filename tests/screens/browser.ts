import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import type { Name } from '../cast.ts';
import { WAIT_AT_MOST_MS } from '../patience.ts';
import type { House } from '../world.ts';
import { startChromium } from './chromium.ts';

export interface Screen {
  readonly width: number;
  readonly height: number;
}
/** The smallest screen an operator carries. */
export const handheldScreen: Screen = { width: 360, height: 640 };
export const deskScreen: Screen = { width: 1280, height: 800 };

let opening: Promise<Browser> | undefined;
/** The one real Chromium of this test file. */
export function openBrowser(): Promise<Browser> {
  opening ??= startChromium();
  return opening;
}
export async function closeBrowser() {
  const opened = opening;
  opening = undefined;
  await (await opened)?.close();
}

/** A page of a browser where `name` is signed in, or nobody; its house answers at the base of its addresses. */
export async function aPage(house: House, name: Name | 'nobody', screen: Screen): Promise<Page> {
  const browser = await openBrowser();
  if (!house.server.listening) await once(house.server, 'listening');
  const { port } = house.server.address() as AddressInfo;
  const baseURL = `http://127.0.0.1:${port}`;
  const context = await browser.newContext({
    baseURL,
    viewport: screen,
    locale: 'zh-CN',
    serviceWorkers: 'block',
  });
  context.setDefaultTimeout(WAIT_AT_MOST_MS);
  onTestFinished(() => context.close());
  if (name !== 'nobody') {
    const [cookie = '', value = ''] = (await house.cookieOf(name)).split('=', 2);
    await context.addCookies([{ name: cookie, value, url: baseURL }]);
  }
  return context.newPage();
}

/**
 * Chooses from the list that is open: the first option, or the one with these words. A busy machine may draw the list
 * anew or move it between the press and its end, and the touch is lost; as a person would, it touches again.
 */
export async function choose(page: Page, words?: string) {
  const open = page.locator('.ant-select-item-option').filter({ visible: true });
  const option = (words ? open.filter({ hasText: words }) : open).first();
  const isChosen = async () =>
    (await option.count()) === 0 ||
    (await option.evaluate((one) => one.matches('.ant-select-item-option-selected')).catch(() => true));
  do await option.click();
  while (!(await soon(isChosen)));
}

async function soon(holds: () => Promise<boolean>) {
  for (let tries = 0; tries < 20; tries++) {
    if (await holds()) return true;
    await sleep(50);
  }
  return false;
}

/** What breaks WCAG 2.2 AA on the page as it stands now, one line for each element; empty when nothing does. */
export async function axeFaults(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // A screen that still fades or flashes has other colours than the one that people read.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every((one) => one.playState !== 'running' || one.effect?.getTiming().iterations === Infinity),
  );
  const { violations } = await new AxeBuilder({ page })
    // No frame of another house is in our pages; without this axe opens an empty page for each to sum up what it found.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(tags)
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}

/** Presses the button, chooses a form of the file, and takes what comes. */
export async function downloaded(page: Page, button: string, form: string) {
  await page.getByRole('button', { name: button }).click();
  const file = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: form }).click();
  const got = await file;
  return { name: got.suggestedFilename(), bytes: readFileSync(await got.path()) };
}
