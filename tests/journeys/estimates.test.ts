import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deadlines } from '../../db/schema/jobs.ts';
import { estimates, tickets } from '../../db/schema/repair.ts';
import { newRequestContext } from '../../server/http/new-request-context.ts';
import { sweepDeadlines } from '../../server/jobs/deadlines.ts';
import { aHouse, type House } from '../world.ts';
import { ceiling, diagnosed, forVendor, handedOver, leftFor, theHouse, ticketAs } from './repairs.ts';
import { type Body, ok, refused } from './road.ts';

const hour = 3_600_000;
const sweep = (house: House) => sweepDeadlines(house.deps, newRequestContext(house.deps));
const idOf = async (house: House, code: string) =>
  (await theHouse(house).find(tickets, eq(tickets.code, code), 1))[0]?.id ?? '';
const quotesOf = async (house: House, code: string) =>
  (await theHouse(house).find(estimates, eq(estimates.ticketId, await idOf(house, code)))).sort(
    (a, b) => a.version - b.version,
  );
const clocksOf = async (house: House, code: string) =>
  theHouse(house).find(deadlines, eq(deadlines.subjectId, await idOf(house, code)));

// Codes E0 and E9 of the estimate decisions: approved within the limit, withdrawn for a newer one.
const quotes = [
  ['parts alone above the ceiling', 10_000, 0, 10_001, 'awaitingApproval'],
  ['one fen above it', 10_000, 5_000, 5_001, 'awaitingApproval'],
  ['labour alone above it', 10_000, 10_001, 0, 'awaitingApproval'],
  ['labour within it, and parts within it, but not both', 10_000, 9_000, 9_000, 'awaitingApproval'],
  ['exactly the ceiling', 10_000, 5_000, 5_000, 'approved'],
  ['one fen below it', 10_000, 5_000, 4_999, 'approved'],
  ['all labour, exactly the ceiling', 10_000, 10_000, 0, 'approved'],
  ['all parts, exactly the ceiling', 10_000, 0, 10_000, 'approved'],
  ['one fen, where nothing is the ceiling', 0, 0, 1, 'awaitingApproval'],
  ['nothing, where nothing is the ceiling', 0, 0, 0, 'approved'],
  ['nothing, where no ceiling was agreed', null, 0, 0, 'awaitingApproval'],
] as const;

test('a quote up to the ceiling is approved by itself, one above it waits for its exporter', async () => {
  const house = await aHouse();
  for (const [what, limit, labour, parts, state] of quotes) {
    const { ticket } = await diagnosed(house);
    await ceiling(house, limit);
    const quoted = await ok(house.ticket('zhao', ticket, 'quote', { labour, parts }));
    const decision = state === 'approved' ? 'E0' : null;
    expect(quoted, what).toMatchObject({ state: { id: state } });
    expect(quoted.estimates[0], what).toMatchObject({
      ...{ totalMinor: labour + parts, decision },
      decidedAt: decision && house.clock.now.toISOString(),
    });
    expect(quoted.answerBy === null, what).toBe(decision !== null);
    if (decision) await ok(house.ticket('zhao', ticket, 'start'));
  }
});

test('quotes of one repair reach the ceiling together, and a newer one withdraws what nobody answered', async () => {
  const house = await aHouse();
  await ceiling(house, 10_000);
  const { ticket } = await diagnosed(house);
  const quote = async (labour: number): Promise<string> => {
    const { state } = await ok(house.ticket('zhao', ticket, 'quote', { labour, parts: 0 }));
    if (state.id === 'approved') await ok(house.ticket('zhao', ticket, 'start'));
    return state.id;
  };
  expect([await quote(6_000), await quote(4_000), await quote(1)]).toEqual([
    'approved',
    'approved',
    'awaitingApproval',
  ]);
  expect(await quote(2)).toBe('awaitingApproval');
  const { estimates: all } = await ticketAs(house, 'whale', ticket);
  expect(all.map(({ decision }: Body) => decision).reverse()).toEqual(['E0', 'E0', 'E9', null]);
});

test.each(['decline', 'approve', 'nobody in time'])(
  'after an answer of its exporter (%s) no quote is agreed to in their name any more',
  async (answer) => {
    const house = await aHouse();
    await ceiling(house, 10_000);
    const { ticket } = await diagnosed(house);
    const quote = (labour: number) => ok(house.ticket('zhao', ticket, 'quote', { labour, parts: 0 }));
    const {
      estimates: [newest],
    } = await quote(20_000);
    if (answer === 'nobody in time') {
      house.later(24 * 30);
      await sweep(house);
    } else {
      const estimate = { version: newest.version, totalMinor: newest.totalMinor, currency: newest.currency };
      await ok(
        house.ticket('whale', ticket, answer, {
          estimate,
          ...(answer === 'decline' ? { decision: 'E3' } : {}),
        }),
      );
    }
    if (answer === 'approve') await ok(house.ticket('zhao', ticket, 'start'));
    expect((await quote(1)).state.id).toBe('awaitingApproval');
  },
);

