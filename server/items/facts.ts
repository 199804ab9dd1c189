import { eq } from 'drizzle-orm';
import { lastOther } from '../../db/queries/item-events.ts';
import {
  aroundItem,
  codeMeaning,
  customsRulesFor,
  locationByCode,
  openHoldsOf,
} from '../../db/queries/items.ts';
import { shipmentByCode } from '../../db/queries/outbound.ts';
import type { items } from '../../db/schema/items.ts';
import { locations, organisations } from '../../db/schema/master-data.ts';
import type { CustomsAction } from '../../db/schema/rules.ts';
import type { Scoped } from '../../db/scope.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { customsVerdicts } from '../customs/verdict.ts';
import { conflict, notFound, unusable } from '../http/problem.ts';
import { itemSentences } from '../words/items.ts';
import { nouns } from '../words/problems.ts';
import { signedForThis, waitingSignature } from '../workflow/four-eyes.ts';
import { doubtsAmong } from '../workflow/hold-guards.ts';
import { isUnopened } from '../workflow/inspection-guards.ts';
import { looksAtIt, notingSteps, onlyNotes } from '../workflow/item.ts';
import type { Aim, ItemFacts, PlaceFacts, RepairEnd } from '../workflow/item-facts.ts';
import type { AnyField } from '../workflow/workflows.ts';
import { asGuardsSee, lyingThere, placeFactsOf } from './opening.ts';
import { countedByOthers } from './parcel.ts';
import { placeBeforePick } from './place-before-pick.ts';
import { carries, serialFrom } from './serials.ts';
import { takesTwo } from './signatures.ts';

export type Item = typeof items.$inferSelect;
interface Ask {
  readonly step: string | null;
  readonly input: AnyField<'item'>;
  readonly actor: { readonly id: string };
  readonly now: Date;
}
/** What stands around an item: the rows that the guards look at beside its own. */
export interface Around {
  readonly around: Awaited<ReturnType<typeof askAround>>[number] | undefined;
  readonly held: readonly { readonly kind: string; readonly because: string | null }[];
}
const askAround = (system: Scoped, id: string) => system.ask(aroundItem, { id });

async function lookAround(system: Scoped, id: string): Promise<Around> {
  const [around] = await askAround(system, id);
  return { around, held: await system.ask(openHoldsOf, { itemId: id }) };
}

/** What the guards of an item look at: its own row, what stands around it, and what is being asked for. */
export async function itemFacts(system: Scoped, row: Item, ask: Ask, known?: Around): Promise<ItemFacts> {
  const { input, actor, now } = ask;
  const item = asGuardsSee(row, ask.step, input);
  const { around, held } = known ?? (await lookAround(system, item.id));
  const rules = await system.ask(customsRulesFor, { status: item.customsStatus, mode: item.exportMode });
  const asked = input.disposition;
  const shipment = await shipmentAsked(system, item, input.shipment);
  return {
    holds: held.map(({ kind }) => kind),
    ownerKnown: item.exporterId !== null && item.skuId !== null,
    changesOwner: await changesOwner(system, item, ask),
    announced: item.orderId !== null && !around?.cameAs,
    hazard: item.hazard,
    grade: item.grade,
    customsStatus: item.customsStatus,
    ...{ quantity: item.quantity, quantityGiven: input.quantity ?? null, isAsked: ask.step !== null },
    othersCounted: await countedByOthers(system, item, ask),
    disposition: asked ?? item.disposition,
    aim: (asked ? await meaning(system, asked) : (around?.aim ?? null)) as Aim | null,
    customs: customsVerdicts(rules, item, shanghaiDate(now)),
    repair: (around?.repairEnd ?? 'never repaired') as RepairEnd,
    replaced: item.replacedBy !== null,
    place: await placeAsked(system, item, ask, around?.ownerApart === true),
    promised: item.shipmentId !== null,
    ticket: ticketOf(around),
    shipment: shipment ?? shipmentOf(around),
    battery: around?.battery ?? 'none',
    findings: looksAtIt(ask.step) ? { ...input } : null,
    dataLeft: around?.holdsData === true && !item.wiped && !isUnopened(item.cosmetic),
    // A signature from before there were others was for its destruction.
    signedBy: (item.signedFor ?? 'destroy') === 'destroy' ? item.signedBy : null,
    takesTwo: await takesTwo(system, item, ask),
    signedForThis: signedForThis(item, ask.step, input, now),
    signatureWaits: waitingSignature(item, now) !== null,
    serialised: item.serial !== null || around?.serialTracked === true,
    actor: actor.id,
    inOurHands: item.custody === 'hub',
    ...unitBack(item, ask),
    ...(await lastDone(system, item.id, around)),
    ...holdAsked(held, input),
  };
}

