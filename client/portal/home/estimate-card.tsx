import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Reply } from '../../shared/api.ts';
import { Code } from '../../shared/code.tsx';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { useMessage } from '../../shared/desk/messages.tsx';
import { PhotoGallery } from '../../shared/desk/photo-gallery.tsx';
import { useReply, useSend } from '../../shared/desk/replies.ts';
import { StepForm } from '../../shared/desk/step-form.tsx';
import { useLanguage } from '../../shared/language.ts';
import { money } from '../../shared/money.ts';
import { type Answers, type OpenStep, stepInput } from '../../shared/questions.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { TimeLeft } from '../time-left.tsx';

const stepsOfTicket = 'POST /api/v1/tickets/:code/steps';
type Ticket = Reply<'GET /api/v1/tickets/:code'>;

/** An estimate that waits for an answer: what is wrong, what it costs, yes or no. */
export function EstimateCard({ code }: { readonly code: string }) {
  const t = useWords(portal);
  const say = useSay();
  const { data: ticket, error, refetch } = useReply('GET /api/v1/tickets/:code', { code });
  if (error) return <FailureAlert failure={error} retry={() => void refetch()} />;
  if (!ticket) return <Skeleton active className="card" />;
  const name = say(ticket.item.name);
  return (
    <article className="card decision">
      <header>
        <h3>
          <Link to={`/items/${ticket.item.code}`}>{name}</Link>
        </h3>
        <TimeLeft until={ticket.answerBy} />
      </header>
      <p className="decision-facts">
        <Code>{ticket.item.code}</Code>
        {ticket.item.serial && <span className="code">{ticket.item.serial}</span>}
        <span className="quiet-text">{t('estimate.ticket', { code: ticket.code })}</span>
      </p>
      <Price ticket={ticket} />
      <h4>{t('estimate.diagnosis')}</h4>
      <p className="said">{ticket.diagnosis ?? ticket.fault}</p>
      {ticket.photos.length > 0 && <PhotoGallery photos={ticket.photos} label={name} />}
      <EstimateAnswer ticket={ticket} />
      <p className="quiet-text">{t('estimate.default')}</p>
    </article>
  );
}

function Price({ ticket }: { readonly ticket: Ticket }) {
  const t = useWords(portal);
  const language = useLanguage();
  const [quote] = [...ticket.estimates].sort((a, b) => b.version - a.version);
  if (!quote) return null;
  const amount = (minor: number) => money(minor, quote.currency, language);
  return (
    <>
      <dl className="price">
        <div>
          <dt>{t('estimate.labour')}</dt>
          <dd>{amount(quote.labourMinor)}</dd>
        </div>
        <div>
          <dt>{t('estimate.parts')}</dt>
          <dd>{amount(quote.partsMinor)}</dd>
        </div>
        <div className="total">
          <dt>{t('estimate.total')}</dt>
          <dd>{amount(quote.totalMinor)}</dd>
        </div>
      </dl>
      {quote.note && <p className="said">{quote.note}</p>}
    </>
  );
}

function EstimateAnswer({ ticket }: { readonly ticket: Ticket }) {
  const t = useWords(portal);
  const say = useSay();
  const message = useMessage();
  const send = useSend(stepsOfTicket);
  const [asking, setAsking] = useState<OpenStep>();
  const take = async (step: OpenStep, answers: Answers) => {
    await send.mutateAsync(stepInput<typeof stepsOfTicket>(ticket.code, step.step, answers));
    setAsking(undefined);
    message.success(t('estimate.done'));
  };
  if (ticket.openSteps.length === 0) return <p className="quiet-text">{t('estimate.notYou')}</p>;
  /** What needs no further word is done with one tap. */
  const press = (step: OpenStep) =>
    step.fields.some(({ required }) => required) ? setAsking(step) : void take(step, {}).catch(() => {});
  return (
    <>
      <div className="decision-buttons">
        {ticket.openSteps.map((step, index) => (
          <Button
            key={step.step}
            size="large"
            type={index === 0 ? 'primary' : 'default'}
            loading={send.isPending && send.variables?.step === step.step}
            onClick={() => press(step)}
          >
            {say(step.button)}
          </Button>
        ))}
      </div>
      {send.error && !asking && <FailureAlert failure={send.error} />}
      {asking && (
        <StepForm
          title={say(asking.button)}
          questions={asking.fields}
          onDone={(answers) => take(asking, answers)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}
