import { Link, useParams } from 'react-router';
import { addressOf, type Reply } from '../../shared/api.ts';
import { CopyCode, grouped } from '../../shared/code.tsx';
import { Card, Facts } from '../../shared/desk/card.tsx';
import { useCountry } from '../../shared/desk/country.ts';
import { PaperLink } from '../../shared/desk/paper-link.tsx';
import { ParcelList } from '../../shared/desk/parcel-list.tsx';
import { PendingNote, whilePending } from '../../shared/desk/pending-note.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { StepButtons } from '../../shared/desk/step-buttons.tsx';
import { ThingPage } from '../../shared/desk/thing-page.tsx';
import { useMay } from '../../shared/signed-in.tsx';
import { useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { office } from '../../shared/words/office.ts';
import { useNameOf } from '../choices.ts';
import { PhotosCard } from '../photos-card.tsx';
import { useTakeStep } from '../steps.ts';
import { ItemList, LineList } from './order-lists.tsx';
import { Progress, useStage } from './progress.tsx';

export type Order = Reply<'GET /api/v1/return-orders/:code'>;

/** One return order: what was announced, what came, and what somebody has to decide. */
export function OrderPage() {
  const t = useWords(office);
  const { code = '' } = useParams();
  const asked = useReply('GET /api/v1/return-orders/:code', { code }, { every: whilePending });
  const take = useTakeStep('POST /api/v1/return-orders/:code/steps', code);
  return (
    <ThingPage
      asked={asked}
      waiting={grouped(code)}
      show={(order) => ({
        title: `${t('arrivals.code')} ${grouped(order.code)}`,
        about: (
          <span className="tags">
            <CopyCode>{order.code}</CopyCode>
            <StateTag state={order.state} tone={order.reviewFor.length && isOpen(order) ? 'bad' : 'plain'} />
            <PendingNote {...order} />
          </span>
        ),
        actions: (
          <>
            {order.openSteps.length > 0 && <StepButtons steps={order.openSteps} onStep={take} />}
            <PaperLink href={addressOf('GET /api/v1/return-orders/:code/slip.pdf', { code: order.code })}>
              {t('arrivals.slip')}
            </PaperLink>
          </>
        ),
        main: (
          <>
            {isOpen(order) && <Review reasons={order.reviewFor} />}
            <Risks risks={order.risks} />
            <OrderFacts order={order} />
            {order.parcels.length > 0 && (
              <Card title={t('parcels.title')}>
                <ParcelList parcels={order.parcels} to={(parcel) => `/parcels/${parcel}`} />
              </Card>
            )}
            <PhotosCard
              title={t('arrivals.photos')}
              endpoint="POST /api/v1/return-orders/:code/photos"
              code={order.code}
              photos={order.photos}
            />
            <Card title={t('arrivals.lineList')}>
              <LineList lines={order.lines} needsExport={order.needsExport} />
            </Card>
            <Card
              title={t('arrivals.itemList')}
              actions={
                order.items.length > 0 && (
                  <PaperLink
                    href={addressOf('GET /api/v1/labels/items.pdf', {
                      codes: order.items
                        .slice(0, 200)
                        .map((item) => item.code)
                        .join(','),
                    })}
                  >
                    {t('arrivals.printItems')}
                  </PaperLink>
                )
              }
            >
              {order.items.length > 0 ? (
                <>
                  <ItemList items={order.items} />
                  {order.itemsTotal > order.items.length && (
                    <p>
                      <Link to={`/stock?search=${order.code}`}>
                        {t('arrivals.moreItems', { count: order.itemsTotal })}
                      </Link>
                    </p>
                  )}
                </>
              ) : (
                <p className="quiet-text">{t('arrivals.noItems')}</p>
              )}
            </Card>
          </>
        ),
      })}
    />
  );
}

const isOpen = ({ progress }: Order) => progress.stage === 'asked';

function Review({ reasons }: { readonly reasons: Order['reviewFor'] }) {
  const t = useWords(office);
  if (reasons.length === 0) return null;
  return (
    <Card title={t('arrivals.review')} tone="bad">
      <ul className="reasons">
        {reasons.map((reason) => (
          <li key={reason}>{t(`arrivals.reviewFor.${reason}`)}</li>
        ))}
      </ul>
    </Card>
  );
}

/** More of an export came back than went out. */
function Risks({ risks }: Pick<Order, 'risks'>) {
  const t = useWords(office);
  const may = useMay();
  const isOpenRisk = risks.some(({ closedAt }) => closedAt === null);
  if (risks.length === 0) return null;
  return (
    <Card
      title={t('arrivals.risks')}
      {...(isOpenRisk ? { tone: 'bad' as const } : {})}
      actions={may('organisations.read') && <Link to="/risks">{t('arrivals.allRisks')}</Link>}
    >
      <ul className="reasons">
        {risks.map((risk) => (
          <li key={risk.raisedAt}>
            {t('arrivals.overExport', risk)} {risk.note} · <When at={risk.raisedAt} />
            {risk.closedAt && (
              <>
                {' '}
                · {t('arrivals.riskClosed')} <When at={risk.closedAt} />：{risk.closedBecause}
              </>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function OrderFacts({ order }: { readonly order: Order }) {
  const t = useWords(office);
  const nameOf = useNameOf();
  const stage = useStage();
  const country = useCountry();
  const { progress } = order;
  return (
    <div className="cards">
      <Card title={t('arrivals.facts')}>
        <Facts
          facts={[
            { name: t('arrivals.exporter'), value: nameOf(order.exporter) },
            { name: t('arrivals.warehouse'), value: nameOf(order.warehouse) },
            { name: t('arrivals.reference'), value: order.reference },
            { name: t('arrivals.waybill'), value: order.waybill && <CopyCode>{order.waybill}</CopyCode> },
            { name: t('arrivals.carrier'), value: order.carrier },
            { name: t('arrivals.platform'), value: order.platform },
            { name: t('arrivals.country'), value: order.country && country(order.country) },
            { name: t('arrivals.createdAt'), value: <When at={order.createdAt} /> },
          ]}
        />
      </Card>
      <Card title={t('arrivals.stage')}>
        <p className="big">{stage(progress.stage)}</p>
        <Progress {...progress} />
        <p className="quiet-text">
          {t('arrivals.progress', {
            count: progress.total,
            received: progress.received,
            settled: progress.settled,
          })}
        </p>
        <Facts
          facts={[
            ...(order.note ? [{ name: t('arrivals.note'), value: order.note }] : []),
            ...(order.decisionNote ? [{ name: t('arrivals.decisionNote'), value: order.decisionNote }] : []),
          ]}
        />
      </Card>
    </div>
  );
}
