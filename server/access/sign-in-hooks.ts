import { randomUUID } from 'node:crypto';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import type { Database } from '../../db/open.ts';
import { personById } from '../../db/queries/house.ts';
import { userBySignIn } from '../../db/queries/people.ts';
import { signIns, tries } from '../../db/schema/access.ts';
import type { Writing } from '../../db/scope.ts';
import { Problem } from '../problem.ts';
import { accessSentences } from '../words/access.ts';
import type { AuditedAction } from '../words/audit.ts';
import { noteRights } from './audit.ts';
import { hashOfSecret } from './secrets.ts';
import { countTry, forgive, patience } from './tries.ts';

interface House {
  readonly database: Database;
  now(): Date;
}
type Hooked = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];
type Went = (typeof signIns.$inferInsert)['went'];

const passwordPaths = new Set(['/sign-in/email', '/sign-in/username']);
const codePaths = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code']);
/** A code is good for its half minute and the ones beside it: for so long it must not come twice. */
const twoMinutes = 120_000;

const houseOf = ({ database }: House) => database.as({ as: 'house', id: 'house' });
/** The same for all: an unknown name, a wrong password, somebody who left. */
const wrong = () =>
  new APIError('UNAUTHORIZED', { code: 'wrong_sign_in', words: accessSentences.wrongSignIn, message: '' });
const wrongCode = () =>
  new APIError('UNAUTHORIZED', { code: 'wrong_code', words: accessSentences.wrongCode, message: '' });

/** The name that was typed: whether or not there is such an account. */
function typed({ body }: Hooked): string {
  const { email, username } = (body ?? {}) as { email?: unknown; username?: unknown };
  return String(email ?? username ?? '').toLowerCase();
}
const accountTry = (name: string) => `account ${hashOfSecret(name)}`;

/** What the house does around the sign-in of the accounts library: slow guessing down, note who came and who did not. */
export const signInHooks = (house: House) => ({
  before: createAuthMiddleware(async (ctx) => {
    if (!passwordPaths.has(ctx.path)) return;
    try {
      const id = accountTry(typed(ctx));
      await houseOf(house).atomically((tx) => countTry(tx, id, patience.account, house.now()));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await noteSignIn(house, ctx, 'waiting');
      const { code, words, extra } = error;
      throw new APIError('TOO_MANY_REQUESTS', { code, words, ...extra, message: '' });
    }
  }),
  after: createAuthMiddleware(async (ctx) => {
    if (passwordPaths.has(ctx.path)) await afterPassword(house, ctx);
    if (codePaths.has(ctx.path)) await afterCode(house, ctx);
    if (ctx.path === '/two-factor/disable') await changed(house, ctx, 'secondFactorOff');
    return withoutToken(ctx);
  }),
});

/** A session's token stands in its cookie, which no script can read, and so in no reply's body either. */
function withoutToken(ctx: Hooked) {
  const { returned } = ctx.context;
  if (typeof returned !== 'object' || returned === null || !('token' in returned)) return undefined;
  const { token: _, ...rest } = returned;
  return ctx.json(rest);
}

async function afterPassword(house: House, ctx: Hooked) {
  const opened = ctx.context.newSession;
  if (!opened) {
    await noteSignIn(house, ctx, 'wrong');
    throw wrong();
  }
  await houseOf(house).atomically((tx) => forgive(tx, accountTry(typed(ctx)), 'all'));
  await noteSignIn(house, ctx, opened.user.twoFactorEnabled ? 'second factor' : 'in');
}

/** A code that somebody looked over a shoulder for opens nothing a second time. */
async function afterCode(house: House, ctx: Hooked) {
  const { returned, newSession, session } = ctx.context;
  if (returned instanceof APIError) throw wrongCode();
  const userId = newSession?.user.id ?? session?.user.id;
  if (!userId) return;
  const isFresh = await houseOf(house).atomically((tx) => firstUse(tx, userId, ctx, house.now()));
  if (!isFresh) {
    if (newSession) await ctx.context.internalAdapter.deleteSession(newSession.session.token);
    throw wrongCode();
  }
  if (session && newSession) await changed(house, ctx, 'secondFactorOn');
  else if (newSession) await noteSignIn(house, ctx, 'in', userId);
}

async function firstUse(tx: Writing, userId: string, { body }: Hooked, now: Date): Promise<boolean> {
  const code = String((body as { code?: unknown } | undefined)?.code ?? '');
  const id = `code ${userId} ${hashOfSecret(code)}`;
  if (await tx.claim(tries, { id, failures: 0, lastAt: now, waitUntil: null })) return true;
  const before = await tx.first(tries, eq(tries.id, id));
  if (before && now.getTime() - before.lastAt.getTime() < twoMinutes) return false;
  await tx.change(tries, { id }, { lastAt: now });
  return true;
}

async function changed(house: House, ctx: Hooked, action: AuditedAction) {
  const user = ctx.context.newSession?.user ?? ctx.context.session?.user;
  if (!user || ctx.context.returned instanceof APIError) return;
  const moment = { now: house.now(), newId: () => randomUUID(), newCode: () => '' };
  await houseOf(house).atomically(async (tx) => {
    const [person] = await tx.ask(personById, { id: user.id });
    if (person) await noteRights(tx, { ...person, device: null }, action, person, {}, moment);
  });
}

async function noteSignIn(house: House, ctx: Hooked, went: Went, userId?: string) {
  await houseOf(house).atomically(async (tx) => {
    const [user] = userId ? [{ id: userId }] : await tx.ask(userBySignIn, { name: typed(ctx) });
    if (!user) return;
    const address = ctx.headers?.get('x-caller') ?? null;
    const browser = ctx.headers?.get('user-agent')?.slice(0, 300) ?? null;
    const its = { id: randomUUID(), userId: user.id, how: 'password', went, at: house.now() } as const;
    await tx.add(signIns, { ...its, address, browser, device: null });
  });
}

/** Who left, or is away, is told the same as whoever typed a wrong password. */
export const onlyTheActive = (house: House) => async (session: { userId: string }) => {
  const [person] = await houseOf(house).ask(personById, { id: session.userId });
  if (!person?.active) throw wrong();
};
