import { useState } from 'react';
import { useLanguage } from '../shared/language.ts';
import { signOut, signOutEverywhere, switchLanguage } from '../shared/session.ts';
import { useMe } from '../shared/signed-in.tsx';
import { useSay, useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { shell } from '../shared/words/shell.ts';
import { Quiet, SideButton } from './parts.tsx';
import { Sheet } from './sheet.tsx';
import { WarehouseChoice } from './warehouse-choice.tsx';

/** Who I am here, and what I may change about it. */
export function MySheet({ onClose }: { readonly onClose: () => void }) {
  const t = useWords(handheld);
  const all = useWords(shell);
  const say = useSay();
  const me = useMe();
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en';
  const [moving, setMoving] = useState(false);
  return (
    <Sheet title={me.name} onClose={onClose}>
      <Quiet>{say(me.roleName)}</Quiet>
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
          <SideButton onClick={() => location.assign('/office')}>{t('menu.office')}</SideButton>
          <SideButton onClick={() => void signOut()}>{all('signOut')}</SideButton>
          <SideButton onClick={() => void signOutEverywhere()}>{all('signOutEverywhere')}</SideButton>
        </>
      )}
    </Sheet>
  );
}
