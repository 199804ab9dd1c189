import { useEffect, useState } from 'react';
import { addressOf, call, type Reply } from '../../shared/api.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { floorLater } from '../../shared/words/floor-later.ts';
import { Rows } from '../rows.tsx';

type History = Reply<'GET /api/v1/items/:code/history'>;
const MAX_EVENTS_SHOWN = 5;
const MAX_PHOTOS_SHOWN = 4;

/** The last things that happened to an item, and its newest photos. */
export function Past({ code, since }: { readonly code: string; readonly since: string }) {
  const t = useWords(floorLater);
  const say = useSay();
  const [history, setHistory] = useState<History>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state has another past
  useEffect(() => {
    let gone = false;
    call('GET /api/v1/items/:code/history', { code }).then(
      (found) => !gone && setHistory(found),
      () => !gone && setHistory(undefined),
    );
    return () => {
      gone = true;
    };
  }, [code, since]);
  if (!history) return null;
  return (
    <>
      {history.photos.length > 0 && (
        <ul className="photos" aria-label={t('find.photos')}>
          {history.photos.slice(-MAX_PHOTOS_SHOWN).map(({ id }, i) => (
            <li key={id}>
              <img
                src={addressOf('GET /api/v1/photos/:id/thumbnail', { id })}
                alt={t('find.photo', { n: i + 1 })}
              />
            </li>
          ))}
        </ul>
      )}
      <section className="card flush">
        <h2 className="card-label">{t('find.past')}</h2>
        <Rows
          rows={history.events.slice(0, MAX_EVENTS_SHOWN).map((event) => ({
            id: String(event.seq),
            title: say(event.button),
            quiet: event.by,
            end: (
              <span className="quiet">
                <When at={event.at} />
              </span>
            ),
          }))}
        />
      </section>
    </>
  );
}
