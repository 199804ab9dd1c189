import { randomUUID } from 'node:crypto';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import type { Database } from '../../db/open.ts';
import { personById } from '../../db/queries/master-data.ts';
import { mySessions, passwordOf, userBySignIn } from '../../db/queries/people.ts';
import { signIns, tries } from '../../db/schema/access.ts';
import { sessions } from '../../db/schema/people.ts';
import type { Writing } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { Problem } from '../http/problem.ts';
import { writeMail } from '../notices/mails.ts';
import { askerInLibrary, tellFromLibrary } from '../process/security-facts.ts';
import { accessSentences } from '../words/access.ts';
import { checksOf, nameTried } from './account-paths.ts';
import { noteRights } from './audit.ts';
import { attemptPolicies, countAttempt, forgiveAttempts } from './failed-attempts.ts';
import { KNOWN_BROWSER_SECONDS, knownBrowser, knownBrowserCookie, withPerson } from './known-browsers.ts';
import { hashOfSecret } from './secrets.ts';

interface House {
  readonly database: Database;
  now(): Date;
  hash(password: string): Promise<string>;
  readonly sealing: { readonly secret: string; readonly prefix: string };
  readonly cookies: { readonly secure: boolean; readonly path: string };
}
type Hooked = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];
type Went = (typeof signIns.$inferInsert)['went'];

/** A code is good for its half minute and the ones beside it: for so long it must not come twice. */
const CODE_REUSE_MS = 120_000;

const systemOf = ({ database }: House) => database.as(systemViewer);
/** The same for all: an unknown name, a wrong password, somebody who left. */
export const wrong = () =>
  new APIError('UNAUTHORIZED', { code: 'wrong_sign_in', words: accessSentences.wrongSignIn, message: '' });
const wrongCode = () =>
  new APIError('UNAUTHORIZED', { code: 'wrong_code', words: accessSentences.wrongCode, message: '' });

/** Whom a password is tried for: by the field that the path looks at and no other, whatever else is sent along. */
async function triedFor({ database }: House, { path, body }: Hooked) {
  const { field, name } = nameTried(path, body);
  const [found] = name ? await database.as(systemViewer).ask(userBySignIn, { name }) : [];
  const user = found?.[field] === name ? found : undefined;
  // As it was typed, whether anybody has that name or not: one count for a name and its address would tell who exists.
  const asTyped = name.includes('@') === (field === 'email') ? name : `not an ${field}: ${name}`;
  return { user, id: `account ${hashOfSecret(asTyped)}` };
}

/** Under what the try is counted: from a browser that they used before, apart from what strangers try elsewhere. */
function countedAs({ sealing }: House, ctx: Hooked, { user, id }: Awaited<ReturnType<typeof triedFor>>) {
  const browser = user && knownBrowser(sealing, cookiesOf(ctx), user.id);
  return browser ? `known ${browser} ${user.id}` : id;
}
const cookiesOf = ({ headers }: Hooked) => headers?.get('cookie') ?? undefined;

/** From now on they are known here. */
function becomeKnown({ sealing, cookies }: House, ctx: Hooked, userId: string) {
  const value = withPerson(sealing, cookiesOf(ctx), userId);
  ctx.setCookie(knownBrowserCookie(sealing), value, {
    ...{ ...cookies, httpOnly: true, sameSite: 'lax', maxAge: KNOWN_BROWSER_SECONDS },
  });
}

/** What is done around the accounts library: slow guessing down, note who came and who did not. */
export const signInHooks = (system: House) => ({
  before: createAuthMiddleware(async (ctx) => {
    const checks = checksOf(ctx.path);
    const tried = checks === 'sign-in' ? await triedFor(system, ctx) : undefined;
    const id = tried ? countedAs(system, ctx, tried) : await countedInside(system, ctx);
    if (id) await countTry(system, ctx, id, tried?.user?.id ?? askerInLibrary()?.by);
    return checks === 'code' ? trustingNoDevice(ctx) : undefined;
  }),
  after: createAuthMiddleware(async (ctx) => {
    const checks = checksOf(ctx.path);
    if (checks === 'sign-in') await afterSignIn(system, ctx);
    if (checks === 'password') await afterPassword(system, ctx);
    if (checks === 'code') await afterCode(system, ctx);
    if (ctx.path === '/two-factor/disable') await changed(system, ctx, 'secondFactorOff');
    return withoutToken(ctx);
  }),
});

