import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { exportedLines, exportedOrders } from '../../db/schema/exported.ts';
import type { Writing } from '../../db/scope.ts';
import { difference, noteRights } from '../access/audit.ts';
import type { Actor } from '../access/permissions.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { omitUndefined } from '../http/omit-undefined.ts';
import { conflict, notFound } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import { prose, line as text } from '../http/shapes.ts';
import { exportedNoun, exportedSentences } from '../words/exported-orders.ts';
import { documentNumber, exportFacts } from './export-facts.ts';
import { ExportedAsk, ExportedLineAsk, faultsOfExported, mustBeFaultless } from './faults.ts';
import { returnableOf } from './returnable.ts';

/** What the office may say otherwise of a line of an exported order that returns cite, and of its order. */
export const Correction = z.strictObject({
  id: text(64),
  line: z.number().int().min(1).max(9_999),
  quantity: ExportedLineAsk.shape.quantity.optional(),
  ...exportFacts,
  exportMode: exportFacts.exportMode.unwrap().optional(),
  country: ExportedAsk.shape.country,
  because: prose(500),
});
type Correction = z.output<typeof Correction>;
interface By {
  readonly actor: Actor;
  readonly context: RequestContext;
}

/**
 * A line that its exporter cannot correct any more, as returns cite it, is corrected by whoever reviews returns, with a
 * reason. Those returns keep the papers that they have. @throws Problem 409 for fewer than came back or are on their way
 */
export async function correctExported(
  tx: Writing,
  { id, line: n, because, country, ...facts }: Correction,
  { actor, context }: By,
): Promise<void> {
  const order = await tx.first(exportedOrders, eq(exportedOrders.id, id));
  const line = await tx.first(exportedLines, and(eq(exportedLines.orderId, id), eq(exportedLines.number, n)));
  if (!order || !line) throw notFound(exportedNoun, id);
  const said = omitUndefined({
    ...facts,
    exportDocument: facts.exportDocument && documentNumber(facts.exportDocument),
  });
  const head = omitUndefined({ country: country?.toUpperCase() });
  const whole = ExportedLineAsk.parse({ sku: line.skuCode, quantity: line.quantity, ...said });
  const asked = { number: order.number, ...head, lines: [whole] };
  mustBeFaultless(
    faultsOfExported(asked, { today: shanghaiDate(context.now), skus: new Map() }).map((fault) => ({
      ...fault,
      line: 0,
    })),
  );
  await mustCoverReturns(tx, order.number, line, whole.quantity);
  const changed = { ...difference(line, said), ...difference(order, head) };
  if (Object.keys(changed).length === 0) return;
  if (Object.keys(said).length > 0) await tx.change(exportedLines, line, said);
  if (Object.keys(head).length > 0) await tx.change(exportedOrders, order, head);
  await noteRights(tx, {
    ...{ by: actor, action: 'exportCorrected', context },
    about: { id, name: `${order.number} / ${n}`, organisationId: order.exporterId },
    changed: { ...changed, because: [null, because] },
  });
}

async function mustCoverReturns(
  tx: Writing,
  order: string,
  line: typeof exportedLines.$inferSelect,
  quantity: number,
): Promise<void> {
  const taken = (await returnableOf(tx, [line])).get(line.id);
  if (!taken || quantity >= line.quantity || quantity >= taken.back + taken.onTheWay) return;
  const named = { order, line: line.number, sku: line.skuCode };
  throw conflict('export_cited', exportedSentences.fewerThanCited(named, quantity, taken));
}
