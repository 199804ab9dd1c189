import { Button } from 'antd';
import { useParams } from 'react-router';
import type { Reply } from '../../shared/api.ts';
import { Changes } from '../../shared/desk/account/audit-page.tsx';
import { Card } from '../../shared/desk/card.tsx';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { Page } from '../../shared/desk/page.tsx';
import { useReply, useSend } from '../../shared/desk/replies.ts';
import { SmallTable } from '../../shared/desk/small-table.tsx';
import { Waiting } from '../../shared/signed-in.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { rights } from '../../shared/words/rights.ts';
import { BadgeCard } from './badge-card.tsx';
import { CoversCard, LeavesCard } from './covers-card.tsx';
import { RolesCard } from './roles-card.tsx';

export type FullPerson = Reply<'GET /api/v1/people/:id'>;

/** One person, with all that says what they may do. */
export function PersonPage() {
  const { id = '' } = useParams();
  const say = useSay();
  const { data: person, error, refetch } = useReply('GET /api/v1/people/:id', { id });
  if (error) return <FailureAlert failure={error} retry={() => void refetch()} />;
  if (!person) return <Waiting />;
  const isStaff = person.warehouses.length > 0;
  return (
    <Page title={person.name} about={`${say(person.roleName)} · ${person.email}`}>
      {isStaff && <RolesCard person={person} />}
      {isStaff && <BadgeCard person={person} />}
      {isStaff && <CoversCard person={person} />}
      <LeavesCard person={person} />
      <SecondFactorCard person={person} />
      <HistoryCard person={person} />
    </Page>
  );
}

function SecondFactorCard({ person }: { readonly person: FullPerson }) {
  const t = useWords(rights);
  const { mutate } = useSend('DELETE /api/v1/people/:id/second-factor');
  return (
    <Card
      title={t('person.second')}
      actions={
        person.secondFactor && (
          <Button danger onClick={() => mutate({ id: person.id })}>
            {t('person.removeSecond')}
          </Button>
        )
      }
    >
      <p>{t(person.secondFactor ? 'person.secondOn' : 'person.secondOff')}</p>
    </Card>
  );
}

function HistoryCard({ person }: { readonly person: FullPerson }) {
  const t = useWords(rights);
  const say = useSay();
  const { data } = useReply('GET /api/v1/audit', { subject: person.id, size: 50 });
  return (
    <Card title={t('person.history')}>
      <SmallTable
        label={t('person.history')}
        rows={data?.rows ?? []}
        rowKey={(row) => row.id}
        columns={[
          { key: 'at', title: t('audit.at'), cell: (row) => <When at={row.at} /> },
          { key: 'by', title: t('audit.by'), cell: (row) => row.by },
          { key: 'action', title: t('audit.action'), cell: (row) => say(row.actionName) },
          { key: 'changed', title: t('audit.changed'), cell: (row) => <Changes changed={row.changed} /> },
        ]}
      />
    </Card>
  );
}
