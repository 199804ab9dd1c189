import { Link } from 'react-router';
import type { Reply } from '../shared/api.ts';
import { Code } from '../shared/code.tsx';
import { CardList } from '../shared/desk/card-list.tsx';
import { ListSearch } from '../shared/desk/list-search.tsx';
import { Page } from '../shared/desk/page.tsx';
import { StateTag } from '../shared/desk/state-tag.tsx';
import { useListState } from '../shared/desk/use-list-state.ts';
import { ForwardIcon } from '../shared/icons.tsx';
import { useSay, useWords } from '../shared/use-words.ts';
import { vendor } from '../shared/words/vendor.ts';
import { isLate, Promised } from './promised.tsx';

type Ticket = Reply<'GET /api/v1/tickets'>['rows'][number];

/** What this vendor has to do, the earliest promise first. */
export function TicketsPage() {
  const t = useWords(vendor);
  const state = useListState([], 20);
  return (
    <Page title={t('tickets.title')} about={t('tickets.about')}>
      <ListSearch state={state} searchHint={t('tickets.search')} />
      <CardList
        endpoint="GET /api/v1/tickets"
        state={state}
        sort="promisedAt"
        only={{ open: 'yes' }}
        rowKey={(row) => row.code}
        empty={{ title: t('tickets.empty'), why: t('tickets.emptyWhy') }}
        card={(row) => <TicketCard ticket={row} />}
      />
    </Page>
  );
}

/** What was, the newest first. */
export function DonePage() {
  const t = useWords(vendor);
  const state = useListState([], 20);
  return (
    <Page title={t('done.title')}>
      <ListSearch state={state} searchHint={t('tickets.search')} />
      <CardList
        endpoint="GET /api/v1/tickets"
        state={state}
        sort="-stateSince"
        only={{ open: 'no' }}
        rowKey={(row) => row.code}
        empty={{ title: t('done.empty'), why: t('done.emptyWhy') }}
        card={(row) => <TicketCard ticket={row} />}
      />
    </Page>
  );
}

function TicketCard({ ticket }: { readonly ticket: Ticket }) {
  const t = useWords(vendor);
  const say = useSay();
  const { code, name, sku, serial, state, fault, cycle } = ticket;
  return (
    <Link to={`/tickets/${code}`} className={isLate(ticket) ? 'ticket-card late' : 'ticket-card'}>
      <span className="ticket-card-head">
        <b>{say(name) || sku}</b>
        <StateTag state={state} />
      </span>
      <span className="ticket-fault">{fault}</span>
      <span className="quiet-text">
        <Code>{code}</Code> {serial}
      </span>
      <span className="ticket-card-foot">
        <Promised {...ticket} />
        {cycle > 1 && <span className="state-tag due">{t('tickets.again', { n: cycle })}</span>}
        <ForwardIcon />
      </span>
    </Link>
  );
}
