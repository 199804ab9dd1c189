import { useEffect, useState } from 'react';
import { call, type Reply } from '../shared/api.ts';
import { Failure } from '../shared/failure.ts';
import { signIn as signInAs } from '../shared/session.ts';
import { useSay, useWords } from '../shared/use-words.ts';
import { door } from '../shared/words/door.ts';
import { signIn } from '../shared/words/sign-in.ts';
import { Field } from './field.tsx';
import { BackToSignIn, Form } from './form.tsx';

const token = () => new URLSearchParams(location.search).get('token') ?? '';

/** A link to choose a new password, to whoever owns the address. */
export function ForgottenForm() {
  const t = useWords(signIn);
  const [sent, setSent] = useState(false);
  const send = async (read: (name: string) => string) => {
    await call('POST /api/v1/password-reset-requests', { email: read('email').trim() });
    setSent(true);
  };
  return (
    <Form
      title={t('forgotten.title')}
      about={t('forgotten.about')}
      go={t('forgotten.go')}
      send={send}
      foot={<BackToSignIn />}
    >
      <Field label={t('forgotten.email')} name="email" type="email" autoComplete="email" />
      <p role="status">{sent ? t('forgotten.sent') : ''}</p>
    </Form>
  );
}

export function ResetForm() {
  const t = useWords(signIn);
  const send = async (read: (name: string) => string) => {
    await call('POST /api/v1/password-resets', { token: token(), password: read('password') });
    location.assign('/?with=password');
  };
  return (
    <Form title={t('reset.title')} go={t('reset.go')} send={send} foot={<BackToSignIn />}>
      <Field label={t('reset.password')} name="password" type="password" autoComplete="new-password" />
    </Form>
  );
}

export function InvitationForm({ enter }: { readonly enter: () => Promise<void> }) {
  const t = useWords(signIn);
  const say = useSay();
  const [invited, setInvited] = useState<Reply<'GET /api/v1/invitation'> | Failure>();
  useEffect(() => {
    call('GET /api/v1/invitation', { token: token() }).then(setInvited, (error) => {
      if (!(error instanceof Failure)) throw error;
      setInvited(error);
    });
  }, []);
  if (invited === undefined) return null;
  if (invited instanceof Failure)
    return (
      <div className="entrance-form" role="alert">
        <h1>{t('invitation.title')}</h1>
        <p className="entrance-problem">{say(invited.words)}</p>
        <BackToSignIn />
      </div>
    );
  const { organisation, roleName, email } = invited;
  const name = say({ zh: organisation.nameZh, en: organisation.nameEn });
  const send = async (read: (name: string) => string) => {
    const password = read('password');
    await call('POST /api/v1/invitation-acceptances', {
      token: token(),
      name: read('name').trim(),
      password,
    });
    await signInAs(email, password);
    await enter();
  };
  return (
    <Form
      title={t('invitation.title')}
      about={t('invitation.about', { organisation: name, role: say(roleName) })}
      go={t('invitation.go')}
      send={send}
    >
      <p className="entrance-help">{t('invitation.signInWith', { email })}</p>
      <Field label={t('invitation.name')} name="name" autoComplete="name" />
      <Field label={t('invitation.password')} name="password" type="password" autoComplete="new-password" />
    </Form>
  );
}

export function ConfirmForm({ enter }: { readonly enter: () => Promise<void> }) {
  const t = useWords(signIn);
  const send = async () => {
    await call('POST /api/v1/email-verifications', { token: token() });
    await enter().catch(() => location.assign('/'));
  };
  return (
    <Form title={t('confirm.title')} go={t('confirm.go')} send={send}>
      {null}
    </Form>
  );
}

/** On a handheld, once: the code that an administrator reads out makes it one of the house. */
export function EnrolForm() {
  const t = useWords(door);
  const send = async (read: (name: string) => string) => {
    await call('POST /api/v1/device-enrolments', { code: read('code').trim() || '-' });
    location.replace('/handheld');
  };
  return (
    <Form
      title={t('enrol.title')}
      about={t('enrol.about')}
      go={t('enrol.go')}
      send={send}
      foot={<BackToSignIn />}
    >
      <Field
        label={t('enrol.code')}
        name="code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
    </Form>
  );
}
