import { readFileSync } from 'node:fs';
import { alternate, median } from './alternate.ts';
import { type Bench, figure } from './figure.ts';
import { hammer } from './load.ts';
import { movesAmong } from './moves.ts';
import { type Server, startFloor, startServer, warehouseWith } from './place.ts';

const items = 100_000;
const rounds = Number(process.env.ROUNDS ?? 5);
const steps = Number(process.env.STEPS ?? 3_000);
const TICK_MS = 10;

/** User and system time that the process took so far, all its threads (proc(5): fields 14 and 15 of stat). */
function cpuMs({ child }: Server): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'latin1')
    .replace(/.*\)\s/s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** What a step costs of a core, whatever the disk does: the same number of steps for us and for the floor. */
export const scanStepCpu: Bench = {
  name: 'scan_step_cpu',
  async measure() {
    const ours = await startServer(await warehouseWith(items));
    const floor = await startFloor(await warehouseWith(items));
    const next = movesAmong(items);
    const turn = async (server: Server) => {
      const before = cpuMs(server);
      const { answers } = await hammer(server, { connections: 16, until: { steps }, next });
      return (cpuMs(server) - before) / answers;
    };
    await turn(ours);
    await turn(floor);
    const found = await alternate(
      rounds,
      () => turn(ours),
      () => turn(floor),
      (a, b) => a / b,
    );
    await ours.stop();
    await floor.stop();
    const figures = { ours: median(found.ours), floor: median(found.floor), ratio: found.ratio };
    const note = `user and system time over ${steps} steps a turn; ratios ${found.spread}`;
    return [figure('scan_step_cpu', { ...figures, unit: 'ms', note }, { ratio: 'at most', than: 1.4 })];
  },
};
