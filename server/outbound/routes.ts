import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { organisations } from '../../db/schema/house.ts';
import { shipments } from '../../db/schema/outbound.ts';
import type { Writing } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { answeredOnce } from '../answered-once.ts';
import type { Moment } from '../call.ts';
import { forbidden, notFound } from '../problem.ts';
import { route } from '../route.ts';
import { code, line, list, paged, scanId } from '../shapes.ts';
import { stepAsk } from '../step-ask.ts';
import { outboundSentences } from '../words/outbound.ts';
import { nouns } from '../words/problems.ts';
import { engine } from '../workflow/house.ts';
import { shipmentWorkflow } from '../workflow/shipment.ts';
import { findShipments, ShipmentFilter, ShipmentRow } from './list.ts';
import { type Shipment, shipmentNoun } from './shipment-noun.ts';
import { presentShipment, ShipmentView } from './view.ts';

const ShipmentAsk = z.strictObject({
  scanId,
  exporter: line(32),
  exit: z.enum(['resale', 'exchange', 'toBuyer', 'toExporter']),
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
type ShipmentAsk = z.output<typeof ShipmentAsk>;

async function openShipment(tx: Writing, actor: Actor, ask: ShipmentAsk, moment: Moment): Promise<Shipment> {
  if (actor.viewer.as !== 'staff') throw forbidden(outboundSentences.openShipment);
  const isIt = and(eq(organisations.kind, 'exporter'), eq(organisations.code, ask.exporter));
  const exporter = await tx.first(organisations, isIt);
  if (!exporter) throw notFound(nouns.exporter, ask.exporter);
  const { scanId: _, exporter: _e, items: _i, replaces: _r, ...head } = ask;
  const shipment = {
    ...head,
    id: moment.newId(),
    code: moment.newCode('shipment'),
    warehouseId: actor.viewer.warehouse,
    exporterId: exporter.id,
    state: shipmentWorkflow.initial,
    stateSince: moment.now,
    cartons: 1,
    createdBy: actor.id,
    createdAt: moment.now,
  };
  await tx.add(shipments, shipment);
  for (const item of ask.items) {
    const given = { shipment: shipment.code, ...(ask.replaces ? { replaces: ask.replaces } : {}) };
    await engine.take(tx, 'item', item, 'reserve', given, actor, moment);
  }
  return shipmentNoun.get(tx, shipment.code);
}

export const outboundRoutes = [
  route('GET /api/v1/shipments', {
    summary: 'Shipments: filtered, sorted, a page at a time.',
    needs: 'shipments.read',
    input: z.strictObject({ ...ShipmentFilter.shape, ...paged }),
    reply: list(ShipmentRow),
    handle: ({ db, input }) => findShipments(db, input),
  }),
  route('POST /api/v1/shipments', {
    summary: 'Opens a shipment and promises items to it.',
    needs: 'shipments.plan',
    input: ShipmentAsk,
    reply: ShipmentView,
    handle: ({ db, actor, input, moment }) =>
      db.atomically((tx) =>
        answeredOnce(tx, input.scanId, input, moment, async () =>
          presentShipment(tx, actor, await openShipment(tx, actor, input, moment), moment.now),
        ),
      ),
  }),
  route('GET /api/v1/shipments/:code', {
    summary: 'One shipment with what is in it.',
    needs: 'shipments.read',
    input: z.strictObject({ code }),
    reply: ShipmentView,
    handle: async ({ db, actor, input, moment }) =>
      presentShipment(db, actor, await shipmentNoun.get(db, input.code), moment.now),
  }),
  route('POST /api/v1/shipments/:code/steps', {
    summary: 'Close, hand over, deliver or cancel a shipment.',
    needs: 'shipments.read',
    input: stepAsk(shipmentWorkflow),
    reply: ShipmentView,
    handle: ({ db, actor, input, moment }) =>
      db.atomically((tx) =>
        answeredOnce(tx, input.scanId, input, moment, async () => {
          const { code, scanId: _, step, ...given } = input;
          const shipment = await engine.take(tx, 'shipment', code, step, given, actor, moment);
          return presentShipment(tx, actor, shipment as Shipment, moment.now);
        }),
      ),
  }),
];
