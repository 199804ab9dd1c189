import { outbox } from '../../db/schema/jobs.ts';
import { systemViewer } from '../../db/seen-by.ts';
import type { Deps } from './deps.ts';

const HOUR_MS = 60 * 60_000;

interface Often {
  readonly refusal: string;
  readonly status: number;
  readonly address: string;
}

/** A notice for the administrators, by way of the outbox: one of each kind and hour, whichever server sees it first. */
export async function noticeRefusals({ database, log, now }: Deps, often: Often): Promise<void> {
  const at = now();
  const { refusal, status, address } = often;
  const id = `${refusal} ${status} ${Math.floor(at.getTime() / HOUR_MS)}`;
  const about = { organisation: 'hub', refusal, status: String(status), address };
  try {
    await database
      .as(systemViewer)
      .atomically((tx) => tx.claim(outbox, { id, kind: 'refused often', about, at, dueAt: at, tries: 0 }));
  } catch {
    log.warn('a notice about refusals could not be written');
  }
}
