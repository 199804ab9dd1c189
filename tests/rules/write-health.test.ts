import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TooBusy } from '../../db/atomically.ts';
import { WriteHealth } from '../../db/write-health.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

/** A health, and work that takes so long and then ends so. */
function aWatch() {
  const health = new WriteHealth();
  const felt = health.observe((work) => work({ on: 'nothing' as never, over: false }));
  const takes = (ms: number, error?: unknown) =>
    felt(async () => {
      vi.advanceTimersByTime(ms);
      if (error) throw error;
      return ms;
    });
  return { health, takes };
}

test('the slowest write of the last seconds counts, and nothing changes for whoever waits for it', async () => {
  const { health, takes } = aWatch();
  expect(health.read()).toEqual({ slowestMs: 0, uncertain: 0 });
  expect(await takes(40)).toBe(40);
  expect(await takes(300)).toBe(300);
  await takes(20);
  expect(health.read()).toEqual({ slowestMs: 300, uncertain: 0 });
  await takes(1200);
  await takes(7);
  expect(health.read().slowestMs).toBe(1200);
});

test('only what has no certain outcome is uncertain: whatever is refused for good is certain', async () => {
  const { health, takes } = aWatch();
  const busy = new TooBusy('others were first');
  await expect(takes(1, busy)).rejects.toBe(busy);
  await expect(takes(1, new Error('wrong'))).rejects.toThrow('wrong');
  expect(health.read()).toEqual({ slowestMs: 1, uncertain: 1 });
  vi.advanceTimersByTime(3000);
  await expect(takes(1, busy)).rejects.toBe(busy);
  await expect(takes(1, busy)).rejects.toBe(busy);
  await takes(1);
  expect(health.read()).toEqual({ slowestMs: 1, uncertain: 3 });
});

test('after ten seconds it is forgotten, and not before', async () => {
  const { health, takes } = aWatch();
  vi.advanceTimersByTime(5000);
  await expect(takes(500, new TooBusy())).rejects.toThrow();
  vi.advanceTimersByTime(9000);
  await takes(30);
  expect(health.read()).toEqual({ slowestMs: 500, uncertain: 1 });
  vi.advanceTimersByTime(470);
  // 15,000 ms: the second in which it ended is ten back.
  expect(health.read()).toEqual({ slowestMs: 500, uncertain: 1 });
  vi.advanceTimersByTime(1);
  expect(health.read()).toEqual({ slowestMs: 30, uncertain: 0 });
  vi.advanceTimersByTime(60_000);
  expect(health.read()).toEqual({ slowestMs: 0, uncertain: 0 });
});

test('a house that writes all day, and is seldom asked, tells the last ten seconds all the same', async () => {
  const { health, takes } = aWatch();
  for (let second = 60; second > 0; second--) {
    await takes(second);
    vi.advanceTimersByTime(1000 - second);
  }
  expect(health.read().slowestMs).toBe(10);
});
