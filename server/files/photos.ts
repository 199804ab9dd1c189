import { eq } from 'drizzle-orm';
import { itemById } from '../../db/queries/items.ts';
import { files } from '../../db/schema/items.ts';
import type { Scoped } from '../../db/scope.ts';
import { permissionNames } from '../access/permissions.ts';
import { FairLock } from '../http/fair-lock.ts';
import { conflict, forbidden, notFound, ourFault, Problem } from '../http/problem.ts';
import type { Call, Download, OnceCall } from '../http/route.ts';
import type { Item } from '../items/facts.ts';
import { getItem } from '../items/item-entity.ts';
import { cleanPicture, NotAPicture } from '../pictures/picture.ts';
import { turnOf } from '../read-worker/fair-queue.ts';
import { type Ticket, ticketEntity } from '../repair/ticket-entity.ts';
import { photoSentences } from '../words/photos.ts';
import { nouns } from '../words/problems.ts';
import { readContent, storeContent } from './content-store.ts';

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
  find: (db: Scoped) => Promise<Whose>,
) => ({
  question: { ...input, ...picture },
  work: async ({ db: tx, actor, context, deps: { engine } }: OnceCall<Ask>) => {
    const { item, ticketId, vendorId } = await find(tx);
    const system = tx.asSystem();
    const id = context.newId();
    const { warehouseId, exporterId } = item;
    const whose = { itemId: item.id, ticketId, vendorId, warehouseId, exporterId };
    const taken = { kind: 'photo', takenBy: actor.id, at: context.now } as const;
    await system.add(files, { id, ...whose, ...picture, ...taken });
    const step = { entity: 'item', step: 'addPhoto', input: { photo: id }, actor, context } as const;
    if (ticketId) await engine.takeAsSystem(system, { ...step, id: item.id });
    else await engine.take(tx, { ...step, code: item.code });
    return { id, at: context.now.toISOString(), width: picture.width, height: picture.height };
  },
});
interface Whose {
  readonly item: Pick<Item, 'id' | 'code' | 'warehouseId' | 'exporterId'>;
  readonly ticketId: string | null;
  readonly vendorId: string | null;
}

type Sought = Pick<Call<Ask>, 'db' | 'input'>;
/** The thing must be in sight before a byte of the picture is taken in. */
export const seekItem = ({ db, input }: Sought): Promise<Whose> => itemHere(db, input.code);
export const seekTicket = ({ db, input }: Sought): Promise<Whose> => ticketHere(db, input.code);

const itemHere = async (db: Scoped, code: string): Promise<Whose> => ({
  item: await getItem(db, code),
  ticketId: null,
  vendorId: null,
});

async function ticketHere(db: Scoped, code: string): Promise<Whose> {
  const ticket = await ticketEntity.get(db, code);
  await inTheirHands(db, ticket);
  const { itemId, warehouseId, exporterId } = ticket;
  return {
    item: { id: itemId, code: '', warehouseId, exporterId },
    ticketId: ticket.id,
    vendorId: ticket.vendorId,
  };
}

/** A photo of an item, taken by the staff. */
export async function photographItem(call: Call<Ask>) {
  const find = (db: Scoped) => itemHere(db, call.input.code);
  await find(call.db);
  return noted(call, await kept(call), find);
}

/** A photo that belongs to a repair, taken at our bench or by its vendor. */
export async function photographTicket(call: Call<Ask>) {
  const find = (db: Scoped) => ticketHere(db, call.input.code);
  await find(call.db);
  return noted(call, await kept(call), find);
}

/** A vendor photographs what lies with them: not what is still to come, nor what went back. @throws Problem 409 */
async function inTheirHands(db: Scoped, ticket: Ticket) {
  if (db.viewer.as !== 'vendor') return;
  const [item] = await db.asSystem().ask(itemById, { id: ticket.itemId });
  if (item?.ticketId !== ticket.id || item.custody !== 'vendor')
    throw conflict('not_in_your_hands', photoSentences.notInYourHands);
}

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
