import { openDatabase } from '../../db/open.ts';
import { users } from '../../db/schema/people.ts';
import { systemViewer } from '../../db/seen-by.ts';
import { BadConfiguration, type Config, readConfig } from '../process/config.ts';
import { keepFilesPrivate } from '../process/private-files.ts';
import { engine } from '../registry.ts';
import { serve } from '../serve.ts';
import { demoWords } from '../words/demo.ts';
import type { Words } from '../words/words.ts';
import { demoSignIns } from './people.ts';
import { playDemo } from './play.ts';
import { writeSampleSheets } from './sample-sheets.ts';

/** `npm run demo`: a house with four months behind it, played once and then kept, and its address. */
async function main() {
  keepFilesPrivate();
  const { env } = process;
  const ours = {
    DATABASE_URL: 'file:data/demo.db',
    FILES_DIR: 'data/demo-files',
    SECRETS_DIR: 'data/demo-secrets',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    SIGN_IN_TRIES: '200',
    TWO_FACTOR: 'nobody',
    SHOW_MAIL: 'yes',
  };
  const config = readConfig({ ...ours, ...env });
  await playOnce(config);
  await serve(config);
  const sheets = writeSampleSheets(config.FILES_DIR);
  const address = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`;
  process.stdout.write(demoWords.welcome(address, demoSignIns, sheets));
}

async function playOnce(config: Config) {
  const database = await openDatabase(config.DATABASE_URL);
  try {
    if ((await database.as(systemViewer).count(users)) > 0) return;
    const started = performance.now();
    await playDemo({ database, config, engine, now: new Date(), told: progress() });
    process.stderr.write(`\n${demoWords.played((performance.now() - started) / 1000)}\n`);
  } finally {
    await database.close();
  }
}

/** One line that is written over on a terminal; a line now and then where there is none. */
function progress() {
  let shown = -1;
  return (done: number, total: number, { zh, en }: Words) => {
    const percent = Math.floor((done / total) * 100);
    const line = `· ${String(percent).padStart(3)} %  ${zh} ${en}`;
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
    else if (percent >= shown + 10) {
      shown = percent;
      process.stderr.write(`${line}\n`);
    }
  };
}

try {
  await main();
} catch (error) {
  if (!(error instanceof BadConfiguration)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
