import { createHmac, timingSafeEqual } from 'node:crypto';
import { hashOfToken } from '../../db/hashed-tokens.ts';
import type { Accounts } from './accounts.ts';

const sealed = ({ options }: Accounts, token: string) =>
  createHmac('sha256', options.secret).update(token).digest();

/** The cookie that carries a session, as the accounts library names it. */
export const sessionCookieName = ({ options }: Accounts) => `${options.advanced.cookiePrefix}.session_token`;

/** The token of a session with its seal: what the accounts library would have put into the cookie. */
export const sealedToken = (accounts: Accounts, token: string) =>
  `${token}.${sealed(accounts, token).toString('base64')}`;

/** What is kept of the token in the session cookie, when its seal is ours. */
export function keptTokenIn(accounts: Accounts, cookies: string | undefined): string | null {
  const value = cookieNamed(sessionCookieName(accounts), cookies);
  const dot = value?.lastIndexOf('.') ?? -1;
  if (!value || dot < 1) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const ours = sealed(accounts, token);
  return given.length === ours.length && timingSafeEqual(given, ours) ? hashOfToken(token) : null;
}

export function cookieNamed(name: string, cookies: string | undefined): string | undefined {
  const found = cookies
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  if (!found) return undefined;
  try {
    return decodeURIComponent(found.slice(name.length + 1));
  } catch {
    return undefined;
  }
}
