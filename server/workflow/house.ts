import { itemNoun } from '../items/noun.ts';
import { shipmentNoun } from '../outbound/shipment-noun.ts';
import { consignmentNoun } from '../repair/consignment-noun.ts';
import { ticketNoun } from '../repair/ticket-noun.ts';
import { returnOrderNoun } from '../returns/return-order-noun.ts';
import { Engine } from './engine.ts';

/** Every kind of thing that has a life in the house. */
export const lives = {
  item: itemNoun,
  returnOrder: returnOrderNoun,
  ticket: ticketNoun,
  consignment: consignmentNoun,
  shipment: shipmentNoun,
} as const;
export const engine = new Engine(lives);
