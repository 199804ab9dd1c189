import { z } from 'zod';
import type { ItemStates } from './item-shared-ways.ts';
import { mayLieHere } from './place-guards.ts';
import type { Step } from './workflow.ts';

/** What the spreadsheet of somebody who moves in says of a unit that lies on their shelf already. */
const taken = z.object({
  location: z.string(),
  grade: z.string().optional(),
  disposition: z.string().optional(),
  customsStatus: z.string(),
  hazard: z.boolean().optional(),
  /** Since when it has been there: a local date in Asia/Shanghai. */
  receivedOn: z.string().optional(),
  /** The import, and the row of its file. */
  opening: z.string(),
  row: z.number(),
});

/** How stock begins that was here before this system: each step with its button, who may and what it asks. */
export const openingSteps = {
  takeOver: {
    button: { zh: '接管期初库存', en: 'Take over as opening stock' },
    done: { zh: '已接管', en: 'Taken over' },
    needs: 'the system',
    kinds: ['aside'],
    asks: z.object({}),
    given: taken,
  },
} as const satisfies Record<string, Step>;
/** What this step orders, with the Chinese of it. */
export const openingEffects = {
  'note what was taken over': '记录期初库存',
} as const;

const takeOver = ['take the place', 'note what was taken over'] as const;
const mayBeTakenOver = [
  'nothing happened to it yet',
  'its customs status is one of goods in a warehouse',
  ...mayLieHere,
] as const;

/** Opening stock begins where its work stands: looked at and decided, looked at only, or neither. */
export const openingWays = {
  takeOver: [
    {
      target: 'stored',
      guard: [...mayBeTakenOver, 'it was decided where it goes', 'the grade allows this disposition'],
      actions: takeOver,
    },
    {
      target: 'inspected',
      guard: [...mayBeTakenOver, 'where it goes is open', 'it is graded'],
      actions: takeOver,
    },
    {
      target: 'received',
      guard: [...mayBeTakenOver, 'where it goes is open', 'nobody graded it'],
      actions: takeOver,
    },
  ],
} as const satisfies ItemStates[string]['on'];

/** With a grade that is a danger by itself, or where somebody says so. */
export const isDangerous = (hazard: boolean | undefined, grade: string | null | undefined): boolean =>
  hazard === true || grade === 'H';
