import { useState } from 'react';
import { call } from '../../shared/api.ts';
import { Failure } from '../../shared/failure.ts';
import { PersonIcon } from '../../shared/icons.tsx';
import { useLanguage } from '../../shared/language.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { door } from '../../shared/words/door.ts';
import { shell } from '../../shared/words/shell.ts';
import { play } from '../feedback.ts';
import { Quiet, SideButton } from '../parts.tsx';
import { useReceiver } from '../scanner/receivers.ts';
import { ScanBox } from '../scanner/scan-box.tsx';
import { ScanSink } from '../scanner/scan-sink.tsx';
import type { ThisDevice } from './door.tsx';
import { Keypad } from './keypad.tsx';
import { isBadge } from './lock.ts';

interface BadgeScreenProps {
  readonly device: ThisDevice;
  /** Whose work stands behind the door. */
  readonly behind: string | null;
  /** The badge that was scanned already. */
  readonly scanned: string | null;
  readonly onIn: () => Promise<void>;
}
type Ask = 'pin' | 'newPin' | 'repeatPin';

/** Badge, PIN, and on with it. */
export function BadgeScreen({ device, behind, scanned, onIn }: BadgeScreenProps) {
  const t = useWords(door);
  const english = useLanguage() === 'en';
  const [badge, setBadge] = useState(scanned);
  const [problem, setProblem] = useState('');
  const scan = (text: string) => {
    if (!isBadge(text)) {
      play('error');
      return setProblem(t('notABadge'));
    }
    play('success');
    setProblem('');
    setBadge(text);
  };
  const place = english ? device.warehouse.nameEn : device.warehouse.nameZh;
  return (
    <div className="screen door">
      <header className="head">
        <h1>{behind === null ? t('title') : t('locked')}</h1>
        <span className="where">{`${place} · ${device.name}`}</span>
      </header>
      {badge === null ? (
        <>
          <main className="screen-main door-wait">
            <PersonIcon size={72} />
            <p className="door-say">{t('scan')}</p>
            {behind !== null && <Quiet>{t('lockedBy', { name: behind })}</Quiet>}
            <p className="reason strong" role="alert">
              {problem}
            </p>
          </main>
          <div className="screen-actions">
            <SideButton onClick={() => location.assign('/?with=password')}>{t('withPassword')}</SideButton>
          </div>
          <footer className="foot">
            <ScanBox at="door" hint={t('hint')} onScan={scan} />
          </footer>
        </>
      ) : (
        <PinEntry key={badge} badge={badge} onIn={onIn} onOther={() => setBadge(null)} onScan={scan} />
      )}
    </div>
  );
}

interface PinEntryProps {
  readonly badge: string;
  readonly onIn: () => Promise<void>;
  readonly onOther: () => void;
  /** Another badge may be scanned at any time. */
  readonly onScan: (text: string) => void;
}

function PinEntry({ badge, onIn, onOther, onScan }: PinEntryProps) {
  const t = useWords(door);
  const { asks, value, problem, busy, change, refuse, done } = usePin(badge, onIn);
  useReceiver((text) => {
    // Quick fingers on real keys.
    if (isPin(text)) return void done();
    // Its first digits came through as keys.
    change('');
    if (isBadge(text)) return onScan(text);
    play('error');
    refuse(t('notABadge'));
  }, 'door');
  return (
    <main className="screen-main door-pin">
      <h2>{t(asks)}</h2>
      {asks === 'newPin' && <Quiet>{t('newPinWhy')}</Quiet>}
      <p className="reason strong" role="alert">
        {busy ? '' : problem}
      </p>
      <ScanSink />
      <Keypad value={value} busy={busy} onChange={change} onDone={() => void done()} />
      <SideButton disabled={busy} onClick={onOther}>
        {busy ? t('going') : t('otherBadge')}
      </SideButton>
    </main>
  );
}

const isPin = (text: string) => /^\d{4,6}$/.test(text);

/** A PIN to choose at the first sign-in, and again when the chosen one was refused; else the PIN once more. */
const afterRefusal = (failure: Failure | undefined, newPin: string | undefined): Ask =>
  failure?.code === 'choose_pin' || (newPin !== undefined && failure?.status === 422) ? 'newPin' : 'pin';

/** The PIN; at the first sign-in with a badge also the one that its owner chooses, twice. */
function usePin(badge: string, onIn: () => Promise<void>) {
  const t = useWords(door);
  const say = useSay();
  const broken = useWords(shell)('failure.server');
  const [asks, setAsks] = useState<Ask>('pin');
  const [value, setValue] = useState('');
  const [pin, setPin] = useState('');
  const [chosen, setChosen] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const next = (ask: Ask, why = '') => {
    setAsks(ask);
    setValue('');
    setProblem(why);
  };
  const send = async (first: string, newPin?: string) => {
    setBusy(true);
    try {
      await call('POST /api/v1/badge-sign-ins', { badge, pin: first, ...(newPin ? { newPin } : {}) });
      play('success');
      await onIn();
    } catch (error) {
      const failure = error instanceof Failure ? error : undefined;
      const asked = afterRefusal(failure, newPin);
      if (asked === 'pin' || newPin !== undefined) play('error');
      setPin(first);
      next(asked, failure ? say(failure.words) : broken);
    } finally {
      setBusy(false);
    }
  };
  const choose = () => {
    setChosen(value);
    next('repeatPin');
  };
  const repeat = () => (chosen === value ? send(pin, value) : next('newPin', t('notTheSame')));
  const done = { pin: () => send(value), newPin: choose, repeatPin: repeat }[asks];
  return { asks, value, problem, busy, change: setValue, refuse: setProblem, done };
}
