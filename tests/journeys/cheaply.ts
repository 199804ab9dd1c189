import type * as crypto from 'node:crypto';

/**
 * What makes a guess dear makes a test slow: a password costs a tenth of a second, and a dozen sign-ins a dozen of them.
 * Where a test is about what comes before and after, `vi.mock('node:crypto', …)` takes this scrypt of the same shape;
 * tests/rules/secrets.test.ts asks for the real price.
 */
export const cheaply = (real: typeof crypto): typeof crypto => ({
  ...real,
  scrypt: ((...all: unknown[]) => {
    const [secret, salt, length] = all as [string, Buffer, number];
    const done = all.at(-1) as (error: null, key: Buffer) => void;
    done(null, real.createHash('shake256', { outputLength: length }).update(salt).update(secret).digest());
  }) as typeof real.scrypt,
});
