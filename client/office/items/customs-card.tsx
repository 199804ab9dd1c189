import { CopyCode } from '../../shared/code.tsx';
import { Card, Facts } from '../../shared/desk/card.tsx';
import { useCodeName } from '../../shared/desk/catalogue.ts';
import { DaysChip } from '../../shared/desk/days-chip.tsx';
import { useWords } from '../../shared/use-words.ts';
import { office } from '../../shared/words/office.ts';
import type { Item } from './item-page.tsx';

/** Its customs status, the export it came from, and the two clocks that run from it. */
export function CustomsCard({ item: { customs } }: { readonly item: Item }) {
  const t = useWords(office);
  const name = useCodeName();
  return (
    <Card title={t('item.customs')}>
      <Facts
        facts={[
          { name: t('item.status'), value: <b>{name('customs status', customs.status)}</b> },
          { name: t('item.taxRelief'), value: <Clock clock={customs.taxRelief} /> },
          { name: t('item.supervision'), value: <Clock clock={customs.supervision} /> },
          { name: t('item.mode'), value: name('mode', customs.mode) },
          {
            name: t('item.document'),
            value: customs.document ? (
              <>
                <CopyCode>{customs.document}</CopyCode>
                {customs.line !== null && ` #${customs.line}`}
              </>
            ) : (
              '–'
            ),
          },
          { name: t('item.exported'), value: customs.exportDate },
          { name: t('item.released'), value: customs.releaseDate },
        ]}
      />
    </Card>
  );
}

function Clock({ clock }: { readonly clock: Item['customs']['taxRelief'] }) {
  const t = useWords(office);
  if (!clock) return <span className="quiet-text">{t('item.noClock')}</span>;
  return (
    <span className="tags">
      <DaysChip days={clock.daysLeft} />
      {clock.until}
    </span>
  );
}
