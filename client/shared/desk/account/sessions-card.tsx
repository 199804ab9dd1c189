import { Button } from 'antd';
import { signOutEverywhere } from '../../session.ts';
import { useWords } from '../../use-words.ts';
import { When } from '../../when.tsx';
import { account } from '../../words/account.ts';
import { Card } from '../card.tsx';
import { useReply, useSend } from '../replies.ts';
import { SmallTable } from '../small-table.tsx';

/** The name of a browser and its system, out of what it says of itself. */
function browserName(agent: string | null): string {
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\/(\d+)/.exec(agent ?? '');
  const system = /(Windows|Mac OS X|Android|iPhone|iPad|Linux)/.exec(agent ?? '');
  return [browser && `${browser[1]} ${browser[2]}`, system?.[1]].filter(Boolean).join(' · ') || '–';
}

export function SessionsCard() {
  const t = useWords(account);
  const { data } = useReply('GET /api/v1/me/sessions', {});
  const { mutate } = useSend('DELETE /api/v1/me/sessions/:id');
  return (
    <Card
      title={t('sessions.title')}
      actions={
        <Button danger onClick={() => void signOutEverywhere()}>
          {t('sessions.all')}
        </Button>
      }
    >
      <SmallTable
        label={t('sessions.title')}
        rows={data?.rows ?? []}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'browser',
            title: t('sessions.browser'),
            cell: (row) => row.device ?? browserName(row.browser),
          },
          { key: 'address', title: t('sessions.where'), cell: (row) => row.address ?? '–' },
          { key: 'since', title: t('sessions.since'), cell: (row) => <When at={row.since} /> },
          { key: 'until', title: t('sessions.until'), cell: (row) => <When at={row.until} /> },
          {
            key: 'end',
            title: t('sessions.end'),
            cell: (row) =>
              row.isThis ? (
                t('sessions.isThis')
              ) : (
                <Button
                  size="small"
                  aria-label={t('sessions.endFor', { name: row.device ?? browserName(row.browser) })}
                  onClick={() => mutate({ id: row.id })}
                >
                  {t('sessions.end')}
                </Button>
              ),
          },
        ]}
      />
    </Card>
  );
}

export function SignInsCard() {
  const t = useWords(account);
  const { data } = useReply('GET /api/v1/me/sign-ins', {});
  return (
    <Card title={t('history.title')}>
      <SmallTable
        label={t('history.title')}
        rows={data?.rows ?? []}
        rowKey={(row) => row.id}
        columns={[
          { key: 'at', title: t('history.at'), cell: (row) => <When at={row.at} /> },
          { key: 'how', title: t('history.method'), cell: (row) => t(`history.how.${row.how}`) },
          { key: 'went', title: t('history.result'), cell: (row) => t(`history.went.${row.went}`) },
          {
            key: 'browser',
            title: t('sessions.browser'),
            cell: (row) => row.device ?? browserName(row.browser),
          },
          { key: 'address', title: t('sessions.where'), cell: (row) => row.address ?? '–' },
        ]}
      />
    </Card>
  );
}
