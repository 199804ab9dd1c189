import { Skeleton } from 'antd';
import { Link } from 'react-router';
import { Code } from '../../shared/code.tsx';
import { Card } from '../../shared/desk/card.tsx';
import { NoticeList } from '../../shared/desk/notices.tsx';
import { Page } from '../../shared/desk/page.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { useWords } from '../../shared/use-words.ts';
import { cards } from '../../shared/words/cards.ts';
import { portal } from '../../shared/words/portal.ts';
import { leadsTo } from '../leads-to.ts';
import { Progress } from '../returns/progress.tsx';
import { ReturnActions } from '../returns/return-actions.tsx';
import { Decisions } from './decisions.tsx';
import { OnTheWay } from './on-the-way.tsx';

/** First what needs a decision, then what is on its way, then what is new. */
export function HomePage() {
  const t = useWords(portal);
  return (
    <Page title={t('home.title')} about={t('home.about')} actions={<ReturnActions />}>
      <div className="home">
        <Decisions />
        <OnTheWay />
        <div className="home-columns">
          <NewestReturns />
          <NewestNotices />
        </div>
      </div>
    </Page>
  );
}

function NewestReturns() {
  const t = useWords(portal);
  const { data } = useReply('GET /api/v1/return-orders', { size: 5 });
  return (
    <Card title={t('home.newest')} actions={<Link to="/returns">{t('home.allReturns')}</Link>}>
      {data === undefined ? (
        <Skeleton active />
      ) : data.total === 0 ? (
        <p className="quiet-text">{t('returns.emptyWhy')}</p>
      ) : (
        <ul className="plain-list">
          {data.rows.map((row) => (
            <li key={row.code}>
              <Link to={`/returns/${row.code}`}>
                {row.reference ? <b>{row.reference}</b> : <Code>{row.code}</Code>}
              </Link>
              <Progress state={row.state} progress={row.progress} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function NewestNotices() {
  const t = useWords(cards);
  const { data } = useReply('GET /api/v1/notices', {});
  return (
    <Card title={t('notices.title')} actions={<Link to="/notices">{t('notices.all')}</Link>}>
      {data === undefined ? (
        <Skeleton active />
      ) : data.notices.length === 0 ? (
        <p className="quiet-text">{t('notices.emptyWhy')}</p>
      ) : (
        <NoticeList notices={data.notices.slice(0, 6)} leadsTo={leadsTo} />
      )}
    </Card>
  );
}
