import { type FormEvent, useEffect, useState } from 'react';
import { Failure } from '../shared/failure.ts';
import { AlertIcon } from '../shared/icons.tsx';
import { signIn as signInAs } from '../shared/session.ts';
import { useSay, useWords } from '../shared/use-words.ts';
import { signIn } from '../shared/words/sign-in.ts';
import { CodeForm } from './code-form.tsx';
import { Field } from './field.tsx';
import { HandheldWays } from './handheld-ways.tsx';

// The accounts library says with different numbers that name and password do not fit.
const wrong = new Set([400, 401, 403, 422]);

const asksForCode = (answer: unknown) =>
  typeof answer === 'object' && answer !== null && 'twoFactorRedirect' in answer;

export function SignInForm({ enter }: { readonly enter: () => Promise<void> }) {
  const t = useWords(signIn);
  const say = useSay();
  const [problem, setProblem] = useState<Failure | 'empty'>();
  const [busy, setBusy] = useState(false);
  const [seen, setSeen] = useState(false);
  const [second, setSecond] = useState(false);
  // Whoever is still signed in goes straight on; for everybody else this is the page they came for.
  useEffect(() => void enter().catch(() => {}), [enter]);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [who, password] = [String(form.get('who')).trim(), String(form.get('password'))];
    if (!who || !password) return setProblem('empty');
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await signInAs(who, password);
      if (asksForCode(answer)) setSecond(true);
      else await enter();
    } catch (error) {
      setBusy(false);
      if (!(error instanceof Failure)) throw error;
      setProblem(error);
    }
  };
  const sentence = ({ status, code, words }: Failure) =>
    wrong.has(status) && code !== 'on_leave' ? t('wrong') : say(words);
  if (second) return <CodeForm enter={enter} />;
  return (
    <form className="entrance-form" onSubmit={submit} noValidate>
      <h1>{t('title')}</h1>
      <div role="alert">
        {problem && (
          <p className="entrance-problem">
            <AlertIcon />
            {problem === 'empty' ? t('empty') : sentence(problem)}
          </p>
        )}
      </div>
      <Field label={t('who')} name="who" autoComplete="username" autoCapitalize="none" spellCheck={false} />
      <Field
        label={t('password')}
        name="password"
        type={seen ? 'text' : 'password'}
        autoComplete="current-password"
        after={
          <button type="button" className="field-after" aria-pressed={seen} onClick={() => setSeen(!seen)}>
            {t(seen ? 'hide' : 'show')}
          </button>
        }
      />
      <button type="submit" className="plain-button" disabled={busy}>
        {t(busy ? 'going' : 'go')}
      </button>
      <p className="entrance-help">
        <a href="/forgotten">{t('forgot')}</a>
      </p>
      <HandheldWays />
    </form>
  );
}
