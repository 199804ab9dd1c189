import { useWords } from '../../shared/use-words.ts';
import { floor } from '../../shared/words/floor.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { odd } from '../../shared/words/odd.ts';
import { PrimaryButton, SideButton, SideButtons } from '../parts.tsx';
import { expectedOf } from './match.ts';
import { surelySerial } from './odd.ts';
import type { Receiving } from './use-receiving.ts';

/** While the serial of a line is awaited, what can be pressed is about that line and no other. */
export function AwaitedButtons({ work, line }: { readonly work: Receiving; readonly line: number }) {
  const t = useWords(floor);
  const h = useWords(handheld);
  const o = useWords(odd);
  const { station } = work;
  const order = work.order.now;
  const its = order?.lines.find(({ number }) => number === line);
  const [piece] = order && its ? expectedOf(order, its) : [];
  const leave = () => {
    work.change({ awaiting: null, once: null });
    station.clear();
  };
  const { once, unlike } = work.job.now;
  const open = order && its ? expectedOf(order, its).find(({ serial }) => serial === null) : undefined;
  return (
    <>
      {open && once !== null && unlike && (
        <PrimaryButton tone="warning" onClick={() => void station.run(() => surelySerial(work, open, once))}>
          {o('unlike.sure')}
        </PrimaryButton>
      )}
      <SideButtons>
        {piece && (
          <SideButton onClick={() => void station.run(() => work.receive(piece, { noSerial: true }))}>
            {t('receive.withoutSerial')}
          </SideButton>
        )}
        <SideButton onClick={leave}>{h('key.drop')}</SideButton>
      </SideButtons>
    </>
  );
}
