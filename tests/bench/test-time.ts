import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Bench, figure } from './figure.ts';

/** How long whoever changes something waits for the whole truth: rules, journeys on both databases, labels, screens. */
export const testTime: Bench = {
  name: 'test_seconds',
  long: true,
  async measure() {
    const started = performance.now();
    const cwd = fileURLToPath(new URL('../..', import.meta.url));
    const { status } = spawnSync('npx', ['vitest', 'run'], { cwd, stdio: ['ignore', 2, 2] });
    const note = status === 0 ? 'all green' : `ended with ${status}`;
    const found = figure('test_seconds', { ours: (performance.now() - started) / 1000, unit: 's', note });
    return [{ ...found, ok: status === 0 }];
  },
};
