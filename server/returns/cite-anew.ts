import { and, eq } from 'drizzle-orm';
import { exportedWithIds, itemsOfLineInStates } from '../../db/queries/exported-orders.ts';
import { returnLines } from '../../db/schema/goods.ts';
import type { Writing } from '../../db/scope.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { citeExports } from '../exported-orders/cite.ts';
import { type ExportFacts, exportNames, kindOfDocument } from '../exported-orders/export-facts.ts';
import { conflict, unusable } from '../http/problem.ts';
import { exportedSentences } from '../words/exported-orders.ts';
import type { StepContext } from '../workflow/effects.ts';
import { stillToCome } from './call-off.ts';
import type { ReturnOrder } from './return-order-entity.ts';
import { reviewNoted } from './review-for.ts';

type Line = typeof returnLines.$inferSelect;
interface Asked {
  readonly line: number;
  readonly salesOrder: string;
  readonly orderLine?: number | undefined;
}
/** Each takes a step of its own, with its event: more than these would keep every scan waiting. */
const MAX_ITEMS_AT_ONCE = 200;

/**
 * A line of a return that nobody received yet cites another line of an exported order. What it took of the one is free,
 * and what it takes of the other is no more than is left, in one transaction. @throws Problem 422, 409
 */
export async function citeAnew(
  system: Writing,
  stepContext: Pick<StepContext<ReturnOrder>, 'row' | 'trigger' | 'context'> & { readonly input: Asked },
): Promise<Partial<ReturnOrder>> {
  const { row, input, context } = stepContext;
  const of = and(eq(returnLines.orderId, row.id), eq(returnLines.number, input.line));
  const line = await system.first(returnLines, of);
  if (!line || line.cameAs !== null) throw refused('line', exportedSentences.noReturnLine(input.line));
  // What it takes now is free while another is looked for.
  await system.change(returnLines, line, { exportedLineId: null });
  const set = await citedBy(system, row, line, input);
  await system.change(returnLines, line, set);
  await tellItems(system, stepContext, { ...line, ...set });
  return reviewNoted(system, row, shanghaiDate(context.now));
}

const refused = (field: string, words: ReturnType<typeof exportedSentences.noReturnLine>) =>
  unusable([{ path: [field], code: 'export', words }], words);

/** What the line says by itself: what the wrong export had filled in is no word of its exporter's. */
async function saidOf(system: Writing, line: Line): Promise<ExportFacts> {
  const [before] = line.exportedLineId
    ? await system.list(exportedWithIds, { ids: [line.exportedLineId] })
    : [];
  const said = exportNames.flatMap((name) =>
    line[name] === null || (before && line[name] === before.line[name]) ? [] : [[name, line[name]] as const],
  );
  return { exportMode: 'unknown', ...Object.fromEntries(said) };
}

async function citedBy(system: Writing, { exporterId, platform }: ReturnOrder, line: Line, asked: Asked) {
  const said = await saidOf(system, line);
  const { salesOrder, orderLine } = asked;
  const its = { ...said, sku: line.skuCode, quantity: line.quantity, serial: line.serial ?? undefined };
  const head = platform === null ? {} : { platform };
  const [cited] = await citeExports(system, exporterId, [
    { ...head, inOne: true, lines: [{ ...its, salesOrder, orderLine }] },
  ]);
  const [fault] = cited?.faults ?? [];
  if (fault) throw refused(fault.field === 'orderLine' ? 'orderLine' : 'salesOrder', fault.words);
  const [one] = cited?.lines ?? [];
  if (!one || one.uncited)
    throw refused('salesOrder', one?.uncited ?? exportedSentences.noReturnLine(asked.line));
  const { exportedLineId, exportMode, exportDocument = null, exportLine = null, ...found } = one.line;
  return {
    ...{ salesOrder, exportedLineId, exportMode, exportDocument, exportLine },
    exportDocumentKind: kindOfDocument(exportDocument) ?? line.exportDocumentKind,
    exportDate: found.exportDate ?? null,
    releaseDate: found.releaseDate ?? null,
  };
}

/** Its items have the papers of their export with them, and their clocks run by those. */
async function tellItems(
  system: Writing,
  { row, trigger }: Pick<StepContext<ReturnOrder>, 'row' | 'trigger'>,
  { id, exportMode, exportDocument, exportLine, exportDate, releaseDate }: Line,
) {
  const asked = { orderId: row.id, lineId: id, states: [...stillToCome], limit: MAX_ITEMS_AT_ONCE + 1 };
  const found = await system.list(itemsOfLineInStates, asked);
  if (found.length > MAX_ITEMS_AT_ONCE)
    throw conflict('too_many_items', exportedSentences.tooManyItems(MAX_ITEMS_AT_ONCE));
  const papers = { exportMode, exportDocument, exportLine, exportDate, releaseDate };
  for (const item of found) await trigger('item', item.id, 'citeAnew', { papers });
}
