import { eq } from 'drizzle-orm';
import { files } from '../../db/schema/files.ts';
import type { Scoped } from '../../db/scope.ts';
import { permissionNames } from '../access/permissions.ts';
import { FairLock } from '../http/fair-lock.ts';
import { forbidden, notFound, ourFault, Problem } from '../http/problem.ts';
import type { Call, Download, OnceCall } from '../http/route.ts';
import { cleanPicture, NotAPicture } from '../pictures/picture.ts';
import { turnOf } from '../read-worker/fair-queue.ts';
import { photoSentences } from '../words/photos.ts';
import { nouns } from '../words/problems.ts';
import { readContent, storeContent } from './content-store.ts';
import {
  itemSubject,
  orderSubject,
  parcelSubject,
  placeSubject,
  type Subject,
  ticketSubject,
} from './subjects.ts';

/** Unpacked, a picture weighs a hundred times what was sent: one is drawn at a time, organisations by turns. */
const drawing = new FairLock();

type Ask = { code: string; scanId: string };

/** Redraws the picture, keeps it on disk, and only then writes the row that refers to it. */
async function kept({ deps, file, db }: Call<Ask>) {
  const isDone = await drawing.acquire(turnOf(db.viewer).of);
  try {
    const { jpeg, thumbnail, width, height, sha256 } = await cleanPicture(file);
    await storeContent(deps.config.FILES_DIR, sha256, 'full', jpeg);
    await storeContent(deps.config.FILES_DIR, sha256, 'thumbnail', thumbnail);
    return { sha256, bytes: jpeg.length, width, height };
  } catch (error) {
    if (error instanceof NotAPicture) throw new Problem(422, 'not_a_picture', photoSentences[error.why]);
    throw error;
  } finally {
    isDone();
  }
}

/** A photo asks to be noted with what is in it: the same scanId with another picture is a mistake. */
const noted = (
  { input }: Call<Ask>,
  picture: Awaited<ReturnType<typeof kept>>,
  find: (db: Scoped, code: string) => Promise<Subject>,
) => ({
  question: { ...input, ...picture },
  work: async ({ db: tx, actor, context, deps: { engine } }: OnceCall<Ask>) => {
    const { whose, note } = await find(tx, input.code);
    const id = context.newId();
    const taken = { kind: 'photo', takenBy: actor.id, at: context.now } as const;
    await tx.asSystem().add(files, { id, ...whose, ...picture, ...taken });
    await note?.(engine, tx, id, { actor, context });
    return { id, at: context.now.toISOString(), width: picture.width, height: picture.height };
  },
});

/** Of a kind of thing: what must be in sight before a byte of the picture is taken in, and the photo of it. */
const photographs = (find: (db: Scoped, code: string) => Promise<Subject>) => ({
  seek: ({ db, input }: Pick<Call<Ask>, 'db' | 'input'>) => find(db, input.code),
  prepare: async (call: Call<Ask>) => {
    await find(call.db, call.input.code);
    return noted(call, await kept(call), find);
  },
});
/** Of an item, taken by the staff. */
export const ofItem = photographs(itemSubject);
/** Of a repair, taken at our bench or by its vendor. */
export const ofTicket = photographs(ticketSubject);
export const ofParcel = photographs(parcelSubject);
export const ofOrder = photographs(orderSubject);
export const ofPlace = photographs(placeSubject);

export async function fetchPhoto(
  { db, deps, actor, input }: Call<{ id: string }>,
  size: 'full' | 'thumbnail',
): Promise<Download> {
  const file = await db.first(files, eq(files.id, input.id));
  if (!file) throw notFound(nouns.photo, '');
  // A photo tells what its subject's page would tell.
  const needed = file.ticketId && db.viewer.as !== 'staff' ? 'tickets.read' : 'items.read';
  if (!actor.permissions.has(needed)) throw forbidden(permissionNames[needed]);
  const bytes = await readContent(deps.config.FILES_DIR, file.sha256, size);
  if (!bytes) throw ourFault();
  return { type: 'image/jpeg', name: `${file.id}.jpg`, bytes, immutable: true };
}
