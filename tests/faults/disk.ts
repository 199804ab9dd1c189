import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Strace } from './io-errors.ts';
import { aFolder, available, getStrace, type Outcome, skipped, Trial, told } from './trial.ts';

/** Full, refusing, slow: what a disk does before somebody comes and helps it. The server must not be started again. */
export async function diskTrouble(): Promise<Outcome[]> {
  const outcomes = [await diskFull()];
  if (available('strace', getStrace)) {
    outcomes.push(
      await disk(
        'disk refuses every write',
        'pwrite64:error=EROFS:when=1+',
        'writes without a certain outcome',
      ),
      await disk('disk refuses every sync', 'fsync:error=EIO:when=1+', 'writes without a certain outcome'),
      await disk('slow disk: 1.2 s a sync', 'fsync:delay_enter=1200000:when=1+', 'slow writes'),
    );
  }
  return outcomes.filter((one) => one !== undefined);
}

const mount = (...args: string[]) => spawnSync('mount', args).status === 0;

async function diskFull(): Promise<Outcome | undefined> {
  told('· disk full');
  const folder = aFolder();
  if (!mount('-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder)) {
    skipped.push('disk full');
    return void told(
      '! 需要 root 才能挂载小磁盘，跳过 only root may mount a small disk: skipped. sudo npm run faults -- --only disk',
    );
  }
  try {
    const trial = await Trial.begin({ folder });
    await mustBecome(trial, 'writes without a certain outcome');
    const read = await fetch(`${trial.server.address}/readyz`);
    if (!read.ok) trial.faults.push('A full disk can be read, and it does not read.');
    await trial.countLost();
    if (!mount('-o', 'remount,size=200m', folder)) throw new Error('The disk cannot be made larger.');
    await trial.load.progress(30);
    return await trial.end('disk full, then room again', 1);
  } finally {
    spawnSync('umount', ['-l', folder]);
  }
}

async function disk(name: string, inject: string, symptom: string): Promise<Outcome | undefined> {
  told(`· ${name}`);
  const trial = await Trial.begin();
  const held = await Strace.hold(trial.server.pid, inject);
  if (held) {
    await mustBecome(trial, symptom);
    await held.letGo();
    await trial.countLost();
    await trial.load.progress(30);
  }
  return trial.end(name, held ? 1 : 0);
}

/** The health page says what is wrong while it is wrong. */
async function mustBecome(trial: Trial, symptom: string) {
  for (let tries = 0; tries < 600; tries++) {
    const { state, why } = await trial.health();
    if (state === 'degraded' && why.includes(symptom)) return;
    await sleep(100);
  }
  trial.faults.push(`/healthz never said "${symptom}".`);
}
