import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { personById } from '../../db/queries/master-data.ts';
import { badgesOf, coversOf, leavesOf } from '../../db/queries/people.ts';
import { covers, leaves } from '../../db/schema/access.ts';
import { warehouses } from '../../db/schema/master-data.ts';
import type { Scoped } from '../../db/scope.ts';
import { noteRights } from '../access/audit.ts';
import { isRole, roleNames, sideOf } from '../access/permissions.ts';
import { notFound, unusable } from '../http/problem.ts';
import type { OnceCall } from '../http/route.ts';
import { line, Time, Words } from '../http/shapes.ts';
import { writeMail } from '../notices/mails.ts';
import { accessNouns } from '../words/access.ts';
import { peopleSentences } from '../words/people.ts';
import { nouns } from '../words/problems.ts';
import { PersonRow, presentPerson } from './list.ts';
import { RoleName } from './people.ts';

const when = { from: Time, until: Time };
const MAX_COVER_MS = 366 * 24 * 60 * 60_000;
export const StandInInput = z.strictObject({ id: line(64), warehouse: line(32), role: RoleName, ...when });
export const LeaveInput = z.strictObject({ id: line(64), ...when });

/** A person with all that says what they may do. */
export const Person = PersonRow.extend({
  secondFactor: z.boolean(),
  emailVerified: z.boolean(),
  badge: z.object({ issuedAt: Time, pinIsFirst: z.boolean() }).nullable(),
  covers: z.array(
    z.object({ id: z.string(), warehouse: z.string(), role: z.string(), roleName: Words, ...when }),
  ),
  leaves: z.array(z.object({ id: z.string(), ...when })),
});

export async function presentInFull(db: Scoped, id: string): Promise<z.input<typeof Person>> {
  const row = await presentPerson(db, id);
  const [person] = await db.ask(personById, { id });
  const [badge] = await db.ask(badgesOf, { userId: id });
  const covering = await db.ask(coversOf, { userId: id });
  const away = await db.ask(leavesOf, { userId: id });
  return {
    ...row,
    secondFactor: person?.twoFactorEnabled ?? false,
    emailVerified: person?.emailVerified ?? false,
    badge: badge ? { issuedAt: badge.issuedAt.toISOString(), pinIsFirst: badge.pinIsFirst } : null,
    covers: covering.map(({ id, code, role, fromAt, untilAt }) => ({
      ...{ id, warehouse: code, role, ...span(fromAt, untilAt) },
      roleName: isRole(role) ? roleNames[role] : { zh: role, en: role },
    })),
    leaves: away.map(({ id, fromAt, untilAt }) => ({ id, ...span(fromAt, untilAt) })),
  };
}
const span = (from: Date, until: Date) => ({ from: from.toISOString(), until: until.toISOString() });

function spanOf({ from, until }: { from: string; until: string }) {
  const [fromAt, untilAt] = [new Date(from), new Date(until)];
  const long = untilAt.getTime() - fromAt.getTime();
  if (long <= 0 || long > MAX_COVER_MS)
    throw unusable([{ path: ['until'], code: 'span' }], peopleSentences.tooLong);
  return { fromAt, untilAt };
}

async function memberOfStaff(db: Scoped, id: string) {
  const [person] = await db.ask(personById, { id });
  if (!person || !isRole(person.role) || sideOf(person.role) !== 'staff') throw notFound(nouns.person, '');
  return person;
}

/** Another role for a while, in a warehouse of theirs or in another one. */
export async function giveStandIn({
  db: tx,
  actor,
  input,
  context,
}: OnceCall<z.output<typeof StandInInput>>) {
  const person = await memberOfStaff(tx, input.id);
  const { warehouse: code, role } = input;
  const warehouse = await tx.first(warehouses, eq(warehouses.code, code));
  if (!warehouse) throw notFound(nouns.warehouse, code);
  if (sideOf(role) !== 'staff')
    throw unusable([{ path: ['role'], code: 'side' }], peopleSentences.rolesElsewhere);
  const its = { id: context.newId(), userId: person.id, warehouseId: warehouse.id, role };
  await tx.add(covers, { ...its, ...spanOf(input) });
  const said = { [code]: [null, `${role} ${input.from} – ${input.until}`] } as const;
  await noteRights(tx, { by: actor, action: 'coverGiven', about: person, changed: said, context });
  await writeMail(tx, { mail: 'rightsChanged', to: person, about: { name: person.name }, context });
  return presentInFull(tx, person.id);
}

export async function setLeave({ db: tx, actor, input, context }: OnceCall<z.output<typeof LeaveInput>>) {
  const [person] = await tx.ask(personById, { id: input.id });
  if (!person) throw notFound(nouns.person, '');
  await tx.add(leaves, { id: context.newId(), userId: person.id, ...spanOf(input) });
  const said = { leave: [null, `${input.from} – ${input.until}`] } as const;
  await noteRights(tx, { by: actor, action: 'leaveSet', about: person, changed: said, context });
  return presentInFull(tx, person.id);
}

export const endStandIn = (call: OnceCall<{ id: string }>) =>
  end(call, covers, 'coverEnded', accessNouns.cover);
export const endLeave = (call: OnceCall<{ id: string }>) =>
  end(call, leaves, 'leaveEnded', accessNouns.leave);

async function end(
  { db: tx, actor, input, context }: OnceCall<{ id: string }>,
  table: typeof covers | typeof leaves,
  action: 'coverEnded' | 'leaveEnded',
  entity: { zh: string; en: string },
) {
  const found = await tx.first(table, eq(table.id, input.id));
  const [person] = found ? await tx.ask(personById, { id: found.userId }) : [];
  if (!found || !person) throw notFound(entity, '');
  await tx.remove(table, found);
  await noteRights(tx, { by: actor, action, about: person, context });
  return presentInFull(tx, person.id);
}
