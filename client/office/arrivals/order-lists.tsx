import { useCodeName } from '../../shared/desk/catalogue.ts';
import { CodeLink } from '../../shared/desk/code-link.tsx';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { SmallTable } from '../../shared/desk/small-table.tsx';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { office } from '../../shared/words/office.ts';
import type { Order } from './order-page.tsx';

type Line = Order['lines'][number];
type Item = Order['items'][number];

/** What the exporter announced, line by line; below it what came beside it, which says so. */
export function LineList({
  lines,
  needsExport,
}: {
  readonly lines: readonly Line[];
  /** Whether it is looked at because a line cites no export. */
  readonly needsExport: boolean;
}) {
  const t = useWords(office);
  const say = useSay();
  const name = useCodeName();
  const facts = useFactWords();
  return (
    <SmallTable
      label={t('arrivals.lineList')}
      rows={lines}
      rowKey={(line) => String(line.number)}
      columns={[
        { key: 'number', title: t('arrivals.line'), align: 'right', cell: (line) => line.number },
        {
          key: 'sku',
          title: t('arrivals.sku'),
          cell: (line) => (
            <span className="two-lines">
              <span>
                {line.known ? say(line.name) : <b className="bad-text">{t('arrivals.unknownSku')}</b>}
              </span>
              <small>{line.sku}</small>
              {line.cameAs && <small className="bad-text">{facts.value('cameAs', line.cameAs)}</small>}
            </span>
          ),
        },
        { key: 'quantity', title: t('arrivals.quantity'), align: 'right', cell: (line) => line.quantity },
        { key: 'serial', title: t('arrivals.serial'), cell: (line) => line.serial ?? '–' },
        {
          key: 'reason',
          title: t('arrivals.reason'),
          cell: (line) => (
            <span className="two-lines">
              <span>{say(line.reasonWords)}</span>
              <small>{line.reasonText}</small>
            </span>
          ),
        },
        { key: 'wish', title: t('arrivals.wish'), cell: (line) => name('disposition', line.wish) },
        {
          key: 'exported',
          title: t('arrivals.exported'),
          cell: (line) => (
            <span className="two-lines">
              <span>{line.exportDocument ?? '–'}</span>
              <small>
                {[name('mode', line.exportMode), line.releaseDate ?? line.exportDate]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
              {line.cites ? (
                <small>{t('arrivals.cited', line.cites)}</small>
              ) : (
                needsExport &&
                line.cameAs === null && <small className="bad-text">{t('arrivals.uncited')}</small>
              )}
            </span>
          ),
        },
      ]}
    />
  );
}

/** The items that came of the lines, with their licence plates. */
export function ItemList({ items }: { readonly items: readonly Item[] }) {
  const t = useWords(office);
  const say = useSay();
  return (
    <SmallTable
      label={t('arrivals.itemList')}
      rows={items}
      rowKey={(item) => item.code}
      columns={[
        {
          key: 'code',
          title: t('items.code'),
          cell: (item) => <CodeLink to={`/items/${item.code}`} code={item.code} />,
        },
        { key: 'line', title: t('arrivals.line'), align: 'right', cell: (item) => item.line ?? '–' },
        { key: 'name', title: t('items.name'), cell: (item) => say(item.name) },
        { key: 'serial', title: t('items.serial'), cell: (item) => item.serial ?? '–' },
        { key: 'quantity', title: t('items.quantity'), align: 'right', cell: (item) => item.quantity },
        { key: 'state', title: t('items.state'), cell: (item) => <StateTag state={item.state} /> },
        { key: 'grade', title: t('items.grade'), cell: (item) => item.grade ?? '–' },
      ]}
    />
  );
}
