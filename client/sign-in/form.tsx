import { type FormEvent, type ReactNode, useState } from 'react';
import { Failure } from '../shared/failure.ts';
import { AlertIcon } from '../shared/icons.tsx';
import { useSay, useWords } from '../shared/use-words.ts';
import { signIn } from '../shared/words/sign-in.ts';

interface FormProps {
  readonly title: string;
  readonly about?: ReactNode;
  readonly go: string;
  readonly children: ReactNode;
  /** Below the button. */
  readonly foot?: ReactNode;
  /** What was filled in, by the names of the fields. */
  readonly send: (read: (name: string) => string) => Promise<unknown>;
}

/** One small form of the front door: what went wrong stands above it, and it can be sent again. */
export function Form({ title, about, go, children, foot, send }: FormProps) {
  const t = useWords(signIn);
  const say = useSay();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem('');
    try {
      await send((name) => String(form.get(name) ?? ''));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const isPassword = error.refusal.issues?.some(({ path }) => [path].flat().includes('password'));
      setProblem(isPassword ? t('common') : say(error.words));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="entrance-form" onSubmit={submit} noValidate>
      <h1>{title}</h1>
      {about && <p className="entrance-help">{about}</p>}
      <div role="alert">
        {problem && (
          <p className="entrance-problem">
            <AlertIcon />
            {problem}
          </p>
        )}
      </div>
      {children}
      <button type="submit" className="plain-button" disabled={busy}>
        {go}
      </button>
      {foot}
    </form>
  );
}

export const BackToSignIn = () => {
  const t = useWords(signIn);
  return (
    <p className="entrance-help">
      <a href="/">{t('back')}</a>
    </p>
  );
};
