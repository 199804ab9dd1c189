import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { deviceByKey, sessionsOnDevice } from '../../db/queries/access.ts';
import { warehouseById } from '../../db/queries/master-data.ts';
import { devices } from '../../db/schema/access.ts';
import { warehouses } from '../../db/schema/master-data.ts';
import { sessions } from '../../db/schema/people.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { notFound, Problem } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import type { Call } from '../http/route.ts';
import { line, Time } from '../http/shapes.ts';
import type { Deps } from '../process/deps.ts';
import { accessNouns, accessSentences } from '../words/access.ts';
import { nouns } from '../words/problems.ts';
import { difference, noteRights } from './audit.ts';
import { type Caller, DEVICE_COOKIE_SECONDS, deviceCookie, deviceKeyOf } from './caller.ts';
import { attemptPolicies, countAttempt } from './failed-attempts.ts';
import { consumeLink, createLink } from './links.ts';
import type { Actor } from './permissions.ts';
import { hashOfSecret, newLetterSecret, newUrlSecret } from './secrets.ts';

const Named = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() });
export const Device = z.object({
  id: z.string(),
  name: z.string(),
  warehouse: Named,
  enrolledAt: Time.nullable(),
  revokedAt: Time.nullable(),
});
/** What a handheld knows of itself. */
export const ThisDevice = z.object({
  device: z.object({ name: z.string(), warehouse: Named, idleLockMinutes: z.number() }).nullable(),
});
export const NewDevice = z.strictObject({ name: line(60), warehouse: line(32) });
export const DeviceChange = z.strictObject({
  id: line(64),
  name: line(60).optional(),
  revoked: z.literal(true).optional(),
});
const hub = 'hub';

export async function findDevices(db: Scoped): Promise<z.input<typeof Device>[]> {
  const places = await db.find(warehouses);
  const rows = await db.find(devices, undefined, 500);
  return rows
    .map((row) => ({
      ...row,
      warehouse: places.find(({ id }) => id === row.warehouseId) ?? { code: '', nameZh: '', nameEn: '' },
      enrolledAt: row.enrolledAt?.toISOString() ?? null,
      revokedAt: row.revokedAt?.toISOString() ?? null,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

async function getDevice(db: Scoped, id: string) {
  const device = await db.first(devices, eq(devices.id, id));
  if (!device) throw notFound(accessNouns.device, '');
  return device;
}

/** A device that may be enrolled with this code, once, within half an hour. */
export async function addDevice(
  tx: Writing,
  { deps, actor, context }: Call<object>,
  { name, warehouse }: z.output<typeof NewDevice>,
) {
  const place = await tx.first(warehouses, eq(warehouses.code, warehouse));
  if (!place) throw notFound(nouns.warehouse, warehouse);
  const id = context.newId();
  await tx.add(devices, { id, name, warehouseId: place.id, createdAt: context.now });
  const changed = { warehouse: [null, warehouse] } as const;
  await noteRights(tx, {
    by: actor,
    action: 'deviceAdded',
    about: { id, name, organisationId: hub },
    changed,
    context,
  });
  return { id, code: await newCode(tx, id, deps.random, context) };
}

/** Another code for a device: the old one, and the key that it has, are worth nothing from now on. */
export async function renewDevice(tx: Writing, { deps, actor, context }: Call<object>, id: string) {
  const device = await getDevice(tx, id);
  const system = tx.asSystem();
  await tx.change(devices, device, { keyHash: null, enrolledAt: null, revokedAt: null });
  await endOn(system, id);
  await noteRights(tx, {
    by: actor,
    action: 'deviceAdded',
    about: { ...device, organisationId: hub },
    context,
  });
  return { id, code: await newCode(tx, id, deps.random, context) };
}

async function newCode(tx: Writing, id: string, random: (n: number) => Uint8Array, context: RequestContext) {
  const code = newLetterSecret(random, 16);
  await createLink(tx, { kind: 'device', subjectId: id, secret: code, context });
  return code;
}

const endOn = async (system: Writing, deviceId: string) => {
  for (const session of await system.ask(sessionsOnDevice, { deviceId }))
    await system.remove(sessions, session);
};

export async function changeDevice(
  tx: Writing,
  actor: Actor,
  { id, name, revoked }: z.output<typeof DeviceChange>,
  context: RequestContext,
) {
  const device = await getDevice(tx, id);
  const about = { ...device, organisationId: hub };
  if (name) {
    await tx.change(devices, device, { name });
    await noteRights(tx, {
      by: actor,
      action: 'deviceChanged',
      about,
      changed: difference(device, { name }),
      context,
    });
  }
  if (!revoked) return;
  await tx.change(devices, device, { revokedAt: context.now });
  await endOn(tx.asSystem(), id);
  await noteRights(tx, { by: actor, action: 'deviceRevoked', about, context });
}

/** On the device itself: the code that an administrator read out or showed becomes the device's key. */
export async function enrol({ deps, input, caller, context }: Call<{ code: string }>) {
  const system = deps.database.as(systemViewer);
  await system.atomically((tx) =>
    countAttempt(tx, `enrol ${caller.address}`, attemptPolicies.enrolment, context.now),
  );
  const key = newUrlSecret(deps.random);
  await system.atomically(async (tx) => {
    const id = await consumeLink(tx, 'device', codeOf(input.code), context.now);
    if (!id) throw codeIsOver();
    const device = await getDevice(tx, id);
    await tx.change(devices, device, { keyHash: hashOfSecret(key), enrolledAt: context.now });
    const nobody = { id: device.id, name: device.name, device: device.id };
    await noteRights(tx, {
      by: nobody,
      action: 'deviceEnrolled',
      about: { ...device, organisationId: hub },
      context,
    });
  });
  caller.keep(deviceCookie(deps.config), key, DEVICE_COOKIE_SECONDS);
  return { done: true as const };
}
const codeOf = (typed: string) => typed.toUpperCase().replace(/[\s-]/g, '').replace(/^GHD/, '');
const codeIsOver = () => new Problem(403, 'code_is_over', accessSentences.codeIsOver);

/** The enrolled device whose key came along: asked before anybody is signed in. */
export async function enrolledDevice(
  { config, database }: Pick<Deps, 'config' | 'database'>,
  caller: Pick<Caller, 'cookies'>,
) {
  const key = deviceKeyOf(config, caller);
  if (!key) return undefined;
  const [device] = await database.as(systemViewer).ask(deviceByKey, { keyHash: hashOfSecret(key) });
  return device;
}

/** Whether this is one, and which. */
export async function thisDevice({ deps, caller }: Call<object>): Promise<z.input<typeof ThisDevice>> {
  const device = await enrolledDevice(deps, caller);
  const system = deps.database.as(systemViewer);
  const [warehouse] = device ? await system.ask(warehouseById, { id: device.warehouseId }) : [];
  if (!device || !warehouse) return { device: null };
  return { device: { name: device.name, warehouse, idleLockMinutes: warehouse.idleLockMinutes } };
}
