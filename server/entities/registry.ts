import { itemNoun } from '../items/item-entity.ts';
import { shipmentNoun } from '../outbound/shipment-entity.ts';
import { consignmentNoun } from '../repair/consignment-entity.ts';
import { ticketNoun } from '../repair/ticket-entity.ts';
import { returnOrderNoun } from '../returns/return-order-entity.ts';
import { Engine } from '../workflow/engine.ts';

/** Every kind of thing that has a life in the house. */
export const entities = {
  item: itemNoun,
  returnOrder: returnOrderNoun,
  ticket: ticketNoun,
  consignment: consignmentNoun,
  shipment: shipmentNoun,
} as const;
export const engine = new Engine(entities);
