import { placeCodes } from '../../db/queries/opening-stock.ts';
import type { organisations } from '../../db/schema/master-data.ts';
import type { Scoped } from '../../db/scope.ts';
import { proposedSkus } from '../exported-orders/proposed-skus.ts';
import type { FoundFault } from '../http/sheet-faults.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { nearest, vocabularyOf } from '../spreadsheets/vocabulary.ts';
import { openingSentences } from '../words/opening-stock.ts';

type Exporter = typeof organisations.$inferSelect;
interface UnknownSku {
  readonly row: number;
  readonly sku: string;
  readonly exporter: Exporter;
}
/** Codes that are none of the exporter's, with the nearest of theirs. What nobody knows cannot lie on a shelf. */
export async function unknownSkus(db: Scoped, unknown: readonly UnknownSku[]): Promise<FoundFault[]> {
  const faults: FoundFault[] = [];
  for (const exporter of new Set(unknown.map((one) => one.exporter))) {
    const theirs = unknown.filter((one) => one.exporter === exporter);
    const named = { zh: exporter.nameZh, en: exporter.nameEn };
    for (const fault of await proposedSkus(db, exporter.id, theirs)) {
      const { row, column, value, proposals = [] } = fault;
      faults.push({ row, column, value, proposals, words: openingSentences.unknownSku(value, named) });
    }
  }
  return faults;
}

/** Different codes for which something like them is looked for; whoever has more of them has chosen the wrong column. */
const MAX_LOOKED_FOR = 30;

/** Places that are none of this warehouse, with the nearest of its own. */
export async function proposedPlaces(
  db: Scoped,
  warehouseId: string,
  unknown: readonly { readonly row: number; readonly place: string }[],
): Promise<FoundFault[]> {
  if (unknown.length === 0) return [];
  const all = await db.ask(placeCodes, { warehouseId });
  const vocabulary = vocabularyOf(all.map(({ code }) => ({ value: code, words: { zh: code, en: code } })));
  const proposals = new Map<string, FoundFault['proposals']>();
  const letOthersRun = yieldToEventLoop();
  for (const place of new Set(unknown.map((one) => one.place))) {
    if (proposals.size === MAX_LOOKED_FOR) break;
    await letOthersRun();
    proposals.set(place, nearest(vocabulary, place));
  }
  return unknown.map(({ row, place }) => ({
    ...{ row, column: 'location', value: place, words: openingSentences.unknownPlace(place) },
    proposals: proposals.get(place) ?? [],
  }));
}
