import { describe, expect, test } from 'vitest';
import {
  allFourEyes,
  badgeBySecret,
  deviceByKey,
  holderOfKey,
  linkBySecret,
  openLinksTo,
  sessionsOnDevice,
} from '../../db/queries/access.ts';
import { answerUnder } from '../../db/queries/answers.ts';
import { allCustomsRules, allDispositionRules, fourEyesOf } from '../../db/queries/items.ts';
import {
  allCodes,
  allWarehouses,
  organisationByCode,
  organisationById,
  personById,
  postingsOf,
  warehouseByCode,
  warehouseById,
} from '../../db/queries/master-data.ts';
import {
  badgesOf,
  coversOf,
  credentialOf,
  invitationBySecret,
  invitationsOut,
  keysOut,
  leavesOf,
  mySessions,
  passwordOf,
  sessionsOf,
  signInsOf,
  userBySignIn,
} from '../../db/queries/people.ts';
import {
  apiKeys,
  badges,
  covers,
  devices,
  invitations,
  leaves,
  links,
  signIns,
} from '../../db/schema/access.ts';
import { answers } from '../../db/schema/jobs.ts';
import { codes, organisations } from '../../db/schema/master-data.ts';
import { accounts, postings, sessions } from '../../db/schema/people.ts';
import { fourEyes } from '../../db/schema/rules.ts';
import type { Writing } from '../../db/scope.ts';
import { hour, laidOut } from './laid-out.ts';

async function people(tx: Writing) {
  await tx.add(postings, { id: 'liu-yp', userId: 'liu', warehouseId: 'yp', roles: ['packer'] });
  const cover = { userId: 'liu', role: 'packer', untilAt: hour(9) };
  await tx.add(covers, { ...cover, id: 'cover 2', warehouseId: 'yp', fromAt: hour(2) });
  await tx.add(covers, { ...cover, id: 'cover 1', warehouseId: 'hk', fromAt: hour(1) });
  for (const n of [2, 1])
    await tx.add(leaves, { id: `leave ${n}`, userId: 'liu', fromAt: hour(n), untilAt: hour(9) });
  const times = { createdAt: hour(1), updatedAt: hour(1) };
  const account = { ...times, userId: 'liu', accountId: 'liu' };
  await tx.add(accounts, { ...account, id: 'a0', providerId: 'elsewhere', password: 'not this one' });
  await tx.add(accounts, { ...account, id: 'a1', providerId: 'credential', password: 'salt:key' });
  for (const [id, n, deviceId] of [
    ['s1', 1, null],
    ['s2', 2, 'ht'],
  ] as const)
    await tx.add(sessions, {
      ...times,
      id,
      token: id,
      userId: 'liu',
      deviceId,
      createdAt: hour(n),
      expiresAt: hour(9),
    });
  for (const [id, n] of [
    ['i1', 1],
    ['i2', 2],
    ['i3', 2],
  ] as const)
    await tx.add(signIns, { id, userId: 'liu', how: 'password', went: 'in', at: hour(n) });
}
async function secrets(tx: Writing) {
  const device = { name: 'HT-1', warehouseId: 'hk', createdAt: hour(1) };
  await tx.add(devices, { ...device, id: 'ht', keyHash: 'key' });
  await tx.add(devices, { ...device, id: 'gone', keyHash: 'old key', revokedAt: hour(2) });
  const badge = { userId: 'liu', pinHash: 'x', issuedAt: hour(1) };
  await tx.add(badges, { ...badge, id: 'b1', secretHash: 'one', pinIsFirst: true });
  await tx.add(badges, { ...badge, id: 'b0', secretHash: 'old one', pinIsFirst: false, revokedAt: hour(2) });
  const link = { createdAt: hour(1), expiresAt: hour(2), subjectId: 'liu' };
  await tx.add(links, { ...link, id: 'l1', kind: 'reset', secretHash: 'link' });
  await tx.add(links, { ...link, id: 'l0', kind: 'email', secretHash: 'old link', endedAt: hour(1) });
  const invitation = {
    role: 'exporterMember',
    warehouses: ['HK'],
    language: 'en' as const,
    invitedBy: 'whale',
    email: 'a@b.example',
  };
  const whales = { organisationId: 'whale', expiresAt: hour(9) };
  for (const n of [1, 2])
    await tx.add(invitations, {
      ...invitation,
      ...whales,
      id: `v${n}`,
      secretHash: `invited ${n}`,
      createdAt: hour(n),
    });
  const key = { ...whales, name: 'ERP', start: 'gh_', scopes: ['items.read'], createdBy: 'whale' };
  for (const n of [1, 2])
    await tx.add(apiKeys, { ...key, id: `k${n}`, keyHash: `key ${n}`, createdAt: hour(n) });
  await tx.add(apiKeys, { ...key, id: 'k0', keyHash: 'revoked', createdAt: hour(0), revokedAt: hour(1) });
  await tx.add(apiKeys, { ...key, id: 'bolts', organisationId: 'bolt', keyHash: 'bolt', createdAt: hour(0) });
  await tx.change(organisations, { id: 'bolt' }, { active: false });
  await tx.add(answers, {
    id: 'wu 1',
    askedBy: 'wu',
    question: 'what',
    answer: { all: ['well'] },
    at: hour(1),
  });
  await tx.change(fourEyes, { id: 'countAdjustment' }, { above: 7 });
  const [first] = await tx.find(codes);
  if (first) await tx.change(codes, first, { active: false });
}
const at = laidOut(async (tx) => {
  await people(tx);
  await secrets(tx);
});
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).join(' ');
const liu = { userId: 'liu' };

