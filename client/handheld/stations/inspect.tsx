import { isA } from '../../shared/questions.ts';
import { useWords } from '../../shared/use-words.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { inspecting } from '../../shared/words/inspecting.ts';
import { awaitsCabinet } from '../hazard.ts';
import { Danger, DangerButtons } from '../inspect/danger.tsx';
import { Decision } from '../inspect/decision.tsx';
import { GradeCard } from '../inspect/grade-card.tsx';
import type { Twice } from '../inspect/scan.ts';
import { type Inspecting, useInspecting } from '../inspect/use-inspecting.ts';
import { type Item, ItemCard, ItemLine, ItemPlace } from '../item-card.tsx';
import { Card, Quiet, SideButton, SideButtons } from '../parts.tsx';
import { PhotoButton } from '../photo.tsx';
import { PlaceProposal, usePlaces } from '../places.tsx';
import { waitsForPlace } from '../placing.ts';
import { Questions } from '../questions.tsx';
import { HeldCard } from '../receive/held-card.tsx';
import { OnceCard } from '../receive/once-card.tsx';
import { TwoValues } from '../receive/two-values.tsx';
import { Station } from '../station.tsx';
import { useItemProblems } from '../use-item-problems.tsx';

/** Scan, answer one question per screen, see the grade, decide where it goes. */
export function Inspect() {
  const t = useWords(handheld);
  const f = useWords(floorLater);
  const work = useInspecting();
  const { station, item, questions, danger, toCabinet, begun, run } = work;
  const { problems, asking } = useItemProblems(item, (one, answers) => run(one.step, answers));
  const awaited = questions ? 'scan.serial' : 'scan.item';
  return (
    <Station
      station={station}
      title={t('station.inspect')}
      hint={t(toCabinet || danger ? 'scan.location' : awaited)}
      onScan={work.scan}
      problems={begun ? [{ label: f('inspect.leave'), report: work.leave }, ...problems] : problems}
      buttons={item && <Buttons work={work} item={item} />}
    >
      {item && questions && !danger && <ScannedOnce twice={work.twice} />}
      {item && <Work work={work} item={item} />}
      {!item && (
        <Card>
          <Quiet>{t('start.inspect')}</Quiet>
        </Card>
      )}
      {asking}
    </Station>
  );
}

interface OfItem {
  readonly work: Inspecting;
  readonly item: Item;
}
function Buttons({ work, item }: OfItem) {
  const f = useWords(floorLater);
  const { station, questions, danger, toCabinet, begun, begin, leave, run } = work;
  if (danger) return <DangerButtons item={item} danger={danger} onStep={run} onWrong={() => begin(item)} />;
  // What lies in its cabinet is not inspected by the next press.
  const isPutAside = item.hazard && item.openSteps.slice(0, 1).some((step) => isA(step, 'inspection'));
  if (questions || toCabinet || isPutAside)
    return (
      <SideButtons>
        <PhotoButton station={station} of="item" code={item.code} />
        {begun && <SideButton onClick={leave}>{f('inspect.leave')}</SideButton>}
      </SideButtons>
    );
  return <Decision key={`${item.code} ${item.state.id}`} station={station} item={item} onStep={run} />;
}

/** The questions about it; a danger in place of them; or what came of it. */
function Work({ work, item }: OfItem) {
  const { questions, danger, answers, onAnswers, run } = work;
  if (!questions)
    return (
      <>
        <ItemCard item={item} />
        {item.holds.length > 0 && <HeldCard item={item} />}
        {!awaitsCabinet(item) && <Sorted item={item} />}
      </>
    );
  return (
    <>
      <ItemLine item={item} />
      {danger ? (
        <Danger />
      ) : (
        <Card>
          <Questions
            step={questions}
            answers={answers}
            onAnswers={onAnswers}
            onDone={(given) => run(questions.step, given)}
          />
        </Card>
      )}
    </>
  );
}

/** A serial that counts when it is scanned again: what it should look like, or the one that was announced beside it. */
function ScannedOnce({ twice: { once, form = null, expected } }: { readonly twice: Twice }) {
  const t = useWords(inspecting);
  const h = useWords(handheld);
  if (once === undefined) return null;
  if (expected === undefined) return <OnceCard work={{ job: { now: { once, form } } }} />;
  return (
    <Card label={h('answer.scanned')}>
      <TwoValues is="another serial" expected={expected} seen={once} />
      <Quiet>{t('anotherWhy')}</Quiet>
    </Card>
  );
}

/** What came of it: the grade and the advice, or where it goes now. */
function Sorted({ item }: { readonly item: Item }) {
  const proposals = usePlaces(item);
  const goes = waitsForPlace(item);
  return (
    <>
      {item.grade && !goes && <GradeCard item={item} />}
      {goes && proposals ? (
        <PlaceProposal proposals={proposals} at={0} />
      ) : (
        !item.grade && <ItemPlace item={item} />
      )}
    </>
  );
}
