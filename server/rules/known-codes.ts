import { codeMeaning } from '../../db/queries/items.ts';
import type { Scoped } from '../../db/scope.ts';
import { unusable } from '../http/problem.ts';
import { ruleSentences } from '../words/rules.ts';

/** @throws Problem 422 for a code that its list of the catalogue does not have */
export async function codeMustBeKnown(
  db: Scoped,
  list: string,
  code: string,
  path: readonly string[],
): Promise<void> {
  const [known] = await db.ask(codeMeaning, { list, code });
  if (!known) throw unusable([{ path, code: 'unknown' }], ruleSentences.unknownCode(list, code));
}

/** What the audit log says that a change of a rule is about. */
export const aboutRule = (id: string, name: string) => ({ id, name, organisationId: 'hub' });
