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

/** What a thread that reads spreadsheets may keep in memory; an idle one ends, which gives it all back. */
export const SHEET_THREAD_SETTINGS = {
  idleTimeout: 10_000,
  resourceLimits: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 4 },
} as const;
