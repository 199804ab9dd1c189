import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { aCopyOf, type Played, played } from '../house-rules/full-house.ts';
import type { Goods } from '../house-rules/goods.ts';
import { aPage, axeFaults, deskScreen, handheldScreen } from './browser.ts';
import { facesOf, goodsInBothLanguages } from './faces.ts';
import { wordsOfAnotherLanguage } from './language.ts';

let onceFull: Promise<Played<Goods>> | undefined;
afterAll(async () => (await onceFull)?.throwAway());

test.each([
  ['office', 'zh-CN', deskScreen],
  ['office', 'en', handheldScreen],
  ['portal', 'zh-CN', handheldScreen],
  ['portal', 'en', deskScreen],
  ['vendor', 'zh-CN', handheldScreen],
  ['vendor', 'en', deskScreen],
  ['the entrance', 'zh-CN', handheldScreen],
  ['the entrance', 'en', deskScreen],
] as const)(
  'every page of %s in %s can be used by everybody, says all in one language and fits',
  async (name, language, screen) => {
    onceFull ??= played(goodsInBothLanguages);
    const full = await onceFull;
    const house = await aCopyOf(full);
    const face = facesOf(full.what).find((one) => one.name === name);
    const faults: string[] = [];
    const addresses = [...(face?.addresses ?? [])];
    // Two pages side by side, as there are two cores; of one browser, which loads what they share once.
    const first = await aPage(house, face?.who ?? 'nobody', screen);
    const read = async (page: Page) => {
      await page.addInitScript((chosen) => localStorage.setItem('guihang.language', chosen), language);
      page.on('pageerror', (error) => faults.push(`broke: ${error.message}`));
      for (let address = addresses.shift(); address; address = addresses.shift()) await look(page, address);
    };
    const look = async (page: Page, address: string) => {
      await page.goto(address);
      await page.locator('h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      const found = [
        ...(await axeFaults(page)),
        ...(await wordsOfAnotherLanguage(page, language)),
        ...(await whatSticksOut(page)),
        ...(await bareLinks(page)),
        ...(await oneInsideAnother(page)),
        ...(await page.locator('.ant-alert-error').allInnerTexts()).map((text) => `failed: ${text}`),
      ];
      faults.push(...found.map((fault) => `${address} ${fault}`));
    };
    await Promise.all([read(first), read(await first.context().newPage())]);
    expect(faults).toEqual([]);
  },
  // Twenty-six pages, each looked at by axe: half a minute alone, minutes on a machine that does other things.
  600_000,
);

/** HTML allows no button inside a link, nor the other way round: axe does not look for it. */
const oneInsideAnother = (page: Page) =>
  page
    .locator('a button, button a, a a, button button')
    .evaluateAll((all) => all.map((one) => `one inside another: ${one.outerHTML.slice(0, 160)}`));

/** A page is read downwards: only what says so, like a wide table, may be moved sideways. */
const whatSticksOut = (page: Page) =>
  page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const out = [...document.querySelectorAll('main *, header *')].filter(
      (one) => one.getBoundingClientRect().right > innerWidth + 1,
    );
    return [
      `sticks out: ${out
        .slice(0, 3)
        .map((one) => one.outerHTML.slice(0, 90))
        .join(' | ')}`,
    ];
  });

/** A link in the browser's own blue is one to which nobody gave a look. */
const bareLinks = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('a')]
      .filter((link) => getComputedStyle(link).color === 'rgb(0, 0, 238)')
      .map((link) => `bare link: ${link.outerHTML.slice(0, 90)}`),
  );
