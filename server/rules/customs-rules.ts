import { z } from 'zod';
import { allCustomsRules } from '../../db/queries/items.ts';
import { customsActions, customsRules } from '../../db/schema/rules.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { difference, noteRights } from '../access/audit.ts';
import type { Actor } from '../access/permissions.ts';
import { isCalendarDate } from '../customs/dates.ts';
import { omitUndefined } from '../http/omit-undefined.ts';
import { notFound, unusable } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import { line, prose } from '../http/shapes.ts';
import { supervisionModes } from '../identifiers/customs-numbers.ts';
import { nouns } from '../words/problems.ts';
import { ruleSentences } from '../words/rules.ts';
import { aboutRule, codeMustBeKnown } from './known-codes.ts';

const date = line(10).nullable();
const about = {
  position: z.number().int().min(1).max(1_000_000),
  /** A customs status, or * for any. */
  status: line(32),
  /** A supervision mode, or * for any. */
  mode: z.enum([...supervisionModes, '*']),
  action: z.enum([...customsActions, '*']),
  verdict: z.enum(['allowed', 'forbidden', 'ask customs']),
  zh: prose(500),
  en: prose(500),
  /** The announcement or law that says so; a rule without a source cannot be checked. */
  citation: prose(500),
  /** Local dates in Asia/Shanghai, YYYY-MM-DD; null is without beginning or end. */
  validFrom: date,
  validTo: date,
};
export const CustomsRule = z.object({ id: z.string(), ...about, mode: z.string() });
export const NewCustomsRule = z.strictObject({
  ...about,
  mode: about.mode.default('*'),
  validFrom: date.default(null),
  validTo: date.default(null),
});
export const CustomsRuleChange = z.strictObject(z.object(about).partial().shape);

/** Tells the writer what is wrong with a rule that has the right shape. */
async function mustMakeSense(db: Scoped, ask: z.output<typeof CustomsRuleChange>, before?: Rule) {
  for (const field of ['validFrom', 'validTo'] as const)
    if (ask[field] && !isCalendarDate(ask[field]))
      throw unusable([{ path: [field], code: 'date' }], ruleSentences.notADate);
  const { validFrom: from, validTo: to } = { ...before, ...omitUndefined(ask) };
  if (from && to && from > to)
    throw unusable([{ path: ['validTo'], code: 'backwards' }], ruleSentences.backwards);
  if (ask.status && ask.status !== '*') await codeMustBeKnown(db, 'customs status', ask.status, ['status']);
}
type Rule = typeof customsRules.$inferSelect;

async function getRule(db: Scoped, id: string): Promise<Rule> {
  const found = (await db.ask(allCustomsRules, {})).find((rule) => rule.id === id);
  if (!found) throw notFound(nouns.rule, id);
  return found;
}

export async function addCustomsRule(
  tx: Writing,
  actor: Actor,
  ask: z.output<typeof NewCustomsRule>,
  context: RequestContext,
): Promise<Rule> {
  await mustMakeSense(tx, ask);
  const id = context.newId();
  await tx.add(customsRules, { ...ask, id });
  const changed = difference({}, ask);
  await noteRights(tx, {
    by: actor,
    action: 'customsRuleAdded',
    about: aboutRule(id, ask.zh),
    changed,
    context,
  });
  return getRule(tx, id);
}

export async function changeCustomsRule(
  tx: Writing,
  actor: Actor,
  { id, ...ask }: z.output<typeof CustomsRuleChange> & { readonly id: string },
  context: RequestContext,
): Promise<Rule> {
  const before = await getRule(tx, id);
  await mustMakeSense(tx, ask, before);
  const set = omitUndefined(ask);
  if (Object.keys(set).length) await tx.change(customsRules, before, set);
  const changed = difference(before, set);
  const about = aboutRule(id, before.zh);
  if (Object.keys(changed).length)
    await noteRights(tx, { by: actor, action: 'customsRuleChanged', about, changed, context });
  return getRule(tx, id);
}
