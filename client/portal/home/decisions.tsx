import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { CheckIcon } from '../../shared/icons.tsx';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { EstimateCard } from './estimate-card.tsx';
import { ItemQuestion } from './item-question.tsx';
import { useStaying } from './use-staying.ts';

const CARDS_PER_PAGE = 4;
const keyOf = (kind: 'quote' | 'item', code: string) => `${kind} ${code}`;

/** What waits for a word from the exporter, the longest waiting first. */
export function Decisions() {
  const t = useWords(portal);
  const [size, setSize] = useState(CARDS_PER_PAGE);
  const longest = { sort: 'stateSince', size };
  const quotes = useReply('GET /api/v1/tickets', { ...longest, waitsFor: 'exporter' });
  const items = useReply('GET /api/v1/items', { ...longest, waitsFor: 'exporter' });
  const failed = [quotes, items].find(({ error }) => error);
  const total = (quotes.data?.total ?? 0) + (items.data?.total ?? 0);
  const waiting = (quotes.data?.rows.length ?? 0) + (items.data?.rows.length ?? 0);
  const { shown, dismiss } = useStaying([
    ...(quotes.data?.rows ?? []).map(({ code }) => keyOf('quote', code)),
    ...(items.data?.rows ?? []).map(({ code }) => keyOf('item', code)),
  ]);
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
      ) : shown.length === 0 ? (
        <NothingWaits />
      ) : (
        <div className="decisions">
          {shown.map((key) => {
            const [kind, code = ''] = key.split(' ');
            const Asked = kind === 'quote' ? EstimateCard : ItemQuestion;
            return <Asked key={key} code={code} dismiss={() => dismiss(key)} />;
          })}
        </div>
      )}
      {waiting < total && (
        <Button block onClick={() => setSize(size + CARDS_PER_PAGE)}>
          {t('decide.more', { count: total - waiting })}
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
