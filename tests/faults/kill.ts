import { Postgres } from '../plant/postgres.ts';
import { type Outcome, type Size, Trial, told } from './trial.ts';

/** The server process dies in the middle of whatever it is doing, again and again. */
async function killServer(name: string, { rounds }: Size, postgres?: Postgres): Promise<Outcome> {
  const trial = await Trial.begin(postgres ? { postgres } : {});
  for (let round = 1; round <= rounds; round++) {
    await trial.load.progress(5 + ((round * 7) % 23));
    await trial.server.kill('SIGKILL');
    await trial.countLost();
    await trial.server.start();
    told(`  ${round}/${rounds} · ${trial.ledger.acknowledged.size} acknowledged`);
  }
  return trial.end(name, rounds);
}

async function killPostgres({ rounds }: Size, postgres: Postgres): Promise<Outcome> {
  const trial = await Trial.begin({ postgres });
  for (let round = 1; round <= rounds; round++) {
    await trial.load.progress(5 + ((round * 7) % 23));
    await postgres.crash();
    await trial.countLost();
    if (!trial.server.running) throw new Error(`The server died with its database: ${trial.server.said}`);
    told(`  ${round}/${rounds} · ${trial.ledger.acknowledged.size} acknowledged`);
  }
  return trial.end('kill -9 PostgreSQL', rounds);
}

/** PostgreSQL as its administrator and its network treat it; the server must live through it. */
async function trouble(postgres: Postgres): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const kinds = [
    ['PostgreSQL restarted', 3, () => postgres.restart()],
    ['connections cut', 20, () => postgres.cutLines()],
    ['out of connections', 3, () => crowd(postgres)],
  ] as const;
  for (const [name, times, strike] of kinds) {
    told(`· ${name}`);
    const trial = await Trial.begin({ postgres });
    for (let i = 0; i < times; i++) {
      await trial.load.progress(10);
      await strike();
    }
    await trial.load.progress(30);
    if (!trial.server.running) throw new Error(`The server died: ${trial.server.said}`);
    outcomes.push(await trial.end(name, times));
  }
  return outcomes;
}

/** Others take every connection there is, and everybody else's is cut; after two seconds they go. */
async function crowd(postgres: Postgres) {
  const pg = (await import('pg')).default;
  const guests: InstanceType<typeof pg.Client>[] = [];
  await postgres.cutLines();
  for (let i = 0; i < 40; i++) {
    const guest = new pg.Client({ connectionString: postgres.url });
    guest.on('error', () => {});
    const there = await guest.connect().then(
      () => true,
      () => false,
    );
    if (!there) break;
    guests.push(guest);
  }
  await new Promise((go) => setTimeout(go, 2_000));
  await Promise.all(guests.map((guest) => guest.end()));
}

export async function onSqlite(size: Size): Promise<Outcome[]> {
  return [await killServer('kill -9 server, SQLite', size)];
}

export async function onPostgres(size: Size): Promise<Outcome[]> {
  const postgres = await Postgres.begin();
  try {
    const killed = await killServer('kill -9 server, PostgreSQL', size, postgres);
    told('· kill -9 PostgreSQL');
    return [killed, await killPostgres(size, postgres), ...(await trouble(postgres))];
  } finally {
    await postgres.stop();
  }
}
