import type { Input } from '../../shared/api.ts';
import { useCodeLists } from '../../shared/desk/catalogue.ts';
import { useSend } from '../../shared/desk/replies.ts';
import type { Answers } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useWords } from '../../shared/use-words.ts';
import { settings } from '../../shared/words/settings.ts';
import { actions, verdicts } from './customs-rules-page.tsx';
import type { DispositionRule } from './disposition-rules-page.tsx';
import { chosen, inUse, maybe, question, RecordForm } from './record-form.tsx';

const add = 'POST /api/v1/disposition-rules';
const change = 'PATCH /api/v1/disposition-rules/:id';
type Asked = Omit<Input<typeof add>, 'scanId'>;

const sets = { grade: 'grade', wish: 'disposition', reason: 'reason', outcome: 'outcome' } as const;
const owners = (['known', 'unknown'] as const).map((owner) => ({
  value: owner,
  ...settings.both(`disposition.${owner}`),
}));

/** A rule and its test; an empty condition is not looked at. */
export function DispositionRuleForm({
  rule,
  onClose,
}: {
  readonly rule: DispositionRule | undefined;
  readonly onClose: () => void;
}) {
  const t = useWords(settings);
  const lists = useCodeLists();
  const { mutateAsync: create } = useSend(add);
  const { mutateAsync: alter } = useSend(change);
  const questions = [
    question('position', 'count', settings.both('disposition.position')),
    chosen('disposition', settings.both('disposition.advise'), lists.disposition ?? []),
    ...Object.entries(sets).map(([name, list]) => ({
      ...maybe(name, 'several', settings.both(`disposition.${name as keyof typeof sets}`)),
      choices: lists[list] ?? [],
    })),
    maybe('hazard', 'yes or no', settings.both('disposition.hazard')),
    chosen('owner', settings.both('disposition.owner'), owners, false),
    chosen('action', settings.both('disposition.customsAction'), actions, false),
    chosen('verdict', settings.both('disposition.customsVerdict'), verdicts, false),
    question('zh', 'long text', settings.both('disposition.zh')),
    question('en', 'long text', settings.both('disposition.en')),
    inUse,
  ];
  const save = (answers: Answers) => {
    const asked = { ...ruleOf(answers), scanId: newScanId() };
    return rule ? alter({ ...asked, id: rule.id }) : create(asked);
  };
  return (
    <RecordForm
      title={rule ? t('changeRow', { row: String(rule.position) }) : t('disposition.add')}
      questions={questions}
      preset={rule ? asAnswers(rule) : { active: true }}
      save={save}
      onClose={onClose}
    />
  );
}

const asAnswers = ({ test, ...rule }: DispositionRule): Answers => {
  const { customs, ...rest } = test;
  return { ...rule, ...rest, action: customs?.action, verdict: customs?.verdict };
};

function ruleOf({ position, disposition, zh, en, active, action, verdict, ...test }: Answers): Asked {
  const looked = Object.entries(test).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  const customs = action && verdict ? { customs: { action, verdict } } : {};
  // The form asks each of these with the choices that the server offers.
  return {
    position,
    disposition,
    zh,
    en,
    active,
    test: { ...Object.fromEntries(looked), ...customs },
  } as Asked;
}
