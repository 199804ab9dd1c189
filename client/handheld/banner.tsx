import { AlertIcon, CheckIcon, CrossIcon, InfoIcon } from '../shared/icons.tsx';
import { useSay, useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import type { Answer } from './answer.ts';
import { Card } from './parts.tsx';
import type { StationState } from './use-station.ts';

const icons = { neutral: InfoIcon, success: CheckIcon, warning: AlertIcon, error: CrossIcon };

/** The answer in one line and one colour. Its places stay on the page, so that a screen reader says what comes in. */
export function Banner({
  station: { answer },
  waiting,
}: {
  readonly station: StationState;
  /** How many scans nobody has answered: what came of the one before them says nothing of these. */
  readonly waiting: number;
}) {
  const error = answer?.tone === 'error';
  const shown =
    waiting > 0 && !error
      ? { tone: 'warning' as const, title: handheld.both('answer.kept', { count: waiting }), id: 0 }
      : answer;
  const line = shown && <Line key={shown.id} answer={shown} />;
  return (
    <>
      <div role="status">{error ? null : line}</div>
      <div role="alert">{error ? line : null}</div>
      {answer && <div key={answer.id} className={`flash tone-${answer.tone}`} aria-hidden="true" />}
    </>
  );
}

function Line({ answer }: { readonly answer: Answer }) {
  const say = useSay();
  const Icon = icons[answer.tone];
  return (
    <p className={`banner tone-${answer.tone}`}>
      <Icon size={26} strokeWidth={3} />
      {say(answer.title)}
    </p>
  );
}

/** What it is, where it is, why not, what to do next. */
export function Reasons({ answer }: { readonly answer: Answer }) {
  const t = useWords(handheld);
  const say = useSay();
  return (
    <>
      {answer.inHand && (
        <Card label={t('answer.inHand')}>
          <p className="reason">{say(answer.inHand)}</p>
        </Card>
      )}
      {(answer.what || answer.where) && (
        <Card label={t(answer.inHand ? 'answer.scanned' : 'answer.what')}>
          {answer.what && <p className="reason">{say(answer.what)}</p>}
          {answer.where && (
            <p className="quiet">
              {t('answer.where')} <span className="code">{answer.where}</span>
            </p>
          )}
        </Card>
      )}
      {answer.why && (
        <Card label={t('answer.why')}>
          <p className="reason strong">{say(answer.why)}</p>
        </Card>
      )}
      {answer.next && (
        <Card label={t('answer.next')}>
          <p className="reason">{say(answer.next)}</p>
        </Card>
      )}
    </>
  );
}
