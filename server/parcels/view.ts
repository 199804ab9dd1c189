import { eq } from 'drizzle-orm';
import { z } from 'zod';
import {
  countParcels,
  countsOfParcel,
  itemsOfParcel,
  journalOfParcel,
  livesOfParcel,
  ordersInParcels,
  ordersOfParcel,
  parcelList,
  parcelSorts,
  photosOfParcel,
} from '../../db/queries/parcels.ts';
import { waysToCome } from '../../db/schema/goods.ts';
import { locations } from '../../db/schema/master-data.ts';
import { users } from '../../db/schema/people.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { OpenStep } from '../entities/step-shapes.ts';
import { oneOrMore } from '../http/list-input.ts';
import { listOf, searchAndSort } from '../http/list-route.ts';
import { State, Time, version, Words } from '../http/shapes.ts';
import { Photo, presentPhoto } from '../items/history.ts';
import { stateOf } from '../items/view.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { openStepsOf } from '../workflow/open-steps.ts';
import { parcelWorkflow, restIsHere } from '../workflow/parcel.ts';
import { returnOrderWorkflow } from '../workflow/return-order.ts';
import { statesAsked } from '../workflow/workflow.ts';
import { type Parcel, parcelEntity } from './parcel-entity.ts';
import { progressOf } from './progress.ts';

const Outside = z.object({
  code: z.string(),
  state: State,
  stateSince: Time,
  waybill: z.string().nullable(),
  /** The dock; an exporter is not told where in the house. */
  location: z.string().nullable(),
  seal: z.string().nullable(),
  weightGrams: z.number().nullable(),
  note: z.string().nullable(),
  /** Who took it in; nobody, to an exporter. */
  by: z.string().nullable(),
  receivedAt: Time,
  /** How many return orders lie in it, and how many articles came in it. */
  orders: z.number(),
  pieces: z.number(),
});
export const ParcelView = Outside.omit({ orders: true }).extend({
  version,
  orders: z.array(
    z.object({
      ...{ code: z.string(), state: State, reference: z.string().nullable(), exporter: Words },
      /** Whether the rest of it is expected here, too; of one with a waybill of its own only what lay here is. */
      restIsHere: z.boolean(),
    }),
  ),
  items: z.array(
    z.object({
      code: z.string(),
      state: State,
      order: z.string().nullable(),
      sku: z.string().nullable(),
      name: Words,
      quantity: z.number(),
      serial: z.string().nullable(),
      /** How it came though nobody announced it. */
      cameAs: z.enum(waysToCome).nullable(),
    }),
  ),
  /**
   * Of what was announced, how many articles are here: received from it, or counted; and how many it should be with
   * what is expected. Beside them, what came for its return orders extra.
   */
  progress: z.object({ here: z.number(), expected: z.number(), extra: z.number() }),
  /** What was counted of a line and is not received yet, and by whom; by nobody, to an exporter. */
  counts: z.array(
    z.object({
      ...{ order: z.string(), line: z.number(), counted: z.number() },
      ...{ by: z.string().nullable(), mine: z.boolean() },
    }),
  ),
  photos: z.array(Photo),
  /** What happened to it, the newest first; to an exporter without the names of our people. */
  journal: z.array(
    z.object({
      step: z.string(),
      button: Words,
      /** The return order that was put in or taken out. */
      order: z.string().nullable(),
      by: z.string().nullable(),
      at: Time,
    }),
  ),
  openSteps: z.array(OpenStep),
});

const outside = (parcel: Parcel) => ({
  code: parcel.code,
  state: stateOf(parcelWorkflow, parcel.state),
  stateSince: parcel.stateSince.toISOString(),
  waybill: parcel.waybill,
  seal: parcel.seal,
  weightGrams: parcel.weightGrams,
  note: parcel.note,
  receivedAt: parcel.receivedAt.toISOString(),
  orders: parcel.orders,
});

const ParcelRow = Outside.extend({
  /** How many photos there are of its outside. */
  photos: z.number(),
  returns: z.array(z.object({ code: z.string(), reference: z.string().nullable() })),
});

