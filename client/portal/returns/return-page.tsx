import { Alert } from 'antd';
import { useLocation, useParams } from 'react-router';
import { addressOf, type Reply } from '../../shared/api.ts';
import { CopyCode, grouped } from '../../shared/code.tsx';
import { ButtonLink } from '../../shared/desk/button-link.tsx';
import { Card, Facts } from '../../shared/desk/card.tsx';
import { useCountry } from '../../shared/desk/country.ts';
import { PaperLink } from '../../shared/desk/paper-link.tsx';
import { ParcelList } from '../../shared/desk/parcel-list.tsx';
import { PendingNote, whilePending } from '../../shared/desk/pending-note.tsx';
import { useReply, useStep } from '../../shared/desk/replies.ts';
import { StepButtons } from '../../shared/desk/step-buttons.tsx';
import { ThingPage } from '../../shared/desk/thing-page.tsx';
import { useLanguage } from '../../shared/language.ts';
import { stepInput } from '../../shared/questions.ts';
import { useWords } from '../../shared/use-words.ts';
import { exactTime } from '../../shared/when.tsx';
import { parcelWords } from '../../shared/words/parcel.ts';
import { portal } from '../../shared/words/portal.ts';
import { Progress } from './progress.tsx';
import { ExtraLines, ReturnItems, ReturnLines } from './return-parts.tsx';

type Order = Reply<'GET /api/v1/return-orders/:code'>;
const stepsOfReturn = 'POST /api/v1/return-orders/:code/steps';

/** One return: how far it is, what is in it, and its slip. */
export function ReturnPage() {
  const { code = '' } = useParams();
  const t = useWords(portal);
  const parcels = useWords(parcelWords);
  const asked = useReply('GET /api/v1/return-orders/:code', { code }, { every: whilePending });
  const send = useStep(stepsOfReturn);
  return (
    <ThingPage
      asked={asked}
      waiting={grouped(code)}
      show={(order) => ({
        title: order.reference ?? grouped(order.code),
        about: (
          <>
            <CopyCode>{order.code}</CopyCode> <Progress {...order} />
            <PendingNote {...order} />
          </>
        ),
        actions: (
          <>
            {!order.state.ended && (
              <PaperLink
                href={addressOf('GET /api/v1/return-orders/:code/slip.pdf', { code: order.code })}
                primary={order.progress.stage === 'expected'}
              >
                {t('returns.slip')}
              </PaperLink>
            )}
            {order.openSteps.length > 0 && (
              <StepButtons
                steps={order.openSteps}
                onStep={(step, answers) =>
                  send.mutateAsync(stepInput<typeof stepsOfReturn>(order.code, step, answers))
                }
              />
            )}
          </>
        ),
        main: (
          <>
            <WhatNow order={order} />
            {order.parcels.length > 0 && (
              <Card title={parcels('title')}>
                <ParcelList parcels={order.parcels} />
              </Card>
            )}
            <ExtraLines order={order} />
            <ReturnItems order={order} />
            <ReturnLines lines={order.lines} needsExport={order.needsExport} />
          </>
        ),
        aside: <Head order={order} />,
      })}
    />
  );
}

/** What this return waits for, and what the exporter does meanwhile. */
function WhatNow({ order }: { readonly order: Order }) {
  const t = useWords(portal);
  const isNew = (useLocation().state as { isNew?: boolean } | null)?.isNew === true;
  if (order.state.waitsFor === 'staff')
    return (
      <Alert
        type="warning"
        showIcon
        title={t('review.title')}
        description={
          <>
            {order.reviewFor.map((code) => (
              <p key={code}>{t(`review.${code}`)}</p>
            ))}
            <p>{t('review.next')}</p>
          </>
        }
      />
    );
  if (order.state.waitsFor === 'exporter')
    return <Alert type="info" showIcon title={t('draft.title')} description={t('draft.next')} />;
  if (order.decisionNote)
    return <Alert type="info" showIcon title={t('returns.decisionNote')} description={order.decisionNote} />;
  if (order.progress.stage !== 'expected') return null;
  return (
    <Alert
      type={isNew ? 'success' : 'info'}
      showIcon
      title={t(isNew ? 'approved.title' : 'approved.waiting')}
      description={
        <>
          <ol className="next-steps">
            <li>{t('approved.print')}</li>
            <li>{t('approved.send')}</li>
            <li>{t('approved.follow')}</li>
          </ol>
          {isNew && (
            <ButtonLink to="/returns/new" size="small">
              {t('approved.another')}
            </ButtonLink>
          )}
        </>
      }
    />
  );
}

function Head({ order }: { readonly order: Order }) {
  const t = useWords(portal);
  const country = useCountry();
  const english = useLanguage() === 'en';
  const facts = [
    { name: t('returns.warehouse'), value: english ? order.warehouse.nameEn : order.warehouse.nameZh },
    { name: t('returns.reference'), value: order.reference },
    { name: t('returns.platform'), value: order.platform },
    { name: t('returns.country'), value: order.country && country(order.country) },
    { name: t('returns.carrier'), value: order.carrier },
    { name: t('returns.waybill'), value: order.waybill && <span className="code">{order.waybill}</span> },
    { name: t('returns.written'), value: order.asWritten && Object.values(order.asWritten).join(' · ') },
    { name: t('returns.createdAt'), value: exactTime(order.createdAt) },
    { name: t('returns.note'), value: order.note },
  ];
  return (
    <Card title={t('returns.about')}>
      <Facts facts={facts.filter(({ value }) => value !== null && value !== '')} />
    </Card>
  );
}
