import { once } from 'node:events';
import { eq } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { expect, onTestFinished, test } from 'vitest';
import { deadlines, outbox } from '../../db/schema/jobs.ts';
import { users } from '../../db/schema/people.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { newRequestContext } from '../../server/http/new-request-context.ts';
import { sweepDeadlines } from '../../server/jobs/deadlines.ts';
import { workOutbox } from '../../server/jobs/outbox.ts';
import { verify } from '../../server/verify/verify.ts';
import { aHouse, type House } from '../world.ts';
import { broken, inspected, ok, state } from './road.ts';

/** A real mail server that keeps what it is given, or says that it is too busy. */
async function aMailbox() {
  const letters: string[] = [];
  /** Whom it turns away for now. */
  const mood = { busy: (_to: string) => false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      mood.busy(address) ? done(Object.assign(new Error('try later'), { responseCode: 451 })) : done(),
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => {
          letters.push(Buffer.concat(chunks).toString());
          done();
        });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  onTestFinished(() => new Promise<void>((closed) => void server.close(() => closed())));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { letters, mood, url: `smtp://127.0.0.1:${port}` };
}
const work = (house: House, url: string) =>
  workOutbox(
    { ...house.deps, config: { ...house.deps.config, SMTP_URL: url } },
    newRequestContext(house.deps),
  );
const left = async (house: House) =>
  (await house.database.as(systemViewer).find(outbox)).filter(({ doneAt }) => doneAt === null).length;

test('an exporter who is asked gets a notice in the portal and a letter by mail, once', async () => {
  const house = await aHouse();
  const mailbox = await aMailbox();
  const code = await inspected(house, broken);
  await ok(house.item('chen', code, 'askExporter'));
  await work(house, mailbox.url);
  await work(house, mailbox.url);
  expect(await left(house)).toBe(0);
  expect(mailbox.letters).toHaveLength(1);
  expect(mailbox.letters[0]).toContain('whale@example.test');
  const news = await ok(house.call('whale', 'GET /api/v1/notices'));
  expect(news.notices.filter((one: { kind: string }) => one.kind === 'item needs instruction')).toHaveLength(
    1,
  );
  // It names the goods and their owner's own number; what moved on says how far.
  const words = (notices: readonly { words: object }[]) => notices.map((one) => one.words);
  const { order, sku } = await ok(house.call('whale', `GET /api/v1/items/${code}`));
  const { reference } = await ok(house.call('whale', `GET /api/v1/return-orders/${order.code}`));
  const own =
    reference === null ? { zh: '', en: '' } : { zh: `，单号 ${reference}`, en: `, order ${reference}` };
  expect(words(news.notices)).toContainEqual({
    zh: `${sku.nameZh}（${code}${own.zh}）：已到仓`,
    en: `${sku.nameEn} (${code}${own.en}): has arrived at the warehouse`,
  });
  expect(words(news.notices)).toContainEqual(
    expect.objectContaining({ zh: `${sku.nameZh}（${code}${own.zh}）：等待您的指示` }),
  );
  const ids = news.notices.map((one: { id: string }) => one.id);
  await ok(house.call('whale', 'POST /api/v1/notices/reading', { ids }));
  expect((await ok(house.call('whale', 'GET /api/v1/notices'))).unread).toBe(0);
  expect((await ok(house.call('kite', 'GET /api/v1/notices'))).notices).toEqual([]);
  // What was decided is told by its name.
  house.later(72);
  await sweepDeadlines(house.deps, newRequestContext(house.deps));
  await work(house, mailbox.url);
  const { notices } = await ok(house.call('whale', 'GET /api/v1/notices'));
  expect(words(notices).map((one) => (one as { zh: string }).zh)).toContainEqual(
    expect.stringContaining(`${sku.nameZh}（${code}${own.zh}）：去向已定，`),
  );
});

test('several servers that work off one outbox at once send a letter once', async () => {
  const house = await aHouse();
  const mailbox = await aMailbox();
  await ok(house.item('chen', await inspected(house, broken), 'askExporter'));
  await Promise.all([1, 2, 3, 4].map(() => work(house, mailbox.url)));
  expect(await left(house)).toBe(0);
  expect(mailbox.letters).toHaveLength(1);
});

