import { tooHeavySheet } from '../http/problem.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';

const TOGETHER = 100;

/** Rows on their way between threads: as JSON, a hundred together, so that they are unpacked in turns with the scans. */
export const packedRows = (rows: readonly unknown[]): string[] =>
  Array.from({ length: Math.ceil(rows.length / TOGETHER) }, (_, i) =>
    JSON.stringify(rows.slice(i * TOGETHER, (i + 1) * TOGETHER)),
  );

/** @param packed as `packedRows` made it of rows of this type */
export async function unpackedRows<Row>(packed: readonly string[]): Promise<Row[]> {
  const letOthersRun = yieldToEventLoop();
  const rows: Row[] = [];
  for (const some of packed) {
    await letOthersRun();
    rows.push(...(JSON.parse(some) as Row[]));
  }
  return rows;
}

const MB = 2 ** 20;
/**
 * How long a spreadsheet may take. The largest that people send, ten thousand rows in five megabytes, takes two seconds,
 * and seven where five programs want the core; a small one that unpacks to much takes half a minute, and is ended early.
 */
const atMostMs = ({ file }: { readonly file: Uint8Array }) => 8_000 + (4_000 * file.length) / MB;

/** What a thread that reads spreadsheets may take of time and memory; an idle one ends, which gives it all back. */
export const SHEET_THREAD_SETTINGS = {
  ...{ atMostMs, tooMuch: tooHeavySheet },
  idleTimeout: 10_000,
  resourceLimits: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 4 },
} as const;
