import { openDatabase } from '../../db/open.ts';
import { readConfig } from '../process/config.ts';
import { verifySentences } from '../words/verify.ts';
import { verify } from './verify.ts';

/** `npm run verify`: walks the whole history and says what does not agree. Exit code 1 when something does not. */
const database = await openDatabase(readConfig(process.env).DATABASE_URL);
const faults = await verify(
  database,
  (done) => void process.stderr.write(`\r${verifySentences.walked(done)}`),
);
process.stderr.write('\n');
for (const fault of faults) process.stdout.write(`${fault}\n`);
process.stdout.write(faults.length ? verifySentences.faults(faults.length) : verifySentences.clean);
await database.close();
process.exit(faults.length ? 1 : 0);
