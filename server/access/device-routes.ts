import { z } from 'zod';
import { route } from '../http/route.ts';
import { line, scanId } from '../http/shapes.ts';
import { BadgeAsk, signInByBadge } from './badge-sign-in.ts';
import {
  addDevice,
  changeDevice,
  Device,
  DeviceChange,
  enrol,
  findDevices,
  NewDevice,
  renewDevice,
  ThisDevice,
  thisDevice,
} from './devices.ts';

const Done = z.object({ done: z.literal(true) });
/** Shown once. */
const WithCode = z.object({ id: z.string(), code: z.string() });

export const deviceRoutes = [
  route('GET /api/v1/device', {
    summary: 'Which enrolled handheld this is, if it is one.',
    needs: 'nobody in particular',
    open: true,
    input: z.strictObject({}),
    reply: ThisDevice,
    handle: thisDevice,
  }),
  route('POST /api/v1/device-enrolments', {
    summary: 'Makes this handheld an enrolled one, with the code that an administrator was shown.',
    needs: 'nobody in particular',
    open: true,
    input: z.strictObject({ code: line(60) }),
    reply: Done,
    once: 'because its code is used up: a repetition is refused',
    handle: enrol,
  }),
  route('POST /api/v1/badge-sign-ins', {
    summary: 'Signs in with badge and PIN, on an enrolled handheld; whoever worked on it is signed out.',
    needs: 'nobody in particular',
    open: true,
    input: BadgeAsk,
    reply: Done,
    once: 'because who signs in twice is signed in, and the session before is over',
    handle: signInByBadge,
  }),
  route('GET /api/v1/devices', {
    summary: 'All handhelds: their names, where they belong, whether they are enrolled.',
    needs: 'people.manage',
    input: z.strictObject({}),
    reply: z.object({ rows: z.array(Device) }),
    handle: async ({ db }) => ({ rows: await findDevices(db) }),
  }),
  route('POST /api/v1/devices', {
    summary: 'A new handheld for a warehouse, and the one-time code with which it is enrolled.',
    needs: 'people.manage',
    input: NewDevice,
    proof: () => true,
    reply: WithCode,
    once: 'because its answer is a secret, which is kept nowhere: one too many is seen in the list, and revoked',
    handle: (call) => call.db.atomically((tx) => addDevice(tx, call, call.input)),
  }),
  route('POST /api/v1/devices/:id/codes', {
    summary: 'Another one-time code for a handheld, which ends its present key.',
    needs: 'people.manage',
    input: z.strictObject({ id: line(64) }),
    proof: () => true,
    reply: WithCode,
    once: 'because its answer is a secret, which is kept nowhere: each ends the one before',
    handle: (call) => call.db.atomically((tx) => renewDevice(tx, call, call.input.id)),
  }),
  route('PATCH /api/v1/devices/:id', {
    summary: 'Another name for a handheld, or its end: whoever works on it is signed out.',
    needs: 'people.manage',
    input: DeviceChange.extend({ scanId }),
    reply: z.object({ rows: z.array(Device) }),
    once: true,
    handle: async ({ db: tx, actor, input, context }) => {
      await changeDevice(tx, actor, input, context);
      return { rows: await findDevices(tx) };
    },
  }),
];
