import { Link } from 'react-router';
import { Code } from '../shared/code.tsx';
import { CardList } from '../shared/desk/card-list.tsx';
import { Page } from '../shared/desk/page.tsx';
import { StateTag } from '../shared/desk/state-tag.tsx';
import { useListState } from '../shared/desk/use-list-state.ts';
import { ForwardIcon } from '../shared/icons.tsx';
import { useWords } from '../shared/use-words.ts';
import { When } from '../shared/when.tsx';
import { vendor } from '../shared/words/vendor.ts';

/** What comes from the warehouse together. */
export function ConsignmentsPage() {
  const t = useWords(vendor);
  const state = useListState([], 20);
  return (
    <Page title={t('coming.title')} about={t('coming.about')}>
      <CardList
        endpoint="GET /api/v1/consignments"
        state={state}
        rowKey={(row) => row.code}
        empty={{ title: t('coming.empty'), why: t('coming.emptyWhy') }}
        card={(row) => (
          <Link to={`/consignments/${row.code}`} className="ticket-card">
            <span className="ticket-card-head">
              <b>
                <Code>{row.code}</Code>
              </b>
              <StateTag state={row.state} tone={row.handedOverAt && !row.state.ended ? 'due' : 'plain'} />
            </span>
            <span>{t('coming.count', { lines: row.lines, away: row.away })}</span>
            <span className="ticket-card-foot">
              <span className="quiet-text">
                {row.handedOverAt ? (
                  <>
                    {t('coming.handedOver')} <When at={row.handedOverAt} />
                  </>
                ) : (
                  t('coming.preparing')
                )}
              </span>
              <ForwardIcon />
            </span>
          </Link>
        )}
      />
    </Page>
  );
}
