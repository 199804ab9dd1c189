import { type FormEvent, useState } from 'react';
import { call } from '../shared/api.ts';
import { Failure } from '../shared/failure.ts';
import { AlertIcon } from '../shared/icons.tsx';
import { signIn as signInAs } from '../shared/session.ts';
import { useSay, useWords } from '../shared/use-words.ts';
import { signIn } from '../shared/words/sign-in.ts';
import { Field } from './field.tsx';

const MIN_PASSWORD_CHARS = 10;
type Problem = 'welcome.noName' | 'welcome.notEmail' | 'welcome.short' | 'welcome.noToken';

function problemOf(name: string, email: string, password: string): Problem | undefined {
  if (!name) return 'welcome.noName';
  if (!/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(email)) return 'welcome.notEmail';
  return password.length < MIN_PASSWORD_CHARS ? 'welcome.short' : undefined;
}

export function WelcomeForm({ enter }: { readonly enter: () => Promise<void> }) {
  const t = useWords(signIn);
  const say = useSay();
  const token = new URLSearchParams(location.search).get('token');
  const [problem, setProblem] = useState<Problem | Failure | undefined>(
    token ? undefined : 'welcome.noToken',
  );
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const read = (name: string) => String(form.get(name)).trim();
    const [name, email, password] = [read('name'), read('email'), String(form.get('password'))];
    const found = token ? problemOf(name, email, password) : 'welcome.noToken';
    setProblem(found);
    if (found || !token) return;
    setBusy(true);
    try {
      await call('POST /api/v1/first-administrator', { token, name, email, password });
      await signInAs(email, password);
      await enter();
    } catch (error) {
      setBusy(false);
      if (!(error instanceof Failure)) throw error;
      setProblem(error);
    }
  };
  const at = (...problems: Problem[]) => problems.find((one) => one === problem);
  const under = (one: Problem) => (at(one) ? t(one) : undefined);
  return (
    <form className="entrance-form" onSubmit={submit} noValidate>
      <h1>{t('welcome.title')}</h1>
      <p className="entrance-help">{t('welcome.about')}</p>
      <div role="alert">
        {problem instanceof Failure || problem === 'welcome.noToken' ? (
          <p className="entrance-problem">
            <AlertIcon />
            {problem instanceof Failure ? say(problem.words) : t(problem)}
          </p>
        ) : null}
      </div>
      <Field label={t('welcome.name')} name="name" autoComplete="name" problem={under('welcome.noName')} />
      <Field
        label={t('welcome.email')}
        name="email"
        type="email"
        autoComplete="username"
        problem={under('welcome.notEmail')}
      />
      <Field
        label={t('welcome.password')}
        name="password"
        type="password"
        autoComplete="new-password"
        problem={under('welcome.short')}
      />
      <button type="submit" className="plain-button" disabled={busy || !token}>
        {t(busy ? 'welcome.going' : 'welcome.go')}
      </button>
    </form>
  );
}
