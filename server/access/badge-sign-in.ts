import { z } from 'zod';
import { badgeBySecret, deviceByKey, sessionsOnDevice } from '../../db/queries/access.ts';
import { postingsOf } from '../../db/queries/house.ts';
import { coversOf } from '../../db/queries/people.ts';
import { badges, type devices, signIns } from '../../db/schema/access.ts';
import { sessions } from '../../db/schema/people.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import type { Moment } from '../call.ts';
import { Problem } from '../problem.ts';
import type { Call } from '../route.ts';
import { accessSentences } from '../words/access.ts';
import { noteRights } from './audit.ts';
import { aYear, deviceCookie, deviceKeyOf } from './caller.ts';
import { hashPin, mustBeStrong, verifyPin } from './pins.ts';
import { hashOfSecret, secretUrlPart } from './secrets.ts';
import { sealedToken, sessionCookieName } from './session-cookie.ts';
import { countTry, forgive, patience } from './tries.ts';

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

const aShift = 60 * 60 * 12;
const wrong = () => new Problem(401, 'wrong_badge', accessSentences.wrongBadge);

/** The enrolled device that asks. @throws Problem 403 on any other */
export async function deviceOf({ deps, caller }: Pick<Call<object>, 'deps' | 'caller'>): Promise<Device> {
  const key = deviceKeyOf(deps.config, caller);
  const house = deps.database.as({ as: 'house', id: 'house' });
  const [device] = key ? await house.ask(deviceByKey, { keyHash: hashOfSecret(key) }) : [];
  if (!device) throw new Problem(403, 'not_enrolled', accessSentences.notEnrolled);
  return device;
}

const secretOf = (scanned: string) => scanned.trim().toUpperCase().replace(/^GHB/, '');
const holderOf = async (house: Scoped, badge: string) =>
  (await house.ask(badgeBySecret, { secretHash: hashOfSecret(secretOf(badge)) }))[0];

/** Whoever holds the badge and knows its PIN takes over this device; whoever worked on it before is signed out. */
export async function signInByBadge(call: Call<Ask>): Promise<{ done: true }> {
  const { deps, input, moment, caller } = call;
  const device = await deviceOf(call);
  const house = deps.database.as({ as: 'house', id: 'house' });
  const found = await holderOf(house, input.badge);
  await house.atomically((tx) => countBoth(tx, found, device, moment));
  const right = found && (await verifyPin(deps.accounts, found.badge.id, input.pin, found.badge.pinHash));
  if (!right) {
    if (found) await house.atomically((tx) => note(tx, call, found, device, 'wrong'));
    throw wrong();
  }
  await house.atomically((tx) => forgiveBoth(tx, found, device));
  await mustBeWelcome(house, found, device, moment);
  const pinHash = await chosenPin(call, found);
  const token = await house.atomically((tx) => takeOver(tx, call, found, device, pinHash));
  caller.keep(sessionCookieName(deps.accounts), sealedToken(deps.accounts, token), aShift);
  caller.keep(deviceCookie(deps.config), deviceKeyOf(deps.config, caller) ?? '', aYear);
  return { done: true };
}

async function countBoth(tx: Writing, found: Found, device: Device, { now }: Moment) {
  await countTry(tx, `device ${device.id}`, patience.device, now);
  if (found) await countTry(tx, `badge ${found.badge.id}`, patience.badge, now);
}

async function forgiveBoth(tx: Writing, { badge }: NonNullable<Found>, device: Device) {
  await forgive(tx, `badge ${badge.id}`, 'all');
  await forgive(tx, `device ${device.id}`, 'this one');
}

/** The right PIN still opens nothing for whoever left, is away, or has no work in this warehouse. */
async function mustBeWelcome(house: Scoped, found: NonNullable<Found>, device: Device, { now }: Moment) {
  const { user } = found;
  if (!user.active) throw wrong();
  const posted = await house.ask(postingsOf, { userId: user.id });
  const covering = await house.ask(coversOf, { userId: user.id });
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
  found: NonNullable<Found>,
  device: Device,
  pinHash: string | null,
) {
  const { deps, moment, caller } = call;
  const { now } = moment;
  const { badge, user } = found;
  if (pinHash) {
    await tx.change(badges, badge, { pinHash, pinIsFirst: false });
    await noteRights(tx, { ...user, device: device.id }, 'pinChanged', user, {}, moment);
  }
  for (const before of await tx.ask(sessionsOnDevice, { deviceId: device.id }))
    await tx.remove(sessions, before);
  const token = secretUrlPart(deps.random);
  const when = { createdAt: now, updatedAt: now, expiresAt: new Date(now.getTime() + aShift * 1000) };
  const where = { ipAddress: caller.address, userAgent: caller.browser, deviceId: device.id };
  await tx.add(sessions, { id: moment.newId(), token, userId: user.id, ...when, ...where });
  await note(tx, call, found, device, 'in');
  return token;
}

const note = (
  tx: Writing,
  { moment, caller }: Call<Ask>,
  { user }: NonNullable<Found>,
  device: Device,
  went: 'in' | 'wrong',
) =>
  tx.add(signIns, {
    ...{ id: moment.newId(), userId: user.id, how: 'badge', went, device: device.name, at: moment.now },
    ...{ address: caller.address, browser: caller.browser },
  });
