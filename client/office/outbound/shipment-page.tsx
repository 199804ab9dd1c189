import { useParams } from 'react-router';
import { addressOf, type Reply } from '../../shared/api.ts';
import { CopyCode, grouped } from '../../shared/code.tsx';
import { Card, Facts } from '../../shared/desk/card.tsx';
import { useCatalogue } from '../../shared/desk/catalogue.ts';
import { useCountry } from '../../shared/desk/country.ts';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { PaperLink } from '../../shared/desk/paper-link.tsx';
import { PendingNote, whilePending } from '../../shared/desk/pending-note.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { StepButtons } from '../../shared/desk/step-buttons.tsx';
import { ThingPage } from '../../shared/desk/thing-page.tsx';
import { Timeline } from '../../shared/desk/timeline.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { shipments } from '../../shared/words/shipments.ts';
import { useNameOf } from '../choices.ts';
import { useTakeStep } from '../steps.ts';
import { ShipmentItems } from './shipment-items.tsx';

export type Shipment = Reply<'GET /api/v1/shipments/:code'>;

/** One shipment: to whom, what is in it, how far picking is, and what may be done. */
export function ShipmentPage() {
  const t = useWords(shipments);
  const words = useFactWords();
  const { code = '' } = useParams();
  const asked = useReply('GET /api/v1/shipments/:code', { code }, { every: whilePending });
  const take = useTakeStep('POST /api/v1/shipments/:code/steps', code);
  return (
    <ThingPage
      asked={asked}
      waiting={grouped(code)}
      show={(it) => ({
        title: `${t('code')} ${grouped(it.code)}`,
        about: (
          <span className="tags">
            <CopyCode>{it.code}</CopyCode>
            <StateTag state={it.state} />
            <PendingNote {...it} />
            <span className="state-tag">{words.exit(it.exit)}</span>
          </span>
        ),
        actions: (
          <>
            {it.openSteps.length > 0 && <StepButtons steps={it.openSteps} onStep={take} />}
            <PaperLink href={addressOf('GET /api/v1/shipments/:code/label.pdf', { code: it.code })}>
              {t('label')}
            </PaperLink>
          </>
        ),
        main: (
          <>
            <ShipmentFacts it={it} />
            <Card title={t('itemList')}>
              <ShipmentItems items={it.items} />
            </Card>
          </>
        ),
        aside: <Journal it={it} />,
      })}
    />
  );
}

function ShipmentFacts({ it }: { readonly it: Shipment }) {
  const t = useWords(shipments);
  const words = useFactWords();
  const nameOf = useNameOf();
  const country = useCountry();
  return (
    <div className="cards">
      <Card title={t('facts')}>
        <Facts
          facts={[
            { name: t('exit'), value: words.exit(it.exit) },
            { name: t('exporter'), value: nameOf(it.exporter) },
            { name: t('reference'), value: it.reference },
            { name: t('createdAt'), value: <When at={it.createdAt} /> },
            { name: t('shippedAt'), value: <When at={it.shippedAt} /> },
            { name: t('carrier'), value: it.carrier },
            { name: t('waybill'), value: it.waybill && <CopyCode>{it.waybill}</CopyCode> },
            { name: t('cartons'), value: it.cartons },
            { name: t('weight'), value: it.weightGrams && t('grams', { n: it.weightGrams }) },
          ]}
        />
      </Card>
      <Card title={t('consignee')}>
        <Facts
          facts={[
            { name: t('consignee'), value: it.consignee },
            { name: t('phone'), value: it.phone },
            { name: t('address'), value: it.address },
            { name: t('country'), value: country(it.country) },
            { name: t('transport'), value: words.transport(it.transport) },
          ]}
        />
      </Card>
    </div>
  );
}

function Journal({ it }: { readonly it: Shipment }) {
  const t = useWords(shipments);
  const say = useSay();
  const steps = useCatalogue().entities.shipment?.steps ?? [];
  const button = (name: string) => steps.find(({ id }) => id === name);
  const opened = { key: 'opened', at: it.createdAt, title: t('createdAt') };
  return (
    <Card title={t('history')}>
      <Timeline
        label={t('history')}
        happened={[
          ...it.journal.map(({ step, to, at }) => ({
            key: `${at} ${step}`,
            at,
            title: say(button(step) ?? to),
            by: <span>{say(to)}</span>,
          })),
          opened,
        ]}
      />
    </Card>
  );
}
