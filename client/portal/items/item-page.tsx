import { useParams } from 'react-router';
import type { Reply } from '../../shared/api.ts';
import { CopyCode, grouped } from '../../shared/code.tsx';
import { Card, Facts } from '../../shared/desk/card.tsx';
import { useCatalogue, useCodeName } from '../../shared/desk/catalogue.ts';
import { DaysChip } from '../../shared/desk/days-chip.tsx';
import { PhotoGallery } from '../../shared/desk/photo-gallery.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { ThingPage } from '../../shared/desk/thing-page.tsx';
import { Timeline } from '../../shared/desk/timeline.tsx';
import { useLanguage } from '../../shared/language.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import { Findings } from '../findings.tsx';
import { Grade } from '../grade.tsx';
import { EstimateCard } from '../home/estimate-card.tsx';
import { ItemQuestion } from '../home/item-question.tsx';
import { useStaying } from '../home/use-staying.ts';
import { ItemFacts } from './item-facts.tsx';
import { Journey, Stage } from './journey.tsx';

type Item = Reply<'GET /api/v1/items/:code'>;
type History = Reply<'GET /api/v1/items/:code/history'>;

/** One item of the exporter's: photos, what we found, where it is on its road, and what happened. */
export function ItemPage() {
  const { code = '' } = useParams();
  const english = useLanguage() === 'en';
  const asked = useReply('GET /api/v1/items/:code', { code });
  const { data: history } = useReply('GET /api/v1/items/:code/history', { code });
  return (
    <ThingPage
      asked={asked}
      waiting={grouped(code)}
      show={(item) => ({
        title: (english ? item.sku?.nameEn : item.sku?.nameZh) ?? item.description ?? grouped(item.code),
        about: (
          <span className="decision-facts">
            <CopyCode>{item.code}</CopyCode>
            <Stage state={item.state} />
            {item.serial && <span className="code">{item.serial}</span>}
          </span>
        ),
        main: <Main key={item.code} item={item} history={history} />,
        aside: <Aside item={item} history={history} />,
      })}
    />
  );
}

function Main({ item, history }: { readonly item: Item; readonly history: History | undefined }) {
  const t = useWords(portal);
  const name = useCodeName();
  const english = useLanguage() === 'en';
  const been = new Set(history?.events.flatMap(({ from, to }) => [from.phase, to.phase]));
  const waitsForUs = item.state.waitsFor === 'exporter';
  const ticketState = useCatalogue().entities.ticket?.states.find(({ id }) => id === item.ticket?.state);
  const isQuoted = item.ticket !== null && ticketState?.waitsFor === 'exporter';
  // An answered card keeps its place until it is put away, so that nothing slides under the pointer.
  const { shown, dismiss } = useStaying([
    ...(waitsForUs ? ['item'] : []),
    ...(isQuoted ? [`quote ${item.ticket?.code}`] : []),
  ]);
  const label = (english ? item.sku?.nameEn : item.sku?.nameZh) ?? item.code;
  return (
    <>
      <Card title={t('items.journey')}>
        <Journey state={item.state} been={been} />
      </Card>
      {shown.map((key) => {
        const [kind, ticket] = key.split(' ');
        const putAway = () => dismiss(key);
        return kind === 'item' ? (
          <ItemQuestion key={key} code={item.code} dismiss={putAway} />
        ) : (
          <EstimateCard key={key} code={ticket ?? ''} dismiss={putAway} />
        );
      })}
      {!shown.includes('item') && (
        <Card title={t('items.photos')}>
          {history && history.photos.length > 0 ? (
            <div className="large-photos">
              <PhotoGallery photos={history.photos} label={label} />
            </div>
          ) : (
            <p className="quiet-text">{t('items.noPhotos')}</p>
          )}
        </Card>
      )}
      <Card title={t('items.found')}>
        <p>
          <Grade grade={item.grade} />
        </p>
        {item.grade && <p className="quiet-text">{t('items.gradeWhy')}</p>}
        <Findings found={item.axes} />
        {item.outcome && (
          <Facts facts={[{ name: t('items.outcome'), value: name('outcome', item.outcome) }]} />
        )}
      </Card>
    </>
  );
}

function Aside({ item, history }: { readonly item: Item; readonly history: History | undefined }) {
  const t = useWords(portal);
  const say = useSay();
  const { taxRelief, supervision } = item.customs;
  return (
    <>
      {(taxRelief || supervision) && (
        <Card title={t('items.clocks')}>
          <Facts
            facts={[
              ...(taxRelief ? [{ name: t('items.taxRelief'), value: <Clock {...taxRelief} /> }] : []),
              ...(supervision ? [{ name: t('items.supervision'), value: <Clock {...supervision} /> }] : []),
            ]}
          />
        </Card>
      )}
      <ItemFacts item={item} />
      <Card title={t('items.history')}>
        <Timeline
          label={t('items.history')}
          happened={(history?.events ?? []).map(({ seq, at, button, to }) => ({
            key: String(seq),
            at,
            title: say(button),
            by: <span className="quiet-text">{say(to)}</span>,
          }))}
        />
      </Card>
    </>
  );
}

const Clock = ({ until, daysLeft }: { readonly until: string; readonly daysLeft: number }) => (
  <>
    <DaysChip days={daysLeft} /> <span className="quiet-text">{until}</span>
  </>
);
