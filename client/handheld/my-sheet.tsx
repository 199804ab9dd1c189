import { useState } from 'react';
import { Failure } from '../shared/failure.ts';
import { useLanguage } from '../shared/language.ts';
import { signOut, signOutEverywhere, switchLanguage } from '../shared/session.ts';
import { useMe } from '../shared/signed-in.tsx';
import { useSay, useWords } from '../shared/use-words.ts';
import { door } from '../shared/words/door.ts';
import { handheld } from '../shared/words/handheld.ts';
import { shell } from '../shared/words/shell.ts';
import { lock } from './door/lock.ts';
import { Quiet, SideButton } from './parts.tsx';
import { Sheet } from './sheet.tsx';
import { WarehouseChoice } from './warehouse-choice.tsx';

/** Who I am here, and what I may change about it. */
export function MySheet({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(handheld);
  const all = useWords(shell);
  const atDoor = useWords(door);
  const say = useSay();
  const me = useMe();
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en';
  const [moving, setMoving] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const leave = (out: () => Promise<void>) => out().catch(setFailure);
  return (
    <Sheet title={me.name} onClose={onClose}>
      <Quiet>{say(me.roleName)}</Quiet>
      <div role="alert">
        {failure instanceof Failure && <p className="reason strong">{say(failure.words)}</p>}
      </div>
      {moving ? (
        <WarehouseChoice onDone={onClose} />
      ) : (
        <>
          {me.warehouses.length > 1 && (
            <SideButton onClick={() => setMoving(true)}>{t('menu.warehouse')}</SideButton>
          )}
          <SideButton lang={other} onClick={() => switchLanguage(other)}>
            {all('otherLanguage')}
          </SideButton>
          {me.device && <SideButton onClick={() => lock()}>{atDoor('lock')}</SideButton>}
          <SideButton onClick={() => location.assign('/office')}>{t('menu.office')}</SideButton>
          <SideButton onClick={() => void leave(signOut)}>{all('signOut')}</SideButton>
          <SideButton onClick={() => void leave(signOutEverywhere)}>{all('signOutEverywhere')}</SideButton>
        </>
      )}
    </Sheet>
  );
}
