import { useParams } from 'react-router';
import { type Reply, upload } from '../../shared/api.ts';
import { CopyCode, grouped } from '../../shared/code.tsx';
import { Card, Facts } from '../../shared/desk/card.tsx';
import { useCodeName } from '../../shared/desk/catalogue.ts';
import { CodeLink } from '../../shared/desk/code-link.tsx';
import { PhotoGallery } from '../../shared/desk/photo-gallery.tsx';
import { PhotoPicker } from '../../shared/desk/photo-picker.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { StepButtons } from '../../shared/desk/step-buttons.tsx';
import { ThingPage } from '../../shared/desk/thing-page.tsx';
import { Timeline } from '../../shared/desk/timeline.tsx';
import { newScanId } from '../../shared/scan-id.ts';
import { useMay } from '../../shared/signed-in.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { desk } from '../../shared/words/desk.ts';
import { office } from '../../shared/words/office.ts';
import { useNameOf, useStepLists } from '../choices.ts';
import { usePhotoSender } from '../items/item-photos.tsx';
import { useTakeStep } from '../steps.ts';
import { Estimates } from './estimates.tsx';

export type Ticket = Reply<'GET /api/v1/tickets/:code'>;

/** One repair ticket: the item, the promise, what was found, quoted and done. */
export function TicketPage() {
  const t = useWords(office);
  const say = useSay();
  const { code = '' } = useParams();
  const asked = useReply('GET /api/v1/tickets/:code', { code });
  const take = useTakeStep('POST /api/v1/tickets/:code/steps', code);
  const lists = useStepLists();
  return (
    <ThingPage
      asked={asked}
      waiting={grouped(code)}
      show={(ticket) => ({
        title: `${t('tickets.code')} ${grouped(ticket.code)}`,
        about: (
          <span className="tags">
            <CopyCode>{ticket.code}</CopyCode>
            <StateTag state={ticket.state} />
            {ticket.overdue && <StateTag state={office.both('tickets.isOverdue')} tone="bad" />}
          </span>
        ),
        actions: <StepButtons steps={ticket.openSteps} lists={lists} onStep={take} />,
        main: (
          <>
            <div className="cards">
              <TicketFacts ticket={ticket} />
              <WorkCard ticket={ticket} />
            </div>
            <Card title={t('tickets.estimates')}>
              <Estimates estimates={ticket.estimates} />
            </Card>
            <TicketPhotos ticket={ticket} />
          </>
        ),
        aside: (
          <Card title={t('item.history')}>
            <Timeline
              label={t('item.history')}
              happened={ticket.journal.map((one) => ({
                key: `${one.at} ${one.step}`,
                at: one.at,
                title: say(one.button),
                by: <span>{say(one.to)}</span>,
              }))}
            />
          </Card>
        ),
      })}
    />
  );
}

function TicketFacts({ ticket }: { readonly ticket: Ticket }) {
  const t = useWords(office);
  const say = useSay();
  const nameOf = useNameOf();
  const { item } = ticket;
  return (
    <Card title={t('tickets.facts')}>
      <Facts
        facts={[
          { name: t('tickets.item'), value: <CodeLink to={`/items/${item.code}`} code={item.code} /> },
          { name: t('items.name'), value: say(item.name) },
          { name: t('items.serial'), value: item.serial },
          { name: t('items.grade'), value: item.grade },
          { name: t('tickets.exporter'), value: ticket.exporter && nameOf(ticket.exporter) },
          { name: t('tickets.who'), value: ticket.vendor ? nameOf(ticket.vendor) : t('tickets.bench') },
          { name: t('tickets.cycle'), value: ticket.cycle },
          { name: t('tickets.opened'), value: <When at={ticket.openedAt} /> },
          {
            name: t('tickets.promised'),
            value: (
              <span className={ticket.overdue ? 'bad-text' : ''}>
                <When at={ticket.promisedAt} />
              </span>
            ),
          },
          ...(ticket.closedAt ? [{ name: t('tickets.closed'), value: <When at={ticket.closedAt} /> }] : []),
          ...(ticket.answerBy ? [{ name: t('tickets.answerBy'), value: <When at={ticket.answerBy} /> }] : []),
        ]}
      />
    </Card>
  );
}

function WorkCard({ ticket }: { readonly ticket: Ticket }) {
  const t = useWords(office);
  const name = useCodeName();
  return (
    <Card title={t('tickets.fault')}>
      <p className="prose">{ticket.fault}</p>
      <Facts
        facts={[
          { name: t('tickets.diagnosis'), value: ticket.diagnosis },
          { name: t('tickets.outcome'), value: name('outcome', ticket.outcome) },
          { name: t('tickets.workDone'), value: ticket.workDone },
        ]}
      />
    </Card>
  );
}

function TicketPhotos({ ticket }: { readonly ticket: Ticket }) {
  const d = useWords(desk);
  const may = useMay();
  const send = usePhotoSender((photo) =>
    upload('POST /api/v1/tickets/:code/photos', { code: ticket.code, scanId: newScanId() }, photo),
  );
  return (
    <Card
      title={d('photos.title')}
      actions={may('tickets.work') && !ticket.closedAt && <PhotoPicker onPhoto={send} />}
    >
      {ticket.photos.length > 0 ? (
        <PhotoGallery photos={ticket.photos} label={ticket.code} />
      ) : (
        <p className="quiet-text">{d('photos.none')}</p>
      )}
    </Card>
  );
}
