import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { invitationBySecret, invitationsOut } from '../../db/queries/people.ts';
import { invitations } from '../../db/schema/access.ts';
import { warehouses } from '../../db/schema/master-data.ts';
import { postings } from '../../db/schema/people.ts';
import type { Scoped } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { hashPassword } from '../access/accounts.ts';
import { noteRights } from '../access/audit.ts';
import { attemptPolicies, countAttempt } from '../access/failed-attempts.ts';
import { isRole, roleNames } from '../access/permissions.ts';
import { hashOfSecret, newUrlSecret } from '../access/secrets.ts';
import { notFound } from '../http/problem.ts';
import type { Call, OnceCall } from '../http/route.ts';
import { line, Time, Words } from '../http/shapes.ts';
import { linkTo, writeMail } from '../notices/mails.ts';
import { accessNouns } from '../words/access.ts';
import { organisationNoun } from '../words/organisations.ts';
import { linkIsOver } from './account.ts';
import { addUser } from './credentials.ts';
import { Password } from './passwords.ts';
import { Email, mustFit, placesOf, RoleName } from './people.ts';

const INVITATION_MS = 7 * 24 * 60 * 60_000;
export const InvitationAsk = z.strictObject({
  email: Email,
  role: RoleName,
  /** The code of an organisation; a guest invites into their own, whatever stands here. */
  organisation: line(32).optional(),
  warehouses: z.array(line(32)).max(50).default([]),
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
});
/** Without a user name: whether one is taken is told to no guest. Whoever was invited signs in with their address. */
export const Acceptance = z.strictObject({
  token: z.string().min(1).max(200),
  name: line(80),
  password: Password,
});
const Named = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() });
export const InvitationRow = z.object({
  id: z.string(),
  email: z.string(),
  role: z.string(),
  roleName: Words,
  organisation: Named,
  state: z.enum(['open', 'accepted', 'revoked', 'expired']),
  createdAt: Time,
  expiresAt: Time,
});
/** What its link shows before it is accepted. */
export const Invited = z.object({ email: z.string(), roleName: Words, organisation: Named });

type Invitation = typeof invitations.$inferSelect;
const nameOf = (role: string) => (isRole(role) ? roleNames[role] : { zh: role, en: role });
const stateOf = ({ acceptedAt, revokedAt, expiresAt }: Invitation, now: Date) =>
  acceptedAt ? 'accepted' : revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'open';

export async function findInvitations(db: Scoped, now: Date): Promise<z.input<typeof InvitationRow>[]> {
  const found = await db.ask(invitationsOut, {});
  return found.map(({ invitation, organisation }) => ({
    ...{ ...invitation, organisation, roleName: nameOf(invitation.role) },
    state: stateOf(invitation, now),
    createdAt: invitation.createdAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
  }));
}

/** Invites somebody by mail; an invitation to the same address that was still open is replaced. */
export async function invite({
  db: tx,
  actor,
  deps,
  input,
  context,
}: OnceCall<z.output<typeof InvitationAsk>>) {
  const { viewer } = actor;
  const own = viewer.as === 'exporter' || viewer.as === 'vendor' ? viewer.organisation : null;
  if (!own && !input.organisation) throw notFound(organisationNoun, '');
  const organisation = await mustFit(tx, input.role, own ? { id: own } : { code: input.organisation ?? '' });
  const places = await placesOf(tx, input.role, input.warehouses);
  const email = input.email.toLowerCase();
  const { now } = context;
  await countAttempt(tx, `invitations ${actor.id}`, attemptPolicies.mails, now);
  const recipient = `invitation ${organisation.id} ${hashOfSecret(email)}`;
  await countAttempt(tx, recipient, attemptPolicies.mail, now);
  for (const { invitation } of await tx.ask(invitationsOut, {}))
    if (invitation.email === email && stateOf(invitation, context.now) === 'open')
      await tx.change(invitations, invitation, { revokedAt: context.now });
  const secret = newUrlSecret(deps.random);
  const { language, role } = input;
  const id = context.newId();
  const to = { id, email, role, language, organisationId: organisation.id };
  await tx.add(invitations, {
    ...{ ...to, secretHash: hashOfSecret(secret), warehouses: places.map((place) => place.id) },
    ...{
      invitedBy: actor.id,
      createdAt: context.now,
      expiresAt: new Date(context.now.getTime() + INVITATION_MS),
    },
  });
  const about = { id, name: email, organisationId: organisation.id };
  await noteRights(tx, { by: actor, action: 'invited', about, changed: { role: [null, role] }, context });
  const name = language === 'en' ? organisation.nameEn : organisation.nameZh;
  const link = linkTo(deps.config, 'invitation', secret);
  await writeMail(tx, {
    mail: 'invitation',
    to: { email, language },
    about: { organisation: name, link },
    context,
  });
  return { rows: await findInvitations(tx, context.now) };
}

export async function revokeInvitation({ db: tx, actor, input, context }: OnceCall<{ id: string }>) {
  const invitation = await tx.first(invitations, eq(invitations.id, input.id));
  if (!invitation) throw notFound(accessNouns.invitation, '');
  if (stateOf(invitation, context.now) === 'open') {
    await tx.change(invitations, invitation, { revokedAt: context.now });
    const about = { ...invitation, name: invitation.email };
    await noteRights(tx, { by: actor, action: 'invitationRevoked', about, context });
  }
  return { rows: await findInvitations(tx, context.now) };
}

async function openInvitation(system: Scoped, token: string, now: Date) {
  const [found] = await system.ask(invitationBySecret, { secretHash: hashOfSecret(token) });
  if (!found?.organisation.active || stateOf(found.invitation, now) !== 'open') throw linkIsOver();
  return found;
}

/** What whoever opens the link is invited to. */
export async function lookAtInvitation({ deps, input, context }: Call<{ token: string }>) {
  const system = deps.database.as(systemViewer);
  const { invitation, organisation } = await openInvitation(system, input.token, context.now);
  return { email: invitation.email, roleName: nameOf(invitation.role), organisation };
}

/** Once: the account is made with the role that was offered, whatever else is sent along. */
export async function acceptInvitation({ deps, input, context }: Call<z.output<typeof Acceptance>>) {
  const system = deps.database.as(systemViewer);
  // Before the password is hashed, which is made to be costly.
  const offered = await openInvitation(system, input.token, context.now);
  // Hashing is costly, so that a link that is still open does not buy it without end.
  const count = `acceptance ${offered.invitation.id}`;
  await system.atomically((tx) => countAttempt(tx, count, attemptPolicies.account, context.now));
  const passwordHash = await hashPassword(input.password);
  return system.atomically(async (tx) => {
    const { invitation } = await openInvitation(tx, input.token, context.now);
    const { email, role, language, organisationId } = invitation;
    const places = invitation.warehouses.length
      ? await tx.find(warehouses, inArray(warehouses.id, [...invitation.warehouses]))
      : [];
    const where = { organisationId, warehouseId: places[0]?.id ?? null };
    const who = { name: input.name, username: null, email, role, language, ...where };
    const id = await addUser(tx, { ...who, emailVerified: true }, passwordHash, context);
    for (const place of places)
      await tx.add(postings, { id: context.newId(), userId: id, warehouseId: place.id });
    await tx.change(invitations, invitation, { acceptedAt: context.now });
    const self = { id, name: input.name, organisationId };
    await noteRights(tx, {
      by: { ...self, device: null },
      action: 'invitationAccepted',
      about: self,
      changed: { role: [null, role] },
      context,
    });
    return { done: true as const };
  });
}
