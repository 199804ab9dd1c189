import { eq } from 'drizzle-orm';
import { outbox } from '../../db/schema/jobs.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { mailIn } from '../../server/notices/mails.ts';
import type { House } from '../world.ts';

/** The mails that wait in the outbox for this address, the oldest first. */
export async function mailsTo(at: House, address: string) {
  const house = at.database.as(systemViewer);
  const kept = await house.find(outbox, eq(outbox.kind, 'mail'));
  return kept
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ about }) => mailIn(about))
    .filter((mail) => mail?.to === address);
}

/** The secret in the link of the newest of them. */
export async function tokenFor(at: House, address: string): Promise<string> {
  const text = (await mailsTo(at, address)).at(-1)?.text ?? '';
  return /token=([\w-]+)/.exec(text)?.[1] ?? 'none';
}
