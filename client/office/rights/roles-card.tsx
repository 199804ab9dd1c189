import { Button } from 'antd';
import { useState } from 'react';
import type { Input } from '../../shared/api.ts';
import { Card } from '../../shared/desk/card.tsx';
import { useSend } from '../../shared/desk/replies.ts';
import { SmallTable } from '../../shared/desk/small-table.tsx';
import { StepForm } from '../../shared/desk/step-form.tsx';
import type { Answers } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useWords } from '../../shared/use-words.ts';
import { rights } from '../../shared/words/rights.ts';
import { settings } from '../../shared/words/settings.ts';
import { useNameOf } from '../choices.ts';
import { roleNames } from '../settings/person-form.tsx';
import { question } from '../settings/record-form.tsx';
import type { FullPerson } from './person-page.tsx';

const change = 'PATCH /api/v1/people/:id';
export const staffRoles = roleNames
  .filter((role) => !/^(exporter|vendor)/.test(role))
  .map((role) => ({ value: role, ...settings.both(`role.${role}`) }));

/** What somebody is in each of their warehouses. */
export function RolesCard({ person }: { readonly person: FullPerson }) {
  const t = useWords(rights);
  const words = useWords(settings);
  const nameOf = useNameOf();
  const [open, setOpen] = useState(false);
  const { mutateAsync } = useSend(change);
  const save = async (answers: Answers) => {
    const input = { id: person.id, scanId: newScanId(), roles: answers } as unknown as Input<typeof change>;
    await mutateAsync(input);
    setOpen(false);
  };
  return (
    <Card
      title={t('person.roles')}
      actions={<Button onClick={() => setOpen(true)}>{t('person.changeRoles')}</Button>}
    >
      <SmallTable
        label={t('person.roles')}
        rows={person.warehouses}
        rowKey={(row) => row.code}
        columns={[
          { key: 'warehouse', title: t('devices.warehouse'), cell: nameOf },
          {
            key: 'roles',
            title: t('person.roles'),
            cell: (row) => row.roles.map((role) => words(`role.${role}` as 'role.receiver')).join(' · '),
          },
        ]}
      />
      {open && (
        <StepForm
          title={t('person.changeRoles')}
          about={<p>{t('person.rolesAbout')}</p>}
          questions={person.warehouses.map(({ code, nameZh, nameEn }) => ({
            ...question(code, 'several', { zh: nameZh, en: nameEn }),
            choices: staffRoles,
          }))}
          initial={Object.fromEntries(person.warehouses.map(({ code, roles }) => [code, roles]))}
          onDone={save}
          onClose={() => setOpen(false)}
        />
      )}
    </Card>
  );
}
