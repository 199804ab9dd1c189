import { useState } from 'react';
import { later } from '../../shared/later.tsx';
import type { Answers } from '../../shared/questions.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { floor } from '../../shared/words/floor.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { useCatalogue } from '../catalogue.ts';
import { ItemCard, ItemPlace } from '../item-card.tsx';
import { labelsOf, openPaper } from '../labels.ts';
import { Card, Chip, PrimaryButton, Quiet, SideButton, SideButtons } from '../parts.tsx';
import { PhotoButton } from '../photo.tsx';
import { Lines } from '../receive/lines.tsx';
import { countedByOthers, type Line, type Order, piecesExpected } from '../receive/match.ts';
import { OrderCard } from '../receive/order-card.tsx';
import { close, ordersHere, receiveCounted } from '../receive/parcel.ts';
import { PlaceChoice } from '../receive/place-choice.tsx';
import { receiveScan, tellProgress } from '../receive/scan.ts';
import { type Receiving, useReceiving } from '../receive/use-receiving.ts';
import { Station } from '../station.tsx';
import { useItemProblems } from '../use-item-problems.tsx';

// What not every piece needs comes behind what the dock needs before its first scan.
const parts = {
  DoubtCard: () => import('../receive/doubt-card.tsx'),
  DoubtButtons: () => import('../receive/doubt-buttons.tsx'),
  FinishSheet: () => import('../receive/finish-sheet.tsx'),
  LineSheet: () => import('../receive/line-sheet.tsx'),
  HeldCard: () => import('../receive/held-card.tsx'),
  UnannouncedSheet: () => import('../receive/unannounced-sheet.tsx'),
  BackButton: () => import('../receive/back-button.tsx'),
  AwaitedButtons: () => import('../receive/awaited-buttons.tsx'),
  Elsewhere: () => import('../receive/elsewhere.tsx'),
  OnceCard: () => import('../receive/once-card.tsx'),
  Asking: () => import('../asking.tsx'),
  odd: () => import('../receive/odd.ts'),
};
const Asking = later(parts.Asking, 'Asking', null);
const DoubtCard = later(parts.DoubtCard, 'DoubtCard');
const DoubtButtons = later(parts.DoubtButtons, 'DoubtButtons', null);
const FinishSheet = later(parts.FinishSheet, 'FinishSheet', null);
const LineSheet = later(parts.LineSheet, 'LineSheet', null);
const HeldCard = later(parts.HeldCard, 'HeldCard', null);
const UnannouncedSheet = later(parts.UnannouncedSheet, 'UnannouncedSheet', null);
const BackButton = later(parts.BackButton, 'BackButton', null);
const OnceCard = later(parts.OnceCard, 'OnceCard', null);
const AwaitedButtons = later(parts.AwaitedButtons, 'AwaitedButtons', null);
export const receiveRest = () => Promise.allSettled(Object.values(parts).map((fetch) => fetch()));

/** Scan the parcel, then each piece; what came is here, counted and labelled. */
export function Receive() {
  const t = useWords(handheld);
  const f = useWords(floor);
  const work = useReceiving();
  const { station, change } = work;
  const [line, setLine] = useState<Line>();
  const [blind, setBlind] = useState(false);
  const [kept, setKept] = useState<Answers>();
  const [wrong, setWrong] = useState(false);
  const [job, order, last, place] = [work.job.now, work.order.now, work.last.now, work.place.now];
  const ofItem = useItemProblems(
    last,
    (one, answers) => void (last && station.run(() => work.takeStep(last, one.step, answers))),
  );
  const problems = [
    ...(order ? [{ label: f('receive.nextIsWrong'), report: () => setWrong(true) }] : []),
    ...takingOver(work, f('receive.takeOverCount')),
    { label: f('receive.noCode'), report: () => setBlind(true) },
    ...(place ? [{ label: f('receive.otherPlace'), report: () => work.place.set(null) }] : []),
    ...ofItem.problems,
  ];
  const told = toldUnknown(work);
  return (
    <Station
      station={station}
      title={t('station.receive')}
      hint={f(`hint.${wantedNext(work)}`)}
      onScan={(text) => receiveScan(work, text)}
      problems={problems}
      buttons={<Buttons work={work} />}
    >
      {place === null && <PlaceChoice onChoose={work.place.set} />}
      {job.doubt && <DoubtCard work={work} doubt={job.doubt} />}
      {(order || work.parcel.now) && <OrderCard order={order} parcel={work.parcel.now} place={place} />}
      {job.exception !== null && <NextIs code={job.exception} onClear={() => change({ exception: null })} />}
      {!job.doubt && <Aside work={work} />}
      {order && !job.doubt && <Lines {...{ order, job, parcel: work.parcel.now }} onPress={setLine} />}
      {!order && <WithoutOrder last={last} doubted={Boolean(job.doubt)} place={place} />}
      {line && <LineSheet work={work} line={line} onClose={() => setLine(undefined)} />}
      {wrong && <NextIsWrong work={work} onClose={() => setWrong(false)} />}
      {(blind || told) && (
        <UnannouncedSheet
          work={work}
          doubt={told ?? null}
          kept={kept}
          onKeep={setKept}
          onClose={() => {
            setBlind(false);
            setKept(undefined);
            change({ doubt: null });
          }}
        />
      )}
      {ofItem.asking}
    </Station>
  );
}

