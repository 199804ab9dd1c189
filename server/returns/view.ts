import { z } from 'zod';
import { organisationById, warehouseById } from '../../db/queries/master-data.ts';
import { parcelsOfOrder, photosOfOrder, photosOfParcel } from '../../db/queries/parcels.ts';
import { firstItemsOfOrder, linesInWords, livesOfOrder, statesByLine } from '../../db/queries/returns.ts';
import { flagsOfOrder } from '../../db/queries/risks.ts';
import { waysToCome } from '../../db/schema/goods.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Actor } from '../access/permissions.ts';
import { pending, pendingOf } from '../entities/background-tasks.ts';
import { OpenStep } from '../entities/step-shapes.ts';
import { State, Time, version, Words } from '../http/shapes.ts';
import { Photo, presentPhoto } from '../items/history.ts';
import { stateOf } from '../items/view.ts';
import { yieldToEventLoop } from '../process/yield-to-event-loop.ts';
import { itemWorkflow } from '../workflow/item.ts';
import { openStepsOf } from '../workflow/open-steps.ts';
import { parcelWorkflow } from '../workflow/parcel.ts';
import { isAwaited, returnOrderWorkflow, reviewReasons, reviewReasonsOf } from '../workflow/return-order.ts';
import { factsOf } from '../workflow/workflow.ts';
import { Written } from './as-written.ts';
import { stillToCome } from './call-off.ts';
import { Progress, progressOf } from './progress.ts';
import { type ReturnOrder, returnOrderEntity } from './return-order-entity.ts';

/** Of a return order are listed one item of each line and so many more: those that are still to come first. */
const MORE_ITEMS_LISTED = 200;

const LineView = z.object({
  number: z.number(),
  sku: z.string(),
  known: z.boolean(),
  name: Words,
  gtin: z.string().nullable(),
  battery: z.string(),
  serialTracked: z.boolean(),
  quantity: z.number(),
  serial: z.string().nullable(),
  imei2: z.string().nullable(),
  reason: z.string(),
  reasonWords: Words,
  reasonText: z.string().nullable(),
  wish: z.string().nullable(),
  exportMode: z.string(),
  exportDocument: z.string().nullable(),
  exportDate: z.string().nullable(),
  releaseDate: z.string().nullable(),
  salesOrder: z.string().nullable(),
  /** The line of the exported order of which it is a return; null: none is known. */
  cites: z.object({ id: z.string(), order: z.string(), line: z.number() }).nullable(),
  /** How it came though nobody announced it; null: it was announced. */
  cameAs: z.enum(waysToCome).nullable(),
  asWritten: Written.nullable(),
  /** How many of its articles are where, whether or not their items are listed below. */
  pieces: z.object({ expected: z.number(), missing: z.number(), here: z.number() }),
});
const ItemBrief = z.object({
  code: z.string(),
  line: z.number().nullable(),
  sku: z.string(),
  name: Words,
  quantity: z.number(),
  serial: z.string().nullable(),
  imei2: z.string().nullable(),
  state: State,
  /** Whether it came. What is missing may still come; what was called off will not. */
  arrival: z.enum(['expected', 'missing', 'here', 'called off']),
  grade: z.string().nullable(),
});

const Risk = z.object({
  id: z.string(),
  order: z.string(),
  sku: z.string(),
  exported: z.number(),
  back: z.number(),
  note: z.string().nullable(),
  raisedAt: Time,
  closedAt: Time.nullable(),
  closedBecause: z.string().nullable(),
});

export const OrderView = z.object({
  code: z.string(),
  state: State,
  stateSince: Time,
  version,
  createdAt: Time,
  exporter: z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }),
  warehouse: z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }),
  reference: z.string().nullable(),
  platform: z.string().nullable(),
  country: z.string().nullable(),
  carrier: z.string().nullable(),
  waybill: z.string().nullable(),
  asWritten: Written.nullable(),
  /** Whether its goods may come: neither a draft, nor turned away, nor called off. */
  awaited: z.boolean(),
  /** Everything that was announced has come: nothing else says so. */
  allReceived: z.boolean(),
  note: z.string().nullable(),
  reviewFor: z.array(z.enum(Object.values(reviewReasons))),
  /** Whether a person has to look at it because some of its lines cite no export. */
  needsExport: z.boolean(),
  decisionNote: z.string().nullable(),
  progress: Progress,
  /** Lines that are yet to be stored, or items to be announced or called off: a large return order takes a while. */
  ...pending,
  lines: z.array(LineView),
  /** At least one of each line and two hundred more, if there are so many; all of them: GET /items?order=. */
  items: z.array(ItemBrief),
  itemsTotal: z.number(),
  /** The parcels in which it lay. */
  parcels: z.array(
    z.object({
      code: z.string(),
      state: State,
      waybill: z.string().nullable(),
      seal: z.string().nullable(),
      weightGrams: z.number().nullable(),
      receivedAt: Time,
      photos: z.array(Photo),
    }),
  ),
  photos: z.array(Photo),
  /** What the hub noted as a risk: more of an export came back than went out. Its exporter finds none. */
  risks: z.array(Risk),
  openSteps: z.array(OpenStep),
});

const nowhere = { expected: 0, missing: 0, here: 0 };
function piecesByLine(
  states: readonly { lineId: string | null; state: string; quantity: number }[],
): ReadonlyMap<string, typeof nowhere> {
  const counted = new Map<string, typeof nowhere>();
  for (const { lineId, state, quantity } of states) {
    const arrival = factsOf(itemWorkflow, state).arrival ?? 'here';
    if (!lineId || arrival === 'called off') continue;
    const before = counted.get(lineId) ?? nowhere;
    counted.set(lineId, { ...before, [arrival]: before[arrival] + quantity });
  }
  return counted;
}

