import { useParams } from 'react-router';
import { addressOf, type Reply } from '../../shared/api.ts';
import { CopyCode, grouped } from '../../shared/code.tsx';
import { Card } from '../../shared/desk/card.tsx';
import { PaperLink } from '../../shared/desk/paper-link.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { ThingPage } from '../../shared/desk/thing-page.tsx';
import { useWords } from '../../shared/use-words.ts';
import { office } from '../../shared/words/office.ts';
import { useNameOf } from '../choices.ts';
import { CustomsCard } from './customs-card.tsx';
import { FactsCard } from './facts-card.tsx';
import { GradingCard } from './grading-card.tsx';
import { HoldsCard } from './holds-card.tsx';
import { ItemHistory } from './item-history.tsx';
import { ItemPhotos } from './item-photos.tsx';
import { ItemSteps } from './item-steps.tsx';
import { LinksCard } from './links-card.tsx';
import { SignatureNote } from './signature-note.tsx';

export type Item = Reply<'GET /api/v1/items/:code'>;

/** One item: what it is, where it is, what may be done with it now, and all that happened to it. */
export function ItemPage() {
  const t = useWords(office);
  const nameOf = useNameOf();
  const { code = '' } = useParams();
  const asked = useReply('GET /api/v1/items/:code', { code });
  return (
    <ThingPage
      asked={asked}
      waiting={grouped(code)}
      show={(item) => ({
        title: item.sku ? nameOf(item.sku) : (item.description ?? grouped(item.code)),
        about: (
          <span className="tags">
            <CopyCode>{item.code}</CopyCode>
            <StateTag state={item.state} />
            {item.hazard && <StateTag state={office.both('item.hazard')} tone="bad" />}
          </span>
        ),
        actions: (
          <>
            <ItemSteps item={item} />
            <PaperLink href={addressOf('GET /api/v1/labels/items.pdf', { codes: item.code })}>
              {t('item.print')}
            </PaperLink>
          </>
        ),
        main: (
          <>
            <SignatureNote item={item} />
            <HoldsCard item={item} />
            <div className="cards">
              <FactsCard item={item} />
              <GradingCard item={item} />
              <CustomsCard item={item} />
              <LinksCard item={item} />
            </div>
            <ItemPhotos item={item} />
          </>
        ),
        aside: (
          <Card title={t('item.history')}>
            <ItemHistory code={item.code} />
          </Card>
        ),
      })}
    />
  );
}
