import { execFile } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { availableParallelism, setPriority } from 'node:os';

/**
 * Where cores are short, the scans go before this thread. Linux can say that of a thread alone; elsewhere all go on as
 * equals. Somebody merely nice keeps a core for the rest of their slice when a scan wants it; whoever is in the idle
 * class leaves at once. Node.js cannot put anybody there: chrt can, a part of util-linux.
 */
export function lowerToIdlePriority(): void {
  if (process.platform !== 'linux') return;
  setPriority(10);
  // On one core that scans never leave, an idle thread would have no turn at all.
  if (availableParallelism() === 1) return;
  // Without chrt, or where a thread cannot look up its own number, nice is what there is.
  const thread = ownNumber();
  if (thread) execFile('chrt', ['--idle', '--pid', '0', thread], () => {});
}

function ownNumber(): string | undefined {
  try {
    return readlinkSync('/proc/thread-self').split('/').at(-1);
  } catch {
    return undefined;
  }
}
