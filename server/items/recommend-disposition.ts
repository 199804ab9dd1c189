import type { CustomsAction, DispositionTest, dispositionRules } from '../../db/schema/rules.ts';

type Rule = typeof dispositionRules.$inferSelect;

/** What a disposition rule may look at. */
export interface Findings {
  readonly grade: string;
  readonly hazard: boolean;
  readonly wish: string | null;
  readonly reason: string;
  readonly outcome: string | null;
  readonly ownerKnown: boolean;
  readonly customs: Readonly<Record<CustomsAction, string>>;
}

/** Whether every condition that the rule names is met. */
export const ruleApplies = (test: DispositionTest, it: Findings): boolean =>
  (test.grade?.includes(it.grade) ?? true) &&
  (test.hazard === undefined || test.hazard === it.hazard) &&
  (test.wish === undefined || (it.wish !== null && test.wish.includes(it.wish))) &&
  (test.reason?.includes(it.reason) ?? true) &&
  (test.outcome === undefined || (it.outcome !== null && test.outcome.includes(it.outcome))) &&
  (test.owner === undefined || (test.owner === 'known') === it.ownerKnown) &&
  (test.customs === undefined || it.customs[test.customs.action] === test.customs.verdict);

/** Where it should go, by the first rule in order of position that fits; and which rule and version said so. */
export function recommendDisposition(
  rules: readonly Rule[],
  it: Findings,
): { disposition: string; by: string } | null {
  const rule = rules.find(({ active, test }) => active && ruleApplies(test, it));
  return rule ? { disposition: rule.disposition, by: `${rule.id}.${rule.version}` } : null;
}
