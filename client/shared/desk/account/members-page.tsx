import { Button } from 'antd';
import { useState } from 'react';
import type { Input } from '../../api.ts';
import type { Answers, Question } from '../../questions.ts';
import { useMe } from '../../signed-in.tsx';
import { useSay, useWords } from '../../use-words.ts';
import { When } from '../../when.tsx';
import { account } from '../../words/account.ts';
import { settings } from '../../words/settings.ts';
import { Card } from '../card.tsx';
import { FailureAlert } from '../failure-alert.tsx';
import { useMessage } from '../messages.tsx';
import { Page } from '../page.tsx';
import { useReply, useSend } from '../replies.ts';
import { SmallTable } from '../small-table.tsx';
import { StepForm } from '../step-form.tsx';

const add = 'POST /api/v1/invitations';
const rolesOf = {
  exporter: ['exporterMember', 'exporterAdmin'],
  vendor: ['vendorMember', 'vendorAdmin'],
} as const;

/** The people of one's own organisation, and who was invited to join them. */
export function MembersPage() {
  const t = useWords(account);
  const say = useSay();
  const me = useMe();
  const [inviting, setInviting] = useState(false);
  const { data, error, refetch } = useReply('GET /api/v1/members', { size: 200 });
  const { mutate: change } = useSend('PATCH /api/v1/members/:id');
  return (
    <Page
      title={t('members.title')}
      about={t('members.about')}
      actions={
        <Button type="primary" onClick={() => setInviting(true)}>
          {t('members.invite')}
        </Button>
      }
    >
      {error && <FailureAlert failure={error} retry={() => void refetch()} />}
      <SmallTable
        label={t('members.title')}
        rows={data?.rows ?? []}
        rowKey={(row) => row.id}
        columns={[
          { key: 'name', title: t('members.name'), cell: (row) => row.name },
          { key: 'email', title: t('members.email'), cell: (row) => row.email },
          { key: 'role', title: t('members.role'), cell: (row) => say(row.roleName) },
          {
            key: 'state',
            title: t('members.state'),
            cell: (row) => t(row.active ? 'members.on' : 'members.off'),
          },
          {
            key: 'change',
            title: t('members.deactivate'),
            cell: (row) => {
              const action = t(row.active ? 'members.deactivate' : 'members.activate');
              return row.id === me.id ? null : (
                <Button
                  size="small"
                  aria-label={t('members.changeFor', { action, name: row.name })}
                  onClick={() => change({ id: row.id, active: !row.active })}
                >
                  {action}
                </Button>
              );
            },
          },
        ]}
      />
      <InvitationsCard />
      {inviting && <InviteForm onClose={() => setInviting(false)} />}
    </Page>
  );
}

export function InvitationsCard() {
  const t = useWords(account);
  const say = useSay();
  const { data } = useReply('GET /api/v1/invitations', {});
  const { mutate: revoke } = useSend('DELETE /api/v1/invitations/:id');
  return (
    <Card title={t('members.invitations')}>
      <SmallTable
        label={t('members.invitations')}
        rows={data?.rows ?? []}
        rowKey={(row) => row.id}
        columns={[
          { key: 'email', title: t('members.email'), cell: (row) => row.email },
          { key: 'role', title: t('members.role'), cell: (row) => say(row.roleName) },
          {
            key: 'organisation',
            title: t('members.organisation'),
            cell: ({ organisation }) => say({ zh: organisation.nameZh, en: organisation.nameEn }),
          },
          { key: 'state', title: t('members.state'), cell: (row) => t(`members.invitation.${row.state}`) },
          { key: 'expires', title: t('members.expires'), cell: (row) => <When at={row.expiresAt} /> },
          {
            key: 'revoke',
            title: t('members.revoke'),
            cell: (row) =>
              row.state === 'open' ? (
                <Button
                  size="small"
                  aria-label={t('members.changeFor', { action: t('members.revoke'), name: row.email })}
                  onClick={() => revoke({ id: row.id })}
                >
                  {t('members.revoke')}
                </Button>
              ) : null,
          },
        ]}
      />
    </Card>
  );
}

/** Guests invite into their own organisation; the house asks for which. */
export function InviteForm({
  more = [],
  roles,
  onClose,
}: {
  readonly more?: readonly Question[];
  readonly roles?: readonly string[];
  readonly onClose: () => void;
}) {
  const t = useWords(account);
  const { side } = useMe();
  const message = useMessage();
  const { mutateAsync } = useSend(add);
  const offered = roles ?? (side === 'vendor' ? rolesOf.vendor : rolesOf.exporter);
  const questions: Question[] = [
    { name: 'email', kind: 'text', label: account.both('members.email'), required: true },
    {
      ...{ name: 'role', kind: 'choice', label: account.both('members.role'), required: true },
      choices: offered.map((value) => ({
        value,
        ...settings.both(`role.${value}` as 'role.receiver'),
      })),
    },
    ...more,
    {
      ...{ name: 'language', kind: 'choice', label: account.both('members.language'), required: true },
      choices: [
        { value: 'zh-CN', ...settings.both('people.chinese') },
        { value: 'en', zh: 'English', en: 'English' },
      ],
    },
  ];
  const invite = async (answers: Answers) => {
    await mutateAsync(answers as Input<typeof add>);
    message.success(t('done'));
    onClose();
  };
  return (
    <StepForm
      title={t('members.inviteTitle')}
      about={<p>{t('members.inviteAbout')}</p>}
      questions={questions}
      initial={{ language: 'zh-CN' }}
      onDone={invite}
      onClose={onClose}
    />
  );
}