test('a busy mail server is tried again later, and nobody is told twice in the portal', async () => {
  const house = await aHouse();
  const mailbox = await aMailbox();
  mailbox.mood.busy = () => true;
  await ok(house.item('chen', await inspected(house, broken), 'askExporter'));
  await work(house, mailbox.url);
  expect(await left(house)).toBe(1);
  await work(house, mailbox.url);
  mailbox.mood.busy = () => false;
  house.later(1);
  await work(house, mailbox.url);
  expect(await left(house)).toBe(0);
  expect(mailbox.letters).toHaveLength(1);
  expect((await ok(house.call('whale', 'GET /api/v1/notices'))).notices).toHaveLength(2);
});

test('a mail that nobody takes is given up in the end, and its link is not kept, as that of one that went out', async () => {
  const house = await aHouse();
  const mailbox = await aMailbox();
  const books = house.database.as(systemViewer);
  const link = 'https://hub.example/reset?token=opens-the-house';
  const about = { mail: 'reset', to: 'whale@example.test', language: 'en', name: '', what: '', link };
  await books.atomically(async (tx) => {
    const due = { at: house.deps.now(), dueAt: house.deps.now(), tries: 0 };
    await tx.add(outbox, { id: 'lost', kind: 'mail', about, ...due });
  });
  mailbox.mood.busy = () => true;
  const kept = async () => (await books.find(outbox, eq(outbox.id, 'lost')))[0];
  for (let tries = 1; (await kept())?.doneAt === null; tries++) {
    expect([tries < 20, (await kept())?.about.link]).toEqual([true, link]);
    await work(house, mailbox.url);
    house.later(12);
  }
  expect(JSON.stringify(await kept())).not.toContain('opens-the-house');
  expect((await kept())?.lastError).toContain('try later');
  expect(mailbox.letters).toEqual([]);
});

test('a notice comes, even if the first try broke off', async () => {
  const house = await aHouse();
  const code = await inspected(house, broken);
  await ok(house.item('chen', code, 'askExporter'));
  const books = house.database.as(systemViewer);
  for (const left of await books.find(outbox))
    await books.atomically((tx) => tx.change(outbox, left, { tries: 1 }));
  await workOutbox(house.deps, newRequestContext(house.deps));
  const { notices } = await ok(house.call('whale', 'GET /api/v1/notices'));
  expect(notices.map(({ kind }: { kind: string }) => kind)).toContain('item needs instruction');
});

test('a mailbox that refuses its letter is tried again alone', async () => {
  const house = await aHouse();
  const mailbox = await aMailbox();
  const books = house.database.as(systemViewer);
  const [whale] = await books.find(users, eq(users.email, 'whale@example.test'));
  if (!whale) throw new Error('There is no whale.');
  const second = { ...whale, id: 'whale2', username: 'whale2', email: 'whale2@example.test' };
  await books.atomically((tx) => tx.add(users, second));
  await ok(house.item('chen', await inspected(house, broken), 'askExporter'));
  for (const refused of ['whale2@example.test', 'whale@example.test']) {
    mailbox.letters.length = 0;
    mailbox.mood.busy = (to) => to === refused;
    for (let hour = 0; hour < 3; hour += 1) {
      await work(house, mailbox.url);
      house.later(1);
    }
    mailbox.mood.busy = () => false;
    house.later(12);
    await work(house, mailbox.url);
    const to = (address: string) => mailbox.letters.filter((letter) => letter.includes(`To: ${address}`));
    expect([to('whale@example.test').length, to('whale2@example.test').length]).toEqual([1, 1]);
    await ok(house.item('chen', await inspected(house, broken), 'askExporter'));
  }
});

test('a clock that cannot be run does not stop those behind it', async () => {
  const house = await aHouse();
  const code = await inspected(house, broken);
  await house.database.as(systemViewer).atomically((tx) =>
    tx.add(deadlines, {
      ...{ id: 'odd', entity: 'nothing' as never, subjectId: 'odd', code: 'odd', step: 'expire' },
      dueAt: house.deps.now(),
    }),
  );
  await ok(house.item('chen', code, 'askExporter'));
  house.later(73);
  expect(await sweepDeadlines(house.deps, newRequestContext(house.deps))).toBe(2);
  expect(await state(house, code)).toBe('sorted');
});

test('clocks that cannot be run stand back for a while, however many they are', async () => {
  const house = await aHouse();
  const code = await inspected(house, broken);
  const odd = { entity: 'nothing' as never, subjectId: 'odd', code: 'odd', step: 'expire' } as const;
  await house.database.as(systemViewer).atomically(async (tx) => {
    for (let n = 0; n < 60; n++) await tx.add(deadlines, { id: `odd ${n}`, ...odd, dueAt: house.deps.now() });
  });
  await ok(house.item('chen', code, 'askExporter'));
  house.later(73);
  const swept = () => sweepDeadlines(house.deps, newRequestContext(house.deps));
  expect([await swept(), await swept(), await swept()]).toEqual([50, 11, 0]);
  expect(await state(house, code)).toBe('sorted');
  house.later(1);
  expect(await swept()).toBe(50);
});

