import type { Page } from 'playwright-core';

/** KB that may come over the wire until the first page of a desk stands, its answers and all heads included. */
export const firstLoadLimits = { office: 320, portal: 280, vendor: 220 } as const;

export interface Loaded {
  readonly kb: number;
  readonly requests: number;
}

/** Counts what this browser receives while `work` is done and until nothing more comes: bytes as sent, heads too. */
export async function received(page: Page, work: () => Promise<unknown>): Promise<Loaded> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const sizes: number[] = [];
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => void sizes.push(encodedDataLength));
  await work();
  await page.waitForLoadState('networkidle');
  await devtools.detach();
  return { kb: sizes.reduce((sum, size) => sum + size, 0) / 1024, requests: sizes.length };
}

/** The first visit of a desk with an empty cache, until its first page says what it is. */
export const firstLoad = (page: Page, address: string) =>
  received(page, async () => {
    await page.goto(address);
    await page.locator('h1').first().waitFor();
  });

/** On a line of so many bytes a second. */
export async function onALineOf(page: Page, bytesPerSecond: number) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 100,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}

/** ms until the outline of the page was drawn; nothing, if the first that was drawn was something else. */
export async function outlineDrawnMs(page: Page, address: string): Promise<number | undefined> {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const first = list.getEntriesByName('first-contentful-paint')[0];
      const outlined = document.querySelector('.skeleton') !== null;
      if (first && outlined) document.documentElement.dataset.outlined = String(first.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
  await page.goto(address, { waitUntil: 'commit' });
  const drawn = await page.waitForFunction(() => {
    const at = document.documentElement.dataset.outlined;
    return at ?? (document.querySelector('h1') ? 'too late' : undefined);
  });
  const at = Number(await drawn.jsonValue());
  return Number.isNaN(at) ? undefined : at;
}
