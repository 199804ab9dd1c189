import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import Sqlite from 'better-sqlite3';
import { pino } from 'pino';

// Runs under strace. The server and those who scan are one process, so that writes and answers stand in one order.
const { SYNCHRONOUS, STEPS, COOKIES } = process.env;
if (SYNCHRONOUS === 'NORMAL') {
  // The product refuses to start this way; what it refuses is to be seen here.
  const pragma = Sqlite.prototype.pragma;
  Sqlite.prototype.pragma = function (this: Sqlite.Database, text: string, options?: Sqlite.PragmaOptions) {
    if (text === 'synchronous = 2') return pragma.call(this, 'synchronous = 1');
    return text === 'synchronous' ? 2 : pragma.call(this, text, options as Sqlite.PragmaOptions);
  } as typeof pragma;
}
const { openDatabase } = await import('../../db/open.ts');
const { openAccounts } = await import('../../server/access/accounts.ts');
const { sessionSecret } = await import('../../server/access/session-secret.ts');
const { createApp } = await import('../../server/app.ts');
const { engine } = await import('../../server/registry.ts');
const { readConfig } = await import('../../server/process/config.ts');

const config = readConfig(process.env);
const database = await openDatabase(config.DATABASE_URL);
const now = () => new Date();
const deps = {
  ...{ config, database, accounts: openAccounts(database, config, sessionSecret(config), now), now },
  ...{ engine, log: pino({ level: 'silent' }), firstToken: null },
  random: (n: number) => crypto.getRandomValues(new Uint8Array(n)),
};
const server = createApp(deps).listen(0, '127.0.0.1');
await new Promise((ready) => server.once('listening', ready));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const cookies = JSON.parse(String(COOKIES)) as Record<'supervisor' | 'whale', string>;

async function ask(who: keyof typeof cookies, path: string, given: object) {
  const scanId = randomUUID();
  const headers = { 'content-type': 'application/json', cookie: cookies[who] };
  const answer = await fetch(`${address}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ scanId, ...given }),
  });
  if (answer.status !== 200) throw new Error(`${path}: ${await answer.text()}`);
  writeSync(1, `ACK ${scanId}\n`);
  return answer.json();
}

async function oneLife() {
  const lines = [{ sku: 'SHIRT', quantity: 1, reason: 'R01' }];
  const order = await ask('whale', '/api/v1/return-orders', { warehouse: 'WH1', lines });
  const steps = `/api/v1/items/${order.items[0].code}/steps`;
  await ask('supervisor', steps, { step: 'receive', location: 'R-01' });
  const { version: seen } = await ask('supervisor', steps, { step: 'hold', kind: 'quality' });
  await ask('supervisor', steps, { step: 'liftHold', seen, kind: 'quality', reason: 'looked at' });
}
for (let done = 0; done < Number(STEPS); done += 12) await Promise.all([oneLife(), oneLife(), oneLife()]);
process.exit(0);
