import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { itemInWords, openHoldsOf } from '../../db/queries/items.ts';
import { runningClocks } from '../../db/queries/jobs.ts';
import { splitOffLast } from '../../db/queries/taken-before.ts';
import { skuOfItem, waysToCome } from '../../db/schema/goods.ts';
import { itemShown } from '../../db/schema/items.ts';
import { users } from '../../db/schema/people.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { daysLeft, shanghaiDate } from '../customs/dates.ts';
import { OpenStep } from '../entities/step-shapes.ts';
import { notFound } from '../http/problem.ts';
import { State, shapeOf, Time, version, Words } from '../http/shapes.ts';
import { nouns } from '../words/problems.ts';
import { waitingSignature } from '../workflow/four-eyes.ts';
import { doubtsAmong } from '../workflow/hold-guards.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { openTo } from '../workflow/open-steps.ts';
import type { StateFacts } from '../workflow/workflow.ts';
import { doubtTold } from './doubts.ts';
import { type Item, itemFacts } from './facts.ts';

const Named = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() });
const Clock = z.object({ until: z.string(), daysLeft: z.number() });

export const ItemView = z.object({
  code: z.string(),
  state: State,
  stateSince: Time,
  version,
  ...shapeOf(itemShown),
  sku: z.object(shapeOf(skuOfItem)).nullable(),
  exporter: Named.nullable(),
  location: z.object({ code: z.string(), kind: z.string(), zone: Words }).nullable(),
  order: z
    .object({ code: z.string(), reference: z.string().nullable(), waybill: z.string().nullable() })
    .nullable(),
  /** How it came for its return though nobody announced it; null: it was announced, or came for none. */
  cameAs: z.enum(waysToCome).nullable(),
  /** The parcel in which it came. */
  parcel: z.object({ code: z.string(), waybill: z.string().nullable() }).nullable(),
  axes: z.object({
    cosmetic: z.string().nullable(),
    functional: z.string().nullable(),
    complete: z.string().nullable(),
    packaging: z.string().nullable(),
  }),
  ticket: z
    .object({ code: z.string(), state: z.string(), promisedAt: Time, vendor: Words.nullable() })
    .nullable(),
  shipment: z.object({ code: z.string(), exit: z.string(), state: z.string() }).nullable(),
  customs: z.object({
    status: z.string(),
    mode: z.string(),
    document: z.string().nullable(),
    line: z.number().nullable(),
    exportDate: z.string().nullable(),
    releaseDate: z.string().nullable(),
    taxRelief: Clock.nullable(),
    supervision: Clock.nullable(),
  }),
  holds: z.array(
    z.object({
      kind: z.string(),
      owner: z.string(),
      note: z.string().nullable(),
      /** By which of several doubts it is lifted; null for what is no doubt of what it is. */
      doubt: z.string().nullable(),
      /** What the house found to disagree, with both values. */
      why: Words.nullable(),
      expected: z.string().nullable(),
      seen: z.string().nullable(),
      placedAt: Time,
    }),
  ),
  /** A first signature that waits for somebody else to confirm exactly the same. */
  signature: z
    .object({
      step: z.string(),
      button: Words,
      /** What a second person gives to confirm it. */
      given: z.record(z.string(), z.unknown()),
      /** Of what would change, how it is now. */
      before: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      reason: z.string().nullable(),
      by: z.string(),
      mine: z.boolean(),
      at: Time,
    })
    .nullable(),
  /** The part that was split off it, as long as that was the last thing done with it. */
  splitInto: z.string().nullable(),
  receivedAt: Time.nullable(),
  /** Until when its exporter may answer; then the default happens. */
  answerBy: Time.nullable(),
  openSteps: z.array(OpenStep),
  /** The step that takes back the last one, if it is open. */
  undo: z.string().nullable(),
});
export type ItemView = z.infer<typeof ItemView>;

export const stateOf = (
  flow: { readonly states: Readonly<Record<string, StateFacts>> },
  id: string,
): z.input<typeof State> => {
  const { zh, en, phase, type, waitsFor, news } = flow.states[id] ?? { zh: id, en: id, phase: '' };
  return {
    ...{ id, zh, en, phase },
    ...(waitsFor ? { waitsFor } : {}),
    ...(news ? { news } : {}),
    ...(type ? { ended: true as const } : {}),
  };
};

const clock = (until: string | null, now: Date) =>
  until ? { until, daysLeft: daysLeft(until, shanghaiDate(now)) } : null;
const steps: Readonly<
  Record<string, { readonly button: z.infer<typeof Words>; readonly asks: z.ZodObject }>
> = itemWorkflow.steps;
const undoing = new Set<string>(
  Object.values(itemWorkflow.steps).flatMap((step) => ('undo' in step ? [step.undo] : [])),
);

