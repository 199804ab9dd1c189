import { Link } from 'react-router';
import type { Words } from '../../server/words/words.ts';
import { FailureAlert } from '../shared/desk/failure-alert.tsx';
import { Page } from '../shared/desk/page.tsx';
import { useReply } from '../shared/desk/replies.ts';
import { useSay, useWords } from '../shared/use-words.ts';
import { When } from '../shared/when.tsx';
import { office } from '../shared/words/office.ts';

const phases = [
  { id: 'announced', name: office.both('board.announced') },
  { id: 'receiving', name: office.both('board.receiving') },
  { id: 'sorting', name: office.both('board.sorting') },
  { id: 'storage', name: office.both('board.storage') },
  { id: 'repair', name: office.both('board.repair') },
  { id: 'leaving', name: office.both('board.leaving') },
];

/** Where the goods stand: left to right, how many, and how long the oldest has waited. */
export function BoardPage() {
  const t = useWords(office);
  return (
    <Page title={t('board.title')} about={t('board.about')}>
      <div className="board">
        {phases.map(({ id, name }) => (
          <Phase key={id} id={id} name={name} />
        ))}
      </div>
    </Page>
  );
}

function Phase({ id, name }: { readonly id: string; readonly name: Words }) {
  const t = useWords(office);
  const say = useSay();
  const { data, error, refetch } = useReply('GET /api/v1/items', { phase: id, sort: 'stateSince', size: 1 });
  if (error) return <FailureAlert failure={error} retry={() => void refetch()} />;
  const oldest = data?.rows[0];
  return (
    <Link to={`/stock?phase=${id}`} className="board-phase">
      <h2>{say(name)}</h2>
      <b>{data?.total ?? '–'}</b>
      <span className="quiet-text">
        {oldest && (
          <>
            {t('board.oldest')} <When at={oldest.stateSince} />
          </>
        )}
      </span>
    </Link>
  );
}
