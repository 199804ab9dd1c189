import { CopyCode } from '../../shared/code.tsx';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import type { Row } from '../../shared/desk/list-page.tsx';
import { useLanguage } from '../../shared/language.ts';
import { money } from '../../shared/money.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { facts } from '../../shared/words/facts.ts';
import { settings } from '../../shared/words/settings.ts';
import { useNameOf } from '../choices.ts';
import { chosen, maybe, question } from './record-form.tsx';
import { RecordsPage, useColumnOf } from './records-page.tsx';

type Organisation = Row<'GET /api/v1/organisations'>;
const kinds = ['exporter', 'vendor'] as const;
const kind = chosen(
  'kind',
  settings.both('organisations.kind'),
  kinds.map((value) => ({ value, ...facts.both(`organisation.${value}`) })),
);
const contact = maybe('contact', 'text', settings.both('organisations.contact'));
const phone = maybe('phone', 'text', settings.both('organisations.phone'));
const email = maybe('email', 'text', settings.both('organisations.email'));
const storedApart = maybe('storedApart', 'yes or no', settings.both('organisations.storedApart'));
const rules = ['must', 'should', 'need not'] as const;
const ruleWords = { must: 'must', should: 'should', 'need not': 'needNot' } as const;
const ruleOf = (rule: (typeof rules)[number]) => settings.both(`organisations.citation.${ruleWords[rule]}`);
const citation = chosen(
  'exportCitation',
  settings.both('organisations.exportCitation'),
  rules.map((value) => ({ value, ...ruleOf(value) })),
);
const about = [
  question('nameZh', 'text', settings.both('nameZh')),
  question('nameEn', 'text', settings.both('nameEn')),
  maybe('uscc', 'code', settings.both('organisations.uscc')),
  contact,
  phone,
  email,
  maybe('address', 'text', settings.both('organisations.address')),
  maybe('autoApproveMinor', 'money', settings.both('organisations.autoApprove')),
  storedApart,
  citation,
];

/** The exporters whose goods these are, and the vendors who repair them. */
export function OrganisationsPage() {
  const t = useWords(settings);
  const words = useFactWords();
  const nameOf = useNameOf();
  const say = useSay();
  const language = useLanguage();
  const columnOf = useColumnOf();
  return (
    <RecordsPage
      name="organisations"
      needs="organisations.manage"
      first={[kind]}
      questions={about}
      preset={{ exportCitation: rules[1] }}
      filters={[
        {
          name: 'kind',
          label: t('organisations.kind'),
          choices: kinds.map((value) => ({ value, label: words.organisation(value) })),
        },
      ]}
      columns={[
        { key: 'nameZh', title: t('organisations.name'), sorts: true, cell: nameOf },
        {
          key: 'kind',
          title: t('organisations.kind'),
          sorts: true,
          cell: (row: Organisation) => words.organisation(row.kind),
        },
        {
          key: 'exportCitation',
          title: t('organisations.exportCitation'),
          cell: (row: Organisation) =>
            row.kind === kinds[0] ? (
              <span className="two-lines">
                <span>{say(ruleOf(row.exportCitation))}</span>
                {row.risks > 0 && (
                  <b className="bad-text">{t('organisations.risks', { count: row.risks })}</b>
                )}
              </span>
            ) : (
              '–'
            ),
        },
        {
          key: 'uscc',
          title: t('organisations.uscc'),
          cell: ({ uscc }) => (uscc ? <CopyCode>{uscc}</CopyCode> : '–'),
        },
        columnOf(contact),
        columnOf(phone),
        columnOf(email),
        columnOf(storedApart),
        {
          key: 'autoApproveMinor',
          title: t('organisations.autoApprove'),
          align: 'right',
          cell: ({ autoApproveMinor: limit }) => (limit === null ? '–' : money(limit, 'CNY', language)),
        },
      ]}
    />
  );
}