test('the ceiling is that of the exporter whose goods these are', async () => {
  const house = await aHouse();
  await ok(
    house.call('kite', 'PATCH /api/v1/approval-limit', {
      ...{ scanId: 'kite-ceiling', autoApproveMinor: 99_999 },
    }),
  );
  const { ticket } = await diagnosed(house);
  const quoted = await ok(house.ticket('zhao', ticket, 'quote', { labour: 100, parts: 0 }));
  expect(quoted.state.id).toBe('awaitingApproval');
});

test('what is quoted within the ceiling goes on at once: no question, no clock, but a word to the exporter', async () => {
  const house = await aHouse();
  await ceiling(house, 10_000);
  const { ticket } = await diagnosed(house);
  await ok(house.ticket('zhao', ticket, 'quote', { labour: 1_000, parts: 0 }));
  expect(await leftFor(house, 'estimate needs answer')).toEqual([]);
  expect(await leftFor(house, 'ticket moved on')).toEqual([
    { ticket, organisation: 'whale', state: 'approved' },
  ]);
  expect(await clocksOf(house, ticket)).toEqual([]);
  expect(await quotesOf(house, ticket)).toMatchObject([{ decision: 'E0', decidedBy: 'zhao' }]);
  await ok(house.ticket('zhao', ticket, 'start'));
});

test('an estimate says what it is for, who made it and when, and for whom', async () => {
  const house = await aHouse();
  const { ticket } = await diagnosed(house);
  const at = house.clock.now.toISOString();
  const ask = { labour: 3_000, parts: 9_050, note: '换主板' };
  const { estimates: shown, answerBy } = await ok(house.ticket('zhao', ticket, 'quote', ask));
  const figures = { labourMinor: 3_000, partsMinor: 9_050, currency: 'CNY' };
  const open = { answer: null, decision: null, decidedAt: null, decisionNote: null };
  expect(shown).toEqual([
    { version: 1, ...figures, totalMinor: 12_050, note: '换主板', quotedAt: at, ...open },
  ]);
  const its = { warehouseId: 'hk', exporterId: 'whale', vendorId: null };
  expect(await quotesOf(house, ticket)).toMatchObject([
    { ...its, ...figures, note: '换主板', quotedBy: 'zhao', quotedAt: house.clock.now, decidedBy: null },
  ]);
  expect(answerBy).toBe(new Date(house.clock.now.getTime() + 72 * hour).toISOString());
  expect(await leftFor(house, 'estimate needs answer')).toEqual([{ ticket, organisation: 'whale' }]);
});

test('a new quote withdraws the one that nobody answered, and its clock begins anew', async () => {
  const house = await aHouse();
  const { ticket } = await diagnosed(house);
  await ok(house.ticket('zhao', ticket, 'quote', { labour: 9_000, parts: 0 }));
  house.later(50);
  const again = await ok(house.ticket('zhao', ticket, 'quote', { labour: 8_000, parts: 500 }));
  expect(again.estimates).toMatchObject([
    { version: 2, totalMinor: 8_500, decision: null, answer: null },
    {
      version: 1,
      totalMinor: 9_000,
      decision: 'E9',
      answer: 'withdrawn',
      decidedAt: house.clock.now.toISOString(),
    },
  ]);
  expect((await quotesOf(house, ticket)).map(({ decidedBy }) => decidedBy)).toEqual(['zhao', null]);
  const running = (await clocksOf(house, ticket)).filter(({ endedAt }) => endedAt === null);
  expect(running.map(({ dueAt }) => dueAt.getTime() - house.clock.now.getTime())).toEqual([72 * hour]);
  house.later(71);
  expect(await sweep(house)).toBe(0);
  expect((await ticketAs(house, 'zhao', ticket)).state.id).toBe('awaitingApproval');
  await ok(house.ticket('whale', ticket, 'approve'));
  const decided = (await quotesOf(house, ticket)).map(({ decision }) => decision);
  expect(decided).toEqual(['E9', 'E1']);
});

test('a new quote leaves the answer to the older one as it was given', async () => {
  const house = await aHouse();
  const { ticket } = await diagnosed(house);
  await ok(house.ticket('zhao', ticket, 'quote', { labour: 9_000, parts: 0 }));
  await ok(house.ticket('whale', ticket, 'decline', { decision: 'E4', note: '太贵' }));
  house.later(1);
  const again = await ok(house.ticket('zhao', ticket, 'quote', { labour: 7_000, parts: 0 }));
  expect(again.estimates).toMatchObject([
    { version: 2, decision: null },
    { version: 1, decision: 'E4', decisionNote: '太贵' },
  ]);
  await refused(house.ticket('zhao', ticket, 'start'), null);
  await ok(house.ticket('whale', ticket, 'approve'));
  const third = await ok(house.ticket('zhao', ticket, 'start'));
  expect(third.estimates.map(({ version }: Body) => version)).toEqual([2, 1]);
});

