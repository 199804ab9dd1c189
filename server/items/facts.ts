import {
  aroundItem,
  codeMeaning,
  customsRulesFor,
  heldAt,
  locationByCode,
  openHoldsOf,
} from '../../db/queries/items.ts';
import { shipmentByCode } from '../../db/queries/outbound.ts';
import type { items } from '../../db/schema/items.ts';
import type { CustomsAction } from '../../db/schema/rules.ts';
import type { Scoped } from '../../db/scope.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { customsVerdicts } from '../customs/verdict.ts';
import { notFound, unusable } from '../problem.ts';
import { nouns } from '../words/problems.ts';
import type { Given } from '../workflow/engine.ts';
import { signedForThis, waiting } from '../workflow/four-eyes.ts';
import type { Aim, ItemFacts, RepairEnd } from '../workflow/item-facts.ts';
import { placeBeforePick } from './place-before.ts';
import { takesTwo } from './signatures.ts';

export type Item = typeof items.$inferSelect;
interface Ask {
  readonly step: string | null;
  readonly given: Given;
  readonly actor: { readonly id: string };
  readonly now: Date;
}
/** What stands around an item: the rows that the guards look at beside its own. */
export interface Around {
  readonly around: Awaited<ReturnType<typeof askAround>>[number] | undefined;
  readonly held: readonly { readonly kind: string }[];
}
const askAround = (house: Scoped, id: string) => house.ask(aroundItem, { id });

async function lookAround(house: Scoped, id: string): Promise<Around> {
  const [around] = await askAround(house, id);
  return { around, held: await house.ask(openHoldsOf, { itemId: id }) };
}

const word = (given: Given, name: string) => (typeof given[name] === 'string' ? given[name] : null);

/** What the guards of an item look at: its own row, what stands around it, and what is being asked for. */
export async function itemFacts(house: Scoped, item: Item, ask: Ask, known?: Around): Promise<ItemFacts> {
  const { given, actor, now } = ask;
  const { around, held } = known ?? (await lookAround(house, item.id));
  const rules = await house.ask(customsRulesFor, { status: item.customsStatus, mode: item.exportMode });
  const asked = word(given, 'disposition');
  const shipment = await shipmentAsked(house, item, given);
  return {
    holds: held.map(({ kind }) => kind),
    ownerKnown: item.exporterId !== null && item.skuId !== null,
    announced: item.orderId !== null,
    hazard: item.hazard,
    grade: item.grade,
    quantity: item.quantity,
    quantityGiven: typeof given.quantity === 'number' ? given.quantity : null,
    disposition: asked ?? item.disposition,
    aim: (asked ? await meaning(house, asked) : (around?.aim ?? null)) as Aim | null,
    customs: customsVerdicts(rules, item, shanghaiDate(now)),
    repair: (around?.repairEnd ?? 'never repaired') as RepairEnd,
    replaced: item.replacedBy !== null,
    place: await placeAsked(house, item, ask),
    promised: item.shipmentId !== null,
    ticket: around?.ticketState
      ? { state: around.ticketState, atVendor: around.ticketVendor !== null }
      : null,
    shipment:
      shipment ??
      (around?.exit && around.shipmentState && around.transport
        ? { exit: around.exit, state: around.shipmentState, transport: around.transport, asked: false }
        : null),
    battery: around?.battery ?? 'none',
    dataLeft: around?.holdsData === true && !item.wiped,
    // A signature from before there were others was for its destruction.
    signedBy: (item.signedFor ?? 'destroy') === 'destroy' ? item.signedBy : null,
    takesTwo: await takesTwo(house, item, ask.step, given),
    signedForThis: signedForThis(item, ask.step, given, now),
    signatureWaits: waiting(item, now) !== null,
    serialised: item.serial !== null || around?.serialTracked === true,
    actor: actor.id,
    inOurHands: item.custody === 'hub',
    lastStep: around?.lastStep ?? null,
    kindOfHold: word(given, 'kind'),
  };
}

async function meaning(house: Scoped, code: string) {
  const [row] = await house.ask(codeMeaning, { list: 'disposition', code });
  if (!row) throw notFound(nouns.code, code);
  return row.meaning;
}

async function placeAsked(house: Scoped, item: Item, { step, given }: Ask) {
  const code = word(given, 'location')?.toUpperCase();
  if (!code && step !== 'putBack') return null;
  const [place] = code
    ? await house.ask(locationByCode, { warehouseId: item.warehouseId, code })
    : [await placeBeforePick(house, item.id)];
  if (!place)
    throw code ? notFound(nouns.location, code) : unusable([{ path: ['location'], code: 'needed' }]);
  const coming = typeof given.quantity === 'number' ? given.quantity : item.quantity;
  const room = place.id === item.locationId || (await roomAt(house, place)) >= coming;
  return { kind: place.kind, room, open: place.active };
}

/** A shipment named in a step is looked at in place of the one it is promised to; another one's promise stays visible. */
async function shipmentAsked(house: Scoped, item: Item, given: Given): Promise<ItemFacts['shipment']> {
  const code = word(given, 'shipment');
  if (!code) return null;
  const [shipment] = await house.ask(shipmentByCode, { code });
  if (!shipment || shipment.warehouseId !== item.warehouseId || shipment.exporterId !== item.exporterId)
    throw notFound(nouns.shipment, code);
  const { exit, state, transport } = shipment;
  return {
    exit: exit as CustomsAction & typeof exit,
    state,
    transport,
    asked: item.shipmentId !== shipment.id,
  };
}

/** How many more articles fit; without end where no capacity is set, as at a dock. */
async function roomAt(house: Scoped, place: { readonly id: string; readonly capacity: number | null }) {
  if (place.capacity === null) return Number.POSITIVE_INFINITY;
  const [held] = await house.ask(heldAt, { locationId: place.id });
  return place.capacity - (held?.n ?? 0);
}
