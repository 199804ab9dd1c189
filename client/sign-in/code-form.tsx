import { useState } from 'react';
import { send } from '../shared/send.ts';
import { useWords } from '../shared/use-words.ts';
import { signIn } from '../shared/words/sign-in.ts';
import { Field } from './field.tsx';
import { BackToSignIn, Form } from './form.tsx';

/** The second half of a sign-in: what the authenticator app shows, or a recovery code. */
export function CodeForm({ enter }: { readonly enter: () => Promise<void> }) {
  const t = useWords(signIn);
  const [recovery, setRecovery] = useState(false);
  const verify = async (read: (name: string) => string) => {
    const code = read('code').replace(/\s/g, '');
    await send('POST', `/api/auth/two-factor/verify-${recovery ? 'backup-code' : 'totp'}`, { code });
    await enter();
  };
  return (
    <Form
      key={String(recovery)}
      title={t('code.title')}
      about={t(recovery ? 'code.aboutRecovery' : 'code.about')}
      go={t('code.go')}
      send={verify}
      foot={
        <>
          <button type="button" className="entrance-switch" onClick={() => setRecovery(!recovery)}>
            {t(recovery ? 'code.app' : 'code.recovery')}
          </button>
          <BackToSignIn />
        </>
      }
    >
      <Field
        label={t(recovery ? 'code.recoveryLabel' : 'code.label')}
        name="code"
        inputMode={recovery ? 'text' : 'numeric'}
        autoComplete="one-time-code"
        autoFocus
      />
    </Form>
  );
}