/** Without a code where an item lies at no place: it is expected, with a vendor, or gone. */
const placeOf = (place: {
  code: string | null;
  kind: string | null;
  zoneZh: string | null;
  zoneEn: string | null;
}) =>
  place.code === null
    ? null
    : {
        code: place.code,
        kind: place.kind ?? '',
        zone: { zh: place.zoneZh ?? '', en: place.zoneEn ?? '' },
      };

/** Whether its exporter may know the parcel: what lay among another's goods by mistake does not tell of these. */
const isItsOwn = (
  { exporterId, orderId }: Item,
  parcel: { readonly exporterId: string | null; readonly orders: number },
) => parcel.orders === 0 || parcel.exporterId === exporterId || orderId !== null;

/** When the clock runs out that waits for somebody's answer. */
export async function answerBy(db: Scoped, subjectId: string): Promise<string | null> {
  const [clock] = await db.asSystem().ask(runningClocks, { subjectId });
  return clock?.dueAt.toISOString() ?? null;
}

/** These facts of an item as they stand. The reason for a step is not that of its return. */
const asItIs = (row: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(
    names.flatMap((name) => {
      const now = name === 'reason' ? undefined : row[name];
      return now === null || typeof now === 'string' || typeof now === 'number' ? [[name, now]] : [];
    }),
  );

async function signatureOn(
  system: Scoped,
  row: Item,
  actor: Actor,
  now: Date,
): Promise<ItemView['signature']> {
  const signature = waitingSignature(row, now);
  if (!signature) return null;
  const [signer] = await system.find(users, eq(users.id, signature.by), 1);
  const { step, at } = signature;
  const said: Readonly<Record<string, unknown>> = signature.given
    ? Object.fromEntries(JSON.parse(signature.given))
    : {};
  // Destruction is signed for by one step and confirmed by another.
  const given = Object.fromEntries(
    Object.entries(said).filter(([name]) => name in (steps[step]?.asks.shape ?? {})),
  );
  return {
    ...{ step, mine: signature.by === actor.id, by: signer?.name ?? signature.by, at: at.toISOString() },
    button: steps[step]?.button ?? { zh: step, en: step },
    ...{ given, before: asItIs(row, Object.keys(given)) },
    reason: typeof said.reason === 'string' ? said.reason : null,
  };
}

async function partOf(
  db: Scoped,
  { code, locationId }: Item,
  lastStep: string | null | undefined,
): Promise<string | null> {
  const [part] = locationId && lastStep === 'split' ? await db.ask(splitOffLast, { code, locationId }) : [];
  return part?.code ?? null;
}

/** What an item looks like from outside, with the steps that this actor may take next. */
export async function presentItem(db: Scoped, actor: Actor, row: Item, now: Date): Promise<ItemView> {
  const [found] = await db.ask(itemInWords, { id: row.id });
  if (!found) throw notFound(nouns.item, row.code);
  const { around, sku, exporter, location, order, parcel, ticket, vendor, shipment } = found;
  const system = db.asSystem();
  // Staff see every hold on what lies with them; the guards look at all of them, whoever asks.
  const all = await system.ask(openHoldsOf, { itemId: row.id });
  const held = actor.viewer.as === 'staff' ? all : await db.ask(openHoldsOf, { itemId: row.id });
  const ask = { step: null, input: {}, actor, now };
  const facts = await itemFacts(system, row, ask, { around, held: all });
  const open = openTo(itemWorkflow, row.state, facts, { actor, version: row.events });
  const where = location && actor.viewer.as === 'staff';
  return {
    ...row,
    ...{ sku, exporter, order, shipment, cameAs: around?.cameAs ?? null },
    parcel: parcel && (actor.viewer.as === 'staff' || isItsOwn(row, parcel)) ? parcel : null,
    ...{ state: stateOf(itemWorkflow, row.state), stateSince: row.stateSince.toISOString() },
    version: row.events,
    location: where ? placeOf(location) : null,
    axes: row,
    ticket: ticket && { ...ticket, promisedAt: ticket.promisedAt.toISOString(), vendor },
    customs: {
      status: row.customsStatus,
      mode: row.exportMode,
      document: row.exportDocument,
      line: row.exportLine,
      exportDate: row.exportDate,
      releaseDate: row.releaseDate,
      taxRelief: clock(row.taxReliefUntil, now),
      supervision: clock(row.supervisionUntil, now),
    },
    holds: held.map((hold) => ({
      ...hold,
      doubt: doubtsAmong([hold])[0] ?? null,
      ...doubtTold(hold, actor.viewer.as === 'staff'),
      placedAt: hold.placedAt.toISOString(),
    })),
    signature: actor.viewer.as === 'staff' ? await signatureOn(system, row, actor, now) : null,
    splitInto: await partOf(db, row, around?.lastStep),
    receivedAt: row.receivedAt?.toISOString() ?? null,
    answerBy: await answerBy(db, row.id),
    openSteps: open,
    undo: open.find(({ step }) => undoing.has(step))?.step ?? null,
  };
}
