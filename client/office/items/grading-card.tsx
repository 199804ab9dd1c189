import { Card, Facts } from '../../shared/desk/card.tsx';
import { useCodeName } from '../../shared/desk/catalogue.ts';
import { useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { facts } from '../../shared/words/facts.ts';
import { office } from '../../shared/words/office.ts';
import type { Item } from './item-page.tsx';

const axes = ['cosmetic', 'functional', 'complete', 'packaging'] as const;

/** The grade that follows from the four axes, what the rules advise, and what was decided. */
export function GradingCard({ item }: { readonly item: Item }) {
  const t = useWords(office);
  const fact = useWords(facts);
  const name = useCodeName();
  return (
    <Card title={t('item.grading')}>
      {item.grade ? (
        <p className="grade">
          <b>{item.grade}</b>
          {name('grade', item.grade)}
        </p>
      ) : (
        <p className="quiet-text">{t('item.notInspected')}</p>
      )}
      <Facts
        facts={[
          ...(item.grade
            ? axes.map((axis) => ({ name: fact(`name.${axis}`), value: name(axis, item.axes[axis]) }))
            : []),
          { name: t('item.advised'), value: name('disposition', item.advised) },
          {
            name: t('item.decided'),
            value: item.disposition ? (
              <>
                <b>{name('disposition', item.disposition)}</b>
                {item.decidedReason && <p className="quiet-text">{item.decidedReason}</p>}
              </>
            ) : (
              t('item.undecided')
            ),
          },
          ...(item.outcome ? [{ name: t('item.outcome'), value: name('outcome', item.outcome) }] : []),
          ...(item.answerBy ? [{ name: t('item.answerBy'), value: <When at={item.answerBy} /> }] : []),
        ]}
      />
    </Card>
  );
}