test('when an exporter does not answer in 72 hours, the default happens, once', async () => {
  const house = await aHouse();
  const code = await inspected(house, broken);
  await ok(house.item('chen', code, 'askExporter'));
  house.later(71);
  expect(await sweepDeadlines(house.deps, newRequestContext(house.deps))).toBe(0);
  house.later(2);
  const swept = [1, 2].map(() => sweepDeadlines(house.deps, newRequestContext(house.deps)));
  await Promise.all(swept);
  expect(await state(house, code)).toBe('sorted');
  const { events } = await ok(house.call('wang', `GET /api/v1/items/${code}/history`));
  expect(events.filter((event: { step: string }) => event.step === 'expire')).toHaveLength(1);
});

test('a lot that is split while its exporter is asked: each part is asked for, and ends by the same clock', async () => {
  const house = await aHouse();
  const code = await inspected(house, broken, 'SHIRT', { quantity: 2 });
  await ok(house.item('chen', code, 'askExporter'));
  house.later(24);
  await ok(house.item('wu', code, 'split', { quantity: 1 }));
  await workOutbox(house.deps, newRequestContext(house.deps));
  const { rows } = await ok(house.call('wang', 'GET /api/v1/items?state=awaitingInstruction'));
  const codes = rows.map((row: { code: string }) => row.code);
  expect(codes).toHaveLength(2);
  const { notices } = await ok(house.call('whale', 'GET /api/v1/notices'));
  const said = JSON.stringify(
    notices.filter(({ kind }: { kind: string }) => kind === 'item needs instruction'),
  );
  for (const one of codes) expect(said).toContain(one);
  house.later(49);
  expect(await sweepDeadlines(house.deps, newRequestContext(house.deps))).toBe(2);
  for (const one of codes) expect(await state(house, one)).toBe('sorted');
});

test('what was lost while its exporter was asked, and is found and asked about again, has all of its 72 hours', async () => {
  const house = await aHouse();
  const code = await inspected(house, broken);
  await ok(house.item('chen', code, 'askExporter'));
  await ok(house.item('wang', code, 'reportLost', { reason: 'not on its shelf' }));
  expect(await verify(house.database)).toEqual([]);
  house.later(60);
  await ok(house.item('liu', code, 'find', { location: 'R-01' }));
  await ok(house.item('chen', code, 'inspect', broken));
  await ok(house.item('chen', code, 'askExporter'));
  house.later(71);
  expect(await sweepDeadlines(house.deps, newRequestContext(house.deps))).toBe(0);
  house.later(2);
  expect(await sweepDeadlines(house.deps, newRequestContext(house.deps))).toBe(1);
});

test('the books tell of a clock that runs on what waits for nobody, and of a wait without one', async () => {
  const house = await aHouse();
  const code = await inspected(house, broken);
  await ok(house.item('chen', code, 'askExporter'));
  const books = house.database.as(systemViewer);
  const [clock] = await books.find(deadlines);
  if (!clock) throw new Error('No clock runs.');
  const set = (to: object) => books.atomically((tx) => tx.change(deadlines, clock, to));
  await set({ endedAt: house.deps.now() });
  expect(await verify(house.database)).toEqual([
    `${code}: stands in awaitingInstruction, and 0 clocks run on it`,
  ]);
  await set({ endedAt: null });
  await ok(house.item('whale', code, 'instruct', { disposition: 'RTE' }));
  await set({ endedAt: null });
  expect(await verify(house.database)).toEqual([`${code}: stands in sorted, and 1 clocks run on it`]);
  await set({ endedAt: house.deps.now() });
});

test('an answer in time stops the clock', async () => {
  const house = await aHouse();
  const code = await inspected(house, broken);
  await ok(house.item('chen', code, 'askExporter'));
  await ok(house.item('whale', code, 'instruct', { disposition: 'RTE' }));
  house.later(100);
  expect(await sweepDeadlines(house.deps, newRequestContext(house.deps))).toBe(0);
  expect((await ok(house.call('wang', `GET /api/v1/items/${code}`))).disposition).toBe('RTE');
});
