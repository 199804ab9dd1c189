import { z } from 'zod';
import { personById } from '../../db/queries/house.ts';
import { userBySignIn } from '../../db/queries/people.ts';
import { users } from '../../db/schema/people.ts';
import { hashPassword } from '../access/accounts.ts';
import { noteRights } from '../access/audit.ts';
import { endLinks, isOpenLink, keepLink, useLink } from '../access/links.ts';
import { hashOfSecret, secretUrlPart } from '../access/secrets.ts';
import { countTry, forgive, patience } from '../access/tries.ts';
import { linkTo, writeMail } from '../notices/mails.ts';
import type { Call } from '../route.ts';
import { linkIsOver } from './account.ts';
import { endSessions, setPassword } from './keep.ts';
import { Password } from './passwords.ts';
import { Email } from './people.ts';

export const ResetRequest = z.strictObject({ email: Email });
export const Reset = z.strictObject({ token: z.string().min(1).max(200), password: Password });
const done = { done: true as const };

/** Always the same answer: whether somebody has this address is told to nobody but its owner, by mail. */
export const requestReset = ({ deps, input, moment }: Call<z.output<typeof ResetRequest>>) =>
  deps.database.as({ as: 'house', id: 'house' }).atomically(async (tx) => {
    const name = input.email.toLowerCase();
    await countTry(tx, `reset ${hashOfSecret(name)}`, patience.mail, moment.now);
    const secret = secretUrlPart(deps.random);
    const [person] = await tx.ask(userBySignIn, { name });
    if (!person?.active) return done;
    await keepLink(tx, 'reset', person.id, secret, moment);
    const link = linkTo(deps.config, 'reset', secret);
    await writeMail(tx, 'reset', person, { name: person.name, link }, moment);
    return done;
  });

/** The mailed link, once and within the hour. Every session ends; whoever read the mail owns the address. */
export async function reset({ deps, input, moment }: Call<z.output<typeof Reset>>) {
  const house = deps.database.as({ as: 'house', id: 'house' });
  if (!(await isOpenLink(house, 'reset', input.token, moment.now))) throw linkIsOver();
  const hash = await hashPassword(input.password);
  return house.atomically(async (tx) => {
    const id = await useLink(tx, 'reset', input.token, moment.now);
    const [person] = id ? await tx.ask(personById, { id }) : [];
    if (!person?.active) throw linkIsOver();
    await setPassword(tx, person.id, hash, moment);
    await tx.change(users, person, { emailVerified: true });
    await endLinks(tx, 'reset', person.id, moment.now);
    await endSessions(tx, person.id);
    for (const name of [person.email, person.username ?? ''])
      await forgive(tx, `account ${hashOfSecret(name)}`, 'all');
    await noteRights(tx, { ...person, device: null }, 'passwordReset', person, {}, moment);
    await writeMail(tx, 'passwordChanged', person, { name: person.name }, moment);
    return done;
  });
}
