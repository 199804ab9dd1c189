import { z } from 'zod';
import { organisationById } from '../../db/queries/master-data.ts';
import { consignmentInWords, consignmentList, countConsignments } from '../../db/queries/repair.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { pending, pendingOf } from '../entities/background-tasks.ts';
import { OpenStep } from '../entities/step-shapes.ts';
import { oneOrMore } from '../http/list-input.ts';
import { listOf } from '../http/list-route.ts';
import { State, Time, version, Words } from '../http/shapes.ts';
import { stateOf } from '../items/view.ts';
import { consignmentWorkflow } from '../workflow/consignment.ts';
import { openStepsOf } from '../workflow/open-steps.ts';
import { ticketWorkflow } from '../workflow/ticket.ts';
import { type Consignment, consignmentEntity } from './consignment-entity.ts';

const ConsignmentRow = z.object({
  code: z.string(),
  state: State,
  stateSince: Time,
  vendor: Words,
  lines: z.number(),
  away: z.number(),
  openedAt: Time,
  handedOverAt: Time.nullable(),
});
export const ConsignmentView = ConsignmentRow.extend({
  version,
  items: z.array(
    z.object({
      item: z.string(),
      serial: z.string().nullable(),
      quantity: z.number(),
      ticket: z.string(),
      ticketState: State,
      fault: z.string(),
      sku: z.string().nullable(),
      name: Words,
      takenInAt: Time.nullable(),
      backAt: Time.nullable(),
    }),
  ),
  ...pending,
  openSteps: z.array(OpenStep),
});

export const listOfConsignments = listOf({
  filters: z.strictObject({ state: oneOrMore }),
  query: consignmentList,
  count: countConsignments,
  row: ConsignmentRow,
  present: (found) =>
    found.map((row) => ({
      ...row,
      state: stateOf(consignmentWorkflow, row.state),
      stateSince: row.stateSince.toISOString(),
      vendor: { zh: row.vendorZh, en: row.vendorEn },
      openedAt: row.openedAt.toISOString(),
      handedOverAt: row.handedOverAt?.toISOString() ?? null,
    })),
});

export async function presentConsignment(
  db: Scoped,
  actor: Actor,
  consignment: Consignment,
  now: Date,
): Promise<z.input<typeof ConsignmentView>> {
  const inside = await db.ask(consignmentInWords, { consignmentId: consignment.id });
  const [vendor] = await db.ask(organisationById, { id: consignment.vendorId });
  return {
    ...consignment,
    state: stateOf(consignmentWorkflow, consignment.state),
    stateSince: consignment.stateSince.toISOString(),
    vendor: { zh: vendor?.nameZh ?? '', en: vendor?.nameEn ?? '' },
    openedAt: consignment.openedAt.toISOString(),
    handedOverAt: consignment.handedOverAt?.toISOString() ?? null,
    lines: inside.length,
    away: inside.filter(({ backAt }) => backAt === null).length,
    items: inside.map((row) => ({
      ...row,
      ticketState: stateOf(ticketWorkflow, row.ticketState),
      name: { zh: row.nameZh ?? '', en: row.nameEn ?? '' },
      takenInAt: row.takenInAt?.toISOString() ?? null,
      backAt: row.backAt?.toISOString() ?? null,
    })),
    ...(await pendingOf(db, consignment.id, consignment.piecesLeft)),
    ...(await openStepsOf(db, consignmentEntity, { row: consignment, actor, now })),
  };
}
