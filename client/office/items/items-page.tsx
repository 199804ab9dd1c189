import { addressOf } from '../../shared/api.ts';
import { useCatalogue, useCodeName, usePhases, useStateChoices } from '../../shared/desk/catalogue.ts';
import { type Filter, ListPage } from '../../shared/desk/list-page.tsx';
import { PaperLink } from '../../shared/desk/paper-link.tsx';
import { SpreadsheetButton } from '../../shared/desk/spreadsheet-button.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { office } from '../../shared/words/office.ts';
import { useExporters } from '../choices.ts';
import { useItemColumns } from './item-columns.tsx';

interface ItemsPageProps {
  readonly title: string;
  readonly about?: string;
  readonly empty: { readonly title: string; readonly why: string };
  readonly only?: Readonly<Record<string, string>>;
  readonly filters: readonly Filter[];
  readonly sort?: string;
}

/** A list of items, from which labels can be printed and a spreadsheet taken. */
function ItemsPage({ only = {}, filters, ...page }: ItemsPageProps) {
  const t = useWords(office);
  return (
    <ListPage
      {...page}
      endpoint="GET /api/v1/items"
      only={only}
      filters={filters}
      searchHint={t('items.search')}
      columns={useItemColumns()}
      rowKey={(row) => row.code}
      actions={<SpreadsheetButton list="items" filters={filters.map(({ name }) => name)} only={only} />}
      bulk={(codes) => (
        <PaperLink primary href={addressOf('GET /api/v1/labels/items.pdf', { codes: codes.join(',') })}>
          {t('items.printLabels')}
        </PaperLink>
      )}
    />
  );
}

const windows = [7, 15, 30, 60, 90];

function useItemFilters(): Readonly<Record<'where' | 'what', readonly Filter[]>> {
  const t = useWords(office);
  const say = useSay();
  const name = useCodeName();
  const { codes } = useCatalogue();
  const states = useStateChoices('item');
  const phases = usePhases('item').map((phase) => ({ value: phase.id, label: say(phase) }));
  const exporters = useExporters();
  const fromList = (list: string) =>
    (codes[list] ?? []).map(({ code }) => ({ value: code, label: `${code} ${name(list, code)}` }));
  return {
    where: [
      { name: 'state', label: t('items.state'), several: true, choices: states },
      { name: 'phase', label: t('items.phase'), several: true, choices: phases },
    ],
    what: [
      { name: 'exporter', label: t('items.exporter'), several: true, choices: exporters },
      { name: 'grade', label: t('items.grade'), several: true, choices: fromList('grade') },
      { name: 'disposition', label: t('items.disposition'), several: true, choices: fromList('disposition') },
      { name: 'held', label: t('items.held'), choices: [{ value: 'yes', label: t('items.isHeld') }] },
      {
        name: 'window',
        label: t('items.window'),
        choices: windows.map((count) => ({
          value: String(count),
          label: t('items.windowChoice', { count }),
        })),
      },
    ],
  };
}

/** What waits for an inspector: just received, or back from repair. */
export function InspectionPage() {
  const t = useWords(office);
  const { what } = useItemFilters();
  return (
    <ItemsPage
      title={t('inspection.title')}
      about={t('inspection.about')}
      empty={{ title: t('inspection.empty'), why: t('inspection.emptyWhy') }}
      only={{ toInspect: 'yes' }}
      filters={what.filter(({ name }) => name === 'exporter' || name === 'held')}
      sort="stateSince"
    />
  );
}

/** Every item of the warehouse. */
export function StockPage() {
  const t = useWords(office);
  const { where, what } = useItemFilters();
  return (
    <ItemsPage
      title={t('items.title')}
      empty={{ title: t('items.empty'), why: t('items.emptyWhy') }}
      filters={[...where, ...what]}
    />
  );
}
