import type { ItemFacts, PlaceFacts } from '../../server/workflow/item-facts.ts';
import type { itemGuards } from '../../server/workflow/item-guards.ts';
import { countCases } from './count-cases.ts';
import { aPlace, openingCases, type Patch } from './opening-cases.ts';

export type GuardName = keyof typeof itemGuards;

const allowed: ItemFacts['customs'] = {
  ...{ repair: 'allowed', resale: 'allowed', exchange: 'allowed' },
  ...{ toBuyer: 'allowed', toExporter: 'allowed', destroy: 'allowed' },
};

/** A lot of ten sound articles, decided for resale, about which there is nothing to say. */
export const plain: ItemFacts = {
  holds: [],
  ownerKnown: true,
  announced: true,
  hazard: false,
  grade: 'A',
  customsStatus: 'RELEASED_DOMESTIC',
  quantity: 10,
  quantityGiven: 3,
  isAsked: true,
  othersCounted: null,
  disposition: 'RTS',
  aim: 'resale',
  customs: allowed,
  repair: 'never repaired',
  replaced: false,
  place: null,
  promised: false,
  changesOwner: false,
  ticket: null,
  shipment: { exit: 'resale', state: 'open', transport: 'air', asked: false },
  battery: 'none',
  findings: null,
  dataLeft: false,
  signedBy: 'wang',
  takesTwo: false,
  signedForThis: null,
  signatureWaits: false,
  serialised: false,
  actor: 'han',
  inOurHands: true,
  isAnotherUnit: false,
  serials: null,
  saidAnother: false,
  lastStep: null,
  lastFrom: null,
  kindOfHold: null,
  doubts: [],
  doubtGiven: null,
};

const at =
  (kind: string, more: Partial<PlaceFacts> = {}): Patch =>
  () => ({ place: aPlace(kind, more) });
/** The same place, of whichever kind; on a shelf where it is at none. */
const here =
  (more: Partial<PlaceFacts>): Patch =>
  ({ place }) => ({ place: aPlace(place?.kind ?? 'storage', more) });
const shippedFor =
  (exit: 'resale' | 'exchange' | 'toBuyer' | 'toExporter'): Patch =>
  () => ({ shipment: { exit, state: 'handedOver', transport: 'air', asked: false } });
const shipment = (more: object): Patch => {
  const base = plain.shipment;
  return (facts) => ({ shipment: base && { ...base, ...facts.shipment, ...more } });
};
const ticket =
  (state: string, atVendor: boolean): Patch =>
  () => ({ ticket: { state, atVendor } });
const onTheShelf = { place: aPlace('storage') };
const found = (findings: object) => () => ({ findings: { battery: 'good', ...findings } });
const nothing: Patch = () => ({});

