import type { Viewer } from '../../db/seen-by.ts';
import { MAX_FAULTS_REPORTED } from '../http/sheet-faults.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { FairPool } from '../read-worker/fair-pool.ts';
import { SHEET_THREAD_SETTINGS } from '../read-worker/packed.ts';
import type { MarkInThread } from '../spreadsheets/mark-sheet.ts';
import type { Group, Sheet, SheetKnown } from './import-sheet.ts';

/** A file, what its words may mean, and what was said of it and of those like it. */
export interface SheetAsked extends SheetKnown {
  readonly file: Uint8Array;
}
/** A sheet on its way between threads: each return order as JSON, so that it is unpacked in pieces. */
export interface PackedSheet extends Omit<Sheet, 'groups'> {
  readonly groups: readonly string[];
}

export const packed = ({ groups, faults, ...rest }: Sheet): PackedSheet => ({
  ...rest,
  groups: groups.map((one) => JSON.stringify(one)),
  faults: [...faults].sort((a, b) => a.row - b.row).slice(0, MAX_FAULTS_REPORTED),
});

const THREAD = new URL('../sheet-thread.js', import.meta.url);

/**
 * A thread that reads spreadsheets: whatever their bytes are, no scan waits for them. Its time grows with the size of
 * a file alone.
 */
export class SheetWorker {
  readonly #reading = new FairPool<SheetAsked, PackedSheet>(THREAD, 'read', SHEET_THREAD_SETTINGS);
  readonly #marking = new FairPool<MarkInThread, Uint8Array | undefined>(
    THREAD,
    'mark',
    SHEET_THREAD_SETTINGS,
  );

  /** The bytes go over to the thread: nobody else has them then. @throws Problem 429 to whoever waits for so many already */
  async read(asked: SheetAsked, viewer: Viewer): Promise<Sheet> {
    const { groups, ...rest } = await this.#reading.ask(asked, viewer, ownBuffer(asked.file));
    const letOthersRun = yieldToEventLoop();
    const unpacked: Group[] = [];
    for (const group of groups) {
      await letOthersRun();
      unpacked.push(JSON.parse(group));
    }
    return { ...rest, groups: unpacked };
  }

  /** @throws Problem 429 likewise */
  mark = (asked: MarkInThread, viewer: Viewer): Promise<Uint8Array | undefined> =>
    this.#marking.ask(asked, viewer, ownBuffer(asked.file));

  close = async (): Promise<void> => {
    await Promise.all([this.#reading.close(), this.#marking.close()]);
  };
}

/** A small body lies in a buffer with others, which cannot be given away. */
const ownBuffer = ({ buffer, byteLength }: Uint8Array): ArrayBuffer[] =>
  buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
