import { InputNumber, Switch } from 'antd';
import { Card } from '../../shared/desk/card.tsx';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { useReply, useSend } from '../../shared/desk/replies.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useMay } from '../../shared/signed-in.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { rights } from '../../shared/words/rights.ts';

/** What takes two people, the second somebody else than the first; and from how much on. */
export function FourEyesCard() {
  const t = useWords(rights);
  const say = useSay();
  const mayChange = useMay()('people.manage');
  const { data, error, refetch } = useReply('GET /api/v1/four-eyes', {});
  const { mutate, isPending, error: failure } = useSend('PATCH /api/v1/four-eyes/:id');
  return (
    <Card title={t('fourEyes.title')}>
      <p className="quiet-text">{t('fourEyes.about')}</p>
      {error && <FailureAlert failure={error} retry={() => void refetch()} />}
      {failure && <FailureAlert failure={failure} />}
      <ul className="four-eyes">
        {(data?.rows ?? []).map(({ id, name, active, above, fixed }) => (
          <li key={id}>
            <span>
              <b id={`four-eyes-${id}`}>{say(name)}</b>
              {fixed && <span className="quiet-text"> · {t('fourEyes.fixed')}</span>}
            </span>
            {above !== null && (
              <InputNumber
                aria-label={t('fourEyes.aboveFor', { name: say(name) })}
                prefix={t('fourEyes.above')}
                suffix={t('fourEyes.pieces')}
                min={0}
                max={1_000_000}
                precision={0}
                defaultValue={above}
                key={above}
                disabled={!mayChange || !active || isPending}
                onBlur={({ target }) => {
                  const asked = Number.parseInt(target.value, 10);
                  if (asked >= 0 && asked !== above)
                    mutate({ id, active, above: asked, scanId: newScanId() });
                }}
                onPressEnter={({ currentTarget }) => currentTarget.blur()}
              />
            )}
            <Switch
              aria-labelledby={`four-eyes-${id}`}
              checked={active}
              disabled={fixed || !mayChange || isPending}
              checkedChildren={t('fourEyes.two')}
              unCheckedChildren={t('fourEyes.one')}
              onChange={(on) => mutate({ id, active: on, scanId: newScanId() })}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
