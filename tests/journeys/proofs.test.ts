import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { badges, devices } from '../../db/schema/access.ts';
import { outbox } from '../../db/schema/jobs.ts';
import { sessions, users } from '../../db/schema/people.ts';
import type { Writing } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import type { Name } from '../cast.ts';
import { aHouse, type House, newScan } from '../world.ts';
import { codeOf, password, withPassword, withSecondFactor } from './browsers.ts';
import { ok } from './road.ts';

const housed = (at: House) => at.database.as(systemViewer);
/** A session that its owner left open: signed in this morning, and proved nothing since. */
async function leftOpen(at: House, who: Name) {
  await at.cookieOf(who);
  const proven = { provenAt: new Date(at.clock.now.getTime() - 301_000) };
  for (const row of await housed(at).find(sessions, eq(sessions.userId, who)))
    await housed(at).atomically((tx) => tx.change(sessions, row, proven));
}
const scan = (body: object) => ({ scanId: newScan(), ...body });
const letters = async (at: House) =>
  (await housed(at).find(outbox)).map(({ about }) => `${about.mail} ${about.to}`);

/** Something to issue a PIN and a code for. */
async function aBadgeAndADevice(tx: Writing) {
  const badge = { id: 'b1', userId: 'liu', secretHash: 'none', pinHash: 'none', pinIsFirst: true };
  await tx.add(badges, { ...badge, issuedAt: new Date() });
  await tx.add(devices, { id: 'ht1', name: 'HT-01', warehouseId: 'hk', createdAt: new Date() });
}

const until = '2026-11-24T02:00:00Z';
const cover = { warehouse: 'HK', role: 'administrator', from: '2026-11-23T02:00:00Z', until };
const newcomer = { name: 'X', email: 'x@example.test', password, role: 'administrator', organisation: 'hub' };
const key = { name: 'ERP', scopes: ['items.read'], days: 30, organisation: 'whale' };
/** What whoever found the session of an administrator open would do first. */
const takeovers: readonly (readonly [string, string, object])[] = [
  ['another’s password', 'PATCH /api/v1/people/ma', scan({ password })],
  ['another’s role', 'PATCH /api/v1/people/liu', scan({ role: 'administrator' })],
  ['a role in one warehouse', 'PATCH /api/v1/people/liu', scan({ roles: { HK: ['administrator'] } })],
  ['other warehouses', 'PATCH /api/v1/people/liu', scan({ warehouses: ['HK', 'YP'] })],
  ['somebody new', 'POST /api/v1/people', scan({ ...newcomer, warehouses: ['HK'] })],
  [
    'an invitation',
    'POST /api/v1/invitations',
    { email: 'x@example.test', role: 'exporterAdmin', organisation: 'whale' },
  ],
  ['a cover', 'POST /api/v1/people/liu/covers', cover],
  ['another’s second factor', 'DELETE /api/v1/people/liu/second-factor', {}],
  ['a key', 'POST /api/v1/api-keys', key],
  ['four eyes', 'PATCH /api/v1/four-eyes/countAdjustment', scan({ active: false })],
  ['a badge', 'POST /api/v1/people/liu/badges', {}],
  ['a PIN', 'POST /api/v1/people/liu/pins', {}],
  ['a device', 'POST /api/v1/devices', { name: 'HT-09', warehouse: 'HK' }],
  ['a device code', 'POST /api/v1/devices/ht1/codes', {}],
  ['an account of somebody who left', 'PATCH /api/v1/people/han', scan({ active: true })],
  ['a limit of money', 'PATCH /api/v1/organisations/whale', scan({ autoApproveMinor: null })],
  ['end of a company', 'PATCH /api/v1/organisations/whale', scan({ active: false })],
  ['loose contract', 'PATCH /api/v1/organisations/whale', scan({ exportCitation: 'need not' })],
];

