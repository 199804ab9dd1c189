import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { addressOf, type Reply } from '../shared/api.ts';
import { Code, CopyCode, grouped } from '../shared/code.tsx';
import { Card } from '../shared/desk/card.tsx';
import { useMessage } from '../shared/desk/messages.tsx';
import { PaperLink } from '../shared/desk/paper-link.tsx';
import { useReply, useStep } from '../shared/desk/replies.ts';
import { StateTag } from '../shared/desk/state-tag.tsx';
import { ThingPage } from '../shared/desk/thing-page.tsx';
import { Failure } from '../shared/failure.ts';
import { CheckIcon } from '../shared/icons.tsx';
import { stepInput } from '../shared/questions.ts';
import { useSay, useWords } from '../shared/use-words.ts';
import { When } from '../shared/when.tsx';
import { vendor } from '../shared/words/vendor.ts';

type Consignment = Reply<'GET /api/v1/consignments/:code'>;
const stepsOfTicket = 'POST /api/v1/tickets/:code/steps';

/** One consignment: each thing in it is ticked off by taking it in. */
export function ConsignmentPage() {
  const { code = '' } = useParams();
  const t = useWords(vendor);
  const asked = useReply('GET /api/v1/consignments/:code', { code });
  return (
    <ThingPage
      asked={asked}
      waiting={grouped(code)}
      show={(consignment) => ({
        title: t('coming.one'),
        about: (
          <span className="ticket-about">
            <CopyCode>{consignment.code}</CopyCode>
            <StateTag state={consignment.state} />
          </span>
        ),
        actions: (
          <PaperLink href={addressOf('GET /api/v1/consignments/:code/list.pdf', { code: consignment.code })}>
            {t('coming.list')}
          </PaperLink>
        ),
        main: <Lines consignment={consignment} />,
      })}
    />
  );
}

function Lines({ consignment: { items, handedOverAt } }: { readonly consignment: Consignment }) {
  const t = useWords(vendor);
  const taken = items.filter(({ takenInAt }) => takenInAt !== null).length;
  return (
    <Card title={t('coming.taken', { taken, lines: items.length })}>
      {handedOverAt === null && <p className="quiet-text">{t('coming.notYet')}</p>}
      <ul className="consignment-lines">
        {items.map((line) => (
          <Line key={line.ticket} line={line} here={handedOverAt !== null} />
        ))}
      </ul>
    </Card>
  );
}

function Line({ line, here }: { readonly line: Consignment['items'][number]; readonly here: boolean }) {
  const t = useWords(vendor);
  const say = useSay();
  const message = useMessage();
  const send = useStep(stepsOfTicket);
  const waits =
    here && line.takenInAt === null && line.backAt === null && line.ticketState.waitsFor === 'vendor';
  const takeIn = () =>
    send.mutate(stepInput<typeof stepsOfTicket>(line.ticket, { step: 'takeIn' }, {}), {
      onError: (error) =>
        message.error(error instanceof Failure ? say(error.refusal.next ?? error.words) : ''),
    });
  return (
    <li>
      <Link to={`/tickets/${line.ticket}`}>
        <b>{say(line.name) || line.sku}</b>
        <span>{line.fault}</span>
        <span className="quiet-text">
          <Code>{line.item}</Code> {line.serial}
        </span>
      </Link>
      {waits ? (
        <Button type="primary" loading={send.isPending} onClick={takeIn}>
          {t('coming.takeIn')}
        </Button>
      ) : line.backAt ? (
        <span className="quiet-text">
          {t('coming.back')} <When at={line.backAt} />
        </span>
      ) : line.takenInAt ? (
        <span className="taken-in">
          <CheckIcon size={18} />
          {say(line.ticketState)}
        </span>
      ) : (
        <StateTag state={line.ticketState} />
      )}
    </li>
  );
}
