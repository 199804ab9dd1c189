import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, test, vi } from 'vitest';
import {
  inFlightRequests,
  requestStarted,
  whenIdle,
  yieldToRequests,
} from '../../server/process/in-flight-requests.ts';
import { yieldToEventLoop } from '../../server/process/yield-to-event-loop.ts';

const built = new URL('../../dist/server/process/in-flight-requests.js', import.meta.url).href;
const program = `
  const { parentPort } = require('node:worker_threads');
  import('${built}').then(({ yieldToRequests }) => {
    const began = performance.now();
    yieldToRequests();
    parentPort.postMessage(performance.now() - began);
  });`;

/** In a thread that started with the house's memory: how long it gave way, in milliseconds. */
async function gaveWay(): Promise<number> {
  const thread = new Worker(program, { eval: true, workerData: { database: '', inFlightRequests } });
  const [ms] = await once(thread, 'message');
  await thread.terminate();
  return ms as number;
}

/** Only what was waited for lets anybody go on, however slow the machine is. */
const withoutLimit = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
afterEach(() => void vi.useRealTimers());

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** The shortest of some waits: a machine with other work may hold up the one or the other. */
async function shortest(wait: () => Promise<number>): Promise<number> {
  const waits = [];
  for (let i = 0; i < 8; i++) waits.push(await wait());
  return Math.min(...waits);
}

test('a thread with long work stands still while a scan is answered, goes on when it was, and never for ever', async () => {
  expect(await shortest(gaveWay)).toBeLessThan(15);
  const answered = requestStarted();
  expect(await gaveWay()).toBeGreaterThan(15);
  answered();
  expect(await shortest(gaveWay)).toBeLessThan(15);
});

test('long work beside the scans goes on as soon as the last one was answered', async () => {
  withoutLimit();
  await whenIdle();
  const [first, second] = [requestStarted(), requestStarted()];
  const order: string[] = [];
  const work = whenIdle().then(() => order.push('work'));
  first();
  first();
  await setImmediate();
  order.push('scan');
  second();
  await work;
  expect(order).toEqual(['scan', 'work']);
});

test('long work beside the scans never waits for ever', async () => {
  const never = requestStarted();
  expect(await timed(whenIdle)).toBeGreaterThan(15);
  expect(await shortest(() => timed(async () => yieldToRequests()))).toBeLessThan(15);
  never();
});

test('what is done in turns waits between two of them, until a scan was answered', async () => {
  withoutLimit();
  const othersToo = yieldToEventLoop();
  const answered = requestStarted();
  const order: string[] = [];
  for (const began = performance.now(); performance.now() - began < 5; );
  const work = othersToo().then(() => order.push('work'));
  await setImmediate();
  await setImmediate();
  order.push('scan');
  answered();
  await work;
  expect(order).toEqual(['scan', 'work']);
});
