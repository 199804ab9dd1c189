import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { allFourEyes } from '../../db/queries/access.ts';
import { type FourEyes, fourEyes } from '../../db/schema/rules.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { firstFourEyes } from '../../db/seed/four-eyes.ts';
import { conflict } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import { route } from '../http/route.ts';
import { scanId, Words } from '../http/shapes.ts';
import { accessSentences, fourEyesNames } from '../words/access.ts';
import { difference, noteRights } from './audit.ts';
import type { Actor } from './permissions.ts';

const id = z.enum(['destruction', 'hazardRelease', 'regimeOverride', 'countAdjustment']);
const Setting = z.object({
  id,
  name: Words,
  active: z.boolean(),
  /** How many articles one person may adjust alone; null where there is nothing to count. */
  above: z.number().nullable(),
  /** Cannot be set: destruction always takes two people. */
  fixed: z.boolean(),
});
const Change = z.strictObject({
  scanId,
  id,
  active: z.boolean(),
  above: z.number().int().min(0).max(1_000_000).optional(),
});

/** As they stand now; a database that is older than a setting has it as a new one begins. */
async function settings(db: Scoped): Promise<z.input<typeof Setting>[]> {
  const set = await db.ask(allFourEyes, {});
  return firstFourEyes.map((first) => ({
    ...(set.find((row) => row.id === first.id) ?? first),
    ...{ name: fourEyesNames[first.id], fixed: first.id === 'destruction' },
  }));
}

async function change(
  tx: Writing,
  actor: Actor,
  ask: Omit<FourEyes, 'above'> & { above?: number | undefined },
  context: RequestContext,
) {
  const before = (await settings(tx)).find((one) => one.id === ask.id);
  if (!before || before.fixed) throw conflict('fixed', accessSentences.alwaysTwo);
  const set = { active: ask.active, above: before.above === null ? null : (ask.above ?? before.above) };
  const { id: kind, name } = before;
  const known = await tx.first(fourEyes, eq(fourEyes.id, kind));
  if (known) await tx.change(fourEyes, known, set);
  else await tx.add(fourEyes, { id: kind, ...set });
  const about = { id: kind, name: name.zh, organisationId: 'hub' };
  const changed = difference({ active: before.active, above: before.above }, set);
  if (Object.keys(changed).length)
    await noteRights(tx, { by: actor, action: 'fourEyesSet', about, changed, context });
}

export const fourEyesRoutes = [
  route('GET /api/v1/four-eyes', {
    summary: 'What takes two people, and from how much on.',
    needs: 'rules.read',
    input: z.strictObject({}),
    reply: z.object({ rows: z.array(Setting) }),
    handle: async ({ db }) => ({ rows: await settings(db) }),
  }),
  route('PATCH /api/v1/four-eyes/:id', {
    summary: 'Whether something takes two people, and from how much on.',
    needs: 'people.manage',
    input: Change,
    proof: () => true,
    reply: z.object({ rows: z.array(Setting) }),
    once: true,
    handle: async ({ db: tx, actor, input, context }) => {
      await change(tx, actor, input, context);
      return { rows: await settings(tx) };
    },
  }),
];
