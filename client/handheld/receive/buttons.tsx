import { useState } from 'react';
import { later } from '../../shared/later.tsx';
import { useSay, useWords } from '../../shared/use-words.ts';
import { floor } from '../../shared/words/floor.ts';
import { labelsOf, openPaper } from '../labels.ts';
import { PrimaryButton, SideButton, SideButtons } from '../parts.tsx';
import { PhotoButton } from '../photo.tsx';
import type { Order } from './match.ts';
import { parts } from './rest.ts';
import { tellProgress } from './scan.ts';
import type { Receiving } from './use-receiving.ts';

const DoubtButtons = later(parts.DoubtButtons, 'DoubtButtons', null);
const TogetherButtons = later(parts.TogetherButtons, 'TogetherButtons', null);
const FinishSheet = later(parts.FinishSheet, 'FinishSheet', null);
const BackButton = later(parts.BackButton, 'BackButton', null);
const AwaitedButtons = later(parts.AwaitedButtons, 'AwaitedButtons', null);

/** Pictures the parcel that lies open, but of what is held the thing itself. */
function Camera({ work: { station, job, last } }: { readonly work: Receiving }) {
  const { parcel } = job.now;
  const item = last.now;
  if (item && (parcel === null || item.holds.length > 0))
    return <PhotoButton station={station} of="item" code={item.code} />;
  return parcel && <PhotoButton station={station} of="parcel" code={parcel} />;
}

/** What can be pressed next about what lies on the table. */
export function Buttons({ work }: { readonly work: Receiving }) {
  const t = useWords(floor);
  const say = useSay();
  /** The returns of the parcel that is said to be empty, while something of them is missing. */
  const [finishing, setFinishing] = useState<readonly Order[]>();
  const { station } = work;
  const [job, order, last] = [work.job.now, work.order.now, work.last.now];
  if (job.doubt) return <DoubtButtons work={work} doubt={job.doubt} />;
  if (job.back !== null && last) return <BackButton work={work} item={last} />;
  if (work.place.now === null) return null;
  if (job.awaiting !== null) return <AwaitedButtons work={work} line={job.awaiting} />;
  const { line } = job;
  const isDangerous = work.dangerous() !== undefined;
  const counts = work.mine();
  const counted = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const less = [line, ...Object.keys(counts).map(Number)].find((one) => one !== null && counts[one]);
  const lessOf = order?.lines.find(({ number }) => number === less);
  const oneLess = () =>
    less &&
    void station.run(async () => {
      await work.count(less, -1);
      tellProgress(work);
    });
  const together = last && job.together.some(({ code }) => code === last.code);
  const finish = () => void station.run(async () => setFinishing(await (await parts.parcel()).finish(work)));
  return (
    <>
      {counted > 0 && !isDangerous && (
        <PrimaryButton
          onClick={() => void station.run(async () => (await parts.together()).receiveCounted(work))}
        >
          {t('receive.takeCounted', { count: counted })}
        </PrimaryButton>
      )}
      {(order || job.parcel) && counted === 0 && !isDangerous && (
        <PrimaryButton onClick={finish}>{t('receive.finish')}</PrimaryButton>
      )}
      <SideButtons>
        <Camera work={work} />
        {together ? (
          <TogetherButtons work={work} />
        ) : (
          <LastButtons work={work} oneLess={lessOf && { name: say(lessOf.name), press: oneLess }} />
        )}
      </SideButtons>
      {finishing && <FinishSheet work={work} orders={finishing} onClose={() => setFinishing(undefined)} />}
    </>
  );
}

/** Of what came last: take it back, or one less of what is counted, and its label. */
function LastButtons({
  work: { last, station, takeStep },
  oneLess,
}: {
  readonly work: Receiving;
  readonly oneLess: { readonly name: string; readonly press: () => void } | undefined;
}) {
  const t = useWords(floor);
  const say = useSay();
  const { now } = last;
  const undo = now?.openSteps.find(({ step }) => step === now.undo);
  return (
    <>
      {now && undo ? (
        <SideButton onClick={() => void station.run(() => takeStep(now, undo.step))}>
          {say(undo.button)}
        </SideButton>
      ) : (
        oneLess && (
          <SideButton onClick={oneLess.press}>{t('receive.oneLess', { name: oneLess.name })}</SideButton>
        )
      )}
      {now && (
        <SideButton onClick={() => openPaper(labelsOf([now.code]))}>{t('receive.printLabel')}</SideButton>
      )}
    </>
  );
}
