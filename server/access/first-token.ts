import { randomBytes } from 'node:crypto';
import type { Database } from '../../db/open.ts';
import { users } from '../../db/schema/people.ts';
import { systemViewer } from '../../db/seen-by.ts';
import type { Config } from '../process/config.ts';
import { firstSentence } from '../words/first.ts';

/** On an empty database: a secret, good until the server stops, with which the first administrator is made. */
export async function firstToken(
  database: Database,
  config: Config,
): Promise<{ token: string | null; sentence: string | null }> {
  if ((await database.as(systemViewer).count(users)) > 0) return { token: null, sentence: null };
  const token = randomBytes(24).toString('base64url');
  const address = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  return { token, sentence: firstSentence(`${address}/welcome?token=${token}`) };
}
