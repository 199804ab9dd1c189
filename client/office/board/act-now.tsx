import { Link } from 'react-router';
import { usePhases, useStatesWaitingFor } from '../../shared/desk/catalogue.ts';
import { useReply } from '../../shared/desk/replies.ts';
import { CheckIcon } from '../../shared/icons.tsx';
import { useMay } from '../../shared/signed-in.tsx';
import { useWords } from '../../shared/use-words.ts';
import { office } from '../../shared/words/office.ts';
import type { Board } from './board-page.tsx';

/** What somebody must act on: red where there is any of it, and a way to it. */
export function ActNow({ board }: { readonly board: Board }) {
  const t = useWords(office);
  const may = useMay();
  const toReview = useStatesWaitingFor('returnOrder', 'staff');
  const toAnswer = useStatesWaitingFor('ticket', 'exporter');
  const notEnded = usePhases('item').flatMap(({ id, ended }) => (ended ? [] : [id]));
  const { data: orders } = useReply(
    'GET /api/v1/return-orders',
    { waitsFor: 'staff', size: 1 },
    { enabled: may('returns.read') },
  );
  const all = [
    { name: 'orders', count: orders?.total ?? 0, to: `/arrivals?state=${toReview}`, needs: 'returns.read' },
    { name: 'overdue', count: board.overdueTickets, to: '/repair?overdue=yes', needs: 'tickets.read' },
    {
      name: 'estimates',
      count: board.estimatesWaiting,
      to: `/repair?state=${toAnswer}`,
      needs: 'tickets.read',
    },
    {
      name: 'windows',
      count: board.windowsClosing,
      to: `/stock?window=30&phase=${notEnded.join(',')}&sort=windowDays`,
      needs: 'items.read',
    },
    {
      name: 'places',
      count: board.places.mixed.length + board.places.nowhere.length,
      to: '#places',
      needs: 'board.read',
    },
    { name: 'holds', count: board.openHolds, to: '/stock?held=yes', needs: 'items.read' },
  ] as const;
  const mine = all.filter(({ needs }) => may(needs));
  return (
    <section aria-label={t('board.act')}>
      <ul className="act-now">
        {mine.map(({ name, count, to }) => (
          <li key={name}>
            <Link to={to} className={count > 0 ? 'act' : 'act calm'}>
              <b>{count > 0 ? count : <CheckIcon size={28} />}</b>
              <span>{t(`board.${name}`)}</span>
              {count === 0 && <span className="unseen">0</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
