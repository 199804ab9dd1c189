import { useState } from 'react';
import { call } from '../shared/api.ts';
import { Failure } from '../shared/failure.ts';
import { useLanguage } from '../shared/language.ts';
import { useMe, useMeAgain } from '../shared/signed-in.tsx';
import { useSay, useWords } from '../shared/use-words.ts';
import { handheld } from '../shared/words/handheld.ts';
import { SideButton } from './parts.tsx';

/** In which of my warehouses I work today. */
export function WarehouseChoice({ onDone }: { readonly onDone?: () => void }) {
  const t = useWords(handheld);
  const say = useSay();
  const english = useLanguage() === 'en';
  const { warehouses, warehouse } = useMe();
  const again = useMeAgain();
  const [failure, setFailure] = useState<Failure>();
  const choose = async (warehouseId: string) => {
    try {
      await call('POST /api/v1/me/warehouse', { warehouseId });
      await again();
      onDone?.();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      setFailure(error);
    }
  };
  return (
    <>
      <p className="menu-ask">{t('menu.whichWarehouse')}</p>
      <div role="alert">{failure && <p className="reason strong">{say(failure.words)}</p>}</div>
      {warehouses.map(({ id, nameZh, nameEn }) => (
        <SideButton key={id} aria-current={id === warehouse?.id} onClick={() => void choose(id)}>
          {english ? nameEn : nameZh}
        </SideButton>
      ))}
    </>
  );
}