describe('a person is looked up', () => {
  test('with where they work, for whom they cover and when they are away, in order', async () => {
    const db = at.as('admin');
    expect(await db.ask(postingsOf, liu)).toEqual([
      { id: 'hk', code: 'HK', nameZh: '海口一号仓', nameEn: 'hk warehouse' },
      { id: 'yp', code: 'YP', nameZh: '洋浦保税仓', nameEn: 'yp warehouse' },
    ]);
    const [first, second] = await db.ask(coversOf, liu);
    expect(first).toEqual({
      ...{ id: 'cover 1', warehouseId: 'hk', role: 'packer', fromAt: hour(1), untilAt: hour(9), code: 'HK' },
      ...{ nameZh: '海口一号仓', nameEn: 'hk warehouse' },
    });
    expect([second?.id, ids(await db.ask(leavesOf, liu))]).toEqual(['cover 2', 'leave 1 leave 2']);
    expect(await db.ask(personById, { id: 'liu' })).toMatchObject([
      { id: 'liu', role: 'receiver', active: true },
    ]);
    expect(await at.as('whale').ask(personById, { id: 'liu' })).toEqual([]);
  });

  test('with their password, sessions and sign-ins, the newest first', async () => {
    const db = at.house();
    expect(await db.ask(passwordOf, liu)).toEqual([{ id: 'a1', password: 'salt:key' }]);
    expect(await db.ask(credentialOf, liu)).toEqual([{ id: 'a1' }]);
    expect((await db.ask(sessionsOf, liu)).map(({ id }) => id).sort()).toEqual(['s1', 's2']);
    expect(await db.ask(sessionsOnDevice, { deviceId: 'ht' })).toEqual([{ id: 's2' }]);
    const mine = await at.as('liu').ask(mySessions, liu);
    expect(mine.map(({ session, device }) => [session.id, device])).toEqual([
      ['s2', 'HT-1'],
      ['s1', null],
    ]);
    expect(await at.as('wu').ask(mySessions, liu)).toEqual([]);
    expect(ids(await at.as('liu').ask(signInsOf, liu))).toBe('i3 i2 i1');
    for (const name of ['liu', 'liu@example.test'])
      expect(ids(await db.ask(userBySignIn, { name }))).toBe('liu');
    expect(await db.ask(userBySignIn, { name: 'receiver' })).toEqual([]);
  });

  test('by what they hold: a badge, a handheld’s key, a link that was not ended', async () => {
    const db = at.house();
    const [held] = await db.ask(badgeBySecret, { secretHash: 'one' });
    expect(held).toMatchObject({
      badge: { id: 'b1', pinIsFirst: true, issuedAt: hour(1) },
      user: { id: 'liu' },
    });
    expect(await db.ask(badgesOf, liu)).toEqual([{ id: 'b1', issuedAt: hour(1), pinIsFirst: true }]);
    expect(ids(await db.ask(deviceByKey, { keyHash: 'key' }))).toBe('ht');
    for (const old of [
      await db.ask(badgeBySecret, { secretHash: 'old one' }),
      await db.ask(deviceByKey, { keyHash: 'old key' }),
    ])
      expect(old).toEqual([]);
    expect(await db.ask(openLinksTo, { subjectId: 'liu' })).toEqual([{ id: 'l1', kind: 'reset' }]);
    expect(ids(await db.ask(linkBySecret, { secretHash: 'old link' }))).toBe('l0');
  });
});