/** Counts a password or a code as wrong before it is looked at. @throws APIError 429 while there is a wait */
async function countTry(system: House, ctx: Hooked, id: string, about: string | undefined) {
  try {
    await systemOf(system).atomically((tx) => countAttempt(tx, id, attemptPolicies.account, system.now()));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await noteSignIn(system, ctx, 'waiting', about);
    tellFromLibrary({ reason: 'waiting', about });
    const { code, words, extra } = error;
    throw new APIError('TOO_MANY_REQUESTS', { code, words, ...extra, message: '' });
  }
}

/**
 * Under what a try is counted that comes after the sign-in or in its middle: with the passwords and codes that routes of
 * ours look at. Undefined where we ask the library ourselves, or nobody stands behind the request.
 */
async function countedInside(system: House, ctx: Hooked): Promise<string | undefined> {
  const [checks, asker] = [checksOf(ctx.path), askerInLibrary()];
  if (checks === 'nothing' || !asker) return undefined;
  if (checks === 'password') return asker.by && `account ${asker.by}`;
  const userId = asker.by ?? (await betweenPasswordAndCode(ctx));
  return userId && codesOf(system, ctx, userId);
}
function codesOf({ sealing }: House, ctx: Hooked, userId: string) {
  if (askerInLibrary()?.by) return `proof ${userId}`;
  const browser = knownBrowser(sealing, cookiesOf(ctx), userId);
  return browser ? `code known ${browser} ${userId}` : `code of ${userId}`;
}

/** Whose password was right a moment ago: a cookie that the library signed leads to them. */
async function betweenPasswordAndCode(ctx: Hooked): Promise<string | undefined> {
  const { name } = ctx.context.createAuthCookie('two_factor');
  const challenge = await ctx.getSignedCookie(name, ctx.context.secret);
  const kept = challenge ? await ctx.context.internalAdapter.findVerificationValue(challenge) : null;
  return kept?.value;
}

/** The next sign-in asks for a code again, whatever this one says. */
const trustingNoDevice = ({ body }: Hooked) => ({
  context: { body: { ...(body as object | undefined), trustDevice: false } },
});

/** A session's token stands in its cookie, which no script can read, and so in no reply's body either. */
function withoutToken(ctx: Hooked) {
  const { returned } = ctx.context;
  if (typeof returned !== 'object' || returned === null || !('token' in returned)) return undefined;
  const { token: _, ...rest } = returned;
  return ctx.json(rest);
}

async function afterSignIn(system: House, ctx: Hooked) {
  const opened = ctx.context.newSession;
  const tried = await triedFor(system, ctx);
  if (!opened) {
    await noteSignIn(system, ctx, 'wrong');
    tellFromLibrary({ reason: tried.user ? 'wrong password' : 'unknown name', about: tried.user?.id });
    await workAsLong(system, ctx, tried.user?.id);
    throw wrong();
  }
  await systemOf(system).atomically((tx) => forgiveAttempts(tx, countedAs(system, ctx, tried), 'all'));
  const { id: about, twoFactorEnabled: isHalf } = opened.user;
  if (!isHalf) becomeKnown(system, ctx, about);
  tellFromLibrary({ about, ...(isHalf ? { reason: 'needs a code' } : {}) });
  await noteSignIn(system, ctx, isHalf ? 'second factor' : 'in');
}

/** A password of whoever is signed in. */
async function afterPassword(system: House, ctx: Hooked) {
  const { returned } = ctx.context;
  const about = askerInLibrary()?.by;
  if (!about) return;
  if (returned instanceof APIError) {
    if (returned.body?.code !== 'INVALID_PASSWORD') return;
    tellFromLibrary({ reason: 'wrong password', about });
    await noteSignIn(system, ctx, 'wrong', about);
    throw new APIError('FORBIDDEN', {
      ...{ code: 'wrong_password', words: accessSentences.wrongPassword, message: '' },
    });
  }
  await forgive(system, `account ${about}`);
}
const forgive = (system: House, id: string) =>
  systemOf(system).atomically((tx) => forgiveAttempts(tx, id, 'all'));

