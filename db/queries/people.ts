import { and, asc, count, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import { listed, named, type Slots } from '../named-queries.ts';
import { apiKeys, badges, covers, devices, invitations, leaves, signIns } from '../schema/access.ts';
import { organisations, warehouses } from '../schema/master-data.ts';
import { accounts, postings, sessions, users } from '../schema/people.ts';
import { holdsText, type Page } from './list-parts.ts';

export const personSorts = {
  name: users.name,
  email: users.email,
  username: users.username,
  role: users.role,
  organisation: organisations.code,
  createdAt: users.createdAt,
} as const;

export interface PeopleAsked extends Page<keyof typeof personSorts> {
  readonly role?: readonly string[] | undefined;
  /** Codes of organisations. */
  readonly organisation?: readonly string[] | undefined;
  readonly active?: boolean | undefined;
  readonly id?: string | undefined;
}

const fits = ({ role, organisation, active, id, search }: PeopleAsked) => [
  role && inArray(users.role, [...role]),
  organisation && inArray(organisations.code, [...organisation]),
  active === undefined ? undefined : eq(users.active, active),
  id === undefined ? undefined : eq(users.id, id),
  holdsText(search, users.name, users.email, users.username),
];

export const personList = listed(
  'person list',
  (q, sees, asked: PeopleAsked) =>
    q
      .select({
        id: users.id,
        name: users.name,
        email: users.email,
        username: users.username,
        role: users.role,
        language: users.language,
        active: users.active,
        createdAt: users.createdAt,
        organisation: {
          code: organisations.code,
          nameZh: organisations.nameZh,
          nameEn: organisations.nameEn,
        },
      })
      .from(users)
      .innerJoin(organisations, eq(organisations.id, users.organisationId))
      .where(and(sees(users), ...fits(asked)))
      .orderBy((asked.descending ? desc : asc)(personSorts[asked.sort]), asc(users.id))
      .limit(asked.limit)
      .offset(asked.offset),
  [organisations],
);

export const countPeople = listed(
  'count people',
  (q, sees, asked: PeopleAsked) =>
    q
      .select({ n: count() })
      .from(users)
      .innerJoin(organisations, eq(organisations.id, users.organisationId))
      .where(and(sees(users), ...fits(asked))),
  [organisations],
);

export const postingsOfMany = listed(
  'postings of many',
  (q, sees, { userIds }: { userIds: readonly string[] }) =>
    q
      .select({
        id: postings.id,
        userId: postings.userId,
        warehouseId: postings.warehouseId,
        roles: postings.roles,
        code: warehouses.code,
        nameZh: warehouses.nameZh,
        nameEn: warehouses.nameEn,
      })
      .from(postings)
      .innerJoin(warehouses, eq(warehouses.id, postings.warehouseId))
      .where(and(sees(postings), sees(warehouses), inArray(postings.userId, [...userIds])))
      .orderBy(asc(warehouses.code)),
);

export const sessionsOf = named('sessions of', (q, sees, given: Slots<{ userId: string }>) =>
  q
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(sees(sessions), eq(sessions.userId, given.userId))),
);

/** The row that holds the password of a person. */
export const credentialOf = named('credential of', (q, sees, given: Slots<{ userId: string }>) =>
  q
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(sees(accounts), eq(accounts.userId, given.userId), eq(accounts.providerId, 'credential')))
    .limit(1),
);

export const coversOf = named('covers of', (q, sees, given: Slots<{ userId: string }>) =>
  q
    .select({
      id: covers.id,
      warehouseId: covers.warehouseId,
      role: covers.role,
      fromAt: covers.fromAt,
      untilAt: covers.untilAt,
      code: warehouses.code,
      nameZh: warehouses.nameZh,
      nameEn: warehouses.nameEn,
    })
    .from(covers)
    .innerJoin(warehouses, eq(warehouses.id, covers.warehouseId))
    .where(and(sees(covers), sees(warehouses), eq(covers.userId, given.userId)))
    .orderBy(asc(covers.fromAt)),
);

export const leavesOf = named('leaves of', (q, sees, given: Slots<{ userId: string }>) =>
  q
    .select()
    .from(leaves)
    .where(and(sees(leaves), eq(leaves.userId, given.userId)))
    .orderBy(asc(leaves.fromAt)),
);

export const badgesOf = named('badges of', (q, sees, given: Slots<{ userId: string }>) =>
  q
    .select({ id: badges.id, issuedAt: badges.issuedAt, pinIsFirst: badges.pinIsFirst })
    .from(badges)
    .where(and(sees(badges), eq(badges.userId, given.userId), isNull(badges.revokedAt))),
);

export const userBySignIn = named('user by sign-in', (q, sees, given: Slots<{ name: string }>) =>
  q
    .select()
    .from(users)
    .where(and(sees(users), or(eq(users.email, given.name), eq(users.username, given.name))))
    .limit(1),
);

/** The hash of somebody's password. */
export const passwordOf = named('password of', (q, sees, given: Slots<{ userId: string }>) =>
  q
    .select({ id: accounts.id, password: accounts.password })
    .from(accounts)
    .where(and(sees(accounts), eq(accounts.userId, given.userId), eq(accounts.providerId, 'credential')))
    .limit(1),
);

export const signInsOf = named('sign-ins of', (q, sees, given: Slots<{ userId: string }>) =>
  q
    .select()
    .from(signIns)
    .where(and(sees(signIns), eq(signIns.userId, given.userId)))
    .orderBy(desc(signIns.at), desc(signIns.id))
    .limit(100),
);

export const mySessions = named(
  'my sessions',
  (q, sees, given: Slots<{ userId: string }>) =>
    q
      .select({ session: sessions, device: devices.name })
      .from(sessions)
      .leftJoin(devices, eq(devices.id, sessions.deviceId))
      .where(and(sees(sessions), eq(sessions.userId, given.userId)))
      .orderBy(desc(sessions.createdAt)),
  [devices],
);

export const invitationBySecret = named(
  'invitation by secret',
  (q, sees, given: Slots<{ secretHash: string }>) =>
    q
      .select({ invitation: invitations, organisation: organisations })
      .from(invitations)
      .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
      .where(and(sees(invitations), eq(invitations.secretHash, given.secretHash)))
      .limit(1),
  [organisations],
);

/** The invitations of an organisation that may still be open. */
export const invitationsOf = named(
  'invitations of an organisation',
  (q, sees, given: Slots<{ organisationId: string }>) =>
    q
      .select()
      .from(invitations)
      .where(
        and(
          sees(invitations),
          eq(invitations.organisationId, given.organisationId),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      ),
);

export const invitationsOut = named(
  'invitations out',
  (q, sees, _given: Slots<object>) =>
    q
      .select({ invitation: invitations, organisation: organisations })
      .from(invitations)
      .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
      .where(and(sees(invitations)))
      .orderBy(desc(invitations.createdAt))
      .limit(200),
  [organisations],
);

export const keysOut = named(
  'keys out',
  (q, sees, _given: Slots<object>) =>
    q
      .select({ key: apiKeys, organisation: organisations })
      .from(apiKeys)
      .innerJoin(organisations, eq(organisations.id, apiKeys.organisationId))
      .where(and(sees(apiKeys)))
      .orderBy(desc(apiKeys.createdAt))
      .limit(200),
  [organisations],
);
