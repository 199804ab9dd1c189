import type { ReactNode } from 'react';
import type { Reply } from '../../shared/api.ts';
import { Code } from '../../shared/code.tsx';
import { useLanguage } from '../../shared/language.ts';
import { money } from '../../shared/money.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { beforeIts, exactTime, HowLong, When } from '../../shared/when.tsx';
import { floorLater } from '../../shared/words/floor-later.ts';
import { Card, Chip } from '../parts.tsx';

export type Ticket = Reply<'GET /api/v1/tickets/:code'>;

/** A repair as its technician sees it: the thing, what is wrong with it, what was said of its price. */
export function TicketCard({ ticket }: { readonly ticket: Ticket }) {
  const t = useWords(floorLater);
  const say = useSay();
  return (
    <Card>
      <p className="thing-name">{say(ticket.item.name)}</p>
      <p>
        <Code>{ticket.item.code}</Code> <span className="quiet">{ticket.item.serial}</span>
      </p>
      <div className="chips">
        <Chip>{say(ticket.state)}</Chip>
        <Chip>
          <Code>{ticket.code}</Code>
        </Chip>
        {ticket.cycle > 1 && <Chip clock>{t('bench.cycle', { n: ticket.cycle })}</Chip>}
        {ticket.item.hazard && <Chip clock>{t('bench.hazard')}</Chip>}
        {!ticket.closedAt && (
          <Chip clock={ticket.overdue}>
            {beforeIts(t(ticket.overdue ? 'bench.overdue' : 'bench.promised'))}
            {ticket.overdue ? <HowLong since={ticket.promisedAt} /> : <When at={ticket.promisedAt} />}
          </Chip>
        )}
      </div>
    </Card>
  );
}

/** What is known of it so far. */
export function TicketFacts({ ticket }: { readonly ticket: Ticket }) {
  const t = useWords(floorLater);
  const language = useLanguage();
  const quote = ticket.estimates.at(-1);
  return (
    <Card>
      <dl className="facts">
        <Fact label={t('bench.fault')}>{ticket.fault}</Fact>
        {ticket.diagnosis && <Fact label={t('bench.diagnosis')}>{ticket.diagnosis}</Fact>}
        {quote && (
          <Fact label={t('bench.quote')}>
            {money(quote.totalMinor, quote.currency, language)}
            {quote.decisionNote && ` · ${quote.decisionNote}`}
          </Fact>
        )}
        {ticket.answerBy && <Fact label={t('bench.answerBy')}>{exactTime(ticket.answerBy)}</Fact>}
        {ticket.workDone && <Fact label={t('bench.workDone')}>{ticket.workDone}</Fact>}
      </dl>
    </Card>
  );
}

const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);
