import { Button } from 'antd';
import { useState } from 'react';
import type { Question } from '../../questions.ts';
import { useMe } from '../../signed-in.tsx';
import { useWords } from '../../use-words.ts';
import { account } from '../../words/account.ts';
import { Card } from '../card.tsx';
import { useMessage } from '../messages.tsx';
import { Page } from '../page.tsx';
import { useSend } from '../replies.ts';
import { StepForm } from '../step-form.tsx';
import { LimitCard } from './limit-card.tsx';
import { SecondFactorCard } from './second-factor-card.tsx';
import { SessionsCard, SignInsCard } from './sessions-card.tsx';

const secret = (name: string, label: Question['label']): Question => ({
  ...{ name, label, kind: 'password', required: true },
});

/** What belongs to whoever is signed in: how they come in, and where they are in. */
export function AccountPage() {
  const t = useWords(account);
  const me = useMe();
  return (
    <Page title={t('title')} about={me.secondFactor === 'missing' ? t('second.missing') : t('about')}>
      <SecondFactorCard />
      {me.permissions.includes('tickets.answer') && <LimitCard />}
      <EmailCard />
      <PasswordCard />
      {me.side === 'staff' && <PinCard />}
      <SessionsCard />
      <SignInsCard />
    </Page>
  );
}

function EmailCard() {
  const t = useWords(account);
  const { email, emailVerified } = useMe();
  const message = useMessage();
  const { mutate, isPending } = useSend('POST /api/v1/me/email-verification');
  const send = () => mutate({}, { onSuccess: () => void message.success(t('email.sent')) });
  return (
    <Card
      title={t('email.title')}
      actions={
        !emailVerified && (
          <Button loading={isPending} onClick={send}>
            {t('email.send')}
          </Button>
        )
      }
    >
      <p>
        {email} · {t(emailVerified ? 'email.verified' : 'email.open')}
      </p>
    </Card>
  );
}

function PasswordCard() {
  const t = useWords(account);
  const message = useMessage();
  const [open, setOpen] = useState(false);
  const { mutateAsync } = useSend('POST /api/v1/me/password');
  const questions = [
    secret('present', account.both('password.present')),
    secret('password', account.both('password.next')),
  ];
  return (
    <Card
      title={t('password.title')}
      actions={<Button onClick={() => setOpen(true)}>{t('password.change')}</Button>}
    >
      <p>{t('password.about')}</p>
      {open && (
        <StepForm
          title={t('password.change')}
          questions={questions}
          onDone={async ({ present, password }) => {
            await mutateAsync({ present: String(present), password: String(password) });
            message.success(t('done'));
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </Card>
  );
}

function PinCard() {
  const t = useWords(account);
  const message = useMessage();
  const [open, setOpen] = useState(false);
  const { mutateAsync } = useSend('POST /api/v1/me/pin');
  return (
    <Card title={t('pin.title')} actions={<Button onClick={() => setOpen(true)}>{t('pin.change')}</Button>}>
      <p>{t('pin.about')}</p>
      {open && (
        <StepForm
          title={t('pin.change')}
          questions={[
            secret('present', account.both('password.present')),
            secret('pin', account.both('pin.next')),
          ]}
          onDone={async ({ present, pin }) => {
            await mutateAsync({ present: String(present), pin: String(pin) });
            message.success(t('done'));
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </Card>
  );
}
