import { consignmentWorkflow } from './consignment.ts';
import { itemWorkflow } from './item.ts';
import { returnOrderWorkflow } from './return-order.ts';
import { shipmentWorkflow } from './shipment.ts';
import { ticketWorkflow } from './ticket.ts';

/** The rules of everything that has a life in the house. */
export const workflows = {
  item: itemWorkflow,
  returnOrder: returnOrderWorkflow,
  ticket: ticketWorkflow,
  consignment: consignmentWorkflow,
  shipment: shipmentWorkflow,
} as const;
