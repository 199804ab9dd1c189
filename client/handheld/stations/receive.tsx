import { useState } from 'react';
import { later } from '../../shared/later.tsx';
import type { Answers } from '../../shared/questions.ts';
import { useWords } from '../../shared/use-words.ts';
import { floor } from '../../shared/words/floor.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { ItemCard, ItemPlace } from '../item-card.tsx';
import { Card, Chip, Quiet } from '../parts.tsx';
import { Buttons } from '../receive/buttons.tsx';
import { Lines } from '../receive/lines.tsx';
import type { Line } from '../receive/match.ts';
import { OrderCard } from '../receive/order-card.tsx';
import { PlaceChoice } from '../receive/place-choice.tsx';
import { parts } from '../receive/rest.ts';
import { receiveScan } from '../receive/scan.ts';
import { useDockProblems } from '../receive/use-dock-problems.ts';
import { type Receiving, useReceiving } from '../receive/use-receiving.ts';
import { Station } from '../station.tsx';

const DoubtCard = later(parts.DoubtCard, 'DoubtCard');
const LineSheet = later(parts.LineSheet, 'LineSheet', null);
const CameCard = later(parts.CameCard, 'CameCard', null);
const NextIs = later(parts.NextIs, 'NextIs', null);
const NextIsWrong = later(parts.NextIsWrong, 'NextIsWrong', null);
const UnannouncedSheet = later(parts.UnannouncedSheet, 'UnannouncedSheet', null);
const OnceCard = later(parts.OnceCard, 'OnceCard', null);

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
  const ofItem = useDockProblems(work, { onWrong: () => setWrong(true), onBlind: () => setBlind(true) });
  const told = toldUnknown(work);
  return (
    <Station
      station={station}
      title={t('station.receive')}
      hint={f(`hint.${wantedNext(work)}`)}
      onScan={(text) => receiveScan(work, text)}
      problems={ofItem.problems}
      buttons={<Buttons work={work} />}
    >
      {place === null && <PlaceChoice onChoose={work.place.set} />}
      {job.doubt && <DoubtCard work={work} doubt={job.doubt} />}
      {!job.doubt && <Aside work={work} />}
      {(order || work.parcel.now) && <OrderCard order={order} parcel={work.parcel.now} place={place} />}
      {job.exception !== null && <NextIs code={job.exception} onClear={() => change({ exception: null })} />}
      {order && !job.doubt && !work.dangerous() && (
        <Lines {...{ order, job, parcel: work.parcel.now }} onPress={setLine} />
      )}
      {!order && !job.doubt && <WithoutOrder last={last} place={place} />}
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

/** What nobody knows or awaits, once somebody said that it shall come in. */
const toldUnknown = ({ job: { now } }: Receiving) =>
  now.doubt && 'told' in now.doubt && now.doubt.told ? now.doubt : undefined;

/** What is to be scanned next. */
function wantedNext({ place, job, order, dangerous }: Receiving) {
  if (dangerous()) return 'cabinet';
  if (place.now === null) return 'place';
  if (job.now.awaiting !== null || job.now.back !== null) return 'serial';
  return order.now ? 'piece' : 'parcel';
}

/** The serial that is awaited, or the one of what came last and why that is held: never both, for they are two things. */
function Aside({ work }: { readonly work: Receiving }) {
  const last = work.last.now;
  if (work.job.now.awaiting !== null) return <OnceCard work={work} />;
  const isOpen = work.order.now !== undefined;
  const isLookedAt = last && (last.holds.length > 0 || work.dangerous() || (isOpen && last.serial));
  return isLookedAt && <CameCard item={last} isNamed={!isOpen} />;
}

/** The item that came last, or, before the first scan, what to do. */
function WithoutOrder({
  last,
  place,
}: {
  readonly last: Receiving['last']['now'];
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
  if (place === null) return null;
  return (
    <Card>
      <Quiet>{t('start.receive')}</Quiet>
      <div className="chips">
        <Chip>{f('receive.to', { place })}</Chip>
      </div>
    </Card>
  );
}
