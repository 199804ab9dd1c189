import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Input, Reply } from '../../shared/api.ts';
import { EmptyState } from '../../shared/desk/empty-state.tsx';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { Page } from '../../shared/desk/page.tsx';
import { QrCode } from '../../shared/desk/qr-code.tsx';
import { useReply, useSend } from '../../shared/desk/replies.ts';
import { SmallTable } from '../../shared/desk/small-table.tsx';
import { StepForm } from '../../shared/desk/step-form.tsx';
import type { Answers } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { rights } from '../../shared/words/rights.ts';
import { settings } from '../../shared/words/settings.ts';
import { asChoice, useNameOf } from '../choices.ts';
import { chosen, question } from '../settings/record-form.tsx';

const add = 'POST /api/v1/devices';
type Device = Reply<'GET /api/v1/devices'>['rows'][number];
interface Coded {
  readonly name: string;
  readonly code: string;
}

/** The handhelds of the house, and the codes with which they are enrolled. */
export function DevicesPage() {
  const t = useWords(rights);
  const parts = useWords(settings);
  const nameOf = useNameOf();
  const [adding, setAdding] = useState(false);
  const [coded, setCoded] = useState<Coded>();
  const { data, error, refetch } = useReply('GET /api/v1/devices', {});
  const { mutateAsync: renew } = useSend('POST /api/v1/devices/:id/codes');
  const { mutate: change } = useSend('PATCH /api/v1/devices/:id');
  const rows = data?.rows ?? [];
  const another = async ({ id, name }: Device) => setCoded({ name, code: (await renew({ id })).code });
  return (
    <Page
      title={parts('part.devices')}
      about={t('devices.about')}
      actions={
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('devices.add')}
        </Button>
      }
    >
      {error && <FailureAlert failure={error} retry={() => void refetch()} />}
      {coded && <Code {...coded} onClose={() => setCoded(undefined)} />}
      {data && rows.length === 0 ? (
        <EmptyState title={t('devices.empty')} why={t('devices.emptyWhy')} />
      ) : (
        <SmallTable
          label={parts('part.devices')}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', title: t('devices.name'), cell: (row) => row.name },
            { key: 'warehouse', title: t('devices.warehouse'), cell: (row) => nameOf(row.warehouse) },
            { key: 'state', title: t('devices.state'), cell: (row) => t(`devices.${stateOf(row)}`) },
            { key: 'since', title: t('devices.since'), cell: (row) => <When at={row.enrolledAt} /> },
            {
              key: 'change',
              title: t('devices.code'),
              cell: (row) => (
                <span className="tags">
                  <Button
                    size="small"
                    aria-label={t('devices.codeFor', { name: row.name })}
                    onClick={() => void another(row)}
                  >
                    {t('devices.code')}
                  </Button>
                  {!row.revokedAt && (
                    <Button
                      size="small"
                      danger
                      aria-label={t('devices.revokeFor', { name: row.name })}
                      onClick={() => change({ id: row.id, revoked: true, scanId: newScanId() })}
                    >
                      {t('devices.revoke')}
                    </Button>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
      {adding && <NewDevice onMade={setCoded} onClose={() => setAdding(false)} />}
    </Page>
  );
}

const stateOf = ({ revokedAt, enrolledAt }: Device) =>
  revokedAt ? 'revoked' : enrolledAt ? 'enrolled' : 'waiting';

function Code({ name, code, onClose }: Coded & { readonly onClose: () => void }) {
  const t = useWords(rights);
  return (
    <Alert
      type="success"
      role="status"
      closable
      onClose={onClose}
      title={t('devices.codeTitle', { name })}
      description={
        <>
          <p>{t('devices.codeAbout')}</p>
          <p className="code big-code">{code.replace(/(.{4})/g, '$1 ').trim()}</p>
          <QrCode text={`GHD${code}`} label={t('devices.qr')} />
        </>
      }
    />
  );
}

function NewDevice({
  onMade,
  onClose,
}: {
  readonly onMade: (coded: Coded) => void;
  readonly onClose: () => void;
}) {
  const t = useWords(rights);
  const { data: places } = useReply('GET /api/v1/warehouses', {});
  const { mutateAsync } = useSend(add);
  const make = async (answers: Answers) => {
    const { code } = await mutateAsync(answers as Input<typeof add>);
    onMade({ name: String(answers.name), code });
    onClose();
  };
  return (
    <StepForm
      title={t('devices.add')}
      questions={[
        question('name', 'text', rights.both('devices.name')),
        chosen('warehouse', rights.both('devices.warehouse'), (places?.rows ?? []).map(asChoice)),
      ]}
      onDone={make}
      onClose={onClose}
    />
  );
}
