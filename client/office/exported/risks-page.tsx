import { Button } from 'antd';
import { Link } from 'react-router';
import { ListPage, type Row } from '../../shared/desk/list-page.tsx';
import { useMessage } from '../../shared/desk/messages.tsx';
import { useSend } from '../../shared/desk/replies.ts';
import { SpreadsheetButton } from '../../shared/desk/spreadsheet-button.tsx';
import { StepForm } from '../../shared/desk/step-form.tsx';
import { newScanId } from '../../shared/scan-id.ts';
import { useMay } from '../../shared/signed-in.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { risks } from '../../shared/words/risks.ts';
import { useExporters } from '../choices.ts';
import { useEditing } from '../settings/record-form.tsx';

type Risk = Row<'GET /api/v1/risk-flags'>;

/** What may be no honest trade, until a supervisor has looked into it. */
export function RisksPage() {
  const t = useWords(risks);
  const say = useSay();
  const exporters = useExporters();
  const mayClose = useMay()('returns.review');
  const { editing, change: close, close: leave } = useEditing<Risk>();
  return (
    <>
      <ListPage
        endpoint="GET /api/v1/risk-flags"
        title={t('title')}
        about={t('about')}
        actions={<SpreadsheetButton list="risk-flags" filters={['exporter', 'open']} />}
        searchHint={t('search')}
        rowKey={(row) => row.id}
        empty={{ title: t('empty'), why: t('emptyWhy') }}
        filters={[
          { name: 'exporter', label: t('exporter'), several: true, choices: exporters },
          {
            name: 'open',
            label: t('state'),
            choices: [
              { value: 'yes', label: t('open') },
              { value: 'no', label: t('closed') },
            ],
          },
        ]}
        columns={[
          {
            key: 'order',
            title: t('order'),
            cell: (row) => (
              <Link to={`/arrivals/${row.order}`} className="code">
                {row.order}
              </Link>
            ),
          },
          { key: 'exporter', title: t('exporter'), sorts: true, cell: (row) => say(row.exporter) },
          {
            key: 'export',
            title: t('exportedOrder'),
            cell: (row) => (
              <span className="two-lines">
                <Link to={`/exported/${row.exportedId}`} className="code">
                  {row.exportedOrder}
                </Link>
                <small>{row.sku}</small>
              </span>
            ),
          },
          {
            key: 'back',
            title: t('back'),
            sorts: true,
            align: 'right',
            cell: (row) => <b className="bad-text">{t('backOf', row)}</b>,
          },
          { key: 'note', title: t('note'), cell: (row) => row.note ?? '–' },
          {
            key: 'raisedAt',
            title: t('raised'),
            sorts: true,
            cell: (row) => (
              <span className="two-lines">
                <When at={row.raisedAt} />
                <small>{row.raisedBy}</small>
              </span>
            ),
          },
          {
            key: 'closedAt',
            title: t('state'),
            sorts: true,
            cell: (row) =>
              row.closedAt !== null ? (
                <Closed risk={row} />
              ) : mayClose ? (
                <Button size="small" aria-label={t('closeThis', row)} onClick={() => close(row)}>
                  {t('close')}
                </Button>
              ) : (
                t('open')
              ),
          },
        ]}
      />
      {editing?.row && <CloseForm risk={editing.row} onClose={leave} />}
    </>
  );
}

function Closed({ risk: { closedAt, closedBy, closedBecause } }: { readonly risk: Risk }) {
  return (
    <span className="two-lines">
      <span>{closedBecause}</span>
      <small>
        {closedBy} · <When at={closedAt ?? ''} />
      </small>
    </span>
  );
}

/** Why it is no risk any more is asked: whoever reads it later has to understand it. */
function CloseForm({ risk, onClose }: { readonly risk: Risk; readonly onClose: () => void }) {
  const t = useWords(risks);
  const message = useMessage();
  const { mutateAsync } = useSend('POST /api/v1/risk-flags/:id/closure');
  const question = { name: 'because', kind: 'text', label: risks.both('because'), required: true };
  return (
    <StepForm
      title={t('closeThis', risk)}
      about={<p>{t('closeAbout', risk)}</p>}
      questions={[question]}
      onDone={async ({ because }) => {
        await mutateAsync({ scanId: newScanId(), id: risk.id, because: String(because) });
        message.success(t('done'));
        onClose();
      }}
      onClose={onClose}
    />
  );
}
