import { useCodeName } from '../../shared/desk/catalogue.ts';
import { SmallTable } from '../../shared/desk/small-table.tsx';
import { useLanguage } from '../../shared/language.ts';
import { money } from '../../shared/money.ts';
import { useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { office } from '../../shared/words/office.ts';
import type { Ticket } from './ticket-page.tsx';

/** What was quoted, and what the exporter said to it. */
export function Estimates({ estimates }: { readonly estimates: Ticket['estimates'] }) {
  const t = useWords(office);
  const language = useLanguage();
  const name = useCodeName();
  if (estimates.length === 0) return <p className="quiet-text">{t('tickets.noEstimates')}</p>;
  return (
    <SmallTable
      label={t('tickets.estimates')}
      rows={estimates}
      rowKey={(one) => String(one.version)}
      columns={[
        { key: 'version', title: t('tickets.version'), align: 'right', cell: (one) => one.version },
        {
          key: 'labour',
          title: t('tickets.labour'),
          align: 'right',
          cell: (one) => money(one.labourMinor, one.currency, language),
        },
        {
          key: 'parts',
          title: t('tickets.parts'),
          align: 'right',
          cell: (one) => money(one.partsMinor, one.currency, language),
        },
        {
          key: 'total',
          title: t('tickets.total'),
          align: 'right',
          cell: (one) => <b>{money(one.totalMinor, one.currency, language)}</b>,
        },
        { key: 'note', title: t('tickets.note'), cell: (one) => one.note ?? '–' },
        { key: 'quoted', title: t('tickets.quoted'), cell: (one) => <When at={one.quotedAt} /> },
        {
          key: 'decision',
          title: t('tickets.decision'),
          cell: (one) => (
            <span className="two-lines">
              <span>{one.decision ? name('estimate decision', one.decision) : t('tickets.waiting')}</span>
              <small>{one.decisionNote}</small>
            </span>
          ),
        },
      ]}
    />
  );
}
