import type { FourEyes } from '../schema/rules.ts';

/** How a house begins; an administrator changes it. Destruction always takes two, so that row is never changed. */
export const firstFourEyes: readonly FourEyes[] = [
  { id: 'destruction', active: true, above: null },
  { id: 'hazardRelease', active: true, above: null },
  { id: 'regimeOverride', active: false, above: null },
  { id: 'countAdjustment', active: true, above: 5 },
];
