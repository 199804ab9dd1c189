import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { Answers, Question } from '../../questions.ts';
import { send } from '../../send.ts';
import { useMe, useMeAgain } from '../../signed-in.tsx';
import { useWords } from '../../use-words.ts';
import { account } from '../../words/account.ts';
import { Card } from '../card.tsx';
import { FailureAlert } from '../failure-alert.tsx';
import { useMessage } from '../messages.tsx';
import { QrCode } from '../qr-code.tsx';
import { StepForm } from '../step-form.tsx';

interface Begun {
  readonly totpURI: string;
  readonly backupCodes: readonly string[];
}
const password: Question = {
  ...{ name: 'password', kind: 'password', required: true },
  label: account.both('password.present'),
};

/** The second factor: set up with the password and a first code, removed with the password. */
export function SecondFactorCard() {
  const t = useWords(account);
  const { secondFactor } = useMe();
  const again = useMeAgain();
  const [asking, setAsking] = useState(false);
  const [begun, setBegun] = useState<Begun>();
  const isOn = secondFactor === 'on';
  const answered = async ({ password }: Answers) => {
    const answer = await send('POST', `/api/auth/two-factor/${isOn ? 'disable' : 'enable'}`, { password });
    setAsking(false);
    if (isOn) await again();
    else setBegun(answer as Begun);
  };
  return (
    <Card
      title={t('second.title')}
      tone={secondFactor === 'missing' ? 'bad' : 'plain'}
      actions={
        begun === undefined && (
          <Button type={isOn ? 'default' : 'primary'} onClick={() => setAsking(true)}>
            {t(isOn ? 'second.end' : 'second.begin')}
          </Button>
        )
      }
    >
      <p>
        {t('second.about')} <b>{t(isOn ? 'second.on' : 'second.off')}</b>
      </p>
      {begun && <SetUp begun={begun} onDone={() => again().then(() => setBegun(undefined))} />}
      {asking && (
        <StepForm
          title={t(isOn ? 'second.end' : 'second.begin')}
          questions={[password]}
          onDone={answered}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}

function SetUp({ begun, onDone }: { readonly begun: Begun; readonly onDone: () => Promise<void> }) {
  const t = useWords(account);
  const message = useMessage();
  const id = useId();
  const [code, setCode] = useState('');
  const [failure, setFailure] = useState<unknown>();
  const secret = new URL(begun.totpURI).searchParams.get('secret') ?? '';
  const confirm = async () => {
    try {
      await send('POST', '/api/auth/two-factor/verify-totp', { code: code.trim() });
      message.success(t('done'));
      await onDone();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <div className="second-factor">
      <p>{t('second.scan')}</p>
      <QrCode text={begun.totpURI} label={t('second.qr')} />
      <p className="code">{secret.replace(/(.{4})/g, '$1 ').trim()}</p>
      <p>{t('second.recovery')}</p>
      <p className="code recovery-codes">{begun.backupCodes.join('\n')}</p>
      {failure !== undefined && <FailureAlert failure={failure} />}
      <label htmlFor={id}>
        {t('second.code')}
        <Input
          id={id}
          value={code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          onChange={(event) => setCode(event.target.value)}
          onPressEnter={() => void confirm()}
        />
      </label>
      <Button type="primary" disabled={!/^\d{6}$/.test(code.trim())} onClick={() => void confirm()}>
        {t('second.confirm')}
      </Button>
    </div>
  );
}
