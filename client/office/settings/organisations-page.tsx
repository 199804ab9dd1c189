import { Button } from 'antd';
import type { Input } from '../../shared/api.ts';
import { CopyCode } from '../../shared/code.tsx';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { ListPage, type Row } from '../../shared/desk/list-page.tsx';
import { useSend } from '../../shared/desk/replies.ts';
import { useLanguage } from '../../shared/language.ts';
import { money } from '../../shared/money.ts';
import type { Answers, Question } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useMay } from '../../shared/signed-in.tsx';
import { useWords } from '../../shared/use-words.ts';
import { facts } from '../../shared/words/facts.ts';
import { settings } from '../../shared/words/settings.ts';
import { useNameOf } from '../choices.ts';
import {
  ActiveTag,
  ChangeButton,
  chosen,
  inUse,
  maybe,
  question,
  RecordForm,
  useActiveFilter,
  useEditing,
} from './record-form.tsx';

type Organisation = Row<'GET /api/v1/organisations'>;
const add = 'POST /api/v1/organisations';
const change = 'PATCH /api/v1/organisations/:code';
const kinds = ['exporter', 'vendor'] as const;

const about: readonly Question[] = [
  question('nameZh', 'text', settings.both('nameZh')),
  question('nameEn', 'text', settings.both('nameEn')),
  maybe('uscc', 'code', settings.both('organisations.uscc')),
  maybe('contact', 'text', settings.both('organisations.contact')),
  maybe('phone', 'text', settings.both('organisations.phone')),
  maybe('email', 'text', settings.both('organisations.email')),
  maybe('address', 'text', settings.both('organisations.address')),
  maybe('autoApproveMinor', 'money', settings.both('organisations.autoApprove')),
];

/** The exporters whose goods these are, and the vendors who repair them. */
export function OrganisationsPage() {
  const t = useWords(settings);
  const words = useFactWords();
  const mayManage = useMay()('organisations.manage');
  const { editing, add: addOne, change: changeOne, close } = useEditing<Organisation>();
  return (
    <>
      <ListPage
        endpoint="GET /api/v1/organisations"
        title={t('part.organisations')}
        about={t('organisations.about')}
        searchHint={t('organisations.search')}
        rowKey={(row) => row.code}
        empty={{ title: t('organisations.empty'), why: t('organisations.emptyWhy') }}
        actions={
          mayManage && (
            <Button type="primary" onClick={addOne}>
              {t('organisations.add')}
            </Button>
          )
        }
        filters={[
          {
            name: 'kind',
            label: t('organisations.kind'),
            choices: kinds.map((kind) => ({ value: kind, label: words.organisation(kind) })),
          },
          useActiveFilter(),
        ]}
        columns={useColumns(mayManage ? changeOne : undefined)}
      />
      {editing && <OrganisationForm organisation={editing.row} onClose={close} />}
    </>
  );
}

function useColumns(onChange: ((row: Organisation) => void) | undefined) {
  const t = useWords(settings);
  const nameOf = useNameOf();
  const language = useLanguage();
  const words = useFactWords();
  const text = (key: 'contact' | 'phone' | 'email') => ({
    key,
    title: t(`organisations.${key}`),
    cell: (row: Organisation) => row[key] ?? '–',
  });
  return [
    {
      key: 'code',
      title: t('code'),
      sorts: true,
      cell: (row: Organisation) => <CopyCode>{row.code}</CopyCode>,
    },
    { key: 'nameZh', title: t('organisations.name'), sorts: true, cell: nameOf },
    {
      key: 'kind',
      title: t('organisations.kind'),
      sorts: true,
      cell: (row: Organisation) => words.organisation(row.kind),
    },
    {
      key: 'uscc',
      title: t('organisations.uscc'),
      cell: (row: Organisation) => (row.uscc ? <CopyCode>{row.uscc}</CopyCode> : '–'),
    },
    text('contact'),
    text('phone'),
    text('email'),
    {
      key: 'autoApproveMinor',
      title: t('organisations.autoApprove'),
      align: 'right' as const,
      cell: (row: Organisation) =>
        row.autoApproveMinor === null ? '–' : money(row.autoApproveMinor, 'CNY', language),
    },
    { key: 'status', title: t('status'), cell: (row: Organisation) => <ActiveTag active={row.active} /> },
    ...(onChange
      ? [
          {
            key: 'change',
            title: t('change'),
            cell: (row: Organisation) => <ChangeButton row={row.code} onClick={() => onChange(row)} />,
          },
        ]
      : []),
  ];
}

function OrganisationForm({
  organisation,
  onClose,
}: {
  readonly organisation: Organisation | undefined;
  readonly onClose: () => void;
}) {
  const t = useWords(settings);
  const { mutateAsync: create } = useSend(add);
  const { mutateAsync: alter } = useSend(change);
  const first = [
    chosen(
      'kind',
      settings.both('organisations.kind'),
      kinds.map((kind) => ({ value: kind, ...facts.both(`organisation.${kind}`) })),
    ),
    question('code', 'code', settings.both('code')),
  ];
  const save = (answers: Answers) =>
    organisation
      ? alter({ ...answers, code: organisation.code, scanId: newScanId() })
      : create({ ...answers, scanId: newScanId() } as Input<typeof add>);
  return (
    <RecordForm
      title={organisation ? t('changeRow', { row: organisation.code }) : t('organisations.add')}
      questions={organisation ? [...about, inUse] : [...first, ...about]}
      {...(organisation ? { initial: { ...organisation } } : {})}
      save={save}
      onClose={onClose}
    />
  );
}
