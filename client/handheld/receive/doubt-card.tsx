import { Code } from '../../shared/code.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { floor } from '../../shared/words/floor.ts';
import { BigNumber, Card, PrimaryButton, Quiet, SideButton, SideButtons } from '../parts.tsx';
import { Rows } from '../rows.tsx';
import type { Doubt } from './job.ts';
import { lineCount } from './match.ts';
import { takeExtra } from './parcel.ts';
import type { Receiving } from './use-receiving.ts';

interface DoubtProps {
  readonly work: Receiving;
  readonly doubt: Doubt;
}

/** What is odd about the last scan. */
export function DoubtCard({ work, doubt }: DoubtProps) {
  const t = useWords(floor);
  const say = useSay();
  const order = work.order.now;
  switch (doubt.is) {
    case 'several returns':
      return (
        <Card label={t('receive.several')}>
          <Rows
            rows={doubt.codes.map((code) => ({
              id: code,
              title: <Code>{code}</Code>,
              onPress: () => void work.station.run(() => work.open(code)),
            }))}
          />
        </Card>
      );
    case 'unknown':
      return (
        <Card label={t('receive.unknownLabel')}>
          <p className="thing-name">{doubt.description ?? doubt.text}</p>
          <Quiet>{t('receive.unknownWhy')}</Quiet>
        </Card>
      );
    case 'not awaited':
      return (
        <Card label={t('receive.notAwaitedLabel')}>
          <p className="thing-name">
            <Code>{doubt.order}</Code> {say(doubt)}
          </p>
          <Quiet>{t('receive.notAwaitedWhy')}</Quiet>
        </Card>
      );
    default: {
      const line = order?.lines.find(({ number }) => number === doubt.line);
      const n = order && line ? lineCount(line, work.counts()) : undefined;
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
  if (doubt.is === 'several returns') return null;
  const take =
    'told' in doubt
      ? () => work.change({ doubt: { ...doubt, told: true } })
      : () => void station.run(() => takeExtra(work, doubt, doubt.is));
  const words = {
    over: 'receive.takeOver',
    'wrong product': 'receive.takeWrong',
    unknown: 'receive.unannounced',
    'not awaited': 'receive.takeUnidentified',
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
