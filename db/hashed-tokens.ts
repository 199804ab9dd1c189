import { hash } from 'node:crypto';
import type { DBAdapter, Where } from 'better-auth';

/** What is kept of a session's token, which is random and long. */
export const hashOfToken = (token: string) => hash('sha256', token);

interface Asked {
  readonly model: string;
  readonly where?: readonly Where[];
}
type Row = Readonly<Record<string, unknown>>;
type Ask = (given: Asked) => Promise<unknown>;

const byWhere = [
  'findOne',
  'findMany',
  'count',
  'update',
  'updateMany',
  'delete',
  'deleteMany',
  'consumeOne',
  'incrementOne',
] as const;

/** The adapter of the accounts library, which knows sessions by their tokens, over a table that knows their hashes alone. */
export function withHashedTokens(adapter: DBAdapter): DBAdapter {
  const asking = (ask: Ask) => async (given: Asked) => {
    if (given.model !== 'session' || !given.where) return ask(given);
    const tokens = new Map<unknown, string>();
    const where = given.where.map((one) => hashed(one, tokens));
    const found = await ask({ ...given, where });
    return Array.isArray(found) ? found.map((row) => withToken(row, tokens)) : withToken(found, tokens);
  };
  const create = async (given: Asked & { readonly data: Row }) => {
    const { token } = given.data;
    if (given.model !== 'session' || typeof token !== 'string') return adapter.create(given as never);
    const data = { ...given.data, token: hashOfToken(token) };
    return { ...(await adapter.create<Row>({ ...given, data } as never)), token };
  };
  const asked = byWhere.map((name) => [name, asking(adapter[name] as Ask)] as const);
  const transaction = (work: (inner: DBAdapter) => unknown) =>
    adapter.transaction((inner) => work(withHashedTokens(inner as DBAdapter)) as Promise<unknown>);
  return Object.assign({ ...adapter }, Object.fromEntries(asked), { create, transaction });
}

function hashed(one: Where, tokens: Map<unknown, string>): Where {
  if (one.field !== 'token') return one;
  const kept = (value: unknown) => {
    const its = hashOfToken(String(value));
    tokens.set(its, String(value));
    return its;
  };
  return { ...one, value: Array.isArray(one.value) ? one.value.map(kept) : kept(one.value) };
}

const isRow = (found: unknown): found is Row => typeof found === 'object' && found !== null;
/** Whoever asked by a token is told that token, and not what is kept of it. */
const withToken = (found: unknown, tokens: ReadonlyMap<unknown, string>) =>
  isRow(found) && tokens.has(found.token) ? { ...found, token: tokens.get(found.token) } : found;