type Line = Awaited<ReturnType<(typeof linesInWords)['build']>>[number];
const presentLine = (
  { line, nameZh, nameEn, gtin, battery, serialTracked, reasonZh, reasonEn, cited }: Line,
  pieces = nowhere,
): z.input<typeof LineView> => ({
  ...line,
  sku: line.skuCode,
  known: line.skuId !== null,
  name: { zh: nameZh ?? line.skuCode, en: nameEn ?? line.skuCode },
  gtin,
  battery: battery ?? 'none',
  serialTracked: serialTracked ?? false,
  reasonWords: { zh: reasonZh ?? line.reason, en: reasonEn ?? line.reason },
  cites:
    cited?.id && cited.order && cited.line ? { id: cited.id, order: cited.order, line: cited.line } : null,
  pieces,
});

type FoundRisk = Awaited<ReturnType<(typeof flagsOfOrder)['build']>>[number];
const presentRisk = ({ raisedAt, closedAt, ...risk }: FoundRisk): z.input<typeof Risk> => ({
  ...risk,
  raisedAt: raisedAt.toISOString(),
  closedAt: closedAt?.toISOString() ?? null,
});

type Item = Awaited<ReturnType<(typeof firstItemsOfOrder)['build']>>[number];
const presentItem = (
  { lineId: _, description, ...item }: Item,
  of: Line | undefined,
): z.input<typeof ItemBrief> => ({
  ...item,
  line: of?.line.number ?? null,
  sku: of?.line.skuCode ?? '',
  name: { zh: of?.nameZh ?? description ?? '', en: of?.nameEn ?? description ?? '' },
  state: stateOf(itemWorkflow, item.state),
  arrival: factsOf(itemWorkflow, item.state).arrival ?? 'here',
});

/** The outside of each parcel in which it lay; photos, where the parcel is all of one exporter. */
async function parcelsIn(db: Scoped, orderId: string): Promise<z.input<typeof OrderView>['parcels']> {
  const found = await db.ask(parcelsOfOrder, { orderId });
  return Promise.all(
    found.map(async ({ parcel: { id, code, state, waybill, seal, weightGrams, receivedAt } }) => ({
      ...{ code, waybill, seal, weightGrams },
      state: stateOf(parcelWorkflow, state),
      receivedAt: receivedAt.toISOString(),
      photos: (await db.ask(photosOfParcel, { id })).map(presentPhoto),
    })),
  );
}

/** Lets whoever scans go first, where that is possible: not inside of a transaction. */
type LetOthersRun = () => Promise<void>;

async function inTurns<From, To>(
  all: readonly From[],
  letOthersRun: LetOthersRun,
  present: (one: From) => To,
): Promise<To[]> {
  const done: To[] = [];
  for (const one of all) {
    await letOthersRun();
    done.push(present(one));
  }
  return done;
}

type Presents = (
  db: Scoped,
  actor: Actor,
  order: ReturnOrder,
  now: Date,
) => Promise<z.input<typeof OrderView>>;
/** A return order with its lines, its items, and what may be done with it. */
export const presentOrder: Presents = (db, actor, order, now) =>
  presented(db, { actor, order, now }, async () => {});
/** The same, two thousand lines with their items in turns with the scans. */
export const presentOrderInTurns: Presents = (db, actor, order, now) =>
  presented(db, { actor, order, now }, yieldToEventLoop());

async function presented(
  db: Scoped,
  { actor, order, now }: { readonly actor: Actor; readonly order: ReturnOrder; readonly now: Date },
  letOthersRun: LetOthersRun,
): ReturnType<Presents> {
  const lines = await db.ask(linesInWords, { orderId: order.id });
  await letOthersRun();
  const items = await db.ask(statesByLine, { orderId: order.id });
  const states = [...items, ...(await db.ask(livesOfOrder, { orderId: order.id }))];
  const limit = lines.length + MORE_ITEMS_LISTED;
  await letOthersRun();
  const found = await db.list(firstItemsOfOrder, { orderId: order.id, states: stillToCome, limit });
  await letOthersRun();
  const [exporter] = await db.ask(organisationById, { id: order.exporterId });
  const [warehouse] = await db.ask(warehouseById, { id: order.warehouseId });
  const nothing = { code: '', nameZh: '', nameEn: '' };
  const byLine = new Map(lines.map((row) => [row.line.id, row]));
  const piecesOf = piecesByLine(states);
  const progress = progressOf(order.state, states);
  return {
    ...order,
    state: stateOf(returnOrderWorkflow, order.state),
    stateSince: order.stateSince.toISOString(),
    createdAt: order.createdAt.toISOString(),
    exporter: exporter ?? nothing,
    warehouse: warehouse ?? nothing,
    reviewFor: reviewReasonsOf(order.reviewFor),
    needsExport: reviewReasonsOf(order.reviewFor).includes(reviewReasons.noKnownExport),
    awaited: isAwaited(order.state),
    allReceived: isAwaited(order.state) && order.piecesLeft === 0 && progress.received === progress.total,
    progress,
    ...(await pendingOf(db, order.id, order.piecesLeft)),
    lines: await inTurns(lines, letOthersRun, (row) => presentLine(row, piecesOf.get(row.line.id))),
    items: await inTurns(found, letOthersRun, (item) => presentItem(item, byLine.get(item.lineId ?? ''))),
    parcels: await parcelsIn(db, order.id),
    photos: (await db.ask(photosOfOrder, { id: order.id })).map(presentPhoto),
    risks: (await db.ask(flagsOfOrder, { orderId: order.id })).map(presentRisk),
    itemsTotal: items.reduce((sum, { n }) => sum + n, 0),
    ...(await openStepsOf(db, returnOrderEntity, { row: order, actor, now })),
  };
}
