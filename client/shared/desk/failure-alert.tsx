import { Alert, Button } from 'antd';
import { Failure, type Issue } from '../failure.ts';
import { useSay, useWords } from '../use-words.ts';
import { desk } from '../words/desk.ts';
import { shell } from '../words/shell.ts';

const problems: Readonly<Record<string, 'required' | 'short' | 'long' | 'format' | 'choice'>> = {
  invalid_type: 'required',
  required: 'required',
  too_small: 'short',
  too_big: 'long',
  invalid_format: 'format',
  invalid_value: 'choice',
  invalid_union: 'choice',
};
export const fieldOf = ({ path }: Issue): string => String([path ?? []].flat()[0] ?? '');

/** What is wrong with one field, in the language of the person: the server's own words where it has some. */
export function useIssueWords(): (issue: Issue) => string {
  const t = useWords(desk);
  const say = useSay();
  return ({ words, code = '' }) => (words ? say(words) : t(`form.problem.${problems[code] ?? 'other'}`));
}

/** Why something was not done, and what to do next. `retry` adds a button. */
export function FailureAlert({
  failure,
  retry,
  labels = {},
}: {
  readonly failure: unknown;
  readonly retry?: (() => void) | undefined;
  /** What the fields of the form are called; an issue with another field is told without its name. */
  readonly labels?: Readonly<Record<string, string>>;
}) {
  const t = useWords(shell);
  const list = useWords(desk);
  const say = useSay();
  const issueWords = useIssueWords();
  const known = failure instanceof Failure;
  const { what, why, next, issues = [] } = known ? failure.refusal : {};
  const line = (issue: Issue) => {
    const field = labels[fieldOf(issue)];
    const problem = issueWords(issue);
    return field ? list('form.issue', { field, problem }) : problem;
  };
  const told = issues.filter((issue) => issue.words || labels[fieldOf(issue)]).map(line);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={why ? say(why) : known ? say(failure.words) : t('failure.server')}
      description={
        <>
          {what && <p>{say(what)}</p>}
          {next && <p>{say(next)}</p>}
          {[...new Set(told)].map((text) => (
            <p key={text}>{text}</p>
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
