import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { organisations } from '../../db/schema/master-data.ts';
import { exits, shipments } from '../../db/schema/outbound.ts';
import type { Writing } from '../../db/scope.ts';
import { stepRoute } from '../entities/step-route.ts';
import { listRoute } from '../http/list-route.ts';
import { forbidden, notFound } from '../http/problem.ts';
import type { Asker } from '../http/request-context.ts';
import { route } from '../http/route.ts';
import { code, line, scanId } from '../http/shapes.ts';
import { sheetRoutes } from '../http/sheet-routes.ts';
import { sheets } from '../words/columns.ts';
import { outboundSentences } from '../words/outbound.ts';
import { nouns } from '../words/problems.ts';
import type { Engine } from '../workflow/engine.ts';
import { shipmentWorkflow } from '../workflow/shipment.ts';
import { listOfShipments, shipmentCells } from './list.ts';
import { type Shipment, shipmentEntity } from './shipment-entity.ts';
import { presentShipment, ShipmentView } from './view.ts';

const ShipmentAsk = z.strictObject({
  scanId,
  exporter: line(32),
  exit: z.enum(exits),
  consignee: line(100),
  phone: line(30).optional(),
  address: line(300),
  country: z.string().regex(/^[A-Z]{2}$/),
  transport: z.enum(['air', 'sea', 'road']).default('air'),
  reference: line(64).optional(),
  /** Codes of items to promise to it at once; all of them or none. */
  items: z.array(code).max(200).default([]),
  replaces: code.optional(),
});
type ShipmentAsk = Omit<z.output<typeof ShipmentAsk>, 'scanId'>;

async function openShipment(
  engine: Engine,
  tx: Writing,
  ask: ShipmentAsk,
  { actor, context }: Asker,
): Promise<Shipment> {
  if (actor.viewer.as !== 'staff') throw forbidden(outboundSentences.openShipment);
  const isIt = and(eq(organisations.kind, 'exporter'), eq(organisations.code, ask.exporter));
  const exporter = await tx.first(organisations, isIt);
  if (!exporter) throw notFound(nouns.exporter, ask.exporter);
  const { exporter: _e, items: _i, replaces: _r, ...head } = ask;
  const shipment = {
    ...head,
    id: context.newId(),
    code: context.newCode('shipment'),
    warehouseId: actor.viewer.warehouse,
    exporterId: exporter.id,
    state: shipmentWorkflow.initial,
    stateSince: context.now,
    cartons: 1,
    createdBy: actor.id,
    createdAt: context.now,
  };
  await tx.add(shipments, shipment);
  for (const item of ask.items) {
    const input = { shipment: shipment.code, ...(ask.replaces ? { replaces: ask.replaces } : {}) };
    await engine.take(tx, { entity: 'item', code: item, step: 'reserve', input, actor, context });
  }
  return shipmentEntity.get(tx, shipment.code);
}

export const outboundRoutes = [
  listRoute('GET /api/v1/shipments', listOfShipments, {
    summary: 'Shipments: filtered, sorted, a page at a time.',
    needs: 'shipments.read',
  }),
  ...sheetRoutes('shipments', listOfShipments, {
    needs: 'shipments.read',
    sheet: sheets.shipments,
    cells: shipmentCells,
  }),
  route('POST /api/v1/shipments', {
    summary: 'Opens a shipment and promises items to it.',
    needs: 'shipments.plan',
    input: ShipmentAsk,
    reply: ShipmentView,
    once: true,
    handle: async ({ db: tx, actor, input, context, deps: { engine } }) =>
      presentShipment(tx, actor, await openShipment(engine, tx, input, { actor, context }), context.now),
  }),
  route('GET /api/v1/shipments/:code', {
    summary: 'One shipment with what is in it.',
    needs: 'shipments.read',
    input: z.strictObject({ code }),
    reply: ShipmentView,
    handle: async ({ db, actor, input, context }) =>
      presentShipment(db, actor, await shipmentEntity.get(db, input.code), context.now),
  }),
  stepRoute('/api/v1/shipments', {
    summary: 'Close, hand over, deliver or cancel a shipment.',
    entity: 'shipment',
    inPieces: true,
    workflow: shipmentWorkflow,
    needs: 'shipments.read',
    reply: ShipmentView,
    present: presentShipment,
  }),
];