test.each([
  ['approve', { note: '请尽快' }, 'E1', 'approved', '请尽快'],
  ['approve', {}, 'E1', 'approved', null],
  ['decline', { decision: 'E3' }, 'E3', 'declined', null],
  ['decline', { decision: 'E4', note: '销毁' }, 'E4', 'declined', '销毁'],
])(
  '%s %j is noted as %s, with whoever gave it, and stops the clock',
  async (step, given, decision, state, note) => {
    const house = await aHouse();
    const { ticket } = await diagnosed(house);
    await ok(house.ticket('zhao', ticket, 'quote', { labour: 9_000, parts: 0 }));
    house.later(5);
    const at = house.clock.now;
    const answered = await ok(house.ticket('whale', ticket, step, given));
    expect(answered).toMatchObject({ state: { id: state }, answerBy: null });
    expect(answered.estimates).toMatchObject([{ decision, decisionNote: note, decidedAt: at.toISOString() }]);
    expect(await quotesOf(house, ticket)).toMatchObject([{ decision, decidedBy: 'whale', decidedAt: at }]);
    expect(await clocksOf(house, ticket)).toMatchObject([{ endedAt: at }]);
    house.later(100);
    expect(await sweep(house)).toBe(0);
    expect((await ticketAs(house, 'zhao', ticket)).state.id).toBe(state);
  },
);

test('an exporter has 72 hours to answer, to the millisecond; then it counts as declined', async () => {
  const house = await aHouse();
  const { ticket } = await diagnosed(house);
  await ok(house.ticket('zhao', ticket, 'quote', { labour: 9_000, parts: 0 }));
  const [clock] = await clocksOf(house, ticket);
  expect(clock).toMatchObject({ entity: 'ticket', code: ticket, step: 'expire', endedAt: null });
  house.later(72 - 1 / hour);
  expect(await sweep(house)).toBe(0);
  expect((await ticketAs(house, 'whale', ticket)).state.id).toBe('awaitingApproval');
  house.later(1 / hour);
  expect(await sweep(house)).toBe(1);
  const declined = await ticketAs(house, 'whale', ticket);
  const at = house.clock.now.toISOString();
  expect(declined).toMatchObject({ state: { id: 'declined' }, stateSince: at, answerBy: null });
  expect(declined.estimates).toMatchObject([{ decision: 'E8', decidedAt: at, decisionNote: null }]);
  expect(await quotesOf(house, ticket)).toMatchObject([{ decidedBy: 'house' }]);
  expect((await leftFor(house, 'ticket moved on')).at(-1)).toEqual({
    ...{ ticket, organisation: 'whale', state: 'declined' },
  });
  expect(await sweep(house)).toBe(0);
  await refused(house.ticket('whale', ticket, 'approve'), null);
});

test('a vendor who quotes is told the answer, and the estimate is theirs to see', async () => {
  const house = await aHouse();
  const { ticket, consignment } = await forVendor(house);
  await handedOver(house, consignment);
  await ok(house.ticket('spark', ticket, 'takeIn'));
  await ok(house.ticket('spark', ticket, 'diagnose', { diagnosis: '排线断' }));
  const quoted = await ok(house.ticket('spark', ticket, 'quote', { labour: 2_000, parts: 500 }));
  expect(quoted.estimates).toMatchObject([{ totalMinor: 2_500 }]);
  expect(await quotesOf(house, ticket)).toMatchObject([
    { vendorId: 'spark', exporterId: 'whale', warehouseId: 'hk', quotedBy: 'spark' },
  ]);
  expect(await leftFor(house, 'ticket moved on')).toEqual([]);
  await ok(house.ticket('whale', ticket, 'decline', { decision: 'E3' }));
  expect(await leftFor(house, 'ticket moved on')).toEqual([
    { ticket, organisation: 'spark', state: 'declined' },
  ]);
});

test('at our bench nobody is told of an answer by mail', async () => {
  const house = await aHouse();
  const { ticket } = await diagnosed(house);
  await ok(house.ticket('zhao', ticket, 'quote', { labour: 2_000, parts: 500 }));
  await ok(house.ticket('whale', ticket, 'approve'));
  expect(await leftFor(house, 'ticket moved on')).toEqual([]);
});

test.each(['E2', 'E7'])('what a screen calls agreed (%s) may be begun', async (decision) => {
  const house = await aHouse();
  const { ticket } = await diagnosed(house);
  await ok(house.ticket('zhao', ticket, 'quote', { labour: 99_999, parts: 0 }));
  await ok(house.ticket('whale', ticket, 'approve'));
  const [quote] = await quotesOf(house, ticket);
  if (!quote) throw new Error('There is no estimate.');
  await theHouse(house).atomically((tx) => tx.change(estimates, quote, { decision }));
  expect((await ticketAs(house, 'whale', ticket)).estimates[0].answer).toBe('agreed');
  await ok(house.ticket('zhao', ticket, 'start'));
});
