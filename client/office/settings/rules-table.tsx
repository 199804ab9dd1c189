import { Button, Skeleton } from 'antd';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import type { Column } from '../../shared/desk/list-table.tsx';
import { Page } from '../../shared/desk/page.tsx';
import { SmallTable } from '../../shared/desk/small-table.tsx';
import type { Failure } from '../../shared/failure.ts';
import { useWords } from '../../shared/use-words.ts';
import { settings } from '../../shared/words/settings.ts';
import { ChangeButton } from './record-form.tsx';

/** Rules in the order in which they are read, with their buttons for whoever may change them. */
export function RulesTable<Row extends { readonly id: string; readonly position: number }>({
  title,
  about,
  addLabel,
  columns,
  asked: { data, error, refetch },
  onAdd,
  onChange,
}: {
  readonly title: string;
  readonly about: string;
  readonly addLabel: string;
  readonly columns: readonly Column<Row>[];
  readonly asked: {
    readonly data: { readonly rows: readonly Row[] } | undefined;
    readonly error: Failure | null;
    readonly refetch: () => unknown;
  };
  readonly onAdd: (() => void) | undefined;
  readonly onChange: ((row: Row) => void) | undefined;
}) {
  const t = useWords(settings);
  const change = onChange && [
    {
      key: 'change',
      title: t('change'),
      cell: (row: Row) => <ChangeButton row={String(row.position)} onClick={() => onChange(row)} />,
    },
  ];
  return (
    <Page
      title={title}
      about={about}
      actions={
        onAdd && (
          <Button type="primary" onClick={onAdd}>
            {addLabel}
          </Button>
        )
      }
    >
      {error ? (
        <FailureAlert failure={error} retry={() => void refetch()} />
      ) : data ? (
        <SmallTable
          label={title}
          rows={data.rows}
          rowKey={(row) => row.id}
          columns={[...columns, ...(change ?? [])]}
        />
      ) : (
        <Skeleton active paragraph={{ rows: 10 }} />
      )}
    </Page>
  );
}
