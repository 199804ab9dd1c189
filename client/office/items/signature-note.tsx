import { Alert, Button } from 'antd';
import { useNameOf } from '../../shared/desk/catalogue.ts';
import { useFactWords } from '../../shared/desk/fact-words.ts';
import { useMessage } from '../../shared/desk/messages.tsx';
import { Failure } from '../../shared/failure.ts';
import { type Answers, type OpenStep, theOne } from '../../shared/questions.ts';
import { doneWords } from '../../shared/step-done.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { When } from '../../shared/when.tsx';
import { office } from '../../shared/words/office.ts';
import { shell } from '../../shared/words/shell.ts';
import { useTakeStep } from '../steps.ts';
import type { Item } from './item-page.tsx';

/** A first signature that waits: what was signed, by whom, and the buttons of whoever may confirm it or take it back. */
export function SignatureNote({ item: { code, signature, openSteps } }: { readonly item: Item }) {
  const t = useWords(office);
  const say = useSay();
  const facts = useFactWords();
  const message = useMessage();
  const nameOf = useNameOf();
  const take = useTakeStep('POST /api/v1/items/:code/steps', code);
  if (!signature) return null;
  const { step, button, given, before, reason, by, mine, at } = signature;
  const confirms = openSteps.find((open) => open.step === step);
  const withdrawal = theOne(openSteps, 'withdrawal');
  const press = (one: OpenStep, answers: Answers) =>
    take(one, answers).then(
      () => void message.success(say(doneWords(one, answers, nameOf))),
      (error: unknown) =>
        void message.error(say(error instanceof Failure ? error.words : shell.both('failure.server'))),
    );
  const told = Object.entries({ ...given, ...(reason === null ? {} : { reason }) }).flatMap(
    ([name, value]) => {
      const label = facts.name(name);
      const was = name in before ? `${facts.value(name, before[name])} → ` : '';
      return label ? [`${label} ${was}${facts.value(name, value)}`] : [];
    },
  );
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={t('signature.waits', { step: say(button), by })}
      description={
        <>
          {told.length > 0 && <p>{told.join(' · ')}</p>}
          <p>
            <When at={at} /> · {t(mine ? 'signature.mine' : 'signature.other')}
          </p>
          <span className="tags">
            {!mine && confirms && (
              <Button type="primary" onClick={() => void press(confirms, given as Answers)}>
                {t('signature.confirm', { step: say(button) })}
              </Button>
            )}
            {withdrawal && (
              <Button onClick={() => void press(withdrawal, {})}>
                {t(mine ? 'signature.withdraw' : 'signature.refuse')}
              </Button>
            )}
          </span>
        </>
      }
    />
  );
}
