import { useParams } from 'react-router';
import type { Reply } from '../shared/api.ts';
import { CopyCode, grouped } from '../shared/code.tsx';
import { Card, Facts } from '../shared/desk/card.tsx';
import { useCodeName } from '../shared/desk/catalogue.ts';
import { useReply } from '../shared/desk/replies.ts';
import { StateTag } from '../shared/desk/state-tag.tsx';
import { ThingPage } from '../shared/desk/thing-page.tsx';
import { Timeline } from '../shared/desk/timeline.tsx';
import { useSay, useWords } from '../shared/use-words.ts';
import { vendor } from '../shared/words/vendor.ts';
import { Estimates } from './estimates.tsx';
import { Promised } from './promised.tsx';
import { TicketPhotos } from './ticket-photos.tsx';
import { TicketSteps } from './ticket-steps.tsx';

type Ticket = Reply<'GET /api/v1/tickets/:code'>;

/** One repair: what is wrong, what to do next with a large button, photos, price. */
export function TicketPage() {
  const { code = '' } = useParams();
  const say = useSay();
  const asked = useReply('GET /api/v1/tickets/:code', { code });
  return (
    <ThingPage
      asked={asked}
      waiting={grouped(code)}
      show={(ticket) => ({
        title: say(ticket.item.name) || (ticket.item.sku ?? grouped(code)),
        about: (
          <span className="ticket-about">
            <CopyCode>{ticket.code}</CopyCode>
            <StateTag state={ticket.state} />
            <Promised {...ticket} />
          </span>
        ),
        main: <Main ticket={ticket} />,
      })}
    />
  );
}

function Main({ ticket }: { readonly ticket: Ticket }) {
  const t = useWords(vendor);
  const say = useSay();
  const name = useCodeName();
  const facts = [
    { name: t('ticket.fault'), value: <b className="said">{ticket.fault}</b> },
    { name: t('ticket.item'), value: <CopyCode>{ticket.item.code}</CopyCode> },
    { name: t('ticket.sku'), value: ticket.item.sku && <span className="code">{ticket.item.sku}</span> },
    { name: t('ticket.serial'), value: ticket.item.serial && <CopyCode>{ticket.item.serial}</CopyCode> },
    { name: t('ticket.grade'), value: ticket.item.grade && name('grade', ticket.item.grade) },
    {
      name: t('ticket.diagnosis'),
      value: ticket.diagnosis && <span className="said">{ticket.diagnosis}</span>,
    },
    { name: t('ticket.outcome'), value: ticket.outcome && name('outcome', ticket.outcome) },
    { name: t('ticket.workDone'), value: ticket.workDone && <span className="said">{ticket.workDone}</span> },
  ];
  return (
    <>
      <NextStep ticket={ticket} />
      {ticket.item.hazard && <p className="hazard">{t('ticket.hazard')}</p>}
      <Card title={t('ticket.about')}>
        <Facts facts={facts.filter(({ value }) => value !== null && value !== '')} />
      </Card>
      <TicketPhotos ticket={ticket} />
      {ticket.estimates.length > 0 && <Estimates estimates={ticket.estimates} answerBy={ticket.answerBy} />}
      <Card title={t('ticket.history')}>
        <Timeline
          label={t('ticket.history')}
          happened={[...ticket.journal]
            .sort((a, b) => b.at.localeCompare(a.at))
            .map(({ step, at, button, to }, index) => ({
              key: `${index} ${step}`,
              at,
              title: say(button),
              by: <span className="quiet-text">{say(to)}</span>,
            }))}
        />
      </Card>
    </>
  );
}

/** What there is to do now, or for whom one waits. */
function NextStep({ ticket }: { readonly ticket: Ticket }) {
  const t = useWords(vendor);
  const { id } = ticket.state;
  // There are words for the states in which somebody else is next, and for those in which nobody has begun.
  const waits = id in vendor.zh.waits ? t(`waits.${id as 'ready'}`) : undefined;
  const idle = id in vendor.zh.idle ? (id as 'intake') : 'other';
  return (
    <section className="next-step" aria-labelledby="next-step">
      <h2 id="next-step">{t('ticket.next')}</h2>
      {waits && <p>{waits}</p>}
      {ticket.openSteps.length > 0 ? (
        <TicketSteps ticket={ticket} quiet={waits !== undefined} />
      ) : (
        !waits && <p>{t(`idle.${idle}`)}</p>
      )}
    </section>
  );
}
