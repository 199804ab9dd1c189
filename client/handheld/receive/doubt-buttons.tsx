import { useSay, useWords } from '../../shared/use-words.ts';
import { floor } from '../../shared/words/floor.ts';
import { odd } from '../../shared/words/odd.ts';
import { PrimaryButton, SideButton, SideButtons } from '../parts.tsx';
import type { Doubt, Odd } from './job.ts';
import { asSerialOf, takeOdd } from './odd.ts';
import { takeExtra } from './parcel.ts';
import type { Receiving } from './use-receiving.ts';

/** Take it in, with its exception, or leave it out. */
export function DoubtButtons({ work, doubt }: { readonly work: Receiving; readonly doubt: Doubt }) {
  const t = useWords(floor);
  const o = useWords(odd);
  const say = useSay();
  const { station } = work;
  const leave = () => {
    work.change({ doubt: null });
    station.clear();
  };
  if (isOdd(doubt)) return <OddButtons work={work} odd={doubt} leave={leave} />;
  const take =
    'told' in doubt
      ? () => work.change({ doubt: { ...doubt, told: true } })
      : () => void station.run(() => takeExtra(work, doubt, doubt.is));
  const words = {
    over: 'receive.takeOver',
    'wrong product': 'receive.takeWrong',
    unknown: 'receive.unannounced',
    known: 'receive.unannounced',
    'not awaited': 'receive.takeUnidentified',
  } as const;
  const lines = doubt.is === 'unknown' ? linesOf(work, doubt.serialOf) : [];
  return (
    <>
      {lines.map(({ number, name }) => (
        <PrimaryButton
          key={number}
          tone="warning"
          onClick={() => void station.run(() => asSerialOf(work, number, doubt.text))}
        >
          {o('serialOf', { name: say(name) })}
        </PrimaryButton>
      ))}
      {doubt.is === 'unknown' && doubt.isOpen ? (
        <>
          {!doubt.isMisread && <SideButton onClick={take}>{o('partOfThis')}</SideButton>}
          {doubt.waybill !== null && (
            <SideButton onClick={() => work.change({ doubt: { ...doubt, isApart: true, told: true } })}>
              {o('otherParcel')}
            </SideButton>
          )}
        </>
      ) : (
        <PrimaryButton tone="warning" onClick={take}>
          {t(words[doubt.is])}
        </PrimaryButton>
      )}
      <SideButtons>
        <SideButton onClick={leave}>{t('receive.leaveOut')}</SideButton>
      </SideButtons>
    </>
  );
}

/** The first lines that wait for a serial; more do not fit beside each other. */
const MAX_LINES = 3;
const linesOf = ({ order }: Receiving, numbers: readonly number[]) =>
  (order.now?.lines ?? []).filter(({ number }) => numbers.includes(number)).slice(0, MAX_LINES);

const isOdd = (doubt: Doubt): doubt is Odd => 'serial' in doubt && 'item' in doubt;
const IMEI = /^\d{15}$/;

function OddButtons({
  work,
  odd: it,
  leave,
}: {
  readonly work: Receiving;
  readonly odd: Odd;
  readonly leave: () => void;
}) {
  const t = useWords(floor);
  const o = useWords(odd);
  const { station } = work;
  const mayBeSecond = it.is === 'another serial' && IMEI.test(it.expected) && IMEI.test(it.serial);
  return (
    <>
      <PrimaryButton tone="warning" onClick={() => void station.run(() => takeOdd(work, it))}>
        {o(`take.${it.is}`)}
      </PrimaryButton>
      <SideButtons>
        {mayBeSecond && (
          <SideButton onClick={() => void station.run(() => takeOdd(work, it, { imei2: it.serial }))}>
            {o('secondImei')}
          </SideButton>
        )}
        <SideButton onClick={leave}>{t('receive.leaveOut')}</SideButton>
      </SideButtons>
    </>
  );
}
