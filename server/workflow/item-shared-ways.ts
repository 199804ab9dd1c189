import { whichHold } from './hold-guards.ts';
import type { itemGuards } from './item-guards.ts';
import type { itemSteps } from './item-steps.ts';
import { mayLieHere } from './place-guards.ts';
import type { State } from './workflow.ts';

type Step = keyof typeof itemSteps;
type Guard = keyof typeof itemGuards;
/** A part of the item's table. That its targets and effects exist is seen where the parts come together, in item.ts. */
export type ItemStates = Readonly<Record<string, State<Step, string, Guard, string>>>;
type Ways = NonNullable<ItemStates[string]['on']>;

/** What may happen wherever it is, as long as it is ours to answer for. */
export const anywhere = {
  addPhoto: { actions: 'note the photo' },
  hold: { actions: 'put on the hold' },
  liftHold: [
    {
      guard: [...whichHold, 'one person is enough, or another signed first'],
      actions: ['lift the hold', 'the first signature is used'],
    },
    {
      guard: [...whichHold, 'two people have to sign'],
      actions: 'sign first',
    },
  ],
  withdrawSignature: { guard: 'a signature waits', actions: 'take back the signature' },
} as const satisfies Ways;
/** One person writes off no more pieces than the house lets them, however they are split; above that it takes two. */
export const writtenOff = <const A extends readonly string[]>(...actions: A) =>
  [
    {
      target: 'lost',
      guard: 'one person is enough, or another signed first',
      actions: [...actions, 'the first signature is used'],
    },
    { guard: 'two people have to sign', actions: 'sign first' },
  ] as const;
/** What may happen anywhere in the house without a change of state, but for what is lost. */
export const inTheHouse = {
  ...anywhere,
  correct: [
    {
      guard: 'one person is enough, or another signed first',
      actions: ['correct the facts', 'the first signature is used'],
    },
    { guard: 'two people have to sign', actions: 'sign first' },
  ],
  wipe: {
    guard: ['it holds data that are not wiped', 'it was inspected', 'nothing holds it'],
    actions: 'note that its data are wiped',
  },
  replace: { actions: 'note its replacement' },
  reportLost: writtenOff('free the place', 'drop the promise', 'stop the clocks', 'tell the exporter'),
} as const satisfies Ways;
const mayBeCounted = [
  'it can be counted',
  'there is room for this count',
  'it is not promised to a shipment',
] as const;
/** Before anybody works on it and while nobody waits for it: its count and its owner may still change. */
export const unbound = {
  split: {
    guard: ['it is a lot large enough to split', 'it is not promised to a shipment'],
    actions: 'split the lot',
  },
  identify: {
    guard: ['it is not promised to a shipment', 'no other owner had anything done with it'],
    actions: 'give it to its owner',
  },
  recount: [
    {
      guard: [...mayBeCounted, 'one person is enough, or another signed first'],
      actions: ['note the count', 'the first signature is used'],
    },
    { guard: [...mayBeCounted, 'two people have to sign'], actions: 'sign first' },
  ],
} as const satisfies Ways;
export const changePlace = {
  move: {
    guard: mayLieHere,
    actions: 'take the place',
  },
} as const satisfies Ways;
export const decided = ['note the decision', 'take back the signature'] as const;
export const mayBeDecided = [
  'we know whose it is',
  'the grade allows this disposition',
  'the outcome of its repair allows this',
  'it was not replaced already',
  'it is not promised to a shipment',
] as const;
const mayBeRepaired = [
  'it was decided for repair',
  'nothing holds it',
  'customs allow its repair',
  'it is not promised to a shipment',
] as const;
export const mayLeave = [
  'nothing holds it',
  'it was decided to leave this way',
  'the grade allows this disposition',
  'customs allow this exit',
  'its data are wiped',
  'the carrier may carry its battery',
] as const;
/** The work that an item is taken to, from the tote or from the shelf. */
export const toWork = {
  startRepair: {
    target: 'inRepair',
    guard: [...mayBeRepaired, 'this place is a bench'],
    actions: ['open a ticket at our bench', 'take the bench'],
  },
  handToVendor: {
    target: 'atVendor',
    guard: mayBeRepaired,
    actions: ['open a ticket for the vendor', 'add it to the consignment', 'free the place'],
  },
  reserve: {
    guard: [...mayLeave, 'its shipment is still open', 'it is not promised to a shipment'],
    actions: 'promise it to the shipment',
  },
  release: { guard: 'it is promised to this shipment', actions: 'drop the promise' },
  pick: {
    target: 'picked',
    guard: [
      'it is promised to this shipment',
      'its shipment is still open',
      ...mayLeave,
      'all of the lot was counted',
    ],
    actions: 'free the place',
  },
  signDestruction: { guard: 'it was decided for destruction', actions: 'note who signed first' },
  destroy: {
    target: 'destroyed',
    guard: [
      'it was decided for destruction',
      'nothing holds it',
      'customs allow its destruction',
      'two different people sign',
    ],
    actions: ['free the place', 'it is nobody’s', 'stop the clocks', 'tell the exporter'],
  },
  decide: { target: 'sorted', guard: mayBeDecided, actions: decided },
} as const satisfies Ways;
