import { useSay, useWords } from '../../shared/use-words.ts';
import { floor } from '../../shared/words/floor.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { useCatalogue } from '../catalogue.ts';
import { Card, SideButton } from '../parts.tsx';

/** What the next piece will be received with. */
export function NextIs({ code, onClear }: { readonly code: string; readonly onClear: () => void }) {
  const t = useWords(floor);
  const h = useWords(handheld);
  const say = useSay();
  const { nameOf } = useCatalogue();
  return (
    <Card label={t('receive.nextIs')}>
      <div className="card-row">
        <p className="reason strong">{say(nameOf('exception', code))}</p>
        <SideButton onClick={onClear}>{h('key.drop')}</SideButton>
      </div>
    </Card>
  );
}
