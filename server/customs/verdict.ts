import type { CustomsAction, customsRules } from '../../db/schema/rules.ts';

type Rule = typeof customsRules.$inferSelect;
type Verdict = Rule['verdict'];

/**
 * What customs say to each way on, by the editable rule table: the first row that fits wins.
 * Nothing fits: ask customs. `today` is a Shanghai date, YYYY-MM-DD, as are the dates of validity.
 */
export const customsVerdicts = (
  rules: readonly Rule[],
  goods: { readonly customsStatus: string; readonly exportMode: string },
  today: string,
): Record<CustomsAction, Verdict> => {
  const fits = (action: CustomsAction) => (rule: Rule) =>
    (rule.status === '*' || rule.status === goods.customsStatus) &&
    (rule.mode === '*' || rule.mode === goods.exportMode) &&
    (rule.action === '*' || rule.action === action) &&
    (rule.validFrom === null || rule.validFrom <= today) &&
    (rule.validTo === null || today <= rule.validTo);
  const say = (action: CustomsAction) => rules.find(fits(action))?.verdict ?? 'ask customs';
  return {
    ...{ repair: say('repair'), resale: say('resale'), exchange: say('exchange') },
    ...{ toBuyer: say('toBuyer'), toExporter: say('toExporter'), destroy: say('destroy') },
  };
};
