import { useState } from 'react';
import { type Answers, isA, type OpenStep } from '../../shared/questions.ts';
import { useWords } from '../../shared/use-words.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { inspecting } from '../../shared/words/inspecting.ts';
import { doneOrSigned, warning } from '../answer.ts';
import { Danger, DangerButtons } from '../inspect/danger.tsx';
import { Decision } from '../inspect/decision.tsx';
import { dangerIn, findingsBefore, isBegun, questionsFor } from '../inspect/findings.ts';
import { GradeCard } from '../inspect/grade-card.tsx';
import { inspectScan, type Twice } from '../inspect/scan.ts';
import { doneUnlessHeld } from '../inspect/told.ts';
import { type Item, ItemCard, ItemLine, ItemPlace } from '../item-card.tsx';
import { Card, Quiet, SideButton, SideButtons } from '../parts.tsx';
import { takeScanned } from '../path.ts';
import { PhotoButton } from '../photo.tsx';
import { PlaceProposal, usePlaces } from '../places.tsx';
import { Questions } from '../questions.tsx';
import { HeldCard } from '../receive/held-card.tsx';
import { OnceCard } from '../receive/once-card.tsx';
import { TwoValues } from '../receive/two-values.tsx';
import { takeItemStep } from '../scanning.ts';
import { useSessionState } from '../session-state.ts';
import { Station } from '../station.tsx';
import { useItemProblems } from '../use-item-problems.tsx';
import { useStation } from '../use-station.ts';

interface Job {
  readonly code: string | null;
  /** The step whose questions are being asked. */
  readonly asking: string | null;
  readonly answers: Answers;
  /** What was scanned once, and counts when it is scanned again. */
  readonly twice?: Twice;
}
const nothing: Job = { code: null, asking: null, answers: {} };

/** Scan, answer one question per screen, see the grade, decide where it goes. */
export function Inspect() {
  const t = useWords(handheld);
  const f = useWords(floorLater);
  const [job, setJob] = useSessionState<Job>('inspect', nothing);
  const [item, setItem] = useState<Item>();
  const refresh = async () => {
    if (job.code) setItem(await station.ask('GET /api/v1/items/:code', { code: job.code }));
  };
  const station = useStation(async () => {
    const first = takeScanned();
    if (first) await scan(first);
    else await refresh();
  }, refresh);
  const begin = (next: Item) => {
    const questions = questionsFor(next, next.openSteps[0]?.step);
    setItem(next);
    setJob({
      code: next.code,
      asking: questions?.step ?? null,
      answers: questions ? findingsBefore(next) : {},
    });
  };
  const questions = item && job.asking ? questionsFor(item, job.asking) : undefined;
  const danger = dangerIn(questions, job.answers);
  const begun = Boolean(questions && item && isBegun(item, job.answers));
  const step = async (name: string, answers: Answers) => {
    if (!item) return;
    const taken = item.openSteps.find((one) => one.step === name);
    const after = await takeItemStep(station, item, name, answers);
    setItem(after);
    setJob({ ...nothing, code: after.code });
    if (taken)
      station.tell(
        after.hazard
          ? warning(floorLater.both('inspect.danger'))
          : doneUnlessHeld(item, after, doneOrSigned(taken, answers, after)),
      );
  };
  const scan = (text: string) =>
    inspectScan(
      {
        station,
        inHand: questions && item,
        begun,
        twice: job.twice ?? {},
        begin,
        waitFor: (twice) => setJob({ ...job, twice }),
        note: (serialSeen) => setJob({ ...job, answers: { ...job.answers, serialSeen }, twice: {} }),
      },
      text,
    );
  const run = (name: string, answers: Answers) => void station.run(() => step(name, answers));
  const { problems, asking } = useItemProblems(item, (one, answers) => run(one.step, answers));
  const onAnswers = (answers: Answers) => {
    setJob({ ...job, answers });
    if (dangerIn(questions, answers)) station.tell(warning(floorLater.both('inspect.stopNow')));
  };
  const leave = () => {
    setItem(undefined);
    setJob(nothing);
    station.clear();
  };
  return (
    <Station
      station={station}
      title={t('station.inspect')}
      hint={questions ? t('scan.serial') : t('scan.item')}
      onScan={scan}
      problems={begun ? [{ label: f('inspect.leave'), report: leave }, ...problems] : problems}
      buttons={
        item &&
        (danger ? (
          <DangerButtons item={item} danger={danger} onStep={run} onWrong={() => begin(item)} />
        ) : questions ? (
          <SideButtons>
            <PhotoButton station={station} of="item" code={item.code} />
            {begun && <SideButton onClick={leave}>{f('inspect.leave')}</SideButton>}
          </SideButtons>
        ) : (
          <Decision key={`${item.code} ${item.state.id}`} station={station} item={item} onStep={run} />
        ))
      }
    >
      {item && questions && !danger && <ScannedOnce twice={job.twice ?? {}} />}
      {item && <Work {...{ item, questions, danger, answers: job.answers, onAnswers, run }} />}
      {!item && (
        <Card>
          <Quiet>{t('start.inspect')}</Quiet>
        </Card>
      )}
      {asking}
    </Station>
  );
}

/** The questions about it; a danger in place of them; or what came of it. */
function Work({
  item,
  questions,
  danger,
  answers,
  onAnswers,
  run,
}: {
  readonly item: Item;
  readonly questions: OpenStep | undefined;
  readonly danger: ReturnType<typeof dangerIn>;
  readonly answers: Answers;
  readonly onAnswers: (answers: Answers) => void;
  readonly run: (step: string, answers: Answers) => void;
}) {
  if (!questions)
    return (
      <>
        <ItemCard item={item} />
        {item.holds.length > 0 && <HeldCard item={item} />}
        <Sorted item={item} />
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
  const goes = item.openSteps.some((step) => isA(step, 'placing') && !isA(step, 'aside'));
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
