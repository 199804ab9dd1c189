import type pg from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Connection, OutcomeUnknown, serializable, sqlState, TooBusy } from '../../db/atomically.ts';

/** An error as the driver of a database throws it. */
const told = (code: string) => Object.assign(new Error(`told ${code}`), { code });
/** The same, as drizzle hands it on. */
const wrapped = (code: string) => new Error('Failed query', { cause: told(code) });

type Says = Readonly<Partial<Record<'begin' | 'commit' | 'rollback', () => string>>>;
/** A PostgreSQL of which it is known beforehand what it says to each of our words. */
function aPostgres(says: Says = {}) {
  const heard: string[] = [];
  const released: unknown[] = [];
  const query = async (text: string) => {
    heard.push(text);
    const [word = ''] = text.split(' ');
    return { command: says[word.toLowerCase() as keyof Says]?.() ?? word };
  };
  const client = { query, release: (broken: unknown) => released.push(broken) };
  const pool = { connect: async () => client } as unknown as pg.Pool;
  return { heard, released, atomically: serializable(pool, () => 'its connection' as unknown as Connection) };
}
const throwing = (code: string) => () => {
  throw told(code);
};
/** Works that fail with these codes in turn, and at last come through. */
function losing(...codes: string[]) {
  let tries = 0;
  const work = async () => {
    const code = codes[tries++];
    if (code) throw wrapped(code);
    return 'done';
  };
  return { work, tries: () => tries };
}

// Whoever lost waits for a moment of chance: here for none.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => void vi.restoreAllMocks());

describe('on PostgreSQL, work', () => {
  test('that comes through is committed alone, answered, and gives its connection back whole', async () => {
    const at = aPostgres();
    const lease = await at.atomically(async (lease) => {
      expect(lease).toMatchObject({ on: 'its connection', over: false });
      expect(at.heard).toEqual(['BEGIN ISOLATION LEVEL SERIALIZABLE']);
      return lease;
    });
    expect(at.heard).toEqual(['BEGIN ISOLATION LEVEL SERIALIZABLE', 'COMMIT']);
    expect([lease.over, at.released]).toEqual([true, [false]]);
    // What it was told is remembered for this one transaction.
    const other = await at.atomically(async (lease) => lease);
    expect(lease.cache).toBeDefined();
    expect(other.cache).not.toBe(lease.cache);
  });

  test.each(['40001', '40P01'])('that lost a race (%s) is done again, from the beginning', async (code) => {
    const at = aPostgres();
    const { work, tries } = losing(code, code, code);
    expect(await at.atomically(work)).toBe('done');
    expect(tries()).toBe(4);
    const round = ['BEGIN ISOLATION LEVEL SERIALIZABLE', 'ROLLBACK'];
    expect(at.heard).toEqual([...round, ...round, ...round, round[0], 'COMMIT']);
    expect(at.released).toEqual([false, false, false, false]);
  });

  test('that loses twelve times gives up, and says that nothing happened', async () => {
    const always = losing(...Array(40).fill('40001'));
    await expect(aPostgres().atomically(always.work)).rejects.toThrow(TooBusy);
    expect(always.tries()).toBe(12);
    await expect(aPostgres().atomically(losing(...Array(12).fill('40001')).work)).rejects.toThrow('12');
    expect(await aPostgres().atomically(losing(...Array(11).fill('40001')).work)).toBe('done');
  });

  test('that meets a duplicate tries once more: a race shows itself so, and what is there stays there', async () => {
    const raced = losing('23505');
    expect(await aPostgres().atomically(raced.work)).toBe('done');
    const there = losing('23505', '23505', '23505');
    await expect(aPostgres().atomically(there.work)).rejects.toMatchObject({ cause: { code: '23505' } });
    expect(there.tries()).toBe(2);
    const late = losing('40001', '23505');
    await expect(aPostgres().atomically(late.work)).rejects.toMatchObject({ cause: { code: '23505' } });
  });

  test.each(['23503', '23514', '22001', '42P01', '40002'])(
    'that is wrong (%s) is wrong at once',
    async (code) => {
      const at = aPostgres();
      const { work, tries } = losing(code, code);
      await expect(at.atomically(work)).rejects.toMatchObject({ cause: { code } });
      expect([tries(), at.heard.at(-1)]).toEqual([1, 'ROLLBACK']);
    },
  );

  test('whose commit is refused did not happen; one that is not answered may have', async () => {
    const commit = (code: string) => aPostgres({ commit: throwing(code) }).atomically(async () => 'done');
    await expect(commit('23503')).rejects.toMatchObject({ code: '23503' });
    await expect(commit('40002')).rejects.toMatchObject({ code: '40002' });
    await expect(commit('40001')).rejects.toThrow(TooBusy);
    // 40003 is "statement completion unknown"; 08006 a line that broke; 52340 has a 23 in it that is not its class.
    for (const code of ['40003', '08006', '57P01', '52340', 'ECONNRESET']) {
      const unknown = await commit(code).catch((error) => error);
      expect(unknown, code).toBeInstanceOf(OutcomeUnknown);
      expect(unknown.message, code).toContain('during the commit');
      expect(unknown.cause, code).toMatchObject({ code });
    }
    const silent = aPostgres({
      commit: () => {
        throw new Error('Connection terminated');
      },
    });
    await expect(silent.atomically(async () => 'done')).rejects.toThrow(OutcomeUnknown);
  });

  test('that swallowed an error is told so, though PostgreSQL calls its rollback a success', async () => {
    const at = aPostgres({ commit: () => 'ROLLBACK' });
    await expect(at.atomically(async () => 'done')).rejects.toThrow('swallowed');
    expect(at.released).toEqual([false]);
  });

  test('whose line is cut is of unknown outcome, and nobody gets that connection again', async () => {
    const at = aPostgres({ rollback: throwing('08006') });
    const cut = await at.atomically(losing('08006').work).catch((error) => error);
    expect(cut).toBeInstanceOf(OutcomeUnknown);
    expect(cut.message).toBe('The connection broke.');
    expect(cut.cause.cause).toMatchObject({ code: '08006' });
    expect(at.released).toEqual([true]);
    const commit = aPostgres({ commit: throwing('08006'), rollback: throwing('08003') });
    const first = await commit.atomically(async () => 'done').catch((error) => error);
    // What is said is the first thing that went wrong.
    expect(first.cause).toMatchObject({ code: '08006' });
    expect(commit.released).toEqual([true]);
  });

  test('that gets no connection did not begin', async () => {
    const begun = vi.fn();
    const none = { connect: () => Promise.reject(told('53300')) } as unknown as pg.Pool;
    const busy = await serializable(
      none,
      (client) => client as never,
    )(begun).catch((error) => error as Error);
    expect(busy).toBeInstanceOf(TooBusy);
    expect(busy).toMatchObject({ message: 'There is no connection.', cause: { code: '53300' } });
    expect(begun).not.toHaveBeenCalled();
  });
});

