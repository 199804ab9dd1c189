import { z } from 'zod';
import { countShipments, shipmentList, shipmentSorts, shipmentsFound } from '../../db/queries/outbound.ts';
import type { Scoped } from '../../db/scope.ts';
import { oneOrMore, searched, sorting } from '../http/list-input.ts';
import { State, Time, Words } from '../http/shapes.ts';
import { stateOf } from '../items/view.ts';
import { shipmentWorkflow } from '../workflow/shipment.ts';

export const ShipmentFilter = z.object({ state: oneOrMore, exit: oneOrMore, exporter: oneOrMore });
export const ShipmentRow = z.object({
  code: z.string(),
  exit: z.string(),
  state: State,
  stateSince: Time,
  exporter: Words,
  consignee: z.string(),
  country: z.string(),
  carrier: z.string().nullable(),
  waybill: z.string().nullable(),
  items: z.number(),
  createdAt: Time,
  shippedAt: Time.nullable(),
});
type Asked = z.output<typeof ShipmentFilter> & {
  search?: string | undefined;
  sort?: string | undefined;
  page: number;
  size: number;
};

export async function findShipments(db: Scoped, { page, size, sort, ...filter }: Asked) {
  const wanted = await searched(db, shipmentsFound, {
    ...filter,
    ...sorting(shipmentSorts, sort, '-createdAt'),
  });
  const found = await db.list(shipmentList, { ...wanted, limit: size, offset: (page - 1) * size });
  const [counted] = await db.list(countShipments, wanted);
  const rows = found.map((row) => ({
    ...row,
    state: stateOf(shipmentWorkflow, row.state),
    stateSince: row.stateSince.toISOString(),
    exporter: { zh: row.exporterZh, en: row.exporterEn },
    createdAt: row.createdAt.toISOString(),
    shippedAt: row.shippedAt?.toISOString() ?? null,
  }));
  return { rows, total: counted?.n ?? 0, page, size };
}
