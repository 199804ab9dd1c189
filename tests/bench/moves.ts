import { randomBytes } from 'node:crypto';
import type { Ask } from './load.ts';

const run = randomBytes(4).toString('hex');
let scans = 0;

/** Scans of a storekeeper: one item after another is moved to another place, far apart, as orders would have it. */
export const movesAmong =
  (items: number, places = Math.ceil(items / 20)) =>
  (): Ask => {
    const n = scans++ * 7919;
    const code = `A${String(n % items).padStart(12, '0')}`;
    const location = `S-${100_000 + ((n * 31 + scans) % places)}`;
    return {
      path: `/api/v1/items/${code}/steps`,
      body: { scanId: `${run}-${scans}`, step: 'move', location },
    };
  };
