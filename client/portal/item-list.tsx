import { CopyCode } from '../shared/code.tsx';
import { ListPage } from '../shared/desk/list-page.tsx';
import { StateTag } from '../shared/desk/state-tag.tsx';
import { useSay, useWords } from '../shared/use-words.ts';
import { When } from '../shared/when.tsx';
import { portal } from '../shared/words/portal.ts';

/** A list of the exporter's items. */
export function ItemList({
  title,
  empty,
  only = {},
}: {
  readonly title: string;
  readonly empty: { readonly title: string; readonly why: string };
  readonly only?: Readonly<Record<string, string>>;
}) {
  const t = useWords(portal);
  const say = useSay();
  return (
    <ListPage
      endpoint="GET /api/v1/items"
      title={title}
      empty={empty}
      only={only}
      searchHint={t('items.search')}
      rowKey={(row) => row.code}
      columns={[
        { key: 'code', title: t('items.code'), sorts: true, cell: (row) => <CopyCode>{row.code}</CopyCode> },
        { key: 'name', title: t('items.name'), cell: (row) => say(row.name) },
        { key: 'state', title: t('items.state'), sorts: true, cell: (row) => <StateTag state={row.state} /> },
        {
          key: 'stateSince',
          title: t('items.stateSince'),
          sorts: true,
          cell: (row) => <When at={row.stateSince} />,
        },
      ]}
    />
  );
}
