import { cp } from 'node:fs/promises';
import { resolve } from 'node:path';
import { backUp, NoBackup } from '../../db/backup.ts';
import { readConfig } from '../process/config.ts';
import { keepFilesPrivate } from '../process/private-files.ts';
import { backupSentences as say } from '../words/backup.ts';

/** `npm run backup -- FILE`: the database at one moment, and beside it, in FILE.files, the photos it refers to. */
async function main(file: string) {
  const { DATABASE_URL: url, FILES_DIR } = readConfig(process.env);
  const files = `${file}.files`;
  await backUp(url, file);
  // After the database: a photo is on disk before any row refers to it, and never changes.
  await cp(FILES_DIR, files, { recursive: true, force: false });
  const onSqlite = url.startsWith('file:');
  process.stdout.write(say.done(file, files));
  process.stdout.write(onSqlite ? say.next(`file:${file}`, files) : say.restore(file, files));
}

keepFilesPrivate();
const [, , file] = process.argv;
try {
  if (!file) throw new NoBackup('usage');
  await main(resolve(file));
} catch (error) {
  if (!(error instanceof NoBackup)) throw error;
  const known = { usage: say.usage, 'there already': say['there already'], pg_dump: say.pg_dump };
  process.stderr.write(known[error.message as keyof typeof known] ?? say.failed(error.message));
  process.exit(file ? 1 : 2);
}
