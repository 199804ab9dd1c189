import type { Words } from '../../../server/words/words.ts';
import { useSay } from '../use-words.ts';

type Tone = 'plain' | 'good' | 'due' | 'bad';

/** A state in one word; colour only where it says something that the word does not. */
export function StateTag({ state, tone = 'plain' }: { readonly state: Words; readonly tone?: Tone }) {
  const say = useSay();
  return <span className={`state-tag ${tone}`}>{say(state)}</span>;
}
