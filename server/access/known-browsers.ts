import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { cookieNamed } from './session-cookie.ts';

/** Half a year: longer than anybody is away. */
export const KNOWN_BROWSER_SECONDS = 60 * 60 * 24 * 180;
/** A browser that several people use, at a counter, knows the last of them. */
const MAX_PEOPLE = 8;

interface Sealing {
  readonly secret: string;
  readonly prefix: string;
}
interface Known {
  readonly browser: string;
  readonly people: readonly string[];
}
export const knownBrowserCookie = ({ prefix }: Pick<Sealing, 'prefix'>) => `${prefix}.known_browser`;

const sealOf = ({ secret }: Sealing, text: string) =>
  createHmac('sha256', secret).update(`known browser ${text}`).digest('base64url');

function readKnown(by: Sealing, cookies: string | undefined): Known | null {
  const [text = '', seal = ''] = (cookieNamed(knownBrowserCookie(by), cookies) ?? '').split('.');
  const [given, ours] = [Buffer.from(seal), Buffer.from(sealOf(by, text))];
  if (!text || given.length !== ours.length || !timingSafeEqual(given, ours)) return null;
  const [browser = '', ...people] = text.split('~');
  return { browser, people };
}

/**
 * A browser from which somebody has signed in before counts its own wrong tries for them: strangers elsewhere, who make
 * everybody wait, do not make its owner wait. It opens nothing. @returns null where they never were
 */
export function knownBrowser(by: Sealing, cookies: string | undefined, userId: string): string | null {
  const known = readKnown(by, cookies);
  return known?.people.includes(userId) ? known.browser : null;
}

/** A browser from which anybody has signed in before, by its own name; null for one that says so and was not. */
export const browserKnown = (by: Sealing, cookies: string | undefined): string | null =>
  readKnown(by, cookies)?.browser ?? null;

/** What the cookie of this browser says once somebody has signed in from it. */
export function withPerson(by: Sealing, cookies: string | undefined, userId: string): string {
  const { browser, people } = readKnown(by, cookies) ?? {
    browser: randomBytes(12).toString('base64url'),
    people: [],
  };
  const all = [userId, ...people.filter((one) => one !== userId)].slice(0, MAX_PEOPLE);
  const text = [browser, ...all].join('~');
  return `${text}.${sealOf(by, text)}`;
}
