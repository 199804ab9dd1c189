import type { Input } from '../../shared/api.ts';
import { useReply, useSend } from '../../shared/desk/replies.ts';
import type { Answers } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useWords } from '../../shared/use-words.ts';
import { settings } from '../../shared/words/settings.ts';
import { asChoice } from '../choices.ts';
import type { Person } from './people-page.tsx';
import { chosen, inUse, maybe, question, RecordForm } from './record-form.tsx';

const add = 'POST /api/v1/people';
const change = 'PATCH /api/v1/people/:id';
export const roleNames = Object.keys(settings.zh.role) as (keyof typeof settings.zh.role)[];
const roles = roleNames.map((role) => ({ value: role, ...settings.both(`role.${role}`) }));
const languages = [
  { value: 'zh-CN', ...settings.both('people.chinese') },
  { value: 'en', ...settings.both('people.english') },
];

/** Somebody new, or another role, name or warehouse of somebody; one cannot take one's own role away. */
export function PersonForm({
  person,
  isMe,
  onClose,
}: {
  readonly person: Person | undefined;
  readonly isMe: boolean;
  readonly onClose: () => void;
}) {
  const t = useWords(settings);
  const { mutateAsync: create } = useSend(add);
  const { mutateAsync: alter } = useSend(change);
  const { data: places } = useReply('GET /api/v1/warehouses', {});
  const { data: organisations } = useReply('GET /api/v1/organisations', { size: 200, active: 'yes' });
  const where = {
    ...maybe('warehouses', 'several', settings.both('people.warehouses')),
    choices: (places?.rows ?? []).map(asChoice),
  };
  const name = question('name', 'text', settings.both('people.name'));
  const role = chosen('role', settings.both('people.role'), roles);
  const speaks = chosen('language', settings.both('people.language'), languages);
  const entry = [
    name,
    chosen('organisation', settings.both('people.organisation'), (organisations?.rows ?? []).map(asChoice)),
    role,
    where,
    question('email', 'text', settings.both('people.email')),
    maybe('username', 'text', settings.both('people.username')),
    question('password', 'password', settings.both('people.password')),
    speaks,
  ];
  const save = (answers: Answers) =>
    person
      ? alter({ ...answers, id: person.id, scanId: newScanId() })
      : create({ ...answers, scanId: newScanId() } as Input<typeof add>);
  return (
    <RecordForm
      title={person ? t('changeRow', { row: person.name }) : t('people.add')}
      questions={person ? [name, ...(isMe ? [] : [role]), where, speaks, ...(isMe ? [] : [inUse])] : entry}
      {...(person ? { initial: known(person) } : { preset: { language: 'zh-CN' } })}
      save={save}
      onClose={onClose}
    />
  );
}

const known = ({ name, role, language, active, warehouses }: Person): Answers => ({
  ...{ name, role, language, active },
  warehouses: warehouses.map(({ code }) => code),
});

/** A new password for somebody who forgot theirs. */
export function NewPassword({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const t = useWords(settings);
  const { mutateAsync: alter } = useSend(change);
  const save = ({ password }: Answers) =>
    alter({ id: person.id, password: String(password), scanId: newScanId() });
  return (
    <RecordForm
      title={t('people.newPasswordFor', { name: person.name })}
      about={<p className="quiet-text">{t('people.newPasswordAbout')}</p>}
      questions={[question('password', 'password', settings.both('people.newPassword'))]}
      save={save}
      onClose={onClose}
    />
  );
}
