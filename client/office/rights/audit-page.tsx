import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { addressOf } from '../../shared/api.ts';
import { ListPage, type Row } from '../../shared/desk/list-page.tsx';
import { DownloadIcon } from '../../shared/icons.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { rights } from '../../shared/words/rights.ts';
import { settings } from '../../shared/words/settings.ts';

type Note = Row<'GET /api/v1/audit'>;

/** Every change of rights, the newest first; as on the screen, so in the spreadsheet. */
export function AuditPage() {
  const t = useWords(rights);
  const parts = useWords(settings);
  const say = useSay();
  const [params] = useSearchParams();
  const search = params.get('search') ?? undefined;
  return (
    <ListPage
      endpoint="GET /api/v1/audit"
      title={parts('part.audit')}
      about={t('audit.about')}
      searchHint={t('audit.search')}
      rowKey={(row) => row.id}
      empty={{ title: t('audit.empty'), why: t('audit.emptyWhy') }}
      actions={
        <Button
          icon={<DownloadIcon />}
          href={addressOf('GET /api/v1/audit.csv', search ? { search } : {})}
          download="audit.csv"
        >
          {t('audit.file')}
        </Button>
      }
      columns={[
        { key: 'at', title: t('audit.at'), cell: (row) => <When at={row.at} /> },
        { key: 'by', title: t('audit.by'), cell: (row) => row.by },
        { key: 'action', title: t('audit.action'), cell: (row) => say(row.actionName) },
        { key: 'subject', title: t('audit.subject'), cell: (row) => row.subjectName },
        { key: 'changed', title: t('audit.changed'), cell: (row) => <Changes changed={row.changed} /> },
      ]}
    />
  );
}

/** Field by field, from what to what: as it stands in the log. */
export const Changes = ({ changed }: Pick<Note, 'changed'>) => (
  <span className="two-lines" lang="en">
    {Object.entries(changed).map(([field, [before, after]]) => (
      <small key={field}>{`${field}: ${shown(before)} → ${shown(after)}`}</small>
    ))}
  </span>
);
const shown = (value: unknown) =>
  value === null || value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value);
