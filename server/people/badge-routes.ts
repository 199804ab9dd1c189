import { z } from 'zod';
import { route } from '../http/route.ts';
import { line } from '../http/shapes.ts';
import { issueBadge, resetPin, revokeBadge } from './badges.ts';

const ById = z.strictObject({ id: line(64) });

export const badgeRoutes = [
  route('POST /api/v1/people/:id/badges', {
    summary: 'A new badge, as a PDF in the size of a bank card, and its first PIN. The badge before ends.',
    needs: 'people.manage',
    input: ById,
    proof: () => true,
    reply: z.object({
      pin: z.string(),
      /** In base64. */
      pdf: z.string(),
    }),
    once: 'because its answer is a secret, which is kept nowhere: each ends the one before',
    handle: issueBadge,
  }),
  route('POST /api/v1/people/:id/pins', {
    summary: 'A first PIN again, for whoever forgot theirs or guessed too often.',
    needs: 'people.manage',
    input: ById,
    proof: () => true,
    reply: z.object({ pin: z.string() }),
    once: 'because its answer is a secret, which is kept nowhere: each ends the one before',
    handle: resetPin,
  }),
  route('DELETE /api/v1/people/:id/badges', {
    summary: 'The end of a badge, and of every session of its owner.',
    needs: 'people.manage',
    input: ById,
    reply: z.object({ done: z.literal(true) }),
    once: true,
    handle: revokeBadge,
  }),
];