describe('an organisation is looked up', () => {
  test('with its invitations and its keys, the newest first, and by each of them', async () => {
    const db = at.house();
    const out = await at.as('whale').ask(invitationsOut, {});
    expect(out.map(({ invitation, organisation }) => [invitation.id, organisation.code])).toEqual([
      ['v2', 'whale'],
      ['v1', 'whale'],
    ]);
    expect(await at.as('kite').ask(invitationsOut, {})).toEqual([]);
    expect(await db.ask(invitationBySecret, { secretHash: 'invited 1' })).toMatchObject([
      { invitation: { id: 'v1', warehouses: ['HK'] }, organisation: { id: 'whale' } },
    ]);
    const keys = await at.as('whale').ask(keysOut, {});
    expect(keys.map(({ key, organisation }) => [key.id, organisation.code])).toEqual([
      ['k2', 'whale'],
      ['k1', 'whale'],
      ['k0', 'whale'],
    ]);
    expect(await db.ask(holderOfKey, { keyHash: 'key 1' })).toMatchObject([
      { key: { id: 'k1' }, kind: 'exporter' },
    ]);
    for (const keyHash of ['revoked', 'bolt', 'none'])
      expect(await db.ask(holderOfKey, { keyHash })).toEqual([]);
  });

  test('by its id and its code, as is a warehouse', async () => {
    const db = at.as('wu');
    expect(ids(await db.ask(organisationById, { id: 'kite' }))).toBe('kite');
    expect(ids(await db.ask(organisationByCode, { code: 'kite' }))).toBe('kite');
    expect(ids(await db.ask(warehouseById, { id: 'yp' }))).toBe('yp');
    expect(ids(await db.ask(warehouseByCode, { code: 'YP' }))).toBe('yp');
    expect(await db.ask(warehouseByCode, { code: 'yp' })).toEqual([]);
    expect(ids(await db.ask(allWarehouses, {}))).toBe('hk yp');
    expect(await at.as('whale').ask(organisationByCode, { code: 'kite' })).toEqual([]);
  });
});

test('what the house goes by is read in its order: codes in use, rules, settings', async () => {
  const db = at.as('wu');
  const all = await db.ask(allCodes, {});
  expect(all.length + 1).toBe(await db.count(codes));
  expect(all.find(({ list, code }) => list === 'disposition' && code === 'RTO')).toEqual({
    ...{
      list: 'disposition',
      code: 'RTO',
      zh: expect.any(String),
      en: expect.any(String),
      meaning: 'toBuyer',
    },
  });
  const lists = [...new Set(all.map(({ list }) => list))];
  expect(all.map(({ list }) => lists.indexOf(list))).toEqual(
    all.map(({ list }) => lists.indexOf(list)).sort((a, b) => a - b),
  );
  for (const rules of [await db.ask(allCustomsRules, {}), await db.ask(allDispositionRules, {})]) {
    const positions = rules.map(({ position }) => position);
    expect(positions.length).toBeGreaterThan(5);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
  }
  expect(await db.ask(allFourEyes, {})).toContainEqual({ id: 'countAdjustment', active: true, above: 7 });
  expect(await db.ask(fourEyesOf, { id: 'countAdjustment' })).toMatchObject([{ above: 7 }]);
  expect(await db.ask(fourEyesOf, { id: 'nothing' })).toEqual([]);
});

test('an answer is kept for whoever asked', async () => {
  expect(await at.as('wu').ask(answerUnder, { id: 'wu 1' })).toMatchObject([
    { question: 'what', answer: { all: ['well'] } },
  ]);
  expect(await at.as('wang').ask(answerUnder, { id: 'wu 1' })).toEqual([]);
});
