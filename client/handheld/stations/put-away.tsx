import { type ReactNode, useState } from 'react';
import { isA } from '../../shared/questions.ts';
import { useWords } from '../../shared/use-words.ts';
import { floor } from '../../shared/words/floor.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { type Answer, doneOrSigned, success, warning } from '../answer.ts';
import { Reasons } from '../banner.tsx';
import { type Item, ItemCard, ItemPlace } from '../item-card.tsx';
import { OpenSteps } from '../open-steps.tsx';
import { Card, Quiet, SideButton, SideButtons } from '../parts.tsx';
import { takeScanned } from '../path.ts';
import { PhotoButton } from '../photo.tsx';
import { PlaceProposal, useOtherPlace, usePlaces } from '../places.tsx';
import { namedItem, notHere, resolve, takeItemStep, workOr } from '../scanning.ts';
import { useSessionState } from '../session-state.ts';
import { Station } from '../station.tsx';
import { useItemProblems } from '../use-item-problems.tsx';
import { useStation } from '../use-station.ts';

interface Job {
  readonly code: string | null;
  /** It lies where it belongs; the next scan is another item. */
  readonly settled: boolean;
}

/** Scan the item, see its place, scan the place. */
export function PutAway() {
  const t = useWords(handheld);
  const f = useWords(floor);
  const [job, setJob] = useSessionState<Job>('putAway', { code: null, settled: false });
  const [item, setItem] = useState<Item>();
  const [choice, setChoice] = useState(0);
  const proposals = usePlaces(item);
  const refresh = async () => {
    if (job.code) setItem(await station.ask('GET /api/v1/items/:code', { code: job.code }));
  };
  const station = useStation(async () => {
    const first = takeScanned();
    if (first) await scan(first);
    else await refresh();
  }, refresh);
  const other = useOtherPlace(station, proposals);
  const take = (next: Item, settled: boolean) => {
    setItem(next);
    setChoice(0);
    other.forget();
    setJob({ code: next.code, settled });
  };
  const step = async (name: string, answers = {}, settled = false) => {
    if (!item) return;
    const taken = item.openSteps.find((one) => one.step === name);
    const after = await takeItemStep(station, item, name, answers);
    take(after, settled);
    if (taken) station.tell(doneOrSigned(taken, after));
  };
  /** Another place than proposed is asked for twice. */
  const putAt = async (it: Item, location: string) => {
    if (await other.isAsked(it.code, location)) return;
    const placing = it.openSteps.filter((one) => isA(one, 'placing'));
    const next = placing.find((one) => !isA(one, 'aside')) ?? placing[0];
    take(await takeItemStep(station, it, next?.step ?? 'putAway', { location }), true);
    station.tell(success(floor.both('putAway.done', { place: location })));
  };
  const scan = async (text: string) => {
    const found = await resolve(station, text, 'putAway');
    if (found.item) {
      take(found.item, false);
      station.tell(answerTo(found.item));
    } else if (found.hit.kind === 'location' && item && !job.settled) await putAt(item, found.hit.code);
    else if (found.hit.kind === 'location' && item && item.location?.code === found.hit.code)
      // Scanned once more out of impatience: there it lies.
      station.tell(success(floor.both('putAway.done', { place: found.hit.code })));
    else
      station.tell(
        notHere(found, item && !job.settled ? floor.both('putAway.wanted') : floor.both('putAway.firstItem')),
      );
  };
  const run = (name: string, answers = {}) => void station.run(() => step(name, answers));
  const { problems, asking } = useItemProblems(item, (one, answers) => run(one.step, answers));
  const wanted = item !== undefined && !job.settled;
  const movable = wanted && proposals !== undefined;
  return (
    <Station
      station={station}
      title={t('station.putAway')}
      hint={wanted ? t('scan.location') : t('scan.item')}
      onScan={scan}
      problems={problems}
      buttons={
        movable ? (
          <SideButtons>
            <PhotoButton station={station} of="item" code={item.code} />
            {proposals.places.length > 1 && (
              <SideButton onClick={() => setChoice(choice + 1)}>{f('putAway.other')}</SideButton>
            )}
            {item.undo && <SideButton onClick={() => run(item.undo ?? '')}>{t('key.undo')}</SideButton>}
          </SideButtons>
        ) : (
          item && (
            <OpenSteps
              key={`${item.code} ${item.state.id}`}
              steps={job.settled ? item.openSteps.filter((one) => one.step === item.undo) : item.openSteps}
              undo={item.undo}
              about={{ exporter: item.exporter?.code, item }}
              beside={<PhotoButton station={station} of="item" code={item.code} />}
              onStep={(one, answers) => run(one.step, answers)}
            />
          )
        )
      }
    >
      {item ? (
        <Work item={item} settled={job.settled}>
          {movable && other.answer && <Reasons answer={other.answer} />}
          {movable ? <PlaceProposal proposals={proposals} at={choice} /> : <ItemPlace item={item} />}
        </Work>
      ) : (
        <Card>
          <Quiet>{t('start.putAway')}</Quiet>
        </Card>
      )}
      {asking}
    </Station>
  );
}

interface WorkProps {
  readonly item: Item;
  readonly settled: boolean;
  readonly children: ReactNode;
}
function Work({ item, settled, children }: WorkProps) {
  const f = useWords(floor);
  return (
    <>
      <ItemCard item={item} />
      {children}
      {settled && <Quiet>{f('putAway.next')}</Quiet>}
    </>
  );
}

/** Green for what is to be put away. What lies where it belongs is amber and says where; so is what may not be moved. */
function answerTo(item: Item): Answer {
  const placing = item.openSteps.filter((one) => isA(one, 'placing'));
  const waits = placing.some((one) => !isA(one, 'aside'));
  if (waits || placing.length === 0 || !item.location) return workOr(item, waits);
  const { zh, en } = namedItem(item);
  const place = item.location.code;
  return warning({
    zh: floor.in('zh-CN')('putAway.lies', { thing: zh, place }),
    en: floor.in('en')('putAway.lies', { thing: en, place }),
  });
}
