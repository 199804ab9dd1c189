import type { z } from 'zod';
import type { returnOrders } from '../../db/schema/goods.ts';
import type { items } from '../../db/schema/items.ts';
import type { shipments } from '../../db/schema/outbound.ts';
import type { parcels } from '../../db/schema/parcels.ts';
import type { consignments, tickets } from '../../db/schema/repair.ts';
import { consignmentWorkflow } from './consignment.ts';
import { itemWorkflow } from './item.ts';
import { parcelWorkflow } from './parcel.ts';
import { returnOrderWorkflow } from './return-order.ts';
import { shipmentWorkflow } from './shipment.ts';
import { ticketWorkflow } from './ticket.ts';
import type { Step } from './workflow.ts';

/** The rules of everything that has a life in the house. */
export const workflows = {
  item: itemWorkflow,
  returnOrder: returnOrderWorkflow,
  parcel: parcelWorkflow,
  ticket: ticketWorkflow,
  consignment: consignmentWorkflow,
  shipment: shipmentWorkflow,
} as const;
/** The rows that have these lives. */
export interface Rows {
  readonly item: typeof items.$inferSelect;
  readonly returnOrder: typeof returnOrders.$inferSelect;
  readonly parcel: typeof parcels.$inferSelect;
  readonly ticket: typeof tickets.$inferSelect;
  readonly consignment: typeof consignments.$inferSelect;
  readonly shipment: typeof shipments.$inferSelect;
}

export type EntityName = keyof Rows;
type StepsOf<N extends EntityName> = (typeof workflows)[N]['steps'];
export type StepName<N extends EntityName> = keyof StepsOf<N> & string;

type Named<S> = S extends { readonly names: infer N extends z.ZodObject } ? z.output<N> : unknown;
type Given<S> = S extends { readonly given: z.ZodObject }
  ? z.output<S['given']>
  : S extends Step
    ? z.output<S['asks']> & Named<S>
    : never;
/** What is given with a step: what its table says. Of several steps, what one of them is given. */
export type InputOf<N extends EntityName, S extends StepName<N>> = Given<StepsOf<N>[S]>;

type AnyInput<N extends EntityName> = InputOf<N, StepName<N>>;
// A step that asks nothing has no names of its own: its input is a record of no values.
type NamesIn<Input> = Input extends unknown ? (string extends keyof Input ? never : keyof Input) : never;
type ValueIn<Input, Name> = Input extends unknown ? (Name extends keyof Input ? Input[Name] : never) : never;
/** Every field that some step of the entity is given; which of them are there depends on the step. */
export type AnyField<N extends EntityName> = {
  readonly [name in NamesIn<AnyInput<N>>]?: ValueIn<AnyInput<N>, name> | undefined;
};
