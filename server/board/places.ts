import { z } from 'zod';
import { longestWaiting, lyingTogether, mixedPlaces } from '../../db/queries/board.ts';
import { itemInWords } from '../../db/queries/items.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { Time, Words } from '../http/shapes.ts';
import { proposePlaces } from '../storage/places.ts';
import { storageSentences } from '../words/storage.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { knows } from '../workflow/workflow.ts';

/** What is the matter with places until somebody puts it right: by what lies where, and not by any clock. */
export const PlaceTasks = z.object({
  /** Bins in which goods lie together that may not: nothing more goes in. */
  mixed: z.array(
    z.object({
      place: z.string(),
      /** Which rule is broken, each in words. */
      why: z.array(Words),
      lies: z.array(
        z.object({ exporter: Words, customsStatus: z.string(), items: z.number(), pieces: z.number() }),
      ),
    }),
  ),
  /** What is to be put away and fits nowhere, of those that have waited longest. */
  nowhere: z.array(
    z.object({ code: z.string(), name: Words, quantity: z.number(), since: Time, why: Words }),
  ),
});

/** For each of these all places are looked through. What fits nowhere stays, and so comes to stand among them. */
const MOST_LOOKED_AT = 40;
const toBePutAway = Object.keys(itemWorkflow.states).filter((id) => knows(itemWorkflow, id, 'putAway'));

export async function placeTasks(db: Scoped, actor: Actor, now: Date): Promise<z.input<typeof PlaceTasks>> {
  return { mixed: await mixed(db), nowhere: await nowhere(db, actor, now) };
}

async function mixed(db: Scoped) {
  const found = await db.ask(mixedPlaces, {});
  return Promise.all(
    found.map(async ({ id, code, customs, owners, apart }) => ({
      place: code,
      why: [
        ...(customs > 1 ? [storageSentences.mixedCustoms] : []),
        ...(owners > 1 && apart > 0 ? [storageSentences.mixedOwners] : []),
      ],
      lies: (await db.ask(lyingTogether, { locationId: id })).map(({ exporterZh, exporterEn, ...lies }) => ({
        ...lies,
        exporter: exporterZh ? { zh: exporterZh, en: exporterEn ?? '' } : storageSentences.nobodys,
      })),
    })),
  );
}

async function nowhere(db: Scoped, actor: Actor, now: Date) {
  const tasks: z.input<typeof PlaceTasks>['nowhere'] = [];
  for (const item of await db.list(longestWaiting, { states: toBePutAway, limit: MOST_LOOKED_AT })) {
    const { none } = await proposePlaces(db, item, { actor, now });
    if (none === null) continue;
    const [found] = await db.ask(itemInWords, { id: item.id });
    const { nameZh, nameEn } = found?.sku ?? { nameZh: item.description, nameEn: item.description };
    const { code, quantity, stateSince } = item;
    const name = { zh: nameZh ?? '', en: nameEn ?? '' };
    tasks.push({ code, quantity, name, since: stateSince.toISOString(), why: none });
  }
  return tasks;
}
