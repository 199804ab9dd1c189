import { z } from 'zod';
import { allDispositionRules } from '../../db/queries/items.ts';
import { customsActions, dispositionRules } from '../../db/schema/rules.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { difference, noteRights } from '../access/audit.ts';
import type { Actor } from '../access/permissions.ts';
import { omitUndefined } from '../http/omit-undefined.ts';
import { notFound } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import { line, prose } from '../http/shapes.ts';
import { nouns } from '../words/problems.ts';
import { aboutRule, codeMustBeKnown } from './known-codes.ts';

const codes = z.array(line(8)).min(1).max(40).readonly().exactOptional();
/** Every condition that is named must be met; a test that names none fits everything. */
const Test = z.strictObject({
  grade: codes,
  hazard: z.boolean().exactOptional(),
  wish: codes,
  reason: codes,
  outcome: codes,
  customs: z
    .strictObject({
      action: z.enum(customsActions),
      verdict: z.enum(['allowed', 'forbidden', 'ask customs']),
    })
    .exactOptional(),
  owner: z.enum(['known', 'unknown']).exactOptional(),
});
const about = {
  position: z.number().int().min(1).max(1_000_000),
  test: Test,
  disposition: line(8),
  zh: prose(300),
  en: prose(300),
  active: z.boolean(),
};
export const DispositionRule = z.object({ id: z.string(), version: z.number(), ...about });
export const NewDispositionRule = z.strictObject({ ...about, active: about.active.default(true) });
export const DispositionRuleChange = z.strictObject(z.object(about).partial().shape);
type Change = z.output<typeof DispositionRuleChange>;
type Rule = typeof dispositionRules.$inferSelect;

async function mustMakeSense(db: Scoped, { test, disposition }: Change) {
  if (disposition) await codeMustBeKnown(db, 'disposition', disposition, ['disposition']);
  const named = { grade: 'grade', wish: 'disposition', reason: 'reason', outcome: 'outcome' } as const;
  for (const [field, list] of Object.entries(named))
    for (const code of test?.[field as keyof typeof named] ?? [])
      await codeMustBeKnown(db, list, code, ['test', field]);
}

async function getRule(db: Scoped, id: string): Promise<Rule> {
  const found = (await db.ask(allDispositionRules, {})).find((rule) => rule.id === id);
  if (!found) throw notFound(nouns.rule, id);
  return found;
}

export async function addDispositionRule(
  tx: Writing,
  actor: Actor,
  ask: z.output<typeof NewDispositionRule>,
  context: RequestContext,
): Promise<Rule> {
  await mustMakeSense(tx, ask);
  const id = context.newId();
  await tx.add(dispositionRules, { ...ask, id, version: 1 });
  const changed = difference({}, ask);
  await noteRights(tx, {
    by: actor,
    action: 'dispositionRuleAdded',
    about: aboutRule(id, ask.zh),
    changed,
    context,
  });
  return getRule(tx, id);
}

/** A changed rule is another version, so that advice already given still says by which. */
export async function changeDispositionRule(
  tx: Writing,
  actor: Actor,
  { id, ...ask }: Change & { readonly id: string },
  context: RequestContext,
): Promise<Rule> {
  const before = await getRule(tx, id);
  await mustMakeSense(tx, ask);
  const set = { ...omitUndefined(ask), version: before.version + 1 };
  await tx.change(dispositionRules, before, set);
  const [changed, about] = [difference(before, set), aboutRule(id, before.zh)];
  await noteRights(tx, { by: actor, action: 'dispositionRuleChanged', about, changed, context });
  return getRule(tx, id);
}
