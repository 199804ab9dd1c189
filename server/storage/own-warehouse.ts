import type { Actor } from '../access/permissions.ts';
import { conflict } from '../http/problem.ts';
import { houseSentences } from '../words/organisations.ts';

/** Where this member of the staff works now. @throws Problem 409 for who works nowhere yet */
export function ownWarehouse({ viewer }: Actor): string {
  if (viewer.as !== 'staff' || viewer.warehouse === 'none')
    throw conflict('no_warehouse', houseSentences.noWarehouse);
  return viewer.warehouse;
}
