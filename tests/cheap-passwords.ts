import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** What one password costs, in the server's own call (server/access/accounts.ts), and what it costs in the houses of tests. */
const FULL = { N: 2 ** 15, p: 3 };
const CHEAP = { N: 2 ** 8, p: 1 };

/**
 * A password is made to cost a quarter of a second of a processor, and hundreds are tried in the tests of a house. There
 * it is the same function of Node with less to do; the server has no setting for that. That it pays the full price is
 * proved where this is not loaded: by rules/secrets, and by the server in a process of its own (house-rules/process).
 */
const full = crypto.scrypt;
const cheap: typeof crypto.scrypt = (...args: unknown[]) => {
  const cost = args[3];
  if (
    typeof cost === 'object' &&
    cost !== null &&
    'N' in cost &&
    cost.N === FULL.N &&
    'p' in cost &&
    cost.p === FULL.p
  )
    args[3] = { ...cost, ...CHEAP };
  return Reflect.apply(full, crypto, args);
};
const patched = Symbol.for('guihang.cheapPasswords');
if (!(patched in globalThis)) {
  Object.assign(globalThis, { [patched]: true });
  crypto.scrypt = cheap;
  syncBuiltinESMExports();
}
