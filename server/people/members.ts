import { z } from 'zod';
import { personById } from '../../db/queries/master-data.ts';
import { users } from '../../db/schema/people.ts';
import { difference, noteRights } from '../access/audit.ts';
import { endSessions } from '../access/end-sessions.ts';
import { omitUndefined } from '../http/omit-undefined.ts';
import { conflict, notFound } from '../http/problem.ts';
import type { OnceCall } from '../http/route.ts';
import { line } from '../http/shapes.ts';
import { writeMail } from '../notices/mails.ts';
import { peopleSentences } from '../words/people.ts';
import { nouns } from '../words/problems.ts';
import { presentPerson } from './list.ts';
import { mustFit, RoleName } from './people.ts';

export const MemberChange = z.strictObject({
  id: line(64),
  role: RoleName.optional(),
  active: z.boolean().optional(),
});

/** An exporter or a vendor looks after its own people: another's are not there, and no role of the house is to be had. */
export async function changeMember({
  db: tx,
  actor,
  input,
  context,
}: OnceCall<z.output<typeof MemberChange>>) {
  const { id, ...asked } = input;
  const [before] = await tx.ask(personById, { id });
  if (!before) throw notFound(nouns.person, '');
  if (id === actor.id) throw conflict('not_yourself', peopleSentences.notYourself);
  if (asked.role) await mustFit(tx, asked.role, { id: before.organisationId });
  await tx.change(users, { id }, { ...omitUndefined(asked), updatedAt: context.now });
  if (asked.active === false) await endSessions(tx, id);
  const changed = difference(before, omitUndefined(asked));
  if (Object.keys(changed).length)
    await noteRights(tx, { by: actor, action: 'personChanged', about: before, changed, context });
  if ('role' in changed)
    await writeMail(tx, { mail: 'rightsChanged', to: before, about: { name: before.name }, context });
  return presentPerson(tx, id);
}