test('whoever lost twice goes alone the third time; until then others come in beside', async () => {
  const at = aPostgres();
  const order: string[] = [];
  let tries = 0;
  const beside = (name: string) => at.atomically(async () => void order.push(name));
  const others: Promise<void>[] = [];
  await at.atomically(async () => {
    tries++;
    others.push(beside(`beside try ${tries}`));
    // Time enough for everybody who is let in.
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    order.push(`try ${tries}`);
    if (tries < 4) throw told('40001');
  });
  await Promise.all(others);
  expect(order.slice(0, 4)).toEqual(['beside try 1', 'try 1', 'beside try 2', 'try 2']);
  expect(order.indexOf('try 3')).toBeLessThan(order.indexOf('beside try 3'));
  expect(order.indexOf('try 4')).toBeLessThan(order.indexOf('beside try 4'));
});

test('whoever lost four times locks the house, before anything is read', async () => {
  const at = aPostgres();
  await at.atomically(losing(...Array(5).fill('40001')).work);
  const round = ['BEGIN ISOLATION LEVEL SERIALIZABLE', 'ROLLBACK'];
  const locked = ['BEGIN ISOLATION LEVEL SERIALIZABLE', 'LOCK TABLE answers IN EXCLUSIVE MODE'];
  expect(at.heard).toEqual([
    ...[round, round, round, round].flat(),
    ...locked,
    'ROLLBACK',
    ...locked,
    'COMMIT',
  ]);
});

test('the code of an error is found through whatever it is wrapped in', () => {
  expect(sqlState(told('40001'))).toBe('40001');
  expect(sqlState(wrapped('23505'))).toBe('23505');
  expect(sqlState(new Error('outer', { cause: wrapped('SQLITE_BUSY') }))).toBe('SQLITE_BUSY');
  expect(sqlState(Object.assign(new Error('numbered'), { code: 7, cause: told('53300') }))).toBe('53300');
  for (const none of [new Error('bare'), undefined, null, {}, { code: 40001 }, 'text'])
    expect(sqlState(none)).toBeUndefined();
});
