import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../process/config.ts';

/**
 * The key that signs session cookies: given, or made once and kept where only the server reads it. Not among the
 * photos, which a backup takes along: who finds a backup must not be able to sign in with what is in it.
 */
export function sessionSecret({ SESSION_SECRET, SECRETS_DIR, FILES_DIR }: Config): string {
  if (SESSION_SECRET) return SESSION_SECRET;
  mkdirSync(SECRETS_DIR, { recursive: true, mode: 0o700 });
  const path = join(SECRETS_DIR, 'session-secret');
  // Where it was kept before: everybody stays signed in.
  const before = join(FILES_DIR, '.session-secret');
  const made = existsSync(before) ? readFileSync(before) : randomBytes(32).toString('hex');
  try {
    writeFileSync(path, made, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
  }
  rmSync(before, { force: true });
  return readFileSync(path, 'utf8').trim();
}
