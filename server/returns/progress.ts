import { z } from 'zod';
import type { CameAs } from '../../db/schema/goods.ts';
import { itemWorkflow, wasGivenUp } from '../workflow/item.ts';
import { isAwaited, returnOrderWorkflow } from '../workflow/return-order.ts';
import { factsOf } from '../workflow/workflow.ts';

/** How far a return order is: its items say. */
const progressNames = [
  'asked',
  'expected',
  'partly received',
  'received',
  'in work',
  'settled',
  'ended',
] as const;
export const Progress = z.object({
  stage: z.enum(progressNames),
  announced: z.number(),
  received: z.number(),
  settled: z.number(),
  /** How many were announced; what came beside them is extra, and counts as none of them. */
  total: z.number(),
  extra: z.number(),
});

interface Counted {
  readonly state: string;
  readonly quantity: number;
  readonly cameAs: CameAs | null;
}
const pieces = (of: readonly Counted[], fits: (one: Counted) => boolean = () => true) =>
  of.reduce((n, one) => n + (fits(one) ? one.quantity : 0), 0);
const phaseOf = ({ state }: Counted) =>
  (itemWorkflow.states as Readonly<Record<string, { phase: string }>>)[state]?.phase ?? '';
const isAnnounced = ({ cameAs }: Counted) => cameAs === null;

/** Counts of articles by state → how far it is. */
export function progressOf(orderState: string, states: readonly Counted[]): z.infer<typeof Progress> {
  // What turned out to be an older acquaintance was called off and goes on under its old licence plate.
  const counted = states.filter(({ state }) => orderState !== 'approved' || state !== 'cancelled');
  const theirs = counted.filter(isAnnounced);
  const total = pieces(theirs);
  const announced = pieces(theirs, (one) => phaseOf(one) === 'announced');
  const settled = pieces(theirs, (one) => phaseOf(one) === 'ended');
  const received = total - announced - pieces(theirs, ({ state }) => wasGivenUp(state));
  const extra = pieces(counted) - total;
  const stage = isAwaited(orderState)
    ? stageOf({ counted, announced, received, extra })
    : wasAsked(orderState)
      ? 'asked'
      : 'ended';
  return { stage, announced, received, settled, total, extra };
}

const wasAsked = (orderState: string) => factsOf(returnOrderWorkflow, orderState).phase === 'asked';

/** What came beside what was announced is settled with it, and makes nothing of that received. */
function stageOf({
  counted,
  announced,
  received,
  extra,
}: Pick<z.infer<typeof Progress>, 'announced' | 'received' | 'extra'> & {
  readonly counted: readonly Counted[];
}): z.infer<typeof Progress>['stage'] {
  const all = pieces(counted);
  if (all > 0 && pieces(counted, (one) => phaseOf(one) === 'ended') === all) return 'settled';
  if (received === 0 && (announced > 0 || extra === 0)) return 'expected';
  if (announced > 0) return 'partly received';
  const isAtDock = pieces(counted, (one) => phaseOf(one) === 'receiving') === received + extra;
  return isAtDock ? 'received' : 'in work';
}
