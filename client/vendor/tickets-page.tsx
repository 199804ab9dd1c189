import { Code } from '../shared/code.tsx';
import { Page } from '../shared/desk/page.tsx';
import { StateTag } from '../shared/desk/state-tag.tsx';
import { useWords } from '../shared/use-words.ts';
import { When } from '../shared/when.tsx';
import { vendor } from '../shared/words/vendor.ts';
import { CardList } from './card-list.tsx';

/** What this vendor has to do, the earliest promise first. */
export function TicketsPage() {
  const t = useWords(vendor);
  return (
    <Page title={t('tickets.title')}>
      <CardList
        endpoint="GET /api/v1/tickets"
        sort="promisedAt"
        rowKey={(row) => row.code}
        empty={{ title: t('tickets.empty'), why: t('tickets.emptyWhy') }}
        card={(row) => (
          <article className="ticket-card">
            <Code>{row.code}</Code>
            <StateTag state={row.state} />
            <p className="quiet-text">
              {t('tickets.due')} <When at={row.promisedAt} />
            </p>
          </article>
        )}
      />
    </Page>
  );
}
