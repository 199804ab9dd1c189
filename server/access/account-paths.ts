/** What of somebody a path of the accounts library compares with what was sent. */
type Checks = 'sign-in' | 'password' | 'code' | 'nothing';

interface AccountPath {
  readonly checks: Checks;
  /** What may be sent, all of it as text or as yes or no: more would have to be understood by everything that looks. */
  readonly fields: readonly string[];
}

/** What the accounts library may be asked directly; all else goes through routes of ours. */
export const accountPaths: ReadonlyMap<string, AccountPath> = new Map(
  Object.entries({
    '/sign-in/email': { checks: 'sign-in', fields: ['email', 'password', 'rememberMe'] },
    '/sign-in/username': { checks: 'sign-in', fields: ['username', 'password', 'rememberMe'] },
    '/sign-out': { checks: 'nothing', fields: [] },
    '/two-factor/enable': { checks: 'password', fields: ['password'] },
    '/two-factor/disable': { checks: 'password', fields: ['password'] },
    '/two-factor/generate-backup-codes': { checks: 'password', fields: ['password'] },
    '/two-factor/verify-totp': { checks: 'code', fields: ['code', 'trustDevice'] },
    '/two-factor/verify-backup-code': { checks: 'code', fields: ['code', 'trustDevice'] },
  } satisfies Record<string, AccountPath>),
);

export const checksOf = (path: string): Checks => accountPaths.get(path)?.checks ?? 'nothing';

/** Whom a sign-in concerns: by the field that its path looks at and no other. Empty where that is no name. */
export function nameTried(path: string, body: unknown): { field: 'email' | 'username'; name: string } {
  const field = path === '/sign-in/email' ? 'email' : 'username';
  const typed = (body as Readonly<Record<string, unknown>> | undefined | null)?.[field];
  return { field, name: typeof typed === 'string' ? typed.toLowerCase() : '' };
}
