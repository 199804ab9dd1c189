import { z } from 'zod';
import { hashOfToken } from '../../db/hashed-tokens.ts';
import { badgeBySecret, sessionsOnDevice } from '../../db/queries/access.ts';
import { postingsOf } from '../../db/queries/master-data.ts';
import { coversOf } from '../../db/queries/people.ts';
import { badges, type devices, signIns } from '../../db/schema/access.ts';
import { sessions } from '../../db/schema/people.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { Problem } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { Call } from '../http/route.ts';
import { accessSentences } from '../words/access.ts';
import { noteRights } from './audit.ts';
import { DEVICE_COOKIE_SECONDS, deviceCookie, deviceKeyOf } from './caller.ts';
import { enrolledDevice } from './devices.ts';
import { attemptPolicies, countAttempt, forgiveAttempts } from './failed-attempts.ts';
import { hashPin, mustBeStrong, verifyPin } from './pins.ts';
import { hashOfSecret, newUrlSecret } from './secrets.ts';
import { SESSION_SECONDS } from './session-begins.ts';
import { sealedToken, sessionCookieName } from './session-cookie.ts';

export const Pin = z.string().regex(/^\d{4,6}$/);
export const BadgeAsk = z.strictObject({
  /** What the scanner read. */
  badge: z.string().max(100),
  pin: Pin,
  /** At the first sign-in with a badge: the PIN that its owner chooses. */
  newPin: Pin.optional(),
});
type Ask = z.output<typeof BadgeAsk>;
type Device = typeof devices.$inferSelect;
type Found = Awaited<ReturnType<typeof holderOf>>;

const wrong = () => new Problem(401, 'wrong_badge', accessSentences.wrongBadge);

/** The enrolled device that asks. @throws Problem 403 on any other */
export async function deviceOf({ deps, caller }: Pick<Call<object>, 'deps' | 'caller'>): Promise<Device> {
  const device = await enrolledDevice(deps, caller);
  if (!device) throw new Problem(403, 'not_enrolled', accessSentences.notEnrolled);
  return device;
}

const secretOf = (scanned: string) => scanned.trim().toUpperCase().replace(/^GHB/, '');
const holderOf = async (system: Scoped, badge: string) =>
  (await system.ask(badgeBySecret, { secretHash: hashOfSecret(secretOf(badge)) }))[0];

/** Whoever holds the badge and knows its PIN takes over this device; whoever worked on it before is signed out. */
export async function signInByBadge(call: Call<Ask>): Promise<{ done: true }> {
  const { deps, input, context, caller } = call;
  const device = await deviceOf(call);
  const system = deps.database.as(systemViewer);
  const found = await holderOf(system, input.badge);
  caller.tell({ about: found?.user.id });
  await system.atomically((tx) => countBoth(tx, found, device, context));
  const right = found && (await verifyPin(deps.accounts, found.badge.id, input.pin, found.badge.pinHash));
  if (!right) {
    caller.tell({ reason: found ? 'wrong PIN' : 'unknown badge' });
    if (found) await system.atomically((tx) => note(tx, call, { user: found.user, device, went: 'wrong' }));
    throw wrong();
  }
  await system.atomically((tx) => forgiveBoth(tx, found, device));
  await mustBeWelcome(system, found, device, context);
  const pinHash = await chosenPin(call, found);
  const token = await system.atomically((tx) => takeOver(tx, call, { found, device, pinHash }));
  caller.keep(sessionCookieName(deps.accounts), sealedToken(deps.accounts, token), SESSION_SECONDS);
  caller.keep(deviceCookie(deps.config), deviceKeyOf(deps.config, caller) ?? '', DEVICE_COOKIE_SECONDS);
  return { done: true };
}

async function countBoth(tx: Writing, found: Found, device: Device, { now }: RequestContext) {
  await countAttempt(tx, `device ${device.id}`, attemptPolicies.device, now);
  if (found) await countAttempt(tx, `badge ${found.badge.id}`, attemptPolicies.badge, now);
}

async function forgiveBoth(tx: Writing, { badge }: NonNullable<Found>, device: Device) {
  await forgiveAttempts(tx, `badge ${badge.id}`, 'all');
  await forgiveAttempts(tx, `device ${device.id}`, 'this one');
}

/** The right PIN still opens nothing for whoever left, is away, or has no work in this warehouse. */
async function mustBeWelcome(
  system: Scoped,
  found: NonNullable<Found>,
  device: Device,
  { now }: RequestContext,
) {
  const { user } = found;
  if (!user.active) throw wrong();
  const posted = await system.ask(postingsOf, { userId: user.id });
  const covering = await system.ask(coversOf, { userId: user.id });
  const isHere = (warehouse: string) => warehouse === device.warehouseId;
  const covers = covering.some(
    ({ warehouseId, fromAt, untilAt }) => isHere(warehouseId) && fromAt <= now && untilAt > now,
  );
  if (!covers && !posted.some(({ id }) => isHere(id)))
    throw new Problem(403, 'not_posted_here', accessSentences.notPostedHere);
}

/** The hash of the PIN that its owner chose, when the one they came with was ours. @throws Problem 409 when they must */
async function chosenPin({ deps, input }: Call<Ask>, { badge }: NonNullable<Found>) {
  if (!badge.pinIsFirst) return null;
  if (!input.newPin) throw new Problem(409, 'choose_pin', accessSentences.newPin);
  if (input.newPin === input.pin) throw new Problem(409, 'choose_pin', accessSentences.samePin);
  mustBeStrong(input.newPin);
  return hashPin(deps.accounts, badge.id, input.newPin);
}

async function takeOver(
  tx: Writing,
  call: Call<Ask>,
  { found, device, pinHash }: { found: NonNullable<Found>; device: Device; pinHash: string | null },
) {
  const { deps, context, caller } = call;
  const { now } = context;
  const { badge, user } = found;
  if (pinHash) {
    await tx.change(badges, badge, { pinHash, pinIsFirst: false });
    await noteRights(tx, { by: { ...user, device: device.id }, action: 'pinChanged', about: user, context });
  }
  for (const before of await tx.ask(sessionsOnDevice, { deviceId: device.id }))
    await tx.remove(sessions, before);
  const token = newUrlSecret(deps.random);
  const when = {
    createdAt: now,
    updatedAt: now,
    expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
  };
  const where = { ipAddress: caller.address, userAgent: caller.browser, deviceId: device.id };
  const kept = hashOfToken(token);
  await tx.add(sessions, { id: context.newId(), token: kept, userId: user.id, ...when, ...where });
  await note(tx, call, { user, device, went: 'in' });
  return token;
}

const note = (
  tx: Writing,
  { context, caller }: Call<Ask>,
  { user, device, went }: { user: NonNullable<Found>['user']; device: Device; went: 'in' | 'wrong' },
) =>
  tx.add(signIns, {
    ...{ id: context.newId(), userId: user.id, how: 'badge', went, device: device.name, at: context.now },
    ...{ address: caller.address, browser: caller.browser },
  });
