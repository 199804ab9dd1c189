import type { GenericEndpointContext, Session } from 'better-auth';
import type { Database } from '../../db/open.ts';
import { whoMaySignIn } from '../../db/queries/access.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { tellFromLibrary } from '../process/security-facts.ts';
import { wrong } from './sign-in-hooks.ts';

/** A session ends after a working day, whatever happens in it and whatever its owner asked for. */
export const SESSION_SECONDS = 60 * 60 * 12;

interface Opened {
  readonly database: Database;
  now(): Date;
}

/**
 * What the accounts library may open. Who left, alone or with their organisation, is told the same as whoever typed a
 * wrong password. One that takes the place of another, as when a second factor is set up, lasts no longer than that.
 */
export const sessionBegins =
  ({ database, now }: Opened) =>
  async (session: Session, ctx: GenericEndpointContext | null) => {
    const [person] = await database.as(systemViewer).ask(whoMaySignIn, { id: session.userId });
    if (!person) {
      tellFromLibrary({ reason: 'closed account', about: session.userId });
      throw wrong();
    }
    const before = ctx?.context.session?.session;
    const ends = [session.expiresAt, before?.expiresAt].filter((one) => one !== undefined).map(Number);
    const longest = session.createdAt.getTime() + SESSION_SECONDS * 1000;
    const expiresAt = new Date(Math.min(longest, ...ends));
    // Whoever has just signed in has proved who they are.
    const proven = before ? {} : { provenAt: now(), provenBy: isCode(ctx) ? 'code' : 'password' };
    return { data: { ...session, ...proven, expiresAt } };
  };

const isCode = (ctx: GenericEndpointContext | null) => ctx?.path?.startsWith('/two-factor/') ?? false;
