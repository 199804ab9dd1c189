import { skuNames } from '../../db/queries/skus.ts';
import type { Scoped } from '../../db/scope.ts';
import type { FoundFault } from '../http/sheet-faults.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { meaningIn, nearest, type Vocabulary, vocabularyOf } from '../spreadsheets/vocabulary.ts';
import { importSentences } from '../words/import.ts';

/** A row of a spreadsheet whose SKU is none of the exporter's. */
export interface UnknownSku {
  readonly row: number;
  readonly sku: string;
}
/** Different codes for which something like them is looked for; whoever has more of them has chosen the wrong column. */
const MAX_LOOKED_FOR = 30;

/** Codes that are none of the exporter's, with the nearest of theirs by code, barcode and name. */
export async function proposedSkus(
  db: Scoped,
  exporterId: string,
  unknown: readonly UnknownSku[],
): Promise<FoundFault[]> {
  if (unknown.length === 0) return [];
  const vocabulary = await namesOf(db, exporterId);
  const proposals = new Map<string, FoundFault['proposals']>();
  const letOthersRun = yieldToEventLoop();
  for (const sku of new Set(unknown.map((one) => one.sku))) {
    if (proposals.size === MAX_LOOKED_FOR) break;
    await letOthersRun();
    const same = meaningIn(vocabulary, sku);
    const found = nearest(vocabulary, sku);
    proposals.set(sku, same ? found.filter(({ value }) => value === same) : found);
  }
  return unknown.map(({ row, sku }) => ({
    ...{ row, column: 'sku', value: sku, words: importSentences.unknownSku(sku) },
    ...{ code: 'unknownSku', about: sku },
    proposals: proposals.get(sku) ?? [],
  }));
}

async function namesOf(db: Scoped, exporterId: string): Promise<Vocabulary> {
  const all = await db.list(skuNames, { exporterId });
  return vocabularyOf(
    all.map(({ code, gtin, zh, en }) => ({
      value: code,
      words: { zh: `${code} ${zh}`, en: `${code} ${en}` },
      alias: [...(gtin ? [gtin] : []), zh, en],
    })),
  );
}
