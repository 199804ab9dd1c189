import type { Reply } from '../../shared/api.ts';
import { useCodeName } from '../../shared/desk/catalogue.ts';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { useReply } from '../../shared/desk/replies.ts';
import { useMay } from '../../shared/signed-in.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { settings } from '../../shared/words/settings.ts';
import { trade } from '../../shared/words/trade.ts';
import { DispositionRuleForm } from './disposition-rule-form.tsx';
import { ActiveTag, useEditing } from './record-form.tsx';
import { RulesTable } from './rules-table.tsx';

export type DispositionRule = Reply<'GET /api/v1/disposition-rules'>['rows'][number];

/** What a rule looks at, in words. */
function useConditions() {
  const t = useWords(settings);
  const words = useWords(trade);
  const name = useCodeName();
  const facts = useFactWords();
  const named = (list: string, codes: readonly string[]) => codes.map((code) => name(list, code)).join(' / ');
  return ({ test }: DispositionRule): readonly string[] => {
    const { grade, hazard, wish, reason, outcome, customs, owner } = test;
    const all = [
      grade && [t('disposition.grade'), grade.join(' / ')],
      hazard !== undefined && [t('disposition.hazard'), words(hazard ? 'yes' : 'no')],
      wish && [t('disposition.wish'), named('disposition', wish)],
      reason && [t('disposition.reason'), named('reason', reason)],
      outcome && [t('disposition.outcome'), named('outcome', outcome)],
      customs && [facts.action(customs.action), facts.verdict(customs.verdict)],
      owner && [t('disposition.owner'), t(`disposition.${owner}`)],
    ];
    const said = all.flatMap((one) => (one ? [one.join(' = ')] : []));
    return said.length ? said : [t('disposition.anything')];
  };
}

/** What is advised after an inspection. */
export function DispositionRulesPage() {
  const t = useWords(settings);
  const say = useSay();
  const name = useCodeName();
  const conditions = useConditions();
  const mayManage = useMay()('rules.manage');
  const asked = useReply('GET /api/v1/disposition-rules', {});
  const { editing, add, change, close } = useEditing<DispositionRule>();
  return (
    <>
      <RulesTable<DispositionRule>
        title={t('part.disposition-rules')}
        about={t('disposition.about')}
        addLabel={t('disposition.add')}
        asked={asked}
        onAdd={mayManage ? add : undefined}
        onChange={mayManage ? change : undefined}
        columns={[
          { key: 'position', title: t('disposition.position'), align: 'right', cell: (row) => row.position },
          {
            key: 'when',
            title: t('disposition.when'),
            cell: (row) => (
              <span className="two-lines wide-words">
                {conditions(row).map((one) => (
                  <span key={one}>{one}</span>
                ))}
                <small>{say(row)}</small>
              </span>
            ),
          },
          {
            key: 'then',
            title: t('disposition.advise'),
            cell: (row) => <b>{name('disposition', row.disposition)}</b>,
          },
          { key: 'version', title: t('disposition.version'), align: 'right', cell: (row) => row.version },
          { key: 'status', title: t('status'), cell: (row) => <ActiveTag active={row.active} /> },
        ]}
      />
      {editing && <DispositionRuleForm rule={editing.row} onClose={close} />}
    </>
  );
}
