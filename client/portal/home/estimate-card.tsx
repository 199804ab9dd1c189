import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Reply } from '../../shared/api.ts';
import { Code } from '../../shared/code.tsx';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { useMessage } from '../../shared/desk/messages.tsx';
import { PhotoGallery } from '../../shared/desk/photo-gallery.tsx';
import { useReply, useStep } from '../../shared/desk/replies.ts';
import { StepForm } from '../../shared/desk/step-form.tsx';
import { useLanguage } from '../../shared/language.ts';
import { money } from '../../shared/money.ts';
import { type Answers, type OpenStep, stepInput } from '../../shared/questions.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { TimeLeft } from '../time-left.tsx';
import { AgreeToAmount } from './agree-to-amount.tsx';
import { Answered, type Asked } from './answered.tsx';

const stepsOfTicket = 'POST /api/v1/tickets/:code/steps';
type Ticket = Reply<'GET /api/v1/tickets/:code'>;
type Quote = Ticket['estimates'][number];

/** An estimate that waits for an answer: what is wrong, what it costs, yes or no. */
export function EstimateCard({ code, dismiss }: Asked) {
  const t = useWords(portal);
  const say = useSay();
  const { data: ticket, error, refetch } = useReply('GET /api/v1/tickets/:code', { code });
  if (error) return <FailureAlert failure={error} retry={() => void refetch()} />;
  if (!ticket) return <Skeleton active className="card" />;
  const name = say(ticket.item.name);
  const [quote] = [...ticket.estimates].sort((a, b) => b.version - a.version);
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
      {quote && <Price quote={quote} />}
      <h4>{t('estimate.diagnosis')}</h4>
      <p className="said">{ticket.diagnosis ?? ticket.fault}</p>
      {ticket.photos.length > 0 && <PhotoGallery photos={ticket.photos} label={name} />}
      {ticket.state.waitsFor !== 'exporter' ? (
        <Answered state={ticket.state} dismiss={dismiss} />
      ) : (
        quote && <EstimateAnswer ticket={ticket} quote={quote} />
      )}
      <p className="quiet-text">{t('estimate.default')}</p>
    </article>
  );
}

function Price({ quote }: { readonly quote: Quote }) {
  const t = useWords(portal);
  const language = useLanguage();
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

/** What was pressed, and the estimate that stood on the card when it was. */
interface Pressed {
  readonly step: OpenStep;
  readonly quote: Quote;
  /** How far down the screen. */
  readonly at: number;
}

function EstimateAnswer({ ticket, quote }: { readonly ticket: Ticket; readonly quote: Quote }) {
  const t = useWords(portal);
  const say = useSay();
  const message = useMessage();
  const send = useStep(stepsOfTicket);
  const [pressed, setPressed] = useState<Pressed>();
  if (ticket.openSteps.length === 0) return <p className="quiet-text">{t('estimate.notYou')}</p>;
  const close = () => {
    send.reset();
    setPressed(undefined);
  };
  const take = async ({ step, quote: { version, totalMinor, currency } }: Pressed, answers: Answers) => {
    const named = { ...answers, estimate: { version, totalMinor, currency } };
    await send.mutateAsync(stepInput<typeof stepsOfTicket>(ticket.code, step, named));
    setPressed(undefined);
    message.success(t('estimate.done'));
  };
  return (
    <>
      <div className="decision-buttons">
        {ticket.openSteps.map((step, index) => (
          <Button
            key={step.step}
            size="large"
            type={index === 0 ? 'primary' : 'default'}
            onClick={({ clientY }) => setPressed({ step, quote, at: clientY })}
          >
            {say(step.button)}
          </Button>
        ))}
      </div>
      {pressed &&
        (pressed.step.fields.some(({ required }) => required) ? (
          <StepForm
            title={say(pressed.step.button)}
            questions={pressed.step.fields}
            onDone={(answers) => take(pressed, answers)}
            onClose={close}
          />
        ) : (
          <AgreeToAmount
            button={pressed.step.button}
            agreed={pressed.quote}
            newest={quote}
            changed={pressed.step.seen !== ticket.version}
            at={pressed.at}
            busy={send.isPending}
            failure={send.error}
            onAgree={() => void take(pressed, {}).catch(() => {})}
            onClose={close}
          />
        ))}
    </>
  );
}
