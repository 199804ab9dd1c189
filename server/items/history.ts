import { z } from 'zod';
import { filesOf, historyOf, inspectionsOf } from '../../db/queries/items.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { State, Time, Words } from '../http/shapes.ts';
import { itemSentences } from '../words/items.ts';
import { stepNames } from '../words/steps.ts';
import { itemWorkflow } from '../workflow/item.ts';
import type { Item } from './facts.ts';
import { stateOf } from './view.ts';

export const Photo = z.object({
  id: z.string(),
  at: Time,
  kind: z.string(),
  width: z.number(),
  height: z.number(),
});

export const History = z.object({
  events: z.array(
    z.object({
      seq: z.number(),
      step: z.string(),
      button: Words,
      from: State,
      to: State,
      given: z.record(z.string(), z.unknown()),
      changed: z.record(z.string(), z.array(z.unknown()).readonly()),
      at: Time,
      by: z.string(),
      device: z.string().nullable(),
      hash: z.string(),
    }),
  ),
  inspections: z.array(
    z.object({
      kind: z.string(),
      grade: z.string(),
      cosmetic: z.string(),
      functional: z.string(),
      complete: z.string(),
      packaging: z.string(),
      battery: z.string(),
      note: z.string().nullable(),
      at: Time,
    }),
  ),
  photos: z.array(Photo),
});

type Kept = Omit<z.input<typeof Photo>, 'at'> & { readonly at: Date };
export const presentPhoto = (photo: Kept): z.input<typeof Photo> => ({
  ...photo,
  at: photo.at.toISOString(),
});

const inside = new Set([
  'parcelId',
  'locationId',
  'orderId',
  'lineId',
  'skuId',
  'exporterId',
  'ticketId',
  'shipmentId',
  'decidedBy',
  'signedBy',
  'signedFor',
  'signedGiven',
  'signedAt',
]);

type Happened = { readonly step: string; readonly changed: Readonly<Record<string, readonly unknown[]>> };
const steps: Readonly<Record<string, { button: z.infer<typeof Words> }>> = itemWorkflow.steps;
/** A step that was only signed for is called so: nothing else came of it. */
function called({ step, changed }: Happened): z.infer<typeof Words> {
  const name = steps[step]?.button ?? stepNames[step] ?? { zh: step, en: step };
  const signed = ['signedBy', 'signedGiven', 'signedAt'].some((field) => changed[field]?.[1]);
  return signed && step !== 'signDestruction' ? itemSentences.signedFirst(name) : name;
}

/** What happened, in words; to guests without the names of our people and our places. */
export async function itemHistory(db: Scoped, actor: Actor, item: Item): Promise<z.input<typeof History>> {
  const staff = actor.viewer.as === 'staff';
  const events = await db.ask(historyOf, { itemId: item.id });
  const looked = await db.ask(inspectionsOf, { itemId: item.id });
  const photos = await db.ask(filesOf, { itemId: item.id });
  return {
    events: events.map((event) => ({
      ...event,
      button: called(event),
      from: stateOf(itemWorkflow, event.fromState),
      to: stateOf(itemWorkflow, event.toState),
      given: staff ? event.given : {},
      changed: staff
        ? Object.fromEntries(Object.entries(event.changed).filter(([name]) => !inside.has(name)))
        : {},
      at: event.at.toISOString(),
      by: staff ? (event.byName ?? event.byWhom) : '',
      device: staff ? event.onDevice : null,
    })),
    inspections: looked.map((row) => ({ ...row, note: staff ? row.note : null, at: row.at.toISOString() })),
    photos: photos.map(presentPhoto),
  };
}