const holdAsked = (held: Around['held'], { kind, doubt }: AnyField<'item'>) => ({
  ...{ kindOfHold: kind ?? null, doubts: doubtsAmong(held), doubtGiven: doubt ?? null },
});

async function changesOwner(system: Scoped, { exporterId }: Item, { step, input }: Ask): Promise<boolean> {
  if (step !== 'identify' || exporterId === null) return false;
  const now = await system.first(organisations, eq(organisations.id, exporterId));
  return now?.code !== input.exporter;
}

/** The last step that was more than a note. */
async function lastDone(system: Scoped, itemId: string, around: Around['around']) {
  const { lastStep = null, lastFrom = null } = around ?? {};
  if (lastStep === null || !onlyNotes(lastStep)) return { lastStep, lastFrom };
  const [other] = await system.ask(lastOther, { itemId, than: notingSteps });
  return { lastStep: other?.step ?? null, lastFrom: other?.fromState ?? null };
}

/** Without a number on one of both there is nothing to compare. */
function unitBack(item: Item, { step, input }: Ask) {
  const seen = step === 'takeBack' ? serialFrom(input.serial) : null;
  const serials = seen !== null && item.serial !== null ? ([item.serial, seen] as const) : null;
  const isAnotherUnit = serials !== null && !carries(item, serials[1]);
  return { isAnotherUnit, serials, saidAnother: step === 'takeBack' && input.otherUnit === true };
}

const ticketOf = (around: Around['around']): ItemFacts['ticket'] =>
  around?.ticketState ? { state: around.ticketState, atVendor: around.ticketVendor !== null } : null;

/** The one to which it is promised. */
const shipmentOf = (around: Around['around']): ItemFacts['shipment'] =>
  around?.exit && around.shipmentState && around.transport
    ? { exit: around.exit, state: around.shipmentState, transport: around.transport, asked: false }
    : null;

async function meaning(system: Scoped, code: string) {
  const [row] = await system.ask(codeMeaning, { list: 'disposition', code });
  if (!row) throw notFound(nouns.code, code);
  return row.meaning;
}

async function placeAsked(system: Scoped, item: Item, { step, input }: Ask, ownerApart: boolean) {
  const code = input.location?.toUpperCase();
  if (step === 'recount') return placeCounted(system, item, input.quantity ?? item.quantity);
  if (!code && step !== 'putBack') return null;
  const [place] = code
    ? await system.ask(locationByCode, { warehouseId: item.warehouseId, code })
    : [await placeBeforePick(system, item.id)];
  if (!place)
    throw code ? notFound(nouns.location, code) : unusable([{ path: ['location'], code: 'needed' }]);
  return placeFacts(system, { item, place, coming: input.quantity ?? item.quantity, ownerApart });
}

/** The place where it lies, at which more were found than were known. */
async function placeCounted(system: Scoped, item: Item, quantity: number): Promise<PlaceFacts | null> {
  const place = item.locationId
    ? await system.first(locations, eq(locations.id, item.locationId))
    : undefined;
  if (!place) return null;
  const facts = await placeFacts(system, {
    item,
    place,
    coming: quantity - item.quantity,
    ownerApart: false,
  });
  // A place that is too full already may well hold fewer.
  return { ...facts, room: facts.free === null || facts.coming <= facts.free };
}

type Place = Awaited<ReturnType<typeof placeBeforePick>> & object;

interface Coming {
  readonly item: Item;
  readonly place: Place;
  readonly coming: number;
  readonly ownerApart: boolean;
}
async function placeFacts(system: Scoped, { item, place, coming, ownerApart }: Coming): Promise<PlaceFacts> {
  const there = await lyingThere(system, place, item);
  return placeFactsOf(place, there, { coming, isThere: place.id === item.locationId, ownerApart });
}

/** A shipment named in a step is looked at in place of the one it is promised to; another one's promise stays visible. */
async function shipmentAsked(
  system: Scoped,
  item: Item,
  code: string | undefined,
): Promise<ItemFacts['shipment']> {
  if (!code) return null;
  const [shipment] = await system.ask(shipmentByCode, { code });
  if (shipment?.warehouseId !== item.warehouseId) throw notFound(nouns.shipment, code);
  if (shipment.exporterId !== item.exporterId)
    throw conflict('another_owner', itemSentences.anothersShipment(item.code, shipment.code));
  const { exit, state, transport } = shipment;
  return {
    exit: exit as CustomsAction & typeof exit,
    state,
    transport,
    asked: item.shipmentId !== shipment.id,
  };
}
