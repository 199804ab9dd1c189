import type { Words } from '../../server/words/words.ts';
import { call } from './api.ts';
import { Failure } from './failure.ts';
import { choose, chosenLanguage, type Language, speak } from './language.ts';
import { send } from './send.ts';

export interface Named {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}
/** Whoever is signed in. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly roleName: Words;
  readonly side: 'staff' | 'exporter' | 'vendor';
  /** The pages that are for them. */
  readonly home: 'handheld' | 'office' | 'portal' | 'vendor';
  readonly organisation: Named;
  readonly warehouse: Named | null;
  readonly exportCitation: 'must' | 'should' | 'need not' | null;
  readonly warehouses: readonly Named[];
  readonly permissions: readonly string[];
  readonly language: Language;
  readonly roles: readonly { readonly id: string; readonly name: Words }[];
  readonly email: string;
  readonly emailVerified: boolean;
  /** `missing`: nothing else may be done before it is set up. */
  readonly secondFactor: 'on' | 'off' | 'missing';
  readonly isExposed: boolean;
  /** The handheld in their hand, when they came in with a badge. */
  readonly device: { readonly name: string; readonly idleLockMinutes: number } | null;
}

/** Who is signed in. @throws Failure with status 401 when nobody is */
export async function fetchMe(): Promise<Me> {
  const me: Me = await call('GET /api/v1/me', {});
  const chosen = chosenLanguage();
  if (chosen && chosen !== me.language) void tellLanguage(chosen);
  speak(chosen ?? me.language);
  return me;
}

/** Signs in by e-mail or user name. @throws Failure */
export const signIn = (who: string, password: string) =>
  who.includes('@')
    ? send('POST', '/api/auth/sign-in/email', { email: who, password })
    : send('POST', '/api/auth/sign-in/username', { username: who, password });

export async function signOut() {
  await send('POST', '/api/auth/sign-out', {});
  location.assign('/');
}
export async function signOutEverywhere() {
  await call('POST /api/v1/me/sign-out-everywhere', {});
  location.assign('/');
}

/** Switches the language here and, for the person, everywhere. */
export function switchLanguage(next: Language) {
  choose(next);
  void tellLanguage(next);
}
// This browser speaks the language whether or not the server heard of it.
const tellLanguage = (language: Language) => call('POST /api/v1/me/language', { language }).catch(() => {});

/** The page that somebody begins at. */
export const homeOf = (me: Pick<Me, 'home' | 'secondFactor'>): string =>
  me.secondFactor === 'missing' ? '/office/account' : `/${me.home}`;

/** Where to go after signing in: back to the page that asked for it, if it is one of ours. */
export function nextPage(me: Me, asked = new URLSearchParams(location.search).get('next')): string {
  const pages =
    me.side === 'staff'
      ? /^\/(handheld|office)(?=[/?#]|$)/
      : me.side === 'exporter'
        ? /^\/portal(?=[/?#]|$)/
        : /^\/vendor(?=[/?#]|$)/;
  return asked && pages.test(asked) && me.secondFactor !== 'missing' ? asked : homeOf(me);
}

/** Goes to the sign-in page when that is what the failure asks for. */
export function leaveIfSignedOut(error: unknown) {
  if (error instanceof Failure && error.status === 401) leave();
}
export const goSignIn = () =>
  location.assign(`/?next=${encodeURIComponent(location.pathname + location.search)}`);
let leave: () => void = goSignIn;
/** Another way to ask who is there: an enrolled handheld asks for a badge. */
export const whenSignedOut = (way: () => void) => {
  leave = way;
};