/** For each guard: what makes it true where the plain facts do not, and every way in which it alone is false. */
export const cases: Readonly<Record<GuardName, { readonly truth: Patch; readonly lies: readonly Patch[] }>> =
  {
    'nothing holds it': {
      truth: nothing,
      lies: [() => ({ holds: ['quality'] }), () => ({ holds: ['customs', 'battery'] })],
    },
    'we know whose it is': { truth: nothing, lies: [() => ({ ownerKnown: false })] },
    'it is no more than was announced': { truth: nothing, lies: [() => ({ quantityGiven: 11 })] },
    'it is a lot large enough to split': {
      truth: nothing,
      lies: [() => ({ quantity: 1, quantityGiven: null }), () => ({ quantityGiven: 10 })],
    },
    'the grade allows this disposition': {
      truth: nothing,
      lies: ['B', 'D', 'E', 'H', 'Q', null].map((grade) => () => {
        return { grade, aim: 'resale' as const, disposition: 'RTS' };
      }),
    },
    'the outcome of its repair allows this': {
      truth: nothing,
      lies: [() => ({ repair: 'failed' }), () => ({ repair: 'declined' })],
    },
    'it was not replaced already': {
      truth: nothing,
      lies: [
        () => ({ replaced: true, aim: 'toBuyer', disposition: 'RTO' }),
        () => ({ replaced: true, aim: 'exchange', disposition: 'EXC' }),
      ],
    },
    'customs allow its repair': {
      truth: nothing,
      lies: [
        () => ({ customs: { ...allowed, repair: 'forbidden' } }),
        () => ({ customs: { ...allowed, repair: 'ask customs' } }),
      ],
    },
    'customs allow this exit': {
      truth: nothing,
      lies: [
        () => ({ customs: { ...allowed, resale: 'forbidden' } }),
        () => ({ customs: { ...allowed, resale: 'ask customs' } }),
      ],
    },
    'customs allow its destruction': {
      truth: nothing,
      lies: [
        () => ({ customs: { ...allowed, destroy: 'forbidden' } }),
        () => ({ customs: { ...allowed, destroy: 'ask customs' } }),
      ],
    },
    'it was decided for repair': {
      truth: () => ({ aim: 'repair', disposition: 'REP' }),
      lies: [() => ({ aim: 'resale' }), () => ({ aim: 'destroy' }), () => ({ aim: null })],
    },
    'it was decided for destruction': {
      truth: () => ({ aim: 'destroy', disposition: 'DST' }),
      lies: [() => ({ aim: 'resale' }), () => ({ aim: 'repair' }), () => ({ aim: null })],
    },
    'there is room for this count': {
      truth: nothing,
      lies: [at('storage', { room: false, free: 2, coming: 3 })],
    },
    'there is room at this place': {
      truth: (facts) => (facts.place ? {} : at('storage')(facts)),
      lies: [
        ({ place }) => ({ place: place && { ...place, room: false } }),
        ({ place }) => ({ place: place && { ...place, open: false } }),
      ],
    },
    'this place is made for it': {
      truth: at('storage'),
      lies: [at('packing'), at('outbound'), at('hazard'), at('vendor')],
    },
    'it may stay at this place': { truth: at('storage'), lies: [at('receiving'), at('bench')] },
    'it may lie among stock': {
      truth: at('storage'),
      lies: [
        ...[null, 'Q'].map((grade) => () => ({ grade, ...onTheShelf })),
        ...([null, 'ask', 'quarantine', 'hazard', 'destroy'] as const).map((aim) => () => ({
          aim,
          ...onTheShelf,
        })),
        (facts) => ({ ...ticket('ready', false)(facts), ...onTheShelf }),
      ],
    },
    'this place takes its grade': { truth: at('storage'), lies: [here({ grade: 'B' })] },
    ...openingCases,
    ...countCases,
    'its customs status may lie here': {
      truth: at('storage'),
      lies: [here({ otherCustoms: true })],
    },
    'owners share this place': { truth: at('storage'), lies: [here({ keptApart: true })] },
    'this place is for receiving': { truth: at('receiving'), lies: [at('storage'), at('bench')] },
    'this place is a bench': { truth: at('bench'), lies: [at('storage'), at('receiving')] },
    'its ticket is at our bench': { truth: ticket('ready', false), lies: [] },
    'its ticket is a vendor’s': { truth: ticket('ready', true), lies: [] },
    'its vendor is done with it': {
      truth: ticket('ready', true),
      lies: [ticket('inRepair', true), ticket('approved', true)],
    },
    'it is the unit that went': {
      truth: nothing,
      lies: [() => ({ isAnotherUnit: true, serials: ['V-1', 'V-2'] }), () => ({ saidAnother: true })],
    },
    'it was said that it is another': { truth: () => ({ saidAnother: true }), lies: [] },
    'another unit came back': {
      truth: () => ({ isAnotherUnit: true }),
      lies: [() => ({ isAnotherUnit: false })],
    },
    'it has a repair to check': {
      truth: (facts) => (facts.ticket ? {} : ticket('ready', false)(facts)),
      lies: [({ ticket }) => ({ ticket: ticket && { ...ticket, state: 'inRepair' } })],
    },
    'no other owner had anything done with it': {
      truth: nothing,
      lies: [
        () => ({ changesOwner: true, disposition: 'RTS' }),
        () => ({ changesOwner: true, disposition: null, repair: 'failed' }),
      ],
    },
    'it is not promised to a shipment': { truth: nothing, lies: [() => ({ promised: true })] },
    'it is promised to this shipment': {
      truth: () => ({ promised: true }),
      lies: [() => ({ promised: false }), shipment({ asked: true })],
    },
    'its shipment is still open': {
      truth: nothing,
      lies: [shipment({ state: 'packed' }), shipment({ state: 'handedOver' })],
    },
    'it was decided to leave this way': {
      truth: nothing,
      lies: [() => ({ aim: 'toBuyer' }), () => ({ aim: 'toExporter' })],
    },
    'its battery is told as the catalogue knows it': {
      truth: found({}),
      lies: [
        () => ({ battery: 'ion in equipment', ...found({ battery: 'none' })() }),
        () => ({ battery: 'ion alone', ...found({ battery: 'none' })() }),
      ],
    },
    'its findings agree with each other': {
      truth: found({ cosmetic: 'C0', functional: 'F1', complete: 'K1', packaging: 'P1' }),
      lies: [
        ...['F2', 'F3', 'F4'].map((functional) => found({ cosmetic: 'C0', functional })),
        ...['K2', 'K3'].map((complete) => found({ cosmetic: 'C0', complete })),
        ...['P2', 'P3'].map((packaging) => found({ cosmetic: 'C0', packaging })),
        found({ cosmetic: 'C0', wiped: true }),
        () => ({ battery: 'ion with equipment', ...found({ battery: 'none', complete: 'K1' })() }),
      ],
    },
    'it holds data that are not wiped': {
      truth: () => ({ dataLeft: true }),
      lies: [() => ({ dataLeft: false })],
    },
    'it was inspected': { truth: nothing, lies: [() => ({ grade: null })] },
    'its data are wiped': { truth: nothing, lies: [() => ({ dataLeft: true })] },
    'the carrier may carry its battery': {
      truth: nothing,
      lies: [() => ({ battery: 'ion alone' }), () => ({ hazard: true })],
    },
    // Where the one way is closed the other is open: who signs first is told apart in a journey.
    'one person is enough, or another signed first': { truth: nothing, lies: [] },
    'two people have to sign': { truth: () => ({ takesTwo: true }), lies: [] },
    'a signature waits': {
      truth: () => ({ signatureWaits: true }),
      lies: [() => ({ signatureWaits: false })],
    },
    'it can be counted': { truth: nothing, lies: [() => ({ serialised: true })] },
    'two different people sign': {
      truth: nothing,
      lies: [() => ({ signedBy: null }), ({ actor }) => ({ signedBy: actor })],
    },
    'it still lies where its receipt put it': {
      truth: () => ({ lastStep: 'receive' }),
      lies: [() => ({ lastStep: 'move' }), () => ({ lastStep: null })],
    },
    'its exporter announced it': { truth: nothing, lies: [] },
    'it was expected when it came': { truth: nothing, lies: [] },
    'it was missed when it came': { truth: () => ({ lastFrom: 'missing' }), lies: [] },
    'it was given up when it came': { truth: () => ({ lastFrom: 'neverCame' }), lies: [] },
    'nobody announced it': { truth: () => ({ announced: false }), lies: [] },
    'it still lies where its decision left it': {
      truth: () => ({ lastStep: 'decide' }),
      lies: [() => ({ lastStep: 'move' }), () => ({ lastStep: 'hold' })],
    },
    'it still lies where its put-away put it': {
      truth: () => ({ lastStep: 'putAway' }),
      lies: [() => ({ lastStep: 'move' }), () => ({ lastStep: 'reserve' })],
    },
    'it is still in the house': { truth: nothing, lies: [() => ({ inOurHands: false })] },
    'such a hold stands': {
      truth: () => ({ holds: ['quality'] }),
      lies: [
        () => ({ holds: [] }),
        () => ({ kindOfHold: 'battery' }),
        () => ({
          ...{ holds: ['identity'], kindOfHold: 'identity' },
          ...{ doubts: ['another form'], doubtGiven: 'another serial' },
        }),
      ],
    },
    'it is said which doubt is lifted': {
      truth: nothing,
      lies: [
        () => ({
          ...{ holds: ['identity', 'identity'], kindOfHold: 'identity' },
          doubts: ['another form', 'another serial'],
        }),
      ],
    },
    'it was shipped for resale': { truth: shippedFor('resale'), lies: [] },
    'it was shipped in exchange': { truth: shippedFor('exchange'), lies: [] },
    'it was shipped to its buyer': { truth: shippedFor('toBuyer'), lies: [] },
    'it was shipped to its exporter': { truth: shippedFor('toExporter'), lies: [] },
  };

const change = (facts: ItemFacts, patch: Patch): ItemFacts => ({ ...facts, ...patch(facts) });
/** Facts in which all of these guards hold. */
export const allTrue = (guards: readonly GuardName[]) =>
  guards.reduce((facts, name) => change(facts, cases[name].truth), plain);
/** The same facts, but this one guard does not hold. */
export const allButOne = (guards: readonly GuardName[], name: GuardName) =>
  cases[name].lies.map((lie) => change(allTrue(guards), lie));
