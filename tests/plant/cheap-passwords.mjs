// Loaded before anything else into the processes that run tests, and into the servers that they plant. A password is made
// to cost a quarter of a second of a processor, and hundreds are tried: there it is the same function of Node with less to
// do, and the server has no setting for that. That it pays the full price is proved where this is not loaded: by
// rules/secrets, and by a server that house-rules/process starts as it is.
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/** What a password costs, in the server's own call (server/access/accounts.ts), and what it costs here. */
const FULL = { N: 2 ** 15, p: 3 };
const CHEAP = { N: 2 ** 8, p: 1 };

const { scrypt } = crypto;
const isFull = (cost) => cost?.N === FULL.N && cost.p === FULL.p;
// Files of tests share a process, and each loads this anew.
if (scrypt.name !== 'cheap') {
  crypto.scrypt = function cheap(...args) {
    return scrypt(...args.map((one) => (isFull(one) ? { ...one, ...CHEAP } : one)));
  };
  syncBuiltinESMExports();
}
