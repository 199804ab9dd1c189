import { type ChildProcess, spawn } from 'node:child_process';
import { scryptSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { dialect } from '../../db/columns.ts';
import { WAIT_AT_MOST_MS } from '../patience.ts';
import { rowsOf } from '../plant/outside.ts';
import { inPostgres } from '../world.ts';

const patient = { timeout: WAIT_AT_MOST_MS };

const main = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}

async function aPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'guihang-process-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const port = await freePort();
  const url = dialect === 'postgres' ? await inPostgres('') : `file:${join(folder, 'data.db')}`;
  const env = {
    ...process.env,
    DATABASE_URL: url,
    FILES_DIR: join(folder, 'files'),
    SECRETS_DIR: join(folder, 'secrets'),
    PORT: String(port),
    HOST: '127.0.0.1',
  };
  return { env, folder, address: `http://127.0.0.1:${port}` };
}

function start(env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [main], { env });
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said.text += part));
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, said };
}

async function ready(address: string, child: ChildProcess, said: { text: string }) {
  while (child.exitCode === null) {
    const answer = await fetch(`${address}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`It ended: ${said.text}`);
}
const post = (address: string, path: string, body: object, cookie = '') =>
  fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address, cookie },
    body: JSON.stringify(body),
  });

test('a bad setting stops the start with a sentence that names it', async () => {
  const { env } = await aPlace();
  const { child, said } = start({ ...env, PORT: 'ninety' });
  const [code] = await once(child, 'exit');
  expect(code).toBe(2);
  expect(said.text).toContain('PORT="ninety"');
});

test('an empty house gives one link, with which the first administrator is made, once; a kill loses nothing', async () => {
  const { env, address } = await aPlace();
  const first = start(env);
  await ready(address, first.child, first.said);
  const token = /welcome\?token=([\w-]+)/.exec(first.said.text)?.[1] ?? '';
  expect(token).not.toBe('');
  const admin = { token, name: '管理员', email: 'admin@hub.test', password: 'a long password' };
  const wrong = await post(address, '/api/v1/first-administrator', { ...admin, token: `${token}x` });
  expect(wrong.status).toBeGreaterThanOrEqual(400);
  const made = await post(address, '/api/v1/first-administrator', admin);
  expect(made.status, await made.clone().text()).toBe(200);
  expect((await post(address, '/api/v1/first-administrator', { ...admin, email: 'b@hub.test' })).ok).toBe(
    false,
  );
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  // In the houses of other tests a password costs less (plant/cheap-passwords.mjs); here a server has made it as it does.
  const [kept] = await rowsOf<{ password: string }>(
    String(env.DATABASE_URL),
    'select password from accounts',
  );
  const [salt = '', key] = String(kept?.password).split(':');
  const price = { N: 2 ** 15, r: 8, p: 3, maxmem: 2 ** 27 };
  expect(scryptSync(admin.password, Buffer.from(salt, 'hex'), 32, price).toString('hex')).toBe(key);
  const second = start(env);
  await ready(address, second.child, second.said);
  expect(second.said.text).not.toContain('welcome?token');
  const signed = await post(address, '/api/auth/sign-in/email', {
    email: admin.email,
    password: admin.password,
  });
  expect(signed.status, await signed.clone().text()).toBe(200);
  const cookie = signed.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const me = await fetch(`${address}/api/v1/me`, { headers: { cookie } });
  expect(await me.json()).toMatchObject({ role: 'administrator', name: '管理员' });
});

test('SIGTERM answers what is in flight, and ends cleanly', async () => {
  const { env, address } = await aPlace();
  const { child, said } = start({ ...env, LOG_LEVEL: 'info' });
  await ready(address, child, said);
  const ended = once(child, 'exit');
  const heard = { text: '' };
  const socket = connect(Number(env.PORT), '127.0.0.1').on('data', (part) => (heard.text += part));
  const body = JSON.stringify({ email: 'nobody@hub.test', password: 'whatever it is' });
  const head = [
    `Host: ${new URL(address).host}`,
    `Origin: ${address}`,
    'Content-Type: application/json',
    'Connection: close',
  ];
  const size = `Content-Length: ${Buffer.byteLength(body)}`;
  socket.write(
    ['POST /api/auth/sign-in/email HTTP/1.1', ...head, size, 'Expect: 100-continue', '', ''].join('\r\n'),
  );
  // From here on it is in flight: its head was read, and its body is awaited.
  await vi.waitFor(() => expect(heard.text).toContain('100 Continue'), patient);
  child.kill('SIGTERM');
  await vi.waitFor(() => expect(said.text).toContain('stopping'), patient);
  await expect(fetch(`${address}/readyz`)).rejects.toThrow();
  const answered = once(socket, 'close');
  socket.write(body);
  await answered;
  expect(heard.text).toMatch(/HTTP\/1.1 401/);
  expect(await ended).toEqual([0, null]);
});

test('no answer says what the server is made of, and pages may only run our scripts', async () => {
  const { env, address } = await aPlace();
  const METRICS_TOKEN = 'whoever-watches-this-house';
  const { child, said } = start({ ...env, LOG_LEVEL: 'info', METRICS_TOKEN });
  await ready(address, child, said);
  const page = await fetch(`${address}/`);
  expect(page.headers.get('x-powered-by')).toBeNull();
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(page.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  await post(address, '/api/auth/sign-in/email', {
    email: 'somebody@private.test',
    password: 'secret-secret',
  });
  await fetch(`${address}/api/v1/items?search=13800001111`);
  expect(page.headers.get('permissions-policy')).toContain('geolocation=()');
  for (const authorization of ['', 'Bearer ', `Bearer ${METRICS_TOKEN}x`, `Basic ${METRICS_TOKEN}`])
    expect((await fetch(`${address}/metrics`, { headers: { authorization } })).status).toBe(404);
  const asked = { headers: { authorization: `bEarer ${METRICS_TOKEN}` } };
  const metrics = await (await fetch(`${address}/metrics`, asked)).text();
  expect(metrics).toContain('guihang_request_seconds_bucket');
  expect(metrics).toMatch(/guihang_event_loop_delay_seconds_count [1-9]/);
  expect(said.text).not.toMatch(/private\.test|secret-secret|13800001111/);
});

test('what the server writes is for its own account, and its secret does not lie among the photos', async () => {
  const { env, folder, address } = await aPlace();
  const { child, said } = start(env);
  await ready(address, child, said);
  const written = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(folder, name),
  );
  expect(written).toContain(join(folder, 'secrets/session-secret'));
  expect(written.filter((path) => statSync(path).mode & 0o077)).toEqual([]);
  expect(readdirSync(join(folder, 'files'))).toEqual([]);
});
