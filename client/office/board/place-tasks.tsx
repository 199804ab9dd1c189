import { Card } from '../../shared/desk/card.tsx';
import { useCodeName } from '../../shared/desk/catalogue.ts';
import { CodeLink } from '../../shared/desk/code-link.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { HowLong } from '../../shared/when.tsx';
import { office } from '../../shared/words/office.ts';
import type { Board } from './board-page.tsx';

/** What stands until somebody puts it right: bins whose goods may not lie together, and goods that fit nowhere. */
export function PlaceTasks({ mixed, nowhere }: Board['places']) {
  const t = useWords(office);
  const say = useSay();
  const name = useCodeName();
  if (mixed.length + nowhere.length === 0) return null;
  return (
    <div id="places">
      <Card title={t('board.places')} tone="bad">
        <ul className="plain-list">
          {mixed.map(({ place, why, lies }) => (
            <li key={place}>
              <span className="two-lines">
                <span>
                  <CodeLink to={`/locations/${encodeURIComponent(place)}`} code={place} />{' '}
                  {why.map((one) => say(one)).join(' ')}
                </span>
                {lies.map(({ exporter, customsStatus, pieces }) => (
                  <span key={`${exporter.zh} ${customsStatus}`} className="quiet-text">
                    {say(exporter)} · {name('customs status', customsStatus)} ·{' '}
                    {t('board.pieces', { count: pieces })}
                  </span>
                ))}
              </span>
            </li>
          ))}
          {nowhere.map(({ code, name: its, quantity, since, why }) => (
            <li key={code}>
              <span className="two-lines">
                <span>
                  <CodeLink to={`/items/${code}`} code={code} /> {say(its)} ·{' '}
                  {t('board.pieces', { count: quantity })}
                </span>
                <span className="quiet-text">{say(why)}</span>
              </span>
              <span className="side">
                <HowLong since={since} />
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
