import { type Filter, ListPage } from '../shared/desk/list-page.tsx';
import { useWords } from '../shared/use-words.ts';
import { office } from '../shared/words/office.ts';
import { trade } from '../shared/words/trade.ts';
import { useItemColumns } from './item-columns.tsx';

interface ItemsPageProps {
  readonly title: string;
  readonly empty: { readonly title: string; readonly why: string };
  readonly only?: Readonly<Record<string, string>>;
  readonly filters?: readonly Filter[];
}

const ItemsPage = (page: ItemsPageProps) => (
  <ListPage
    endpoint="GET /api/v1/items"
    searchHint={useWords(office)('items.search')}
    columns={useItemColumns()}
    rowKey={(row) => row.code}
    {...page}
  />
);

export function InspectionPage() {
  const t = useWords(office);
  return (
    <ItemsPage
      title={t('inspection.title')}
      empty={{ title: t('inspection.empty'), why: t('inspection.emptyWhy') }}
      only={{ state: 'received' }}
    />
  );
}

export function RepairPage() {
  const t = useWords(office);
  return (
    <ItemsPage
      title={t('repair.title')}
      empty={{ title: t('repair.empty'), why: t('repair.emptyWhy') }}
      only={{ phase: 'repair' }}
    />
  );
}

export function OutboundPage() {
  const t = useWords(office);
  return (
    <ItemsPage
      title={t('outbound.title')}
      empty={{ title: t('outbound.empty'), why: t('outbound.emptyWhy') }}
      only={{ phase: 'leaving' }}
    />
  );
}

export function StockPage() {
  const t = useWords(office);
  const words = useWords(trade);
  const states = Object.keys(trade.zh.state) as (keyof typeof trade.zh.state)[];
  return (
    <ItemsPage
      title={t('items.title')}
      empty={{ title: t('items.empty'), why: t('items.emptyWhy') }}
      filters={[
        {
          name: 'state',
          label: t('items.state'),
          several: true,
          choices: states.map((state) => ({ value: state, label: words(`state.${state}`) })),
        },
        {
          name: 'phase',
          label: t('items.phase'),
          choices: (['announced', 'receiving', 'sorting', 'storage', 'repair', 'leaving'] as const).map(
            (phase) => ({ value: phase, label: t(`board.${phase}`) }),
          ),
        },
        {
          name: 'grade',
          label: t('items.grade'),
          several: true,
          choices: ['A', 'B', 'C', 'D'].map((grade) => ({ value: grade, label: grade })),
        },
      ]}
    />
  );
}
