import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { Input, Reply } from '../../api.ts';
import { CopyCode } from '../../code.tsx';
import type { Answers, Question } from '../../questions.ts';
import { useMe } from '../../signed-in.tsx';
import { useSay, useWords } from '../../use-words.ts';
import { When } from '../../when.tsx';
import { account } from '../../words/account.ts';
import { EmptyState } from '../empty-state.tsx';
import { FailureAlert } from '../failure-alert.tsx';
import { Page } from '../page.tsx';
import { useReply, useSend } from '../replies.ts';
import { SmallTable } from '../small-table.tsx';
import { StepForm } from '../step-form.tsx';

const add = 'POST /api/v1/api-keys';
type Key = Reply<'GET /api/v1/api-keys'>['rows'][number];

/** What one's own programs sign in with. */
export function KeysPage() {
  const t = useWords(account);
  const say = useSay();
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState('');
  const { data, error, refetch } = useReply('GET /api/v1/api-keys', {});
  const { mutate: takeOver } = useSend('POST /api/v1/api-keys/:id/takeover');
  const { mutate: revoke } = useSend('DELETE /api/v1/api-keys/:id');
  const rows = data?.rows ?? [];
  return (
    <Page
      title={t('keys.title')}
      about={t('keys.about')}
      actions={
        <Button type="primary" onClick={() => setMaking(true)}>
          {t('keys.add')}
        </Button>
      }
    >
      {error && <FailureAlert failure={error} retry={() => void refetch()} />}
      {secret && (
        <Alert
          type="success"
          role="status"
          closable
          onClose={() => setSecret('')}
          title={t('keys.secret')}
          description={
            <>
              <CopyCode>{secret}</CopyCode>
              <p>{t('keys.use')}</p>
            </>
          }
        />
      )}
      {data && rows.length === 0 ? (
        <EmptyState title={t('keys.empty')} why={t('keys.about')} />
      ) : (
        <SmallTable
          label={t('keys.title')}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'name', title: t('keys.name'), cell: (row) => row.name },
            {
              key: 'start',
              title: t('keys.title'),
              cell: (row) => <span className="code">{row.start}…</span>,
            },
            {
              key: 'organisation',
              title: t('members.organisation'),
              cell: ({ organisation }) => say({ zh: organisation.nameZh, en: organisation.nameEn }),
            },
            {
              key: 'scopes',
              title: t('keys.scopes'),
              cell: (row) => row.scopes.map(({ name }) => say(name)).join(' · '),
            },
            { key: 'state', title: t('members.state'), cell: (row) => t(`keys.${stateOf(row)}`) },
            { key: 'maker', title: t('keys.maker'), cell: (row) => row.maker },
            { key: 'expires', title: t('keys.expires'), cell: (row) => <When at={row.expiresAt} /> },
            {
              key: 'used',
              title: t('keys.used'),
              cell: (row) => (row.lastUsedAt ? <When at={row.lastUsedAt} /> : t('keys.never')),
            },
            {
              key: 'revoke',
              title: t('keys.revoke'),
              cell: (row) =>
                row.revokedAt ? null : (
                  <>
                    {row.orphaned && (
                      <Button
                        size="small"
                        aria-label={t('keys.takeOverFor', { name: row.name })}
                        onClick={() => takeOver({ id: row.id })}
                      >
                        {t('keys.takeOver')}
                      </Button>
                    )}
                    <Button
                      size="small"
                      danger
                      aria-label={t('keys.revokeFor', { name: row.name })}
                      onClick={() => revoke({ id: row.id })}
                    >
                      {t('keys.revoke')}
                    </Button>
                  </>
                ),
            },
          ]}
        />
      )}
      {making && <NewKey scopes={data?.scopes ?? []} onMade={setSecret} onClose={() => setMaking(false)} />}
    </Page>
  );
}

function stateOf({ revokedAt, expiresAt, orphaned }: Key) {
  if (revokedAt) return 'revoked';
  if (new Date(expiresAt).getTime() < Date.now()) return 'over';
  return orphaned ? 'orphaned' : 'active';
}

interface NewKeyProps {
  readonly scopes: Reply<'GET /api/v1/api-keys'>['scopes'];
  readonly onMade: (secret: string) => void;
  readonly onClose: () => void;
}

function NewKey({ scopes, onMade, onClose }: NewKeyProps) {
  const t = useWords(account);
  const { side } = useMe();
  const { mutateAsync } = useSend(add);
  const text = (name: string, label: Question['label']): Question => ({
    ...{ name, label, kind: 'text', required: true },
  });
  const questions: Question[] = [
    text('name', account.both('keys.name')),
    ...(side === 'staff' ? [text('organisation', account.both('keys.organisation'))] : []),
    {
      ...{ name: 'scopes', kind: 'several', label: account.both('keys.scopes'), required: true },
      choices: scopes.map(({ id, name }) => ({ value: id, ...name })),
    },
    { name: 'days', kind: 'count', label: account.both('keys.days'), required: true },
  ];
  const make = async (answers: Answers) => {
    const { secret } = await mutateAsync(answers as Input<typeof add>);
    onMade(secret);
    onClose();
  };
  return (
    <StepForm
      title={t('keys.add')}
      questions={questions}
      initial={{ days: 180 }}
      onDone={make}
      onClose={onClose}
    />
  );
}
