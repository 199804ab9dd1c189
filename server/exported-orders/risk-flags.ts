import { z } from 'zod';
import { countRisks, riskList, riskSorts, riskWithId } from '../../db/queries/risks.ts';
import { riskFlags } from '../../db/schema/risks.ts';
import type { Writing } from '../../db/scope.ts';
import { noteRights } from '../access/audit.ts';
import type { Actor } from '../access/permissions.ts';
import { oneOrMore, yesOrNo } from '../http/list-input.ts';
import { listOf, listRoute, searchAndSort } from '../http/list-route.ts';
import { conflict, notFound } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import { route } from '../http/route.ts';
import { code, line, prose, scanId, Time, Words } from '../http/shapes.ts';
import { sheetRoutes } from '../http/sheet-routes.ts';
import { sheets } from '../words/columns.ts';
import { riskSentences } from '../words/exported-orders.ts';

const Risk = z.object({
  id: z.string(),
  /** The return of which too much came. */
  order: z.string(),
  exporterCode: z.string(),
  exporter: Words,
  exportedId: z.string(),
  exportedOrder: z.string(),
  sku: z.string(),
  /** How many were exported on that line, and how many of them are back or on their way. */
  exported: z.number(),
  back: z.number(),
  note: z.string().nullable(),
  raisedBy: z.string(),
  raisedAt: Time,
  closedBy: z.string().nullable(),
  closedAt: Time.nullable(),
  closedBecause: z.string().nullable(),
});

type Found = Awaited<ReturnType<(typeof riskList)['build']>>[number];

const presentRisk = ({ flag, exporter, raisedBy, closedBy, ...about }: Found): z.input<typeof Risk> => ({
  ...flag,
  ...about,
  ...{ exporter, exporterCode: exporter.code },
  raisedBy: raisedBy ?? flag.raisedBy,
  raisedAt: flag.raisedAt.toISOString(),
  closedBy: closedBy ?? flag.closedBy,
  closedAt: flag.closedAt?.toISOString() ?? null,
});

const listOfRisks = listOf({
  filters: z.strictObject({ exporter: oneOrMore, open: yesOrNo, order: code.optional(), ...searchAndSort }),
  query: riskList,
  count: countRisks,
  sorts: riskSorts,
  sortedBy: '-raisedAt',
  row: Risk,
  present: (found) => found.map(presentRisk),
});

const Closure = z.strictObject({ id: line(64), because: prose(500) });
interface By {
  readonly actor: Actor;
  readonly context: RequestContext;
}
/** A risk that somebody looked into: from now on it counts no more, and what was found stays with it. */
export async function closeRisk(
  tx: Writing,
  { id, because }: z.output<typeof Closure>,
  { actor, context }: By,
): Promise<z.input<typeof Risk>> {
  const [found] = await tx.ask(riskWithId, { id });
  if (!found) throw notFound(riskSentences.noun, id);
  if (found.flag.closedAt !== null) throw conflict('risk_closed', riskSentences.closed(found.order));
  const closed = { closedBy: actor.id, closedAt: context.now, closedBecause: because };
  await tx.change(riskFlags, found.flag, closed);
  await noteRights(tx, {
    ...{ by: actor, action: 'riskClosed', context },
    about: { id, name: found.order, organisationId: 'hub' },
    changed: { closedBecause: [null, because], back: [found.flag.exported, found.flag.back] },
  });
  return presentRisk({ ...found, closedBy: actor.name, flag: { ...found.flag, ...closed } });
}

export const riskRoutes = [
  listRoute('GET /api/v1/risk-flags', listOfRisks, {
    summary: 'What may be no honest trade: more of an export came back than went out. Only the hub sees it.',
    needs: 'organisations.read',
  }),
  ...sheetRoutes('risk-flags', listOfRisks, {
    needs: 'organisations.read',
    sheet: sheets.risks,
    cells: (row) => row,
  }),
  route('POST /api/v1/risk-flags/:id/closure', {
    summary: 'Closes a risk that was looked into, and says why; it stays in the list with that.',
    needs: 'returns.review',
    input: Closure.extend({ scanId }),
    reply: Risk,
    once: true,
    handle: ({ db: tx, actor, input, context }) => closeRisk(tx, input, { actor, context }),
  }),
];