describe('a session of an administrator that somebody found open', () => {
  test.each(takeovers)('gives away no %s without a proof', async (_what, endpoint, body) => {
    const at = await aHouse();
    await housed(at).atomically(aBadgeAndADevice);
    await leftOpen(at, 'admin');
    const refused = await at.call('admin', endpoint, body);
    expect(refused.body).toMatchObject({ status: 403, code: 'prove_yourself', ways: ['password', 'code'] });
    // Asked for the proof of its owner, it cannot give one.
    for (const proof of [{ password: 'a guess or two' }, { code: '000000' }])
      expect((await at.call('admin', 'POST /api/v1/me/proofs', proof)).status).toBe(403);
    expect((await at.call('admin', endpoint, body)).body).toMatchObject({ code: 'prove_yourself' });
    expect(await letters(at)).toEqual([]);
    // Its owner gives it and does it.
    await withPassword(at, 'admin');
    await ok(at.call('admin', 'POST /api/v1/me/proofs', { password }));
    expect((await at.call('admin', endpoint, body)).status).toBeLessThan(300);
  });

  test('still does what gives nothing away', async () => {
    const at = await aHouse();
    await leftOpen(at, 'admin');
    await ok(at.call('admin', 'PATCH /api/v1/people/liu', scan({ language: 'en' })));
    await ok(at.call('admin', 'PATCH /api/v1/organisations/whale', scan({ contact: '周敏' })));
  });

  test('has five minutes from the proof, and guesses no oftener than anybody', async () => {
    const at = await aHouse();
    await leftOpen(at, 'admin');
    await withPassword(at, 'admin');
    await ok(at.call('admin', 'POST /api/v1/me/proofs', { password }));
    const change = async () =>
      (await at.call('admin', 'PATCH /api/v1/people/liu', scan({ warehouses: ['HK'] }))).status;
    at.later(5 / 60);
    expect(await change()).toBe(200);
    at.later(0.001);
    expect(await change()).toBe(403);
    for (let n = 0; n < 5; n++)
      expect((await at.call('admin', 'POST /api/v1/me/proofs', { code: `00000${n}` })).status).toBe(403);
    expect((await at.call('admin', 'POST /api/v1/me/proofs', { code: '123456' })).status).toBe(429);
  });

  test('a proof is worth nothing in another session of the same person', async () => {
    const at = await aHouse();
    at.clock.now = new Date();
    await withPassword(at, 'admin');
    await leftOpen(at, 'admin');
    const { aBrowser } = await import('./browsers.ts');
    await housed(at).atomically((tx) => tx.change(users, { id: 'admin' }, { twoFactorEnabled: false }));
    const browser = aBrowser(at);
    await ok(browser.signIn('admin'));
    await ok(browser.call('post', '/api/v1/me/proofs', { password }));
    await housed(at).atomically((tx) => tx.change(users, { id: 'admin' }, { twoFactorEnabled: true }));
    expect((await at.call('admin', 'PATCH /api/v1/people/liu', scan({ role: 'packer' }))).status).toBe(403);
    expect((await browser.call('post', '/api/v1/api-keys', key)).status).toBe(200);
  });
});

describe('whose rights change hears of it', () => {
  test('by mail: a badge, its PIN and its end, whoever changed it', async () => {
    const at = await aHouse();
    await ok(at.call('admin', 'POST /api/v1/people/liu/badges'));
    await ok(at.call('admin', 'POST /api/v1/people/liu/pins'));
    await withPassword(at, 'liu');
    await ok(at.call('liu', 'POST /api/v1/me/pin', { present: password, pin: '4071' }));
    await ok(at.call('admin', 'DELETE /api/v1/people/liu/badges'));
    expect((await letters(at)).sort()).toEqual([
      'badgeIssued liu@example.test',
      'badgeRevoked liu@example.test',
      'pinReset liu@example.test',
      'pinReset liu@example.test',
    ]);
  });

  test('by mail: a password, a role, a cover, a second factor, a key', async () => {
    const at = await aHouse();
    await ok(at.call('admin', 'PATCH /api/v1/people/ma', scan({ password, role: 'supervisor' })));
    await ok(at.call('admin', 'POST /api/v1/people/liu/covers', cover));
    await ok(at.call('admin', 'DELETE /api/v1/people/wu/second-factor'));
    await ok(at.call('whale', 'PATCH /api/v1/members/whaleClerk', { role: 'exporterAdmin' }));
    await ok(at.call('admin', 'POST /api/v1/api-keys', { ...key, organisation: 'kite' }));
    expect((await letters(at)).sort()).toEqual([
      'keyMade kite@example.test',
      'passwordChanged ma@example.test',
      'rightsChanged liu@example.test',
      'rightsChanged ma@example.test',
      'rightsChanged whaleClerk@example.test',
      'secondFactorOff wu@example.test',
    ]);
  });
});

describe('one’s own second factor', () => {
  test('is not taken away by whoever knows the password alone, nor are its recovery codes', async () => {
    const at = await aHouse();
    const { browser, uri, verify } = await withSecondFactor(at, 'liu');
    await verify();
    await ok(browser.call('post', '/api/v1/me/proofs', { password }));
    for (const path of ['disable', 'generate-backup-codes'])
      expect(
        (await browser.call('post', `/api/auth/two-factor/${path}`, { password })).body,
        path,
      ).toMatchObject({
        ...{ status: 403, code: 'prove_yourself', ways: ['code'] },
      });
    // A code that was used already is none.
    expect((await browser.call('post', '/api/v1/me/proofs', { code: codeOf(uri, -1) })).status).toBe(403);
    await ok(browser.call('post', '/api/v1/me/proofs', { code: codeOf(uri) }));
    await ok(browser.call('post', '/api/auth/two-factor/disable', { password }));
    expect((await browser.me()).body.secondFactor).toBe('off');
    const told = ['secondFactorOff liu@example.test', 'secondFactorOn liu@example.test'];
    expect((await letters(at)).sort()).toEqual(told);
  });

  test('is not taken away by its owner as their own administrator', async () => {
    const at = await aHouse();
    const own = await at.call('admin', 'DELETE /api/v1/people/admin/second-factor');
    expect(own.body).toMatchObject({ status: 409, code: 'not_yourself' });
  });
});
