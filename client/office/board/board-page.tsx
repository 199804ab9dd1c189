import { Skeleton } from 'antd';
import { Link } from 'react-router';
import type { Reply } from '../../shared/api.ts';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { Page } from '../../shared/desk/page.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { HowLong } from '../../shared/when.tsx';
import { office } from '../../shared/words/office.ts';
import { ActNow } from './act-now.tsx';
import { PlaceTasks } from './place-tasks.tsx';
import './board.css';

export type Board = Reply<'GET /api/v1/board'>;
type Phase = Board['phases'][number];
type State = Board['states'][number];

/** Where the goods stand: left to right, how many, how long the oldest has waited, and what somebody must do. */
export function BoardPage() {
  const t = useWords(office);
  const { data: board, error, refetch } = useReply('GET /api/v1/board', {});
  return (
    <Page title={t('board.title')} about={t('board.about')}>
      {error ? (
        <FailureAlert failure={error} retry={() => void refetch()} />
      ) : board ? (
        <>
          <ActNow board={board} />
          <PlaceTasks {...board.places} />
          <Flow board={board} />
        </>
      ) : (
        <Skeleton active paragraph={{ rows: 10 }} />
      )}
    </Page>
  );
}

function Flow({ board: { phases, states } }: { readonly board: Board }) {
  const t = useWords(office);
  const most = Math.max(1, ...states.filter((one) => !one.state.ended).map((one) => one.items));
  const of = (phase: Phase) => states.filter(({ state }) => state.phase === phase.id);
  return (
    <section aria-label={t('board.flow')} className="flow-whole">
      <ol className="flow">
        {phases
          .filter(({ ended }) => !ended)
          .map((phase) => (
            <li key={phase.id} className="flow-phase">
              <PhaseHead phase={phase} />
              {of(phase).map((one) => (
                <StateBox key={one.state.id} one={one} most={most} />
              ))}
            </li>
          ))}
      </ol>
      {phases
        .filter(({ ended }) => ended)
        .map((phase) => (
          <Ended key={phase.id} phase={phase} states={of(phase)} />
        ))}
    </section>
  );
}

function PhaseHead({ phase }: { readonly phase: Phase }) {
  const t = useWords(office);
  const say = useSay();
  return (
    <Link to={`/stock?phase=${phase.id}`} className="flow-head">
      <h2>{say(phase)}</h2>
      <b>{phase.items}</b>
      <span>{t('board.pieces', { count: phase.pieces })}</span>
    </Link>
  );
}

function StateBox({ one, most }: { readonly one: State; readonly most: number }) {
  const t = useWords(office);
  const say = useSay();
  const { state, items, pieces, oldestSince } = one;
  return (
    <Link
      to={`/stock?state=${state.id}&sort=stateSince`}
      className={items ? 'flow-state' : 'flow-state none'}
    >
      <span className="flow-name">
        {say(state)}
        <b>{items}</b>
      </span>
      <span className="flow-bar" aria-hidden="true">
        <span style={{ width: `${(100 * items) / most}%` }} />
      </span>
      <small>
        {items === 0 ? (
          t('board.empty')
        ) : (
          <>
            {t('board.pieces', { count: pieces })}
            {oldestSince && (
              <span>
                {t('board.oldest')} <HowLong since={oldestSince} />
              </span>
            )}
          </>
        )}
      </small>
    </Link>
  );
}

function Ended({ phase, states }: { readonly phase: Phase; readonly states: readonly State[] }) {
  const say = useSay();
  return (
    <div className="flow-ended">
      <h2>
        <Link to={`/stock?phase=${phase.id}`}>
          {say(phase)} <b>{phase.items}</b>
        </Link>
      </h2>
      <ul>
        {states
          .filter(({ items }) => items > 0)
          .map(({ state, items }) => (
            <li key={state.id}>
              <Link to={`/stock?state=${state.id}`}>
                {say(state)} <b>{items}</b>
              </Link>
            </li>
          ))}
      </ul>
    </div>
  );
}
