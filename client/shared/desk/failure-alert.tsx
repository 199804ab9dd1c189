import { Alert, Button } from 'antd';
import { Failure } from '../failure.ts';
import { useSay, useWords } from '../use-words.ts';
import { desk } from '../words/desk.ts';
import { shell } from '../words/shell.ts';

/** Why something was not done, and what to do next. `retry` adds a button. */
export function FailureAlert({
  failure,
  retry,
}: {
  readonly failure: unknown;
  readonly retry?: (() => void) | undefined;
}) {
  const t = useWords(shell);
  const list = useWords(desk);
  const say = useSay();
  const known = failure instanceof Failure;
  const { why, next, issues = [] } = known ? failure.refusal : {};
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={why ? say(why) : known ? say(failure.words) : t('failure.server')}
      description={
        <>
          {next && <p>{say(next)}</p>}
          {issues.map(({ path, message, words }) => (
            <p key={`${path} ${message}`}>
              {list('form.issue', {
                field: [path ?? []].flat().join(' › '),
                problem: words ? say(words) : (message ?? ''),
              })}
            </p>
          ))}
        </>
      }
      action={
        retry && (
          <Button size="small" onClick={retry}>
            {t('retry')}
          </Button>
        )
      }
    />
  );
}
