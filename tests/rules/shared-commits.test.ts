import Sqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { type Connection, groupCommit, type Lease, OutcomeUnknown } from '../../db/atomically.ts';

/** A SQLite in which things are written down, and all that it is told. */
function aFile() {
  const told: string[] = [];
  const raw = new Sqlite(':memory:', { verbose: (text) => void told.push(String(text)) });
  onTestFinished(() => void raw.close());
  raw.pragma('foreign_keys = 1');
  raw.exec('create table said (word text unique)');
  raw.exec('create table owed (word text references said (word) deferrable initially deferred)');
  const on = drizzle(raw) as unknown as Connection;
  told.length = 0;
  const times = (word: RegExp) => told.filter((text) => word.test(text)).length;
  const words = () => raw.prepare('select word from said order by rowid').pluck().all();
  return { raw, on, told, times, words, atomically: groupCommit(raw, on) };
}
const saying = (word: string) => async (lease: Lease) => {
  await (lease.on as unknown as ReturnType<typeof drizzle>).run(sql`insert into said values (${word})`);
  return word;
};
const failing = (word: string) => async (lease: Lease) => {
  await saying(word)(lease);
  throw new Error(`not ${word}`);
};
const someTurns = async () => {
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
};
/** Is paid when the transaction ends, or all of it fails. */
const owing = async (lease: Lease) => {
  await (lease.on as unknown as ReturnType<typeof drizzle>).run(sql`insert into owed values ('nothing')`);
};

test('what comes at once is committed at once, each piece alone: one that fails takes no other with it', async () => {
  const at = aFile();
  const answers = await Promise.allSettled([
    at.atomically(saying('one')),
    at.atomically(failing('two')),
    at.atomically(saying('three')),
  ]);
  expect(answers).toMatchObject([
    { status: 'fulfilled', value: 'one' },
    { status: 'rejected', reason: { message: 'not two' } },
    { status: 'fulfilled', value: 'three' },
  ]);
  expect(at.words()).toEqual(['one', 'three']);
  expect([at.times(/^BEGIN IMMEDIATE$/), at.times(/^COMMIT$/), at.times(/^ROLLBACK$/)]).toEqual([1, 1, 0]);
  expect([at.times(/^SAVEPOINT/), at.times(/^ROLLBACK TO/), at.times(/^RELEASE/)]).toEqual([3, 1, 3]);
});

test('nobody is answered before it is committed', async () => {
  const at = aFile();
  const answered = at.atomically(saying('one')).then(() => at.raw.inTransaction);
  const refused = at.atomically(failing('two')).catch(() => at.raw.inTransaction);
  expect(await Promise.all([answered, refused])).toEqual([false, false]);
});

test('sixty-four share a commit, and the sixty-fifth waits for the next', async () => {
  const at = aFile();
  await Promise.all(Array.from({ length: 65 }, (_, i) => at.atomically(saying(`word ${i}`))));
  expect([at.times(/^BEGIN/), at.words().length]).toEqual([2, 65]);
  // Then it rests until somebody comes, and takes them, too.
  await someTurns();
  expect(await at.atomically(saying('later'))).toBe('later');
  expect(at.times(/^BEGIN/)).toBe(3);
});

test('what comes during a commit is taken with the next one, in its order', async () => {
  const at = aFile();
  const later: Promise<string>[] = [];
  await at.atomically(async (lease) => {
    await saying('first')(lease);
    for (const word of ['second', 'third']) later.push(at.atomically(saying(word)));
  });
  expect(await Promise.all(later)).toEqual(['second', 'third']);
  expect([at.words(), at.times(/^BEGIN/)]).toEqual([['first', 'second', 'third'], 2]);
});

test('a commit that fails answers nobody of those who shared it, and the next ones are as safe as before', async () => {
  const at = aFile();
  const shared = await Promise.allSettled([
    at.atomically(saying('one')),
    at.atomically(owing),
    at.atomically(failing('two')),
  ]);
  for (const answer of shared) {
    const { reason } = answer as PromiseRejectedResult;
    expect(reason).toBeInstanceOf(OutcomeUnknown);
    expect(reason.message).toBe('The commit failed.');
    expect(reason.cause).toMatchObject({ code: 'SQLITE_CONSTRAINT_FOREIGNKEY' });
  }
  expect([at.raw.inTransaction, at.words()]).toEqual([false, []]);
  expect(await at.atomically(saying('next'))).toBe('next');
  expect(at.words()).toEqual(['next']);
});

test('a file that does not even begin says the same, and needs no rollback', async () => {
  const at = aFile();
  at.raw.exec('begin');
  const begun = await at.atomically(saying('one')).catch((error) => error);
  expect(begun).toBeInstanceOf(OutcomeUnknown);
  // Whoever had begun is undone with it; the next one begins anew.
  expect(at.raw.inTransaction).toBe(false);
  expect(await at.atomically(saying('two'))).toBe('two');
});

test('inside, only the database is waited for: whoever waits for anything else is refused, and undone', async () => {
  const at = aFile();
  const waits = at.atomically(async (lease) => {
    await saying('one')(lease);
    await someTurns();
  });
  const inside = at.atomically(async (lease) => {
    await saying('two')(lease);
    await at.atomically(saying('three'));
  });
  await expect(waits).rejects.toThrow('only the database may be awaited');
  await expect(inside).rejects.toThrow('never another atomically');
  // What it asked for besides is done for itself.
  await at.atomically(saying('four'));
  expect(at.words()).toEqual(['three', 'four']);
});

test('a lease is one’s own while the work lasts, and then it is over', async () => {
  const at = aFile();
  const [one, two] = await Promise.all([
    at.atomically(async (lease) => ({ lease, overInside: lease.over })),
    at.atomically(async (lease) => ({ lease, overInside: lease.over })),
  ]);
  expect([one.overInside, two.overInside]).toEqual([false, false]);
  expect([one.lease.over, two.lease.over]).toEqual([true, true]);
  expect(one.lease.on).toBe(at.on);
  expect(one.lease).not.toBe(two.lease);
  const leases: Lease[] = [];
  await at.atomically(async (lease) => Promise.reject(leases.push(lease))).catch(() => {});
  expect(leases[0]?.over).toBe(true);
});
