import { z } from 'zod';
import { codeMeaning, openHoldsOf } from '../../db/queries/items.ts';
import { placesFor } from '../../db/queries/storage.ts';
import type { Scoped } from '../../db/scope.ts';
import { Words } from '../http/shapes.ts';
import type { Item } from '../items/facts.ts';
import { storageSentences } from '../words/storage.ts';

export const Proposal = z.object({
  code: z.string(),
  kind: z.string(),
  zone: Words,
  /** How many more articles fit; null where nobody counts. */
  free: z.number().nullable(),
  why: Words,
});

/** Dangerous goods into the cabinet, what is held or undecided into quarantine, the rest into storage. */
async function kindOfPlace(db: Scoped, { id, hazard, disposition }: Item) {
  if (hazard) return 'hazard';
  const held = await db.ask(openHoldsOf, { itemId: id });
  const [decided] = disposition ? await db.ask(codeMeaning, { list: 'disposition', code: disposition }) : [];
  const waits = decided?.meaning === 'quarantine' || decided?.meaning === 'ask';
  return held.length || waits ? 'quarantine' : 'storage';
}

/** Up to three places where this item could be put away, the best first, each with its reason. */
export async function proposePlaces(db: Scoped, item: Item): Promise<z.input<typeof Proposal>[]> {
  const found = await db.list(placesFor, {
    warehouseId: item.warehouseId,
    kind: await kindOfPlace(db, item),
    quantity: item.quantity,
    skuId: item.skuId ?? '',
    exporterId: item.exporterId ?? '',
    customsStatus: item.customsStatus,
    not: item.locationId ?? '',
    limit: 3,
  });
  return found.map(({ code, kind, capacity, pieces, rank, zoneZh, zoneEn }) => {
    const free = capacity === null ? null : capacity - pieces;
    return { code, kind, zone: { zh: zoneZh, en: zoneEn }, free, why: storageSentences.because(rank, free) };
  });
}
