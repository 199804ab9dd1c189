import { z } from 'zod';
import { journalOf } from '../../db/queries/journal.ts';
import { organisationById } from '../../db/queries/master-data.ts';
import { inShipment } from '../../db/queries/outbound.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { pending, pendingOf } from '../entities/background-tasks.ts';
import { OpenStep } from '../entities/step-shapes.ts';
import { State, Time, version, Words } from '../http/shapes.ts';
import { stateOf } from '../items/view.ts';
import { itemWorkflow, wayOut } from '../workflow/item.ts';
import { openStepsOf } from '../workflow/open-steps.ts';
import { shipmentWorkflow } from '../workflow/shipment.ts';
import { type Shipment, shipmentEntity } from './shipment-entity.ts';

export const ShipmentView = z.object({
  code: z.string(),
  exit: z.string(),
  state: State,
  stateSince: Time,
  version,
  exporter: z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }),
  consignee: z.string(),
  phone: z.string().nullable(),
  address: z.string(),
  country: z.string(),
  transport: z.string(),
  carrier: z.string().nullable(),
  waybill: z.string().nullable(),
  cartons: z.number(),
  weightGrams: z.number().nullable(),
  reference: z.string().nullable(),
  createdAt: Time,
  shippedAt: Time.nullable(),
  items: z.array(
    z.object({
      code: z.string(),
      state: State,
      sku: z.string().nullable(),
      name: Words,
      quantity: z.number(),
      serial: z.string().nullable(),
      grade: z.string().nullable(),
      location: z.string().nullable(),
      battery: z.string(),
      replaces: z.string().nullable(),
      picked: z.boolean(),
      packed: z.boolean(),
    }),
  ),
  journal: z.array(z.object({ step: z.string(), to: Words, at: Time })),
  ...pending,
  openSteps: z.array(OpenStep),
});

/** A shipment with what is promised to it, where that lies, and what may be done. */
export async function presentShipment(
  db: Scoped,
  actor: Actor,
  shipment: Shipment,
  now: Date,
): Promise<z.input<typeof ShipmentView>> {
  const inside = await db.ask(inShipment, { shipmentId: shipment.id });
  const [exporter] = await db.ask(organisationById, { id: shipment.exporterId });
  const happened = await db.ask(journalOf, { subjectId: shipment.id });
  return {
    ...shipment,
    state: stateOf(shipmentWorkflow, shipment.state),
    stateSince: shipment.stateSince.toISOString(),
    exporter: exporter ?? { code: '', nameZh: '', nameEn: '' },
    createdAt: shipment.createdAt.toISOString(),
    shippedAt: shipment.shippedAt?.toISOString() ?? null,
    items: inside.map((row) => ({
      ...row,
      state: stateOf(itemWorkflow, row.state),
      name: { zh: row.nameZh ?? row.description ?? '', en: row.nameEn ?? row.description ?? '' },
      location: actor.viewer.as === 'staff' ? row.location : null,
      battery: row.battery ?? 'none',
      ...wayOut(row.state),
    })),
    journal: happened.map(({ step, toState, at }) => ({
      step,
      to: stateOf(shipmentWorkflow, toState),
      at: at.toISOString(),
    })),
    ...(await pendingOf(db, shipment.id, shipment.piecesLeft)),
    ...(await openStepsOf(db, shipmentEntity, { row: shipment, actor, now })),
  };
}
