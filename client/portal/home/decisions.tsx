import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { CheckIcon } from '../../shared/icons.tsx';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { EstimateCard } from './estimate-card.tsx';
import { ItemQuestion } from './item-question.tsx';

const CARDS_PER_PAGE = 4;

/** What waits for a word from the exporter, the longest waiting first. */
export function Decisions() {
  const t = useWords(portal);
  const [size, setSize] = useState(CARDS_PER_PAGE);
  const longest = { sort: 'stateSince', size };
  const quotes = useReply('GET /api/v1/tickets', { ...longest, waitsFor: 'exporter' });
  const items = useReply('GET /api/v1/items', { ...longest, waitsFor: 'exporter' });
  const failed = [quotes, items].find(({ error }) => error);
  const total = (quotes.data?.total ?? 0) + (items.data?.total ?? 0);
  const shown = (quotes.data?.rows.length ?? 0) + (items.data?.rows.length ?? 0);
  return (
    <section className="home-part" aria-labelledby="decisions">
      <h2 id="decisions">
        {t('decide.title')}
        {total > 0 && <span className="count-badge">{total}</span>}
      </h2>
      {failed?.error ? (
        <FailureAlert failure={failed.error} retry={() => void failed.refetch()} />
      ) : !quotes.data || !items.data ? (
        <Skeleton active className="card" />
      ) : total === 0 ? (
        <NothingWaits />
      ) : (
        <div className="decisions">
          {quotes.data.rows.map(({ code }) => (
            <EstimateCard key={code} code={code} />
          ))}
          {items.data.rows.map(({ code }) => (
            <ItemQuestion key={code} code={code} />
          ))}
        </div>
      )}
      {shown < total && (
        <Button block onClick={() => setSize(size + CARDS_PER_PAGE)}>
          {t('decide.more', { count: total - shown })}
        </Button>
      )}
    </section>
  );
}

function NothingWaits() {
  const t = useWords(portal);
  return (
    <p className="card all-done">
      <CheckIcon />
      <span>
        <b>{t('decide.none')}</b>
        <span className="quiet-text">{t('decide.noneWhy')}</span>
      </span>
    </p>
  );
}
