import { useSay, useWords } from '../../use-words.ts';
import { When } from '../../when.tsx';
import { rights } from '../../words/rights.ts';
import { settings } from '../../words/settings.ts';
import { ListPage, type Row } from '../list-page.tsx';
import { useReply } from '../replies.ts';
import { SpreadsheetButton } from '../spreadsheet-button.tsx';

type Note = Row<'GET /api/v1/audit'>;
const periods = { day: 1, week: 7, month: 30, quarter: 90 } as const;
const periodNames = Object.keys(periods) as (keyof typeof periods)[];
const DAY_MS = 86_400_000;

/** Every change of rights that concerns one's house, the newest first; as on the screen, so in the spreadsheet. */
export function AuditPage() {
  const t = useWords(rights);
  const parts = useWords(settings);
  const say = useSay();
  const { data } = useReply('GET /api/v1/roles', {});
  const actions = (data?.actions ?? []).map(({ id, name }) => ({ value: id, label: say(name) }));
  return (
    <ListPage
      endpoint="GET /api/v1/audit"
      title={parts('part.audit')}
      about={t('audit.about')}
      searchHint={t('audit.search')}
      rowKey={(row) => row.id}
      empty={{ title: t('audit.empty'), why: t('audit.emptyWhy') }}
      actions={<SpreadsheetButton list="audit" unsorted filters={['action', 'from']} />}
      filters={[
        { name: 'action', label: t('audit.action'), several: true, choices: actions },
        {
          name: 'from',
          label: t('audit.period'),
          choices: periodNames.map((name) => ({
            value: since(periods[name]),
            label: t(`audit.last.${name}`),
          })),
        },
      ]}
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

/** The last so many days, from a whole hour on: an address that stays what it is while one reads. */
const since = (days: number) =>
  new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 - days * DAY_MS).toISOString();

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
