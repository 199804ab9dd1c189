import { Link, useParams } from 'react-router';
import type { Reply } from '../../shared/api.ts';
import { Code, CopyCode, grouped } from '../../shared/code.tsx';
import { Card, Facts } from '../../shared/desk/card.tsx';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { PhotoGallery } from '../../shared/desk/photo-gallery.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { ThingPage } from '../../shared/desk/thing-page.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { exactTime } from '../../shared/when.tsx';
import { parcelWords } from '../../shared/words/parcel.ts';
import { Stage } from '../items/journey.tsx';

type Parcel = Reply<'GET /api/v1/parcels/:code'>;

/** One parcel that came for this exporter: its outside, the returns in it, and what came out of it. */
export function ParcelPage() {
  const t = useWords(parcelWords);
  const { code = '' } = useParams();
  return (
    <ThingPage
      asked={useReply('GET /api/v1/parcels/:code', { code })}
      waiting={grouped(code)}
      show={(parcel) => ({
        title: `${t('code')} ${parcel.waybill ?? grouped(parcel.code)}`,
        about: (
          <>
            <CopyCode>{parcel.code}</CopyCode> <StateTag state={parcel.state} />
          </>
        ),
        main: (
          <>
            {parcel.photos.length > 0 && (
              <Card title={t('photos')}>
                <PhotoGallery photos={parcel.photos} label={t('photos')} />
              </Card>
            )}
            <Came items={parcel.items} />
          </>
        ),
        aside: <Outside parcel={parcel} />,
      })}
    />
  );
}

function Came({ items }: Pick<Parcel, 'items'>) {
  const t = useWords(parcelWords);
  const say = useSay();
  const facts = useFactWords();
  return (
    <Card title={t('came')}>
      {items.length === 0 && <p className="quiet-text">{t('nothing')}</p>}
      <ul className="plain-list">
        {items.map((item) => (
          <li key={`${item.code} ${item.order}`}>
            <span className="two-lines">
              <span>
                <Link to={`/items/${item.code}`}>{say(item.name) || item.sku}</Link> × {item.quantity}
              </span>
              <span className="quiet-text">
                <Code>{item.code}</Code> {item.serial}
              </span>
            </span>
            <span className="side">
              {item.cameAs && <span className="state-tag due">{facts.value('cameAs', item.cameAs)}</span>}
              <Stage state={item.state} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Outside({ parcel }: { readonly parcel: Parcel }) {
  const t = useWords(parcelWords);
  const { waybill, receivedAt, seal, weightGrams, pieces, orders } = parcel;
  return (
    <Card title={t('facts')}>
      <Facts
        facts={[
          { name: t('waybill'), value: waybill && <span className="code">{waybill}</span> },
          { name: t('receivedAt'), value: exactTime(receivedAt) },
          { name: t('seal'), value: seal },
          {
            name: t('weight'),
            value: weightGrams === null ? null : t('grams', { grams: weightGrams }),
          },
          { name: t('pieces'), value: pieces },
          {
            name: t('returns'),
            value: orders.map(({ code, reference }) => (
              <div key={code}>
                <Link to={`/returns/${code}`}>{reference ?? <Code>{code}</Code>}</Link>
              </div>
            )),
          },
        ]}
      />
    </Card>
  );
}
