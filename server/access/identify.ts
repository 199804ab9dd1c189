import { holderOfSession } from '../../db/queries/access.ts';
import { sessions } from '../../db/schema/people.ts';
import type { Scoped } from '../../db/scope.ts';
import type { Viewer } from '../../db/seen-by.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { bearerIn } from '../http/bearer.ts';
import { Problem, signIn } from '../http/problem.ts';
import type { Deps } from '../process/deps.ts';
import { accessSentences } from '../words/access.ts';
import { keyHolder } from './api-keys.ts';
import { type Caller, deviceKeyOf } from './caller.ts';
import {
  type Actor,
  isRole,
  needsSecondFactor,
  type Permission,
  permissionsOf,
  type Role,
  sideOf,
} from './permissions.ts';
import { hashOfSecret } from './secrets.ts';
import { keptTokenIn } from './session-cookie.ts';

type Door = Pick<Deps, 'accounts' | 'config' | 'database' | 'now'>;
type Held = Awaited<ReturnType<typeof heldBy>>[number];
const heldBy = (system: Scoped, token: string, now: Date) => system.ask(holderOfSession, { token, now });

const nothing: ReadonlySet<Permission> = new Set();

/**
 * Who asks, by an API key or by the session of the request. Nothing is remembered from one request to the next: an ended session, a lost
 * device, another role or a leave acts at once. @throws Problem 401 when nobody is signed in
 */
export async function identify(door: Door, caller: Caller): Promise<Actor> {
  const key = bearerIn(caller.authorization);
  if (key) return keyHolder(door, key);
  const token = keptTokenIn(door.accounts, caller.cookies);
  if (!token) throw signIn();
  const now = door.now();
  const held = await heldBy(door.database.as(systemViewer), token, now);
  const [holder] = held;
  if (!holder?.active || !holder.open || holder.expiresAt <= now || !isRole(holder.role)) throw signIn();
  if (now.getTime() - holder.seenAt.getTime() > idleMs(holder)) throw signIn();
  if (holder.deviceId && !isInHand(door, holder, caller)) throw signIn();
  if (holder.away) throw new Problem(401, 'on_leave', accessSentences.away);
  if (!caller.isUnattended) await noteSeen(door, holder, now);
  const { id, name, role, deviceId: device } = holder;
  const here = rolesHere(role, held);
  return {
    ...{ id, name, role, roles: here, device },
    viewer: viewerOf(role, holder, here.length > 0),
    permissions: mustStillSecure(door, holder, here)
      ? nothing
      : permissionsOf(here, device ? 'handheld' : 'desk'),
  };
}

const minute = 60_000;
/** Without a person's request for so long a session is over; the screens themselves may lock earlier. */
const IDLE_MS = 120 * minute;
/** How exactly that is known: a write for every read would cost more than it tells. */
const SEEN_EVERY_MS = 5 * minute;
/** A handheld locks itself after the minutes of its warehouse; the server is never quicker. */
const idleMs = ({ idleLockMinutes }: Held) =>
  Math.max(IDLE_MS, (idleLockMinutes ?? 0) * minute + 2 * SEEN_EVERY_MS);

async function noteSeen({ database }: Door, { sessionId, seenAt }: Held, now: Date) {
  if (now.getTime() - seenAt.getTime() < SEEN_EVERY_MS) return;
  const write = database
    .as(systemViewer)
    .atomically((tx) => tx.change(sessions, { id: sessionId }, { updatedAt: now }));
  // It may have ended meanwhile, or nothing can be written: whoever only reads is let read.
  await write.catch(() => undefined);
}

/** The session of a badge is worth something on its device alone, and only while that is enrolled. */
function isInHand({ config }: Door, { deviceKey, deviceRevokedAt }: Held, caller: Caller) {
  const key = deviceKeyOf(config, caller);
  return key !== undefined && !deviceRevokedAt && hashOfSecret(key) === deviceKey;
}

/** What they are in this warehouse: as they are posted, and for whom they cover. An administrator is one everywhere. */
function rolesHere(role: Role, held: readonly Held[]): Role[] {
  if (sideOf(role) !== 'staff') return [role];
  const [one] = held;
  const posted = one?.posted ? (one.roles ?? [role]) : role === 'administrator' ? [role] : [];
  const all = [...posted, ...held.map(({ covers }) => covers ?? '')];
  return [...new Set(all)].filter(isRole).filter((held) => sideOf(held) === 'staff');
}

/** Whoever acts as an administrator here, by whatever way, and has no second factor yet may set it up, and nothing else. */
const mustStillSecure = ({ config }: Door, { twoFactorEnabled, deviceId }: Held, here: readonly Role[]) =>
  !twoFactorEnabled && needsSecondFactor(config, here, deviceId);

/** Staff who have no warehouse yet see the house's common lists, and no goods. */
function viewerOf(role: Role, { id, organisationId, warehouseId }: Held, isPosted: boolean): Viewer {
  const side = sideOf(role);
  return side === 'staff'
    ? { as: side, id, warehouse: (isPosted && warehouseId) || 'none' }
    : { as: side, id, organisation: organisationId };
}
