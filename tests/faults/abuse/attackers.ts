import { setTimeout as sleep } from 'node:timers/promises';
import { blows, type Heard, type Target } from './blows.ts';

// Attackers are a process of their own: what they spend on their bodies is not spent by who measures.
export interface Order {
  readonly target: Target;
  /** These kinds at once, for so long. */
  readonly kinds: readonly string[];
  readonly ms: number;
}
/** What came of one kind of attack: how often it struck, and how it was answered. */
export interface Struck {
  readonly kind: string;
  readonly times: number;
  readonly statuses: Readonly<Record<number, number>>;
  readonly largest: number;
  readonly unexpected: readonly string[];
}

/** An answer that no attack may be given: a fault of ours, or more than anybody can read. */
const MAX_ANSWER_BYTES = 3 * 2 ** 20;
const isUnexpected = ({ status, bytes }: Heard) =>
  (status >= 500 && status !== 503) || bytes > MAX_ANSWER_BYTES;

async function strike({ target, ms }: Order, kind: string): Promise<Struck> {
  const statuses: Record<number, number> = {};
  const unexpected: string[] = [];
  let [times, largest] = [0, 0];
  for (const until = performance.now() + ms; performance.now() < until; times++) {
    const heard = (await blows[kind]?.(target)) ?? [];
    for (const { status, bytes, text } of heard) {
      statuses[status] = (statuses[status] ?? 0) + 1;
      largest = Math.max(largest, bytes);
      if (isUnexpected({ status, bytes, text }))
        unexpected.push(`${kind}: ${status}, ${bytes} bytes, ${text.slice(0, 200)}`);
    }
    await sleep(20);
  }
  return { kind, times, statuses, largest, unexpected };
}

process.on('message', async (order: Order) => {
  const struck = await Promise.all(order.kinds.map((kind) => strike(order, kind)));
  process.send?.(struck);
});
process.send?.('ready');
