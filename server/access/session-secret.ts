import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../process/config.ts';

/** The key that signs session cookies: given, or made once and kept where only the server reads it. */
export function sessionSecret({ SESSION_SECRET, FILES_DIR }: Config): string {
  if (SESSION_SECRET) return SESSION_SECRET;
  mkdirSync(FILES_DIR, { recursive: true });
  const path = join(FILES_DIR, '.session-secret');
  try {
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
