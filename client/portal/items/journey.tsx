import type { Reply } from '../../shared/api.ts';
import { usePhases } from '../../shared/desk/catalogue.ts';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { CheckIcon } from '../../shared/icons.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';

type State = Reply<'GET /api/v1/items'>['rows'][number]['state'];
/** Where an item stands, in one word; in colour, what the exporter has to see at a glance. */
export const Stage = ({ state }: { readonly state: State }) => (
  <StateTag state={state} tone={state.waitsFor === 'exporter' ? 'due' : (state.news ?? 'plain')} />
);

/** The road of an item as a calm line: where it was, where it is, what it did not need. */
export function Journey({ state, been }: { readonly state: State; readonly been: ReadonlySet<string> }) {
  const t = useWords(portal);
  const say = useSay();
  const phases = usePhases('item');
  return (
    <ol className="journey" aria-label={t('items.journey')}>
      {phases.map((phase) => {
        const here = phase.id === state.phase;
        const stood = here || been.has(phase.id);
        return (
          <li
            key={phase.id}
            className={here ? 'here' : stood ? 'been' : ''}
            {...(here ? { 'aria-current': 'step' as const } : {})}
          >
            <span className="journey-dot">{stood && !here && <CheckIcon size={14} />}</span>
            <span className="journey-name">{say(phase)}</span>
            {here && <span className="journey-state">{say(state)}</span>}
          </li>
        );
      })}
    </ol>
  );
}
