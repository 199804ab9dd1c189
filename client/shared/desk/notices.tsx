import { Button, Skeleton } from 'antd';
import { Link } from 'react-router';
import type { Reply } from '../api.ts';
import { BellIcon } from '../icons.tsx';
import { useSay, useWords } from '../use-words.ts';
import { When } from '../when.tsx';
import { cards } from '../words/cards.ts';
import { EmptyState } from './empty-state.tsx';
import { FailureAlert } from './failure-alert.tsx';
import { Page } from './page.tsx';
import { useReply, useSend } from './replies.ts';

type Notices = Reply<'GET /api/v1/notices'>;
export type Notice = Notices['notices'][number];
/** Where a notice leads on this face of the house; nowhere, if it has no page for that. */
export type LeadsTo = (about: Notice['about']) => string | undefined;

/** The bell in the head of a portal, with how many notices wait. */
export function NoticeBell() {
  const t = useWords(cards);
  const { data } = useReply('GET /api/v1/notices', {});
  const count = data?.unread ?? 0;
  return (
    <Link
      to="/notices"
      className="bell"
      aria-label={count ? t('notices.bell', { count }) : t('notices.bellNone')}
    >
      <BellIcon />
      {count > 0 && <b>{count > 99 ? '99+' : count}</b>}
    </Link>
  );
}

/** For how long the office does not know of a new notice while nothing else is done in it. */
const POLL_INTERVAL_MS = 60_000;

/** The same for a list of links: the word, and how many wait. */
export function UnreadNotices() {
  const t = useWords(cards);
  const { data } = useReply('GET /api/v1/notices', {}, { every: POLL_INTERVAL_MS });
  const count = data?.unread ?? 0;
  return count ? t('notices.withUnread', { count }) : t('notices.title');
}

/** All notices; what leads somewhere is a link, and following it marks it as read. */
export function AllNotices({ leadsTo }: { readonly leadsTo: LeadsTo }) {
  const t = useWords(cards);
  const { data, error, refetch } = useReply('GET /api/v1/notices', {});
  const read = useSend('POST /api/v1/notices/reading');
  const unread = data?.notices.filter((one) => !one.read).map(({ id }) => id) ?? [];
  return (
    <Page
      title={t('notices.title')}
      about={t('notices.about')}
      actions={
        unread.length > 0 && (
          <Button loading={read.isPending} onClick={() => read.mutate({ ids: unread })}>
            {t('notices.allRead')}
          </Button>
        )
      }
    >
      {error ? (
        <FailureAlert failure={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : data.notices.length === 0 ? (
        <EmptyState title={t('notices.empty')} why={t('notices.emptyWhy')} />
      ) : (
        <NoticeList notices={data.notices} leadsTo={leadsTo} />
      )}
    </Page>
  );
}

export function NoticeList({
  notices,
  leadsTo,
}: {
  readonly notices: readonly Notice[];
  readonly leadsTo: LeadsTo;
}) {
  const t = useWords(cards);
  const say = useSay();
  const read = useSend('POST /api/v1/notices/reading');
  return (
    <ul className="notices">
      {notices.map((notice) => {
        const to = leadsTo(notice.about);
        const words = (
          <>
            <span className="notice-words">
              {!notice.read && <span className="notice-dot" role="img" aria-label={t('notices.isNew')} />}
              {say(notice.words)}
            </span>
            <span className="quiet-text">
              <When at={notice.at} />
            </span>
          </>
        );
        return (
          <li key={notice.id} className={notice.read ? '' : 'unread'}>
            {to ? (
              <Link to={to} onClick={() => notice.read || read.mutate({ ids: [notice.id] })}>
                {words}
              </Link>
            ) : (
              <div>{words}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
