import { ofDoors } from './doors.ts';
import type { Mutant } from './mutant.ts';
import { ofRoutes, ofSteps } from './rights.ts';
import { ofQueries, ofRules } from './sights.ts';

/** Everything that stands between somebody and what is not theirs, each time with one thing less. */
export const mutants: readonly Mutant[] = [...ofRoutes, ...ofSteps, ...ofRules, ...ofQueries, ...ofDoors];
