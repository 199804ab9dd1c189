import { Link } from 'react-router';
import { usePhases } from '../../shared/desk/catalogue.ts';
import { useReply } from '../../shared/desk/replies.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { portal } from '../../shared/words/portal.ts';

/** How many items stand in each part of the road, from the announcement to the way out. */
export function OnTheWay() {
  const t = useWords(portal);
  const phases = usePhases('item').filter(({ ended }) => !ended);
  return (
    <section className="home-part" aria-labelledby="on-the-way">
      <h2 id="on-the-way">{t('home.onTheWay')}</h2>
      <ul className="road">
        {phases.map((phase) => (
          <li key={phase.id}>
            <Phase {...phase} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Phase({ id, zh, en }: { readonly id: string; readonly zh: string; readonly en: string }) {
  const t = useWords(portal);
  const say = useSay();
  const { data } = useReply('GET /api/v1/items', { phase: id, sort: 'stateSince', size: 1 });
  const oldest = data?.rows[0];
  return (
    <Link to={`/items?phase=${id}`} className={data?.total === 0 ? 'road-phase none' : 'road-phase'}>
      <span className="road-name">{say({ zh, en })}</span>
      <b>{data?.total ?? '–'}</b>
      <small>
        {oldest ? (
          <>
            {t('home.oldest')} <When at={oldest.stateSince} />
          </>
        ) : (
          t('home.nothingHere')
        )}
      </small>
    </Link>
  );
}
