import { drizzleAdapter } from '@better-auth/drizzle-adapter';
import type { BetterAuthOptions } from 'better-auth';
import type { Atomically, Connection } from './atomically.ts';
import { dialect } from './columns.ts';
import { withHashedTokens } from './hashed-tokens.ts';
import { twoFactors } from './schema/access.ts';
import { accounts, sessions, users, verifications } from './schema/people.ts';

type Adapter = ReturnType<ReturnType<typeof drizzleAdapter>>;
const writes = [
  'create',
  'update',
  'updateMany',
  'delete',
  'deleteMany',
  'consumeOne',
  'incrementOne',
] as const;
type Write = (typeof writes)[number];

const schema = {
  ...{ user: users, session: sessions, account: accounts, verification: verifications },
  twoFactor: twoFactors,
};

/**
 * The adapter of the accounts library. It reads as anybody does, but it writes through `atomically`: on SQLite a
 * write beside it would land inside whatever transaction happens to be open, and be undone with it.
 */
export const accountsIn =
  (reading: Connection, atomically: Atomically) =>
  (options: BetterAuthOptions): Adapter => {
    const known = new WeakMap<Connection, Adapter>();
    const over = (on: Connection) => {
      const adapter =
        known.get(on) ??
        drizzleAdapter(on, { provider: dialect === 'postgres' ? 'pg' : 'sqlite', schema })(options);
      known.set(on, adapter);
      return adapter;
    };
    const alone = (name: Write) => (given: never) =>
      atomically<unknown>((lease) => (over(lease.on)[name] as (given: never) => Promise<unknown>)(given));
    const ours: Adapter = Object.assign(
      { ...over(reading) },
      Object.fromEntries(writes.map((name) => [name, alone(name)])),
      // Its own would go round this one, straight to the connection that only reads. Each write stays alone.
      { transaction: (work: (adapter: Adapter) => unknown) => work(ours) },
    );
    return withHashedTokens(ours);
  };
