import { median } from './alternate.ts';
import { type Bench, figure } from './figure.ts';
import { startServer, warehouseWith } from './place.ts';

/** From the start of the process to the first answer of a house that is ready, with 10,000 items in it. */
export const boot: Bench = {
  name: 'boot_ms',
  async measure() {
    const url = await warehouseWith(10_000);
    const found: number[] = [];
    for (let round = 0; round < 5; round++) {
      const server = await startServer(url);
      found.push(server.bootMs);
      await server.stop();
    }
    return [figure('boot_ms', { ours: median(found), unit: 'ms', note: 'median of five starts' })];
  },
};
