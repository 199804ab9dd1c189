import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ListPage, type Row } from '../../shared/desk/list-page.tsx';
import { useMe } from '../../shared/signed-in.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { settings } from '../../shared/words/settings.ts';
import { useNameOf } from '../choices.ts';
import { NewPassword, PersonForm, roleNames } from './person-form.tsx';
import { ActiveTag, ChangeButton, useActiveFilter, useEditing } from './record-form.tsx';

export type Person = Row<'GET /api/v1/people'>;

/** Everybody who may sign in. */
export function PeoplePage() {
  const t = useWords(settings);
  const say = useSay();
  const nameOf = useNameOf();
  const me = useMe();
  const { editing, add, change, close } = useEditing<Person>();
  const [password, setPassword] = useState<Person>();
  return (
    <>
      <ListPage
        endpoint="GET /api/v1/people"
        title={t('part.people')}
        about={t('people.about')}
        searchHint={t('people.search')}
        rowKey={(row) => row.id}
        empty={{ title: t('people.empty'), why: t('people.emptyWhy') }}
        actions={
          <Button type="primary" onClick={add}>
            {t('people.add')}
          </Button>
        }
        filters={[
          {
            name: 'role',
            label: t('people.role'),
            several: true,
            choices: roleNames.map((role) => ({ value: role, label: t(`role.${role}`) })),
          },
          useActiveFilter(),
        ]}
        columns={[
          {
            key: 'name',
            title: t('people.name'),
            sorts: true,
            cell: (row) => <Link to={row.id}>{row.name}</Link>,
          },
          { key: 'role', title: t('people.role'), sorts: true, cell: (row) => say(row.roleName) },
          {
            key: 'organisation',
            title: t('people.organisation'),
            sorts: true,
            cell: (row) => nameOf(row.organisation),
          },
          {
            key: 'warehouses',
            title: t('people.warehouses'),
            cell: (row) => row.warehouses.map(nameOf).join(' · ') || '–',
          },
          {
            key: 'email',
            title: t('people.email'),
            sorts: true,
            cell: (row) => (
              <span className="two-lines">
                <span>{row.email}</span>
                <small>{row.username}</small>
              </span>
            ),
          },
          {
            key: 'createdAt',
            title: t('createdAt'),
            sorts: true,
            cell: (row) => <When at={row.createdAt} />,
          },
          { key: 'status', title: t('status'), cell: (row) => <ActiveTag active={row.active} /> },
          {
            key: 'change',
            title: t('change'),
            cell: (row) => (
              <span className="tags">
                <ChangeButton row={row.name} onClick={() => change(row)} />
                <Button
                  size="small"
                  aria-label={t('people.newPasswordFor', { name: row.name })}
                  onClick={() => setPassword(row)}
                >
                  {t('people.newPassword')}
                </Button>
              </span>
            ),
          },
        ]}
      />
      {editing && <PersonForm person={editing.row} isMe={editing.row?.id === me.id} onClose={close} />}
      {password && <NewPassword person={password} onClose={() => setPassword(undefined)} />}
    </>
  );
}
