import { citedByOrder, exportedWithIds } from '../../db/queries/exported-orders.ts';
import type { CitationRule } from '../../db/schema/master-data.ts';
import type { Scoped } from '../../db/scope.ts';
import { type CiteFault, citeExports } from '../exported-orders/cite.ts';
import { kindOfDocument } from '../exported-orders/export-facts.ts';
import { returnableOf } from '../exported-orders/returnable.ts';
import { exportedSentences } from '../words/exported-orders.ts';
import type { Words } from '../words/words.ts';
import { inBatches } from './announce.ts';
import type { LineAsk, OrderAsk } from './submit.ts';

/** A line of a return with the line of an exported order that it cites, and all that this says of it. */
export type CitedLine = LineAsk & { readonly exportedLineId: string | null };

export interface CitedAsk {
  readonly lines: readonly CitedLine[];
  readonly head: { readonly platform?: string; readonly country?: string };
  readonly faults: readonly CiteFault[];
  /** Whether a person has to look because a line cites nothing that is known. */
  readonly needsReview: boolean;
}

/** Finds the export of each line of a return, as its exporter's contract asks for it. */
export async function citedAsk(
  db: Scoped,
  exporterId: string,
  {
    ask,
    citation,
  }: {
    readonly ask: Pick<OrderAsk, 'lines' | 'reference' | 'platform' | 'country'>;
    readonly citation: CitationRule;
  },
): Promise<CitedAsk> {
  const [cited] = await citeExports(db, exporterId, [ask]);
  const { lines = [], faults = [], platform, country } = cited ?? {};
  return {
    lines: lines.map(({ line }) => withKind(line)),
    head: {
      ...(platform && ask.platform === undefined ? { platform } : {}),
      ...(country && ask.country === undefined ? { country } : {}),
    },
    faults: [...faults, ...missing(lines, citation)],
    needsReview: citation === 'should' && lines.some(({ uncited }) => uncited !== undefined),
  };
}

/** What a contract that demands it has against lines that cite nothing. */
export const missing = (
  lines: readonly { readonly of: number; readonly uncited?: Words }[],
  citation: CitationRule,
): CiteFault[] =>
  citation !== 'must'
    ? []
    : lines.flatMap(({ of, uncited }) =>
        uncited ? [{ line: of, field: 'salesOrder', words: exportedSentences.must(of, uncited) }] : [],
      );

/** The number of a document says what kind it is. */
function withKind(line: CitedLine): CitedLine {
  const kind =
    line.exportDocumentKind ?? (line.exportedLineId ? kindOfDocument(line.exportDocument) : undefined);
  return kind ? { ...line, exportDocumentKind: kind } : line;
}

/** The first line of a return by which more of an exported line would come back than is left of it, in words. */
export async function moreThanLeft(system: Scoped, orderId: string): Promise<Words | undefined> {
  const cited = await system.ask(citedByOrder, { orderId });
  const ids = [...new Set(cited.flatMap(({ exportedLineId }) => exportedLineId ?? []))];
  const found = new Map<string, Awaited<ReturnType<(typeof exportedWithIds)['build']>>[number]>();
  for (const some of inBatches(ids))
    for (const one of await system.list(exportedWithIds, { ids: some })) found.set(one.line.id, one);
  const left = await returnableOf(
    system,
    [...found.values()].map(({ line }) => line),
  );
  const asked = new Map<string, number>();
  for (const { number, quantity, exportedLineId: id } of cited) {
    const [of, counts] = [found.get(id ?? ''), left.get(id ?? '')];
    if (!of || !counts) continue;
    const sum = (asked.get(of.line.id) ?? 0) + quantity;
    asked.set(of.line.id, sum);
    const named = { order: of.order.number, line: of.line.number, sku: of.line.skuCode };
    if (sum > counts.left) return exportedSentences.tooMany(number, named, sum, counts);
  }
  return undefined;
}
