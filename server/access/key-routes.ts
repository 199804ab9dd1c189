import { z } from 'zod';
import { route } from '../http/route.ts';
import { line } from '../http/shapes.ts';
import { findKeys, Key, KeyAsk, makeKey, revokeKey, Scope, scopesOfMine, takeKeyOver } from './api-keys.ts';

const Keys = z.object({ rows: z.array(Key) });

export const keyRoutes = [
  route('GET /api/v1/api-keys', {
    summary: 'The API keys of one’s organisation, and the scopes that a key may have.',
    needs: 'keys.manage',
    input: z.strictObject({}),
    reply: Keys.extend({ scopes: z.array(Scope) }),
    handle: async ({ db, actor, context }) => ({
      rows: await findKeys(db, context.now),
      scopes: scopesOfMine(actor),
    }),
  }),
  route('POST /api/v1/api-keys', {
    summary: 'A new API key with a name, scopes and an end. It is shown this once.',
    needs: 'keys.manage',
    input: KeyAsk,
    proof: () => true,
    reply: z.object({ id: z.string(), secret: z.string() }),
    once: 'because its answer is a secret, which is kept nowhere: one too many is seen in the list, and revoked',
    handle: makeKey,
  }),
  route('POST /api/v1/api-keys/:id/takeover', {
    summary: 'Answers for a key from now on, in place of whoever made it.',
    needs: 'keys.manage',
    input: z.strictObject({ id: line(64) }),
    proof: () => true,
    reply: Keys,
    once: true,
    handle: takeKeyOver,
  }),
  route('DELETE /api/v1/api-keys/:id', {
    summary: 'Revokes an API key, at once.',
    needs: 'keys.manage',
    input: z.strictObject({ id: line(64) }),
    reply: Keys,
    once: true,
    handle: revokeKey,
  }),
];
