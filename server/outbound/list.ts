import { z } from 'zod';
import { countShipments, shipmentList, shipmentSorts, shipmentsFound } from '../../db/queries/outbound.ts';
import { oneOrMore } from '../http/list-input.ts';
import { listOf, searchAndSort } from '../http/list-route.ts';
import { State, Time, Words } from '../http/shapes.ts';
import { stateOf } from '../items/view.ts';
import { cellWords } from '../words/columns.ts';
import { isNotHandedOver, shipmentWorkflow, takesItems } from '../workflow/shipment.ts';
import { statesAsked } from '../workflow/workflow.ts';

const ShipmentFilter = z.strictObject({
  state: oneOrMore,
  /** Those to which something may still be promised. */
  takesItems: z.enum(['yes']).optional(),
  /** Those that no carrier has yet. */
  notHandedOver: z.enum(['yes']).optional(),
  exit: oneOrMore,
  exporter: oneOrMore,
  ...searchAndSort,
});
const ShipmentRow = z.object({
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
export const listOfShipments = listOf({
  filters: ShipmentFilter,
  query: shipmentList,
  count: countShipments,
  sorts: shipmentSorts,
  sortedBy: '-createdAt',
  found: shipmentsFound,
  meaning: ({ state, takesItems: taking, notHandedOver, ...rest }) => ({
    ...rest,
    state: statesAsked(
      shipmentWorkflow,
      { state },
      taking && ((_, id) => takesItems(id)),
      notHandedOver && isNotHandedOver,
    ),
  }),
  row: ShipmentRow,
  present: (found) =>
    found.map((row) => ({
      ...row,
      state: stateOf(shipmentWorkflow, row.state),
      stateSince: row.stateSince.toISOString(),
      exporter: { zh: row.exporterZh, en: row.exporterEn },
      createdAt: row.createdAt.toISOString(),
      shippedAt: row.shippedAt?.toISOString() ?? null,
    })),
});

/** A shipment as a spreadsheet has it. */
export const shipmentCells = ({ exit, ...shipment }: z.input<typeof ShipmentRow>) => ({
  ...shipment,
  exit: exit in cellWords.exit ? cellWords.exit[exit as 'resale'] : exit,
});