/** What somebody else counted in the parcel, and did not stay to receive. */
const takingOver = ({ parcel, station, ...work }: Receiving, label: string) =>
  countedByOthers(parcel.now).length > 0
    ? [
        {
          label,
          report: () =>
            void station.run(async () => (await parts.odd()).takeOverCounts({ ...work, parcel, station })),
        },
      ]
    : [];

/** What nobody knows or awaits, once somebody said that it shall come in. */
const toldUnknown = ({ job: { now } }: Receiving) =>
  now.doubt && 'told' in now.doubt && now.doubt.told ? now.doubt : undefined;

/** What is to be scanned next. */
function wantedNext({ place, job, order }: Receiving) {
  if (place.now === null) return 'place';
  if (job.now.awaiting !== null || job.now.back !== null) return 'serial';
  return order.now ? 'piece' : 'parcel';
}

/** The serial that is awaited, or why what came last is held: never both, for they are two things. */
function Aside({ work }: { readonly work: Receiving }) {
  const last = work.last.now;
  if (work.job.now.awaiting !== null) return <OnceCard work={work} />;
  return last && last.holds.length > 0 && <HeldCard item={last} />;
}

/** The item that came last, or, before the first scan, what to do. */
function WithoutOrder({
  last,
  doubted,
  place,
}: {
  readonly last: Receiving['last']['now'];
  readonly doubted: boolean;
  readonly place: string | null;
}) {
  const t = useWords(handheld);
  const f = useWords(floor);
  if (last)
    return (
      <>
        <ItemCard item={last} />
        <ItemPlace item={last} />
      </>
    );
  if (doubted || place === null) return null;
  return (
    <Card>
      <Quiet>{t('start.receive')}</Quiet>
      <div className="chips">
        <Chip>{f('receive.to', { place })}</Chip>
      </div>
    </Card>
  );
}

/** What the next piece will be received with. */
function NextIs({ code, onClear }: { readonly code: string; readonly onClear: () => void }) {
  const t = useWords(floor);
  const h = useWords(handheld);
  const say = useSay();
  const { nameOf } = useCatalogue();
  return (
    <Card label={t('receive.nextIs')}>
      <div className="card-row">
        <p className="reason strong">{say(nameOf('exception', code))}</p>
        <SideButton onClick={onClear}>{h('key.drop')}</SideButton>
      </div>
    </Card>
  );
}

function NextIsWrong({ work, onClose }: { readonly work: Receiving; readonly onClose: () => void }) {
  return (
    <Asking
      step={{
        step: 'exception',
        button: floor.both('receive.nextIsWrong'),
        fields: [
          {
            name: 'exception',
            kind: 'code',
            list: 'exception',
            label: floor.both('ask.exception'),
            required: true,
          },
        ],
        kinds: [],
      }}
      onClose={onClose}
      onDone={({ exception }) => {
        onClose();
        work.change({ exception: String(exception) });
      }}
    />
  );
}

/** Pictures the parcel that lies open, but of what is held the thing itself. */
function Camera({ work: { station, job, last } }: { readonly work: Receiving }) {
  const { parcel } = job.now;
  const item = last.now;
  if (item && (parcel === null || item.holds.length > 0))
    return <PhotoButton station={station} of="item" code={item.code} />;
  return parcel && <PhotoButton station={station} of="parcel" code={parcel} />;
}

function Buttons({ work }: { readonly work: Receiving }) {
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
  const counts = work.mine();
  const counted = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const undo = last?.openSteps.find(({ step }) => step === last.undo);
  const less = [line, ...Object.keys(counts).map(Number)].find((one) => one !== null && counts[one]);
  const lessOf = order?.lines.find(({ number }) => number === less);
  const oneLess = () =>
    less &&
    void station.run(async () => {
      await work.count(less, -1);
      tellProgress(work);
    });
  const finish = () =>
    void station.run(async () => {
      if (await (await parts.odd()).othersStillCount(work)) return;
      const orders = await ordersHere(work);
      if (orders.some((one) => piecesExpected(one) > 0)) setFinishing(orders);
      else await close(work);
    });
  return (
    <>
      {counted > 0 && (
        <PrimaryButton onClick={() => void station.run(() => receiveCounted(work))}>
          {t('receive.takeCounted', { count: counted })}
        </PrimaryButton>
      )}
      {(order || job.parcel) && counted === 0 && (
        <PrimaryButton onClick={finish}>{t('receive.finish')}</PrimaryButton>
      )}
      <SideButtons>
        <Camera work={work} />
        {last && undo ? (
          <SideButton onClick={() => void station.run(() => work.takeStep(last, undo.step))}>
            {say(undo.button)}
          </SideButton>
        ) : (
          lessOf && (
            <SideButton onClick={oneLess}>{t('receive.oneLess', { name: say(lessOf.name) })}</SideButton>
          )
        )}
        {last && (
          <SideButton onClick={() => openPaper(labelsOf([last.code]))}>{t('receive.printLabel')}</SideButton>
        )}
      </SideButtons>
      {finishing && <FinishSheet work={work} orders={finishing} onClose={() => setFinishing(undefined)} />}
    </>
  );
}
