import { itemEntity } from './items/item-entity.ts';
import { shipmentEntity } from './outbound/shipment-entity.ts';
import { parcelEntity } from './parcels/parcel-entity.ts';
import { consignmentEntity } from './repair/consignment-entity.ts';
import { ticketEntity } from './repair/ticket-entity.ts';
import { returnOrderEntity } from './returns/return-order-entity.ts';
import { Engine, type Entities } from './workflow/engine.ts';

/** Every kind of thing that has a workflow. Only where a process starts are they put together. */
export const entities = {
  item: itemEntity,
  returnOrder: returnOrderEntity,
  parcel: parcelEntity,
  ticket: ticketEntity,
  consignment: consignmentEntity,
  shipment: shipmentEntity,
} as const satisfies Entities;
export const engine = new Engine(entities);
