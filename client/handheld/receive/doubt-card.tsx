import { useSay, useWords } from '../../shared/use-words.ts';
import { floor } from '../../shared/words/floor.ts';
import { odd } from '../../shared/words/odd.ts';
import { BigNumber, Card, PrimaryButton, Quiet, SideButton, SideButtons } from '../parts.tsx';
import type { Doubt, Odd } from './job.ts';
import { lineCount } from './match.ts';
import { takeOdd } from './odd.ts';
import { takeExtra } from './parcel.ts';
import { TwoValues } from './two-values.tsx';
import type { Receiving } from './use-receiving.ts';

interface DoubtProps {
  readonly work: Receiving;
  readonly doubt: Doubt;
}

/** What is odd about the last scan. */
export function DoubtCard({ work, doubt }: DoubtProps) {
  const t = useWords(floor);
  const o = useWords(odd);
  const say = useSay();
  const order = work.order.now;
  switch (doubt.is) {
    case 'another serial':
    case 'in another name':
    case 'elsewhere':
    case 'back as another':
      return (
        <Card>
          <TwoValues
            is={doubt.is}
            expected={doubt.expected}
            owner={doubt.owner ? say(doubt.owner) : undefined}
            seen={doubt.serial}
          />
          <Quiet>{o(`why.${doubt.is}`)}</Quiet>
        </Card>
      );
    case 'unknown':
      return (
        <Card label={t('receive.unknownLabel')}>
          <p className="thing-name">{doubt.description ?? doubt.text}</p>
          <Quiet>{t('receive.unknownWhy')}</Quiet>
        </Card>
      );
    default: {
      const line = order?.lines.find(({ number }) => number === doubt.line);
      const n = order && line ? lineCount(line, work.job.now.counts) : undefined;
      return (
        <Card>
          <p className="thing-name">{say(doubt)}</p>
          {n ? (
            <>
              <Quiet>{t('receive.overWhy', { of: n.expected, n: n.here + 1 })}</Quiet>
              <BigNumber value={n.here + 1} of={n.expected} />
            </>
          ) : (
            <Quiet>{t('receive.wrongWhy')}</Quiet>
          )}
        </Card>
      );
    }
  }
}

/** Take it in, with its exception, or leave it out. */
export function DoubtButtons({ work, doubt }: DoubtProps) {
  const t = useWords(floor);
  const { station } = work;
  const leave = () => {
    work.change({ doubt: null });
    station.clear();
  };
  if (isOdd(doubt)) return <OddButtons work={work} odd={doubt} leave={leave} />;
  const take =
    doubt.is === 'unknown'
      ? () => work.change({ doubt: { ...doubt, told: true } })
      : () => void station.run(() => takeExtra(work, doubt, doubt.is));
  const words = {
    over: 'receive.takeOver',
    'wrong product': 'receive.takeWrong',
    unknown: 'receive.unannounced',
  } as const;
  return (
    <>
      <PrimaryButton tone="warning" onClick={take}>
        {t(words[doubt.is])}
      </PrimaryButton>
      <SideButtons>
        <SideButton onClick={leave}>{t('receive.leaveOut')}</SideButton>
      </SideButtons>
    </>
  );
}

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
