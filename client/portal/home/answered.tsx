import { Button } from 'antd';
import type { Reply } from '../../shared/api.ts';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';

/** A card that asks something about the thing with this code; where it stands alone there is nothing to put it away from. */
export interface Asked {
  readonly code: string;
  readonly dismiss?: () => void;
}

/** Where the buttons of a card stood that needs no answer any more: the card keeps its place until it is put away. */
export function Answered({
  state,
  dismiss,
}: {
  readonly state: Reply<'GET /api/v1/tickets/:code'>['state'];
  readonly dismiss: (() => void) | undefined;
}) {
  const t = useWords(portal);
  return (
    <p className="decision-answered" role="status">
      <span>
        {t('decide.answered')} <StateTag state={state} />
      </span>
      {dismiss && <Button onClick={dismiss}>{t('decide.dismiss')}</Button>}
    </p>
  );
}
