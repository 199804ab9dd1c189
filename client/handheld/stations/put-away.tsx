import type { ReactNode } from 'react';
import { useSay, useWords } from '../../shared/use-words.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { Reasons } from '../banner.tsx';
import { awaitsCabinet } from '../hazard.ts';
import { type Item, ItemCard, ItemPlace } from '../item-card.tsx';
import { OpenSteps } from '../open-steps.tsx';
import { Card, Quiet, SideButton, SideButtons } from '../parts.tsx';
import { PhotoButton } from '../photo.tsx';
import { PlaceProposal } from '../places.tsx';
import { type PuttingAway, usePutAway } from '../put-away/use-put-away.ts';
import { Rows } from '../rows.tsx';
import { Station } from '../station.tsx';
import { useItemProblems } from '../use-item-problems.tsx';
import { named } from '../whereabouts.ts';

/** Scan the item, see its place, scan the place. */
export function PutAway() {
  const t = useWords(handheld);
  const say = useSay();
  const work = usePutAway();
  const { station, item, settled, due, wanted, proposals, choice, otherPlace, scan, step, giveUp } = work;
  const run = (name: string, answers = {}) => void station.run(() => step(name, answers));
  const { problems, asking } = useItemProblems(item, (one, answers) => run(one.step, answers));
  const giveUps = due.map(({ code, name }) => ({
    label: say(named('putAway.giveUp', name)),
    report: () => giveUp(code),
  }));
  const lies = item?.hazard && !awaitsCabinet(item);
  const movable = wanted && !lies && proposals !== undefined;
  return (
    <Station
      station={station}
      title={t('station.putAway')}
      hint={wanted ? t('scan.location') : t('scan.item')}
      onScan={scan}
      problems={[...giveUps, ...problems]}
      buttons={<Buttons work={work} run={run} />}
    >
      {item ? (
        <Work item={item} settled={settled}>
          {movable && otherPlace && <Reasons answer={otherPlace} />}
          {movable ? <PlaceProposal proposals={proposals} at={choice} /> : <ItemPlace item={item} />}
        </Work>
      ) : (
        <Card>
          <Quiet>{t('start.putAway')}</Quiet>
        </Card>
      )}
      <StillDue work={work} />
      {asking}
    </Station>
  );
}

function Buttons({
  work,
  run,
}: {
  readonly work: PuttingAway;
  readonly run: (step: string, answers?: object) => void;
}) {
  const t = useWords(handheld);
  const f = useWords(floorLater);
  const { station, item, settled, wanted, proposals, another } = work;
  if (!item) return null;
  return wanted && proposals ? (
    <SideButtons>
      <PhotoButton station={station} of="item" code={item.code} />
      {proposals.places.length > 1 && <SideButton onClick={another}>{f('putAway.other')}</SideButton>}
      {item.undo && <SideButton onClick={() => run(item.undo ?? '')}>{t('key.undo')}</SideButton>}
    </SideButtons>
  ) : (
    <OpenSteps
      key={`${item.code} ${item.state.id}`}
      steps={settled ? item.openSteps.filter((one) => one.step === item.undo) : item.openSteps}
      undo={item.undo}
      about={{ exporter: item.exporter?.code, item }}
      beside={<PhotoButton station={station} of="item" code={item.code} />}
      onStep={(one, answers) => run(one.step, answers)}
    />
  );
}

/** What was begun and is not put away yet stays to be seen, until it is done or given up. */
function StillDue({ work: { due, station, scan } }: { readonly work: PuttingAway }) {
  const f = useWords(floorLater);
  const say = useSay();
  if (due.length === 0) return null;
  return (
    <Card label={f('putAway.due')}>
      <Rows
        rows={due.map(({ code, name }) => ({
          id: code,
          title: say(name),
          onPress: () => void station.run(() => scan(code)),
        }))}
      />
    </Card>
  );
}

interface WorkProps {
  readonly item: Item;
  readonly settled: boolean;
  readonly children: ReactNode;
}
function Work({ item, settled, children }: WorkProps) {
  const f = useWords(floorLater);
  return (
    <>
      <ItemCard item={item} />
      {children}
      {settled && <Quiet>{f('putAway.next')}</Quiet>}
    </>
  );
}
