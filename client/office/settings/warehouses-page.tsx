import { Button } from 'antd';
import type { Input, Reply } from '../../shared/api.ts';
import { CopyCode } from '../../shared/code.tsx';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { Page } from '../../shared/desk/page.tsx';
import { useReply, useSend } from '../../shared/desk/replies.ts';
import { SmallTable } from '../../shared/desk/small-table.tsx';
import type { Answers, Question } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useMay } from '../../shared/signed-in.tsx';
import { useWords } from '../../shared/use-words.ts';
import { settings } from '../../shared/words/settings.ts';
import { useNameOf } from '../choices.ts';
import { ActiveTag, ChangeButton, inUse, question, RecordForm, useEditing } from './record-form.tsx';

type Warehouse = Reply<'GET /api/v1/warehouses'>['rows'][number];
const add = 'POST /api/v1/warehouses';
const change = 'PATCH /api/v1/warehouses/:code';

const about: readonly Question[] = [
  question('nameZh', 'text', settings.both('nameZh')),
  question('nameEn', 'text', settings.both('nameEn')),
  question('address', 'text', settings.both('warehouses.address')),
  question('contact', 'text', settings.both('warehouses.contact')),
  question('phone', 'text', settings.both('warehouses.phone')),
  question('inZone', 'yes or no', settings.both('warehouses.inZone')),
];

const idleLock = question('idleLockMinutes', 'count', settings.both('warehouses.idleLock'));

/** The warehouses of the hub. */
export function WarehousesPage() {
  const t = useWords(settings);
  const nameOf = useNameOf();
  const mayManage = useMay()('people.manage');
  const { data, error, refetch } = useReply('GET /api/v1/warehouses', {});
  const { editing, add: addOne, change: changeOne, close } = useEditing<Warehouse>();
  return (
    <Page
      title={t('part.warehouses')}
      about={t('warehouses.about')}
      actions={
        mayManage && (
          <Button type="primary" onClick={addOne}>
            {t('warehouses.add')}
          </Button>
        )
      }
    >
      {error && <FailureAlert failure={error} retry={() => void refetch()} />}
      <SmallTable
        label={t('part.warehouses')}
        rows={data?.rows ?? []}
        rowKey={(row) => row.id}
        columns={[
          { key: 'code', title: t('code'), cell: (row) => <CopyCode>{row.code}</CopyCode> },
          { key: 'name', title: t('warehouses.name'), cell: nameOf },
          { key: 'address', title: t('warehouses.address'), cell: (row) => row.address },
          { key: 'contact', title: t('warehouses.contact'), cell: (row) => row.contact },
          { key: 'phone', title: t('warehouses.phone'), cell: (row) => row.phone },
          {
            key: 'inZone',
            title: t('warehouses.zone'),
            cell: (row) => t(row.inZone ? 'warehouses.inZoneShort' : 'warehouses.outside'),
          },
          {
            key: 'idleLock',
            title: t('warehouses.idleLockShort'),
            cell: (row) => t('warehouses.minutes', { n: row.idleLockMinutes }),
          },
          { key: 'status', title: t('status'), cell: (row) => <ActiveTag active={row.active} /> },
          ...(mayManage
            ? [
                {
                  key: 'change',
                  title: t('change'),
                  cell: (row: Warehouse) => <ChangeButton row={row.code} onClick={() => changeOne(row)} />,
                },
              ]
            : []),
        ]}
      />
      {editing && <WarehouseForm warehouse={editing.row} onClose={close} />}
    </Page>
  );
}

function WarehouseForm({
  warehouse,
  onClose,
}: {
  readonly warehouse: Warehouse | undefined;
  readonly onClose: () => void;
}) {
  const t = useWords(settings);
  const { mutateAsync: create } = useSend(add);
  const { mutateAsync: alter } = useSend(change);
  const save = (answers: Answers) =>
    warehouse
      ? alter({ ...answers, code: warehouse.code, scanId: newScanId() })
      : create({ ...answers, scanId: newScanId() } as Input<typeof add>);
  return (
    <RecordForm
      title={warehouse ? t('changeRow', { row: warehouse.code }) : t('warehouses.add')}
      questions={
        warehouse ? [...about, idleLock, inUse] : [question('code', 'code', settings.both('code')), ...about]
      }
      {...(warehouse ? { initial: { ...warehouse } } : { preset: { inZone: false } })}
      save={save}
      onClose={onClose}
    />
  );
}
