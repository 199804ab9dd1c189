import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { Answering, giveWay } from '../../server/aside/answering.ts';

const built = new URL('../../dist/server/aside/answering.js', import.meta.url).href;
const program = `
  const { parentPort } = require('node:worker_threads');
  import('${built}').then(({ giveWay }) => {
    const began = performance.now();
    giveWay();
    parentPort.postMessage(performance.now() - began);
  });`;

/** In a thread that started with this memory: how long it gave way, in milliseconds. */
async function gaveWay(memory: SharedArrayBuffer): Promise<number> {
  const thread = new Worker(program, { eval: true, workerData: { database: '', answering: memory } });
  const [ms] = await once(thread, 'message');
  await thread.terminate();
  return ms as number;
}

test('long work stands still while a scan is answered, goes on when it was, and never waits long', async () => {
  const answering = new Answering();
  expect(await gaveWay(answering.memory)).toBeLessThan(15);
  let answered = () => {};
  const scan = answering.during(() => new Promise<void>((resolve) => (answered = resolve)));
  const waited = await gaveWay(answering.memory);
  expect(waited).toBeGreaterThan(15);
  expect(waited).toBeLessThan(500);
  answered();
  await scan;
  expect(await gaveWay(answering.memory)).toBeLessThan(15);
});

test('a scan that failed is no longer waited for; outside of the reading thread nothing waits', async () => {
  const answering = new Answering();
  const failed = answering.during(async () => {
    await sleep(1);
    throw new Error('No.');
  });
  await expect(failed).rejects.toThrow('No.');
  expect(await gaveWay(answering.memory)).toBeLessThan(15);
  const began = performance.now();
  void answering.during(() => sleep(50));
  giveWay();
  expect(performance.now() - began).toBeLessThan(15);
});
