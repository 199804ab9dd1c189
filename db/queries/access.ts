import { and, eq, gt, inArray, isNull, lte, type Placeholder, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { listed, named, type Slots } from '../named-queries.ts';
import { apiKeys, badges, covers, devices, leaves, links } from '../schema/access.ts';
import { organisations, warehouses } from '../schema/master-data.ts';
import { postings, sessions, users } from '../schema/people.ts';
import { fourEyes } from '../schema/rules.ts';

// A bare placeholder in a WHERE is not encoded as its column would be.
const at = (slot: Placeholder, column: SQLiteColumn) => sql`${sql.param(slot, column)}`;
/** Where the holder of a session works: where their handheld belongs, or else where they last went. */
const place = sql<string | null>`coalesce(${devices.warehouseId}, ${users.warehouseId})`;

/**
 * Who holds this session and what they are at this moment: asked for every request, so it is one statement that stays
 * prepared. One row for each role by which they cover for somebody; the rest is the same on all rows.
 */
export const holderOfSession = named(
  'holder of a session',
  (q, sees, given: Slots<{ token: string; now: Date }>) =>
    q
      .select({
        id: users.id,
        name: users.name,
        role: users.role,
        organisationId: users.organisationId,
        active: users.active,
        twoFactorEnabled: users.twoFactorEnabled,
        open: organisations.active,
        sessionId: sessions.id,
        expiresAt: sessions.expiresAt,
        seenAt: sessions.updatedAt,
        warehouseId: place,
        posted: postings.id,
        roles: postings.roles,
        covers: covers.role,
        away: leaves.id,
        deviceId: sessions.deviceId,
        deviceKey: devices.keyHash,
        deviceRevokedAt: devices.revokedAt,
        idleLockMinutes: warehouses.idleLockMinutes,
      })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .innerJoin(organisations, eq(organisations.id, users.organisationId))
      .leftJoin(devices, eq(devices.id, sessions.deviceId))
      .leftJoin(warehouses, eq(warehouses.id, devices.warehouseId))
      .leftJoin(postings, and(eq(postings.userId, users.id), eq(postings.warehouseId, place)))
      .leftJoin(
        covers,
        and(
          eq(covers.userId, users.id),
          eq(covers.warehouseId, place),
          lte(covers.fromAt, at(given.now, covers.fromAt)),
          gt(covers.untilAt, at(given.now, covers.untilAt)),
        ),
      )
      .leftJoin(
        leaves,
        and(
          eq(leaves.userId, users.id),
          lte(leaves.fromAt, at(given.now, leaves.fromAt)),
          gt(leaves.untilAt, at(given.now, leaves.untilAt)),
        ),
      )
      .where(and(sees(sessions), eq(sessions.token, given.token))),
  [users, organisations, devices, warehouses, postings, covers, leaves],
);

export const deviceByKey = named('device by key', (q, sees, given: Slots<{ keyHash: string }>) =>
  q
    .select()
    .from(devices)
    .where(and(sees(devices), eq(devices.keyHash, given.keyHash), isNull(devices.revokedAt)))
    .limit(1),
);

export const badgeBySecret = named(
  'badge by secret',
  (q, sees, given: Slots<{ secretHash: string }>) =>
    q
      .select({ badge: badges, user: users })
      .from(badges)
      .innerJoin(users, eq(users.id, badges.userId))
      .where(and(sees(badges), eq(badges.secretHash, given.secretHash), isNull(badges.revokedAt)))
      .limit(1),
  [users],
);

export const sessionsOnDevice = named('sessions on a device', (q, sees, given: Slots<{ deviceId: string }>) =>
  q
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(sees(sessions), eq(sessions.deviceId, given.deviceId))),
);

export const linkBySecret = named('link by secret', (q, sees, given: Slots<{ secretHash: string }>) =>
  q
    .select()
    .from(links)
    .where(and(sees(links), eq(links.secretHash, given.secretHash)))
    .limit(1),
);

export const openLinksTo = named('open links to', (q, sees, given: Slots<{ subjectId: string }>) =>
  q
    .select({ id: links.id, kind: links.kind })
    .from(links)
    .where(and(sees(links), eq(links.subjectId, given.subjectId), isNull(links.endedAt))),
);

export const holderOfKey = named(
  'holder of a key',
  (q, sees, given: Slots<{ keyHash: string }>) =>
    q
      .select({ key: apiKeys, kind: organisations.kind, maker: users })
      .from(apiKeys)
      .innerJoin(organisations, eq(organisations.id, apiKeys.organisationId))
      .innerJoin(users, eq(users.id, apiKeys.createdBy))
      .where(
        and(
          sees(apiKeys),
          eq(apiKeys.keyHash, given.keyHash),
          isNull(apiKeys.revokedAt),
          eq(organisations.active, true),
          eq(users.active, true),
        ),
      )
      .limit(1),
  [organisations, users],
);

/** Somebody who may sign in at all: neither they nor their organisation has left. */
export const whoMaySignIn = named(
  'who may sign in',
  (q, sees, given: Slots<{ id: string }>) =>
    q
      .select({ id: users.id })
      .from(users)
      .innerJoin(organisations, eq(organisations.id, users.organisationId))
      .where(and(sees(users), eq(users.id, given.id), eq(users.active, true), eq(organisations.active, true)))
      .limit(1),
  [organisations],
);

/** When whoever holds a session last proved to be its owner. */
export const proofOfSession = named(
  'proof of a session',
  (q, sees, given: Slots<{ token: string }>) =>
    q
      .select({
        provenAt: sessions.provenAt,
        provenBy: sessions.provenBy,
        twoFactorEnabled: users.twoFactorEnabled,
      })
      .from(sessions)
      .innerJoin(users, eq(users.id, sessions.userId))
      .where(and(sees(sessions), eq(sessions.token, given.token)))
      .limit(1),
  [users],
);

/** What somebody is in each of their warehouses, where that is not what they are in general. */
export const rolesPosted = named('roles posted', (q, sees, given: Slots<{ userId: string }>) =>
  q
    .select({ roles: postings.roles })
    .from(postings)
    .where(and(sees(postings), eq(postings.userId, given.userId))),
);

/** Those who answer for keys. */
export const makersOfKeys = listed('makers of keys', (q, sees, { ids }: { ids: readonly string[] }) =>
  q
    .select({ id: users.id, name: users.name, role: users.role, active: users.active })
    .from(users)
    .where(and(sees(users), inArray(users.id, [...ids]))),
);

/** Everybody of an organisation. */
export const peopleOf = named('people of', (q, sees, given: Slots<{ organisationId: string }>) =>
  q
    .select({ id: users.id })
    .from(users)
    .where(and(sees(users), eq(users.organisationId, given.organisationId))),
);

export const allFourEyes = named('four eyes', (q, sees, _given: Slots<object>) =>
  q.select().from(fourEyes).where(sees(fourEyes)),
);
