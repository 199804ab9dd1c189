import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import { addressOf } from '../../shared/api.ts';
import { ButtonLink } from '../../shared/desk/button-link.tsx';
import { Card } from '../../shared/desk/card.tsx';
import { PaperLink } from '../../shared/desk/paper-link.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { Importing } from '../../shared/desk/sheets/checked-sheet.tsx';
import { Faults } from '../../shared/desk/sheets/import-report.tsx';
import { SmallTable } from '../../shared/desk/small-table.tsx';
import { useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { opening } from '../../shared/words/office/opening.ts';
import type { Report } from './use-opening-import.ts';

const POLL_INTERVAL_MS = 1_000;
/** As many as the server prints into one file. */
const LABELS_AT_ONCE = 200;

/** How far it has come, asked again and again until it is finished; before it is accepted, there is nothing to ask. */
export function Storing({
  accepted,
  onReport,
  onMissing,
}: {
  readonly accepted: string | undefined;
  readonly onReport: (report: Report) => void;
  /** An address may name an import that is another warehouse's, or none. */
  readonly onMissing: () => void;
}) {
  const t = useWords(opening);
  const asking = { enabled: accepted !== undefined, every: POLL_INTERVAL_MS };
  const { data, error } = useReply('GET /api/v1/opening-stock/imports/:id', { id: accepted ?? '' }, asking);
  useEffect(() => {
    if (data?.finishedAt) onReport(data);
  }, [data, onReport]);
  useEffect(() => {
    if (error && !error.isUnknown) onMissing();
  }, [error, onMissing]);
  const num = (n: number) => n.toLocaleString();
  const says = data && t('progress', { done: num(data.done), total: num(data.total) });
  return <Importing done={data?.done} total={data?.total} says={says ?? ''} />;
}

/** What came of an import, its labels, and the rows that something kept out. */
export function TakenOver({
  report: { id, stored, same, leftOut, faults },
  onAnother,
}: {
  readonly report: Report;
  readonly onAnother: () => void;
}) {
  const t = useWords(opening);
  return (
    <>
      <Alert
        type={stored > 0 ? 'success' : 'info'}
        showIcon
        title={stored === 0 && leftOut === 0 ? t('nothing') : t('done', { count: stored })}
        description={
          <>
            {stored > 0 && <p>{t('doneWhy')}</p>}
            {same > 0 && stored > 0 && <p>{t('doneSame', { same })}</p>}
            <span className="report-actions">
              <Labels id={id} stored={stored} />
              <ButtonLink to="/stock">{t('see')}</ButtonLink>
              <Button onClick={onAnother}>{t('another')}</Button>
            </span>
          </>
        }
      />
      {leftOut > 0 && (
        <>
          <Alert
            type="warning"
            showIcon
            title={t('leftOut', { count: leftOut })}
            description={t('leftOutWhy')}
          />
          <Faults title={t('notStored')} faults={faults} fileName={t('title')} />
        </>
      )}
    </>
  );
}

/** The labels of all its units, as many in a file as are printed at once. */
function Labels({ id, stored }: { readonly id: string; readonly stored: number }) {
  const t = useWords(opening);
  const parts = Math.ceil(stored / LABELS_AT_ONCE);
  const href = (part: number) => addressOf('GET /api/v1/opening-stock/imports/:id/labels.pdf', { id, part });
  if (parts <= 1)
    return parts === 0 ? null : (
      <PaperLink href={href(1)} primary>
        {t('labels')}
      </PaperLink>
    );
  return Array.from({ length: parts }, (_, i) => (
    <PaperLink key={href(i + 1)} href={href(i + 1)}>
      {t('labelsPart', {
        from: i * LABELS_AT_ONCE + 1,
        to: Math.min(stored, (i + 1) * LABELS_AT_ONCE),
      })}
    </PaperLink>
  ));
}

/** The imports of this warehouse so far. */
export function Earlier({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const t = useWords(opening);
  const { data } = useReply('GET /api/v1/opening-stock/imports', {});
  if (!data || data.rows.length === 0) return null;
  return (
    <Card title={t('earlier')}>
      <SmallTable
        label={t('earlier')}
        rows={data.rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'at', title: t('at'), cell: ({ at }) => <When at={at} /> },
          { key: 'by', title: t('by'), cell: ({ by }) => by },
          {
            key: 'stored',
            title: t('stored'),
            align: 'right',
            cell: ({ stored, finishedAt, done, total }) =>
              finishedAt ? stored : t('running', { done, total }),
          },
          { key: 'same', title: t('alreadyHere'), align: 'right', cell: ({ same }) => same },
          { key: 'leftOut', title: t('kept'), align: 'right', cell: ({ leftOut }) => leftOut },
          {
            key: 'open',
            title: t('open'),
            cell: ({ id }) => <Button onClick={() => onOpen(id)}>{t('open')}</Button>,
          },
        ]}
      />
    </Card>
  );
}
