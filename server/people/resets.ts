import { z } from 'zod';
import { whoMaySignIn } from '../../db/queries/access.ts';
import { personById } from '../../db/queries/master-data.ts';
import { userBySignIn } from '../../db/queries/people.ts';
import { users } from '../../db/schema/people.ts';
import type { Writing } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { hashPassword } from '../access/accounts.ts';
import { noteRights } from '../access/audit.ts';
import { endSessions } from '../access/end-sessions.ts';
import { attemptPolicies, countAttempt, forgiveAttempts } from '../access/failed-attempts.ts';
import { consumeLink, createLink, isOpenLink } from '../access/links.ts';
import { hashOfSecret, newUrlSecret } from '../access/secrets.ts';
import { Problem } from '../http/problem.ts';
import type { Call } from '../http/route.ts';
import { linkTo, writeMail } from '../notices/mails.ts';
import { linkIsOver } from './account.ts';
import { setPassword } from './credentials.ts';
import { Password } from './passwords.ts';
import { Email } from './people.ts';

export const ResetRequest = z.strictObject({ email: Email });
export const Reset = z.strictObject({ token: z.string().min(1).max(200), password: Password });
const done = { done: true as const };

/**
 * Always the same answer: whether somebody has this address is told to nobody but its owner, by mail. Strangers who ask
 * for mail to it too often bring it no more of it, and shut nothing for its owner: the last link stays good.
 * @throws Problem 429 when so much is asked for from one address of the network
 */
export const requestReset = ({ deps, input, caller, context }: Call<z.output<typeof ResetRequest>>) =>
  deps.database.as(systemViewer).atomically(async (tx) => {
    const name = input.email.toLowerCase();
    await countAttempt(tx, `resets ${caller.address}`, attemptPolicies.mails, context.now);
    if (!(await mayBeSent(tx, name, context.now))) return done;
    const secret = newUrlSecret(deps.random);
    const [person] = await tx.ask(userBySignIn, { name });
    const [welcome] = person ? await tx.ask(whoMaySignIn, { id: person.id }) : [];
    // For nobody, too: it takes as long, and leads nowhere.
    const subjectId = welcome && person ? person.id : `nobody ${hashOfSecret(name)}`;
    await createLink(tx, { kind: 'reset', subjectId, secret, context });
    caller.tell({ about: person?.id, ...(person ? {} : { reason: 'unknown address' }) });
    if (!person || !welcome) return done;
    const link = linkTo(deps.config, 'reset', secret);
    await writeMail(tx, { mail: 'reset', to: person, about: { name: person.name, link }, context });
    return done;
  });

async function mayBeSent(tx: Writing, name: string, now: Date): Promise<boolean> {
  try {
    await countAttempt(tx, `reset ${hashOfSecret(name)}`, attemptPolicies.resetMail, now);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** The mailed link, once and within the hour. Every session ends; whoever read the mail owns the address. */
export async function reset({ deps, input, context }: Call<z.output<typeof Reset>>) {
  const system = deps.database.as(systemViewer);
  if (!(await isOpenLink(system, 'reset', input.token, context.now))) throw linkIsOver();
  const hash = await hashPassword(input.password);
  return system.atomically(async (tx) => {
    const id = await consumeLink(tx, 'reset', input.token, context.now);
    const [welcome] = id ? await tx.ask(whoMaySignIn, { id }) : [];
    const [person] = welcome ? await tx.ask(personById, welcome) : [];
    if (!person) throw linkIsOver();
    await setPassword(tx, person.id, hash, context);
    await tx.change(users, person, { emailVerified: true });
    await endSessions(tx, person.id);
    for (const name of [person.email, person.username ?? ''])
      await forgiveAttempts(tx, `account ${hashOfSecret(name)}`, 'all');
    await noteRights(tx, {
      by: { ...person, device: null },
      action: 'passwordReset',
      about: person,
      context,
    });
    await writeMail(tx, { mail: 'passwordChanged', to: person, about: { name: person.name }, context });
    return done;
  });
}
