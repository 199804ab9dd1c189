import { fromBufferPromise } from 'yauzl';

/** What a workbook of five megabytes unpacks to, at most, where it holds ten thousand rows of ours and much beside them. */
export const MAX_UNPACKED_BYTES = 80 * 2 ** 20;
const MAX_ENTRIES = 2_000;

/**
 * Whether a zip file can be unpacked within our memory. Its own list of sizes may lie: each part is really unpacked,
 * and thrown away, and none further than the limit.
 */
export async function canBeUnpacked(bytes: Buffer): Promise<boolean> {
  let left = MAX_UNPACKED_BYTES;
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    if (zip.entryCount > MAX_ENTRIES) return false;
    for await (const entry of zip.eachEntry()) {
      if (entry.uncompressedSize > left) return false;
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        left -= chunk.length;
        if (left < 0) return false;
      }
    }
    return true;
  } catch {
    return false;
  }
}
