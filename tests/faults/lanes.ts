import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Outcome } from './trial.ts';

/** How long each part takes, in seconds on two quiet cores, as far as it matters for who begins first. */
const weights: Readonly<Record<string, number>> = {
  'io-start': 300,
  postgres: 200,
  power: 150,
  'backup-postgres': 90,
  kill: 60,
  io: 50,
  backup: 40,
  disk: 40,
  time: 25,
};
interface LaneReply {
  readonly outcomes: readonly Outcome[];
  readonly skipped: readonly string[];
}

/** Measures how long scans take: nothing else may run beside it. */
const alone = new Set(['abuse']);

/**
 * Each part in a process of its own, so many at a time, the longest first; what measures comes last and alone.
 * @returns all, in the order they were asked in
 */
export async function inLanes(
  lanes: number,
  parts: readonly string[],
  sizes: readonly string[],
): Promise<LaneReply> {
  const byWeight = [...parts].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
  const waiting = byWeight.filter((part) => !alone.has(part));
  const told = new Map<string, LaneReply>();
  const lane = async () => {
    for (let part = waiting.shift(); part; part = waiting.shift())
      told.set(part, await inProcess(part, sizes));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  for (const part of parts.filter((one) => alone.has(one))) told.set(part, await inProcess(part, sizes));
  const all = parts.map((part) => told.get(part));
  return {
    outcomes: all.flatMap((one) => one?.outcomes ?? []),
    skipped: all.flatMap((one) => one?.skipped ?? []),
  };
}

async function inProcess(part: string, sizes: readonly string[]): Promise<LaneReply> {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const child = fork(main, [`--only=${part}`, '--lanes=1', ...sizes], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  child.stderr?.on('data', (text) => process.stderr.write(String(text).replace(/^(?=.)/gm, `${part} `)));
  let told: LaneReply | undefined;
  child.on('message', (message) => {
    told = message as LaneReply;
  });
  await once(child, 'exit');
  const faults = ['it ended before its end: see what it said above'];
  const died = { fault: part, times: 0, acknowledged: 0, lost: 0, uncertain: 0, faults };
  return told ?? { outcomes: [died], skipped: [] };
}
