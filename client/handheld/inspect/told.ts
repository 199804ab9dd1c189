import type { Words } from '../../../server/words/words.ts';
import { inBoth } from '../../shared/words/inspecting.ts';
import { type Answer, warning } from '../answer.ts';
import { nameOfCode } from '../catalogue.ts';
import type { Item } from '../item-card.tsx';

type Held = Pick<Item, 'holds'>;
/** Why it is held: what the house found to disagree before what somebody wrote down. */
function whyHeld({ holds }: Held): Words | undefined {
  const [first] = holds;
  return holds.find(({ why }) => why)?.why ?? (first && nameOfCode('hold', first.kind));
}

/** What it is: green only for what nothing holds, else amber with the reason. */
export function namedUnlessHeld(item: Held, answer: Answer): Answer {
  const why = whyHeld(item);
  if (!why || answer.tone !== 'success') return answer;
  const { title } = answer;
  return warning(inBoth((say, language) => say('held', { thing: title[language], why: why[language] })));
}

/** What was done with it: the same, unless what was done is that somebody put it on hold. */
export function doneUnlessHeld(before: Held, after: Held, answer: Answer): Answer {
  const why = whyHeld(after);
  const isHold = after.holds.length > before.holds.length && !after.holds.some((hold) => hold.why);
  if (!why || isHold || answer.tone !== 'success') return answer;
  const { title } = answer;
  return warning(inBoth((say, language) => say('butHeld', { done: title[language], why: why[language] })));
}
