import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { Page } from '../../shared/desk/page.tsx';
import { useReply } from '../../shared/desk/replies.ts';
import { SmallTable } from '../../shared/desk/small-table.tsx';
import { CheckIcon } from '../../shared/icons.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { rights } from '../../shared/words/rights.ts';
import { settings } from '../../shared/words/settings.ts';
import { FourEyesCard } from './four-eyes-card.tsx';

/** Who may do what, drawn from the table that decides it. */
export function RolesPage() {
  const t = useWords(rights);
  const parts = useWords(settings);
  const say = useSay();
  const { data, error, refetch } = useReply('GET /api/v1/roles', {});
  return (
    <Page title={parts('part.access')} about={t('access.about')}>
      {error && <FailureAlert failure={error} retry={() => void refetch()} />}
      <FourEyesCard />
      <SmallTable
        label={parts('part.access')}
        rows={data?.permissions ?? []}
        rowKey={(row) => row.id}
        columns={[
          { key: 'permission', title: t('access.permission'), cell: (row) => say(row.name) },
          ...(data?.roles ?? []).map((role) => ({
            key: role.id,
            title: say(role.name),
            cell: (row: { readonly id: string }) => <May may={role.permissions.includes(row.id)} />,
          })),
        ]}
      />
    </Page>
  );
}

function May({ may }: { readonly may: boolean }) {
  const t = useWords(rights);
  return (
    <span>
      {may && <CheckIcon size={18} />}
      <span className="unseen">{t(may ? 'access.yes' : 'access.no')}</span>
    </span>
  );
}