export const listOfParcels = listOf({
  filters: z.strictObject({ state: oneOrMore, blind: z.enum(['yes', 'no']).optional(), ...searchAndSort }),
  query: parcelList,
  count: countParcels,
  sorts: parcelSorts,
  sortedBy: '-receivedAt',
  meaning: ({ state, ...rest }) => ({ ...rest, state: statesAsked(parcelWorkflow, { state }) }),
  row: ParcelRow,
  // An exporter is not told where in the house it came, nor who took it in.
  seenOnlyBy: { location: ['staff'], by: ['staff'] },
  present: async (found, { db }) => {
    const parcelIds = found.map(({ parcel }) => parcel.id);
    const inThem = await db.list(ordersInParcels, { parcelIds });
    return found.map(({ parcel, location, by, pieces, photos }) => {
      const its = inThem.filter(({ parcelId }) => parcelId === parcel.id);
      return {
        ...outside(parcel),
        ...{ location, by, pieces, photos },
        returns: its.map(({ code, reference }) => ({ code, reference })),
      };
    });
  },
});

const nameOf = (row: { nameZh: string | null; nameEn: string | null; description: string | null }) => ({
  zh: row.nameZh ?? row.description ?? '',
  en: row.nameEn ?? row.description ?? '',
});

const steps: Readonly<Record<string, { readonly button: z.input<typeof Words> }>> = parcelWorkflow.steps;

async function whatHappened(
  db: Scoped,
  { id: parcelId }: Parcel,
  isOurs: boolean,
): Promise<z.input<typeof ParcelView>['journal']> {
  const found = await db.ask(journalOfParcel, { parcelId });
  return found.map(({ step, given, at, by }) => ({
    step,
    button: steps[step]?.button ?? { zh: step, en: step },
    order: typeof given.order === 'string' ? given.order : null,
    by: isOurs ? by : null,
    at: at.toISOString(),
  }));
}

/** A parcel with what lies in it, what came in it, and what may be done with it. */
export async function presentParcel(
  db: Scoped,
  actor: Actor,
  parcel: Parcel,
  now: Date,
): Promise<z.input<typeof ParcelView>> {
  const { id: parcelId, locationId, receivedBy } = parcel;
  const isOurs = actor.viewer.as === 'staff';
  const inIt = await db.ask(ordersOfParcel, { parcelId });
  const came = [
    ...(await db.ask(itemsOfParcel, { parcelId })),
    ...(await db.ask(livesOfParcel, { parcelId })),
  ];
  const counted = await db.ask(countsOfParcel, { parcelId });
  const photos = await db.ask(photosOfParcel, { id: parcelId });
  const place = isOurs && locationId ? await db.first(locations, eq(locations.id, locationId)) : undefined;
  const by = isOurs ? await db.first(users, eq(users.id, receivedBy)) : undefined;
  const { pieces, progress } = await progressOf(db, parcel, { inIt, came, counted });
  const codeOf = new Map(inIt.map(({ link, code }) => [link.orderId, code]));
  return {
    ...outside(parcel),
    location: place?.code ?? null,
    by: by?.name ?? null,
    pieces,
    progress,
    orders: inIt.map(({ code, state, reference, waybill, exporterZh, exporterEn }) => ({
      ...{ code, reference, state: stateOf(returnOrderWorkflow, state) },
      restIsHere: restIsHere(parcel, { waybill }),
      exporter: { zh: exporterZh, en: exporterEn },
    })),
    items: came.map((row) => ({
      ...{ code: row.code, sku: row.sku, quantity: row.quantity, serial: row.serial, name: nameOf(row) },
      cameAs: row.cameAs,
      state: stateOf(itemWorkflow, row.state),
      order: codeOf.get(row.orderId ?? '') ?? null,
    })),
    counts: counted.map(({ order, line, by: counter, count }) => ({
      ...{ order, line, counted: count.counted },
      ...{ by: isOurs ? counter : null, mine: count.countedBy === actor.id },
    })),
    photos: photos.map(presentPhoto),
    journal: await whatHappened(db, parcel, isOurs),
    ...(await openStepsOf(db, parcelEntity, { row: parcel, actor, now })),
  };
}

/** A parcel as a spreadsheet has it. */
export const parcelCells = ({ returns, ...parcel }: z.input<typeof ParcelRow>) => ({
  ...parcel,
  returns: returns.map(({ code }) => code).join('; '),
  references: returns.flatMap(({ reference }) => reference ?? []).join('; '),
});
