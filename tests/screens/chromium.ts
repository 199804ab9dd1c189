import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

// In one process the whole browser ends with the first page that closes, and without web security nothing is proved.
const unlike = new Set(['--single-process', '--no-zygote', '--disable-web-security']);
/** Nothing of ours is drawn in three dimensions: a graphics card made up in software would redraw every page for nothing. */
const graphics = /^--(in-process-gpu|ignore-gpu-blocklist|use-gl|use-angle|enable-unsafe-swiftshader)/;

/** A real Chromium without a window. */
export const startChromium = async (): Promise<Browser> =>
  playwright.launch({
    args: [...chromium.args.filter((arg) => !unlike.has(arg) && !graphics.test(arg)), '--disable-gpu'],
    executablePath: await unpacked(),
    headless: true,
  });

/** Where it is unpacked once for all runs: what a run makes of its own lies in memory, and goes with it. */
async function unpacked() {
  const { TMPDIR } = process.env;
  delete process.env.TMPDIR;
  try {
    return await chromium.executablePath();
  } finally {
    if (TMPDIR) process.env.TMPDIR = TMPDIR;
  }
}
