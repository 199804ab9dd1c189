import type { Input, Reply } from '../../shared/api.ts';
import { useCatalogue, useCodeLists, useCodeName } from '../../shared/desk/catalogue.ts';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { useReply, useSend } from '../../shared/desk/replies.ts';
import { StateTag } from '../../shared/desk/state-tag.tsx';
import type { Answers, Choice } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useMay } from '../../shared/signed-in.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { facts } from '../../shared/words/facts.ts';
import { settings } from '../../shared/words/settings.ts';
import { chosen, maybe, question, RecordForm, useEditing } from './record-form.tsx';
import { RulesTable } from './rules-table.tsx';

type Rule = Reply<'GET /api/v1/customs-rules'>['rows'][number];
const add = 'POST /api/v1/customs-rules';
const change = 'PATCH /api/v1/customs-rules/:id';

export const ways = ['repair', 'resale', 'exchange', 'toBuyer', 'toExporter', 'destroy'] as const;
export const actions: readonly Choice[] = ways.map((way) => ({
  value: way,
  ...facts.both(`action.${way}`),
}));
export const verdicts: readonly Choice[] = [
  { value: 'allowed', ...facts.both('verdict.allowed') },
  { value: 'forbidden', ...facts.both('verdict.forbidden') },
  { value: 'ask customs', ...facts.both('verdict.ask') },
];
const tones = { allowed: 'good', forbidden: 'bad', 'ask customs': 'due' } as const;
const any: Choice = { value: '*', ...settings.both('customs.any') };

/** What customs allow: read by all who may, changed by the customs liaison. */
export function CustomsRulesPage() {
  const t = useWords(settings);
  const say = useSay();
  const words = useFactWords();
  const name = useCodeName();
  const mayManage = useMay()('customs.manage');
  const asked = useReply('GET /api/v1/customs-rules', {});
  const { editing, add: addOne, change: changeOne, close } = useEditing<Rule>();
  const orAny = (list: string, code: string) => (code === '*' ? t('customs.any') : name(list, code));
  const dates = ({ validFrom, validTo }: Rule) =>
    validFrom || validTo ? `${validFrom ?? '…'} – ${validTo ?? '…'}` : t('customs.always');
  return (
    <>
      <RulesTable<Rule>
        title={t('part.customs-rules')}
        about={t('customs.about')}
        addLabel={t('customs.add')}
        asked={asked}
        onAdd={mayManage ? addOne : undefined}
        onChange={mayManage ? changeOne : undefined}
        columns={[
          { key: 'position', title: t('customs.position'), align: 'right', cell: (row) => row.position },
          {
            key: 'status',
            title: t('customs.status'),
            cell: (row) => orAny('customs status', row.status),
          },
          { key: 'mode', title: t('customs.mode'), cell: (row) => orAny('mode', row.mode) },
          { key: 'action', title: t('customs.action'), cell: (row) => words.action(row.action) },
          {
            key: 'verdict',
            title: t('customs.verdict'),
            cell: (row) => (
              <StateTag
                state={verdicts.find(({ value }) => value === row.verdict) ?? any}
                tone={tones[row.verdict]}
              />
            ),
          },
          {
            key: 'words',
            title: t('customs.words'),
            cell: (row) => (
              <span className="two-lines wide-words">
                <span>{say(row)}</span>
                <small>
                  <cite>{row.citation}</cite>
                </small>
              </span>
            ),
          },
          { key: 'valid', title: t('customs.valid'), cell: dates },
        ]}
      />
      {editing && <CustomsRuleForm rule={editing.row} onClose={close} />}
    </>
  );
}

function CustomsRuleForm({
  rule,
  onClose,
}: {
  readonly rule: Rule | undefined;
  readonly onClose: () => void;
}) {
  const t = useWords(settings);
  const lists = useCodeLists();
  const { codes } = useCatalogue();
  const { mutateAsync: create } = useSend(add);
  const { mutateAsync: alter } = useSend(change);
  const label = (key: 'position' | 'zh' | 'en' | 'citation' | 'validFrom' | 'validTo') =>
    settings.both(`customs.${key}`);
  const questions = [
    question('position', 'count', label('position')),
    chosen('status', settings.both('customs.status'), [any, ...(lists['customs status'] ?? [])]),
    chosen('mode', settings.both('customs.mode'), [
      any,
      ...(codes.mode ?? []).map(({ code, zh, en }) => ({ value: code, zh, en })),
    ]),
    chosen('action', settings.both('customs.action'), [any, ...actions]),
    chosen('verdict', settings.both('customs.verdict'), verdicts),
    maybe('validFrom', 'date', label('validFrom')),
    maybe('validTo', 'date', label('validTo')),
    question('zh', 'long text', label('zh')),
    question('en', 'long text', label('en')),
    question('citation', 'long text', label('citation')),
  ];
  const save = (answers: Answers) =>
    rule
      ? alter({ ...answers, id: rule.id, scanId: newScanId() })
      : create({ ...answers, scanId: newScanId() } as Input<typeof add>);
  return (
    <RecordForm
      title={rule ? t('changeRow', { row: String(rule.position) }) : t('customs.add')}
      questions={questions}
      {...(rule ? { initial: rule } : { preset: { mode: '*' } })}
      save={save}
      onClose={onClose}
    />
  );
}
