import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { users } from '../../db/schema/people.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { openAccounts } from '../../server/access/accounts.ts';
import { readConfig } from '../../server/process/config.ts';

const secret = 'a secret of the tests, 32 letters or more';
async function someAccounts(more: object = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'guihang-accounts-'));
  const database = await openDatabase(`file:${join(folder, 'data.db')}`);
  onTestFinished(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });
  const config = readConfig({ DATABASE_URL: 'file:', PORT: '3100', ...more });
  return { database, accounts: openAccounts(database, config, secret, () => new Date()) };
}

test('a session ends twelve hours after the sign-in, and nothing that happens in it makes it longer', async () => {
  const { accounts } = await someAccounts();
  expect(accounts.options.session).toMatchObject({ expiresIn: 43_200, disableSessionRefresh: true });
});

test('nobody makes an account for themselves, and a password has ten signs to two hundred', async () => {
  const { accounts, database } = await someAccounts();
  const { enabled, minPasswordLength, maxPasswordLength } = accounts.options.emailAndPassword;
  expect([enabled, minPasswordLength, maxPasswordLength]).toEqual([true, 10, 200]);
  const body = { name: 'x', email: 'x@example.test', password: 'the tide comes in' };
  await expect(accounts.api.signUpEmail({ body: body as never })).rejects.toThrow();
  expect(await database.as(systemViewer).count(users)).toBe(0);
});

test('nobody writes their own role, organisation, warehouse, language or end', async () => {
  const { accounts } = await someAccounts();
  const fields = Object.entries(accounts.options.user.additionalFields);
  expect(fields.map(([name, { input }]) => [name, input])).toEqual([
    ['role', false],
    ['organisationId', false],
    ['warehouseId', false],
    ['language', false],
    ['active', false],
  ]);
});

test('the library keeps quiet: it counts no tries, reports to nobody, writes no log', async () => {
  const { rateLimit, telemetry, logger } = (await someAccounts()).accounts.options;
  expect([rateLimit.enabled, telemetry.enabled, logger.disabled]).toEqual([false, false, true]);
});

test('where people reach the house is what it trusts, and TLS there keeps the cookie to TLS', async () => {
  const known = await someAccounts({ PUBLIC_URL: 'https://guihang.example' });
  expect(known.accounts.options).toMatchObject({ baseURL: 'https://guihang.example', basePath: '/api/auth' });
  expect(known.accounts.options.advanced).toMatchObject({
    defaultCookieAttributes: { secure: true, path: '/' },
    cookiePrefix: '__Host-guihang',
  });
  expect(known.accounts.options).not.toHaveProperty('trustedOrigins');
  const plain = await someAccounts({ PUBLIC_URL: 'http://10.0.0.5:8080' });
  expect(plain.accounts.options.advanced).toMatchObject({
    defaultCookieAttributes: { secure: false, path: '/' },
    cookiePrefix: 'guihang',
  });
  const unknown = await someAccounts();
  expect(unknown.accounts.options).toMatchObject({
    ...{ baseURL: 'http://localhost:3100', trustedOrigins: ['http://*', 'https://*'] },
    advanced: { cookiePrefix: 'guihang' },
  });
});
