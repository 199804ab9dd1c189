// Loaded into a server before anything else: how long its main thread was held in one go, between {meter: 'start'} and
// {meter: 'stop'}. Processor time of that thread where the system tells it, so that other programs do not count.
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const path = `/proc/self/task/${process.pid}/schedstat`;
function spentMs() {
  try {
    return Number(readFileSync(path, 'utf8').split(' ', 1)[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e3;
  }
}

/** A piece of work like that of a request: reading, looking through and writing JSON. */
const piece = JSON.stringify(
  Array.from({ length: 4_000 }, (_, i) => ({ sku: `SHIRT-${i}`, quantity: i, wish: null })),
);
function unitMs() {
  const once = () => {
    const before = spentMs();
    for (let i = 0; i < 4; i++) JSON.stringify(JSON.parse(piece).filter(({ quantity }) => quantity % 3));
    return spentMs() - before;
  };
  return Math.min(...Array.from({ length: 8 }, once));
}

let isOn = false;
let longestMs = 0;
let last = 0;
let next;
/** Once a millisecond, or later where the thread is held: what it did in short pieces meanwhile counts as one of them. */
function turn() {
  const now = spentMs();
  longestMs = Math.max(longestMs, now - last);
  last = now;
  clearTimeout(next);
  if (isOn) next = setTimeout(turn, 1);
}

if (isMainThread)
  process.on('message', (said) => {
    if (said?.meter === 'unit') process.send?.({ unitMs: unitMs() });
    if (said?.meter === 'start') {
      isOn = true;
      clearTimeout(next);
      longestMs = 0;
      last = spentMs();
      next = setTimeout(turn, 1);
      process.send?.({ longestMs });
    }
    if (said?.meter === 'stop') {
      isOn = false;
      turn();
      process.send?.({ longestMs });
    }
  });
process.channel?.unref();