/** Who never had a password has none to compare: what that takes is done all the same, as for a name that nobody has. */
async function workAsLong(system: House, { path, body }: Hooked, userId: string | undefined) {
  if (!userId || path !== '/sign-in/username') return;
  const [kept] = await systemOf(system).ask(passwordOf, { userId });
  const { password } = body as { password?: unknown };
  if (!kept?.password) await system.hash(String(password).slice(0, 200));
}

/** A code that somebody looked over a shoulder for opens nothing a second time. */
async function afterCode(system: House, ctx: Hooked) {
  const { returned, newSession, session } = ctx.context;
  const userId = newSession?.user.id ?? session?.user.id;
  if (userId) tellFromLibrary({ about: userId });
  const refusal = () => {
    tellFromLibrary({ reason: 'wrong code' });
    return wrongCode();
  };
  if (returned instanceof APIError) {
    // Nobody is signed in yet: it is about whoever gave the password a moment ago.
    const about = userId ?? askerInLibrary()?.by ?? (await betweenPasswordAndCode(ctx));
    if (about) tellFromLibrary({ about });
    throw refusal();
  }
  if (!userId) return;
  const isFresh = await systemOf(system).atomically((tx) => firstUse(tx, userId, ctx, system.now()));
  if (!isFresh) {
    if (newSession) await ctx.context.internalAdapter.deleteSession(newSession.session.token);
    throw refusal();
  }
  if (askerInLibrary()) await forgive(system, codesOf(system, ctx, userId));
  if (session && newSession) {
    await endOthers(system, newSession.session);
    await changed(system, ctx, 'secondFactorOn');
  } else if (newSession) await noteSignIn(system, ctx, 'in', userId);
  if (newSession) becomeKnown(system, ctx, userId);
}

/** Those were opened with a password alone. One of a badge stays: it is no administrator’s, and has its own secret. */
const endOthers = (system: House, { id, userId }: { id: string; userId: string }) =>
  systemOf(system).atomically(async (tx) => {
    for (const { session } of await tx.ask(mySessions, { userId }))
      if (session.id !== id && !session.deviceId) await tx.remove(sessions, session);
  });

async function firstUse(tx: Writing, userId: string, { body }: Hooked, now: Date): Promise<boolean> {
  const code = String((body as { code?: unknown } | undefined)?.code ?? '');
  const id = `code ${userId} ${hashOfSecret(code)}`;
  if (await tx.claim(tries, { id, failures: 0, lastAt: now, waitUntil: null })) return true;
  const before = await tx.first(tries, eq(tries.id, id));
  if (before && now.getTime() - before.lastAt.getTime() < CODE_REUSE_MS) return false;
  await tx.change(tries, { id }, { lastAt: now });
  return true;
}

async function changed(system: House, ctx: Hooked, action: 'secondFactorOn' | 'secondFactorOff') {
  const user = ctx.context.newSession?.user ?? ctx.context.session?.user;
  if (!user || ctx.context.returned instanceof APIError) return;
  const audited = (what: string, subject: string) => tellFromLibrary({ audited: [`${what} ${subject}`] });
  const context = { now: system.now(), newId: () => randomUUID(), newCode: () => '', audited };
  await systemOf(system).atomically(async (tx) => {
    const [person] = await tx.ask(personById, { id: user.id });
    if (!person) return;
    await noteRights(tx, { by: { ...person, device: null }, action, about: person, context });
    await writeMail(tx, { mail: action, to: person, about: { name: person.name }, context });
  });
}

async function noteSignIn(system: House, ctx: Hooked, went: Went, userId?: string) {
  await systemOf(system).atomically(async (tx) => {
    const user = userId ? { id: userId } : (await triedFor(system, ctx)).user;
    if (!user) return;
    const address = ctx.headers?.get('x-caller') ?? null;
    const browser = ctx.headers?.get('user-agent')?.slice(0, 300) ?? null;
    const its = { id: randomUUID(), userId: user.id, how: 'password', went, at: system.now() } as const;
    await tx.add(signIns, { ...its, address, browser, device: null });
  });
}
