import { useParams } from 'react-router';
import { useExportedColumns, useExportedFilters } from '../../shared/desk/exported/exported-columns.tsx';
import { ExportedFacts, ExportedLines } from '../../shared/desk/exported/exported-order.tsx';
import { ListPage } from '../../shared/desk/list-page.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { SpreadsheetButton } from '../../shared/desk/spreadsheet-button.tsx';
import { ThingPage } from '../../shared/desk/thing-page.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { exported } from '../../shared/words/exported.ts';
import { useExporters } from '../choices.ts';
import { useLineCorrection } from './correct-line.tsx';

/** What all exporters sold abroad, with what came back of it and what may still come. */
export function ExportedPage() {
  const t = useWords(exported);
  const say = useSay();
  const exporters = useExporters();
  const [number, ...columns] = useExportedColumns();
  const filters = useExportedFilters();
  if (!number) return null;
  return (
    <ListPage
      endpoint="GET /api/v1/exported-orders"
      title={t('title')}
      about={t('office.about')}
      actions={<SpreadsheetButton list="exported-orders" filters={['exporter', 'platform', 'returned']} />}
      searchHint={t('search')}
      rowKey={(row) => row.id}
      empty={{ title: t('empty'), why: t('office.emptyWhy') }}
      filters={[{ name: 'exporter', label: t('exporter'), several: true, choices: exporters }, ...filters]}
      columns={[
        number,
        { key: 'exporter', title: t('exporter'), cell: (row) => say(row.exporter) },
        ...columns,
      ]}
    />
  );
}

/** One exported order with the returns that cite it. */
export function ExportedOrderPage() {
  const { id = '' } = useParams();
  const t = useWords(exported);
  const asked = useReply('GET /api/v1/exported-orders/:id', { id });
  const { button, form } = useLineCorrection();
  return (
    <ThingPage
      asked={asked}
      waiting={t('title')}
      show={(order) => ({
        title: order.number,
        main: (
          <>
            <ExportedLines order={order} returnAt={(code) => `/arrivals/${code}`} correct={button} />
            {form(order)}
          </>
        ),
        aside: <ExportedFacts order={order} withExporter />,
      })}
    />
  );
}
