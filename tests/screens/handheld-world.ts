import { once } from 'node:events';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Name } from '../cast.ts';
import type { House } from '../world.ts';
import { aPage, handheldScreen } from './browser.ts';

/** What the page did to ears and hands. */
export interface Felt {
  readonly vibrations: number[][];
  readonly tones: number[];
}
declare global {
  interface Window {
    felt: Felt;
  }
}

/** Sits in for the motor and the loudspeaker, which no test machine has, and writes down what they were told. */
const feelsAndHears = () => {
  window.felt = { vibrations: [], tones: [] };
  navigator.vibrate = (pattern) => {
    window.felt.vibrations.push([pattern].flat() as number[]);
    return true;
  };
  class Oscillator {
    constructor(_audio: unknown, { frequency }: { frequency: number }) {
      window.felt.tones.push(frequency);
    }
    connect = (next: unknown) => next;
    start() {}
    stop() {}
  }
  class Gain {
    gain = { linearRampToValueAtTime() {}, setValueAtTime() {} };
    connect = (next: unknown) => next;
  }
  class Audio {
    state = 'running';
    currentTime = 0;
    destination = {};
    resume() {}
  }
  Object.assign(window, { OscillatorNode: Oscillator, GainNode: Gain, AudioContext: Audio });
};

/** A station of the handheld, open before `name`. */
export async function atStation(house: House, name: Name, station: string): Promise<Page> {
  if (!house.server.listening) await once(house.server, 'listening');
  const page = await aPage(house, name, handheldScreen);
  await page.addInitScript(feelsAndHears);
  await page.goto(`/handheld/${station}`);
  await page.locator('.foot .scan-box input').waitFor();
  return page;
}

const lastScan = new WeakMap<Page, string>();
/** Scans as a wedge does: all letters at once, then Enter. The same code again is a second aim, which takes its time. */
export async function scan(page: Page, text: string) {
  if (lastScan.get(page) === text) await page.waitForTimeout(BOUNCE_MS);
  lastScan.set(page, text);
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}
/** What stands in the coloured line. */
export const said = (page: Page, words: string | RegExp) =>
  expect
    .poll(() => page.locator('.banner').allTextContents())
    .toEqual([typeof words === 'string' ? words : expect.stringMatching(words)]);
const BOUNCE_MS = 450;
export const press = (page: Page, words: string) =>
  page.getByRole('button', { name: words, exact: true }).first().click();
export const shows = (page: Page, words: string) =>
  expect.poll(() => page.locator('.screen').innerText()).toContain(words);
export const felt = (page: Page): Promise<Felt> => page.evaluate(() => window.felt);
/** The whole screen warns, to eyes and hands. */
export async function amber(page: Page) {
  expect(await page.locator('.screen.tone-warning').count()).toBe(1);
  expect((await felt(page)).vibrations.at(-1)).toEqual([90, 60, 90]);
}
/** What should be and what was seen, side by side. */
export const values = (page: Page, told: readonly string[]) =>
  expect.poll(() => page.locator('.two-values').first().locator('dt, dd').allInnerTexts()).toEqual(told);

/** What does not fit: wider than the screen or its own box, cut off below, or no room left for the work itself. */
const overflows = (page: Page, leastForTheWork = 96) =>
  page.evaluate((least) => {
    const { innerWidth, innerHeight } = window;
    const scope = document.querySelector('dialog[open]') ?? document.body;
    const seen = [...scope.querySelectorAll<HTMLElement>('button, label, .banner, .head, .foot, h1, h2')];
    const cut = seen.flatMap((one) => {
      const { left, right, bottom, width } = one.getBoundingClientRect();
      if (width === 0 || one.matches('.unseen, .scan-sink *')) return [];
      const isFixed = one.closest('.screen-actions, .banner, .head, .foot') !== null;
      const wide = left < -0.5 || right > innerWidth + 0.5 || one.scrollWidth > one.clientWidth + 1;
      const low = isFixed && bottom > innerHeight + 0.5;
      const said = `${one.className || one.tagName} "${one.innerText.slice(0, 30)}"`;
      return wide ? [`wide: ${said}`] : low ? [`low: ${said}`] : [];
    });
    const main = document.querySelector('.screen-main')?.getBoundingClientRect().height ?? 0;
    return [...cut, ...(main < least ? [`${Math.round(main)} px for the work`] : [])];
  }, leastForTheWork);

/** What a glove could not hit: every button and field on the screen smaller than 48 × 48. */
export const smallTargets = (page: Page) =>
  page.evaluate(() => {
    const scope = document.querySelector('dialog[open]') ?? document.body;
    return [...scope.querySelectorAll('button, a, input:not([type=file]), textarea, select, label')]
      .map((one) => ({ html: one.outerHTML.slice(0, 90), box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 47.5 || box.height < 47.5))
      .map(({ html, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${html}`);
  });

const LONGEST: Readonly<Record<string, string>> = {
  'zh-CN': '序列号登记在另一货主名下：3520990017614813520990017614812222',
  en: 'This serial is registered to another owner: 3520990017614813520990017614812222',
};
/** Nothing is cut off on the smallest screens, in either language, nor with a refusal on it. */
export async function fits(page: Page, shot: string) {
  const isRefused = (await page.locator('.screen.tone-error').count()) > 0;
  for (const language of ['zh-CN', 'en']) {
    await page.evaluate((one) => localStorage.setItem('guihang.language', one), language);
    // What is said after a reload is said in the other language: a refusal is scanned anew.
    await page.reload();
    await page.locator('.foot .scan-box input').waitFor();
    if (isRefused) {
      await scan(page, 'NO-SUCH-CODE');
      await page.locator('.banner').waitFor();
    }
    await page.waitForTimeout(300);
    for (const [width, height] of [
      [320, 480],
      [360, 640],
    ] as const) {
      await page.setViewportSize({ width, height });
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/${shot}-${language}-${width}.png` });
      expect(await overflows(page), `${shot} ${language} ${width}`).toEqual([]);
    }
    // The longest that is ever said and pressed there, and a number without a place to break.
    await page.setViewportSize({ width: 320, height: 480 });
    await page.evaluate((long) => {
      for (const one of document.querySelectorAll('.banner, .screen-actions .primary'))
        one.textContent = long;
      // One is said at a time.
      if (document.querySelector('.banner')) return;
      const [banner] = document.querySelectorAll('.screen > [role=status]');
      banner?.insertAdjacentHTML('afterbegin', `<p class="banner tone-warning">${long}</p>`);
    }, LONGEST[language] ?? '');
    expect(await overflows(page, 48), `${shot} ${language}, the longest`).toEqual([]);
  }
  await page.evaluate(() => localStorage.setItem('guihang.language', 'zh-CN'));
  await page.reload();
  await page.locator('.foot .scan-box input').waitFor();
}
