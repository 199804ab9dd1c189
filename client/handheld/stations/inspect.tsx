import { useState } from 'react';
import { type Answers, isA, theOne } from '../../shared/questions.ts';
import { useWords } from '../../shared/use-words.ts';
import { floor } from '../../shared/words/floor.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import { handheld } from '../../shared/words/handheld.ts';
import { doneOrSigned, refusal, success, warning } from '../answer.ts';
import { Decision } from '../inspect/decision.tsx';
import { findingsBefore, questionsFor } from '../inspect/findings.ts';
import { GradeCard } from '../inspect/grade-card.tsx';
import { type Item, ItemCard, ItemLine, ItemPlace } from '../item-card.tsx';
import { Card, Quiet, SideButton, SideButtons } from '../parts.tsx';
import { takeScanned } from '../path.ts';
import { PhotoButton } from '../photo.tsx';
import { PlaceProposal, usePlaces } from '../places.tsx';
import { Questions } from '../questions.tsx';
import { namedItem, notHere, resolve, type Scanned, takeItemStep, workOr } from '../scanning.ts';
import { useSessionState } from '../session-state.ts';
import { Station } from '../station.tsx';
import { useItemProblems } from '../use-item-problems.tsx';
import { useStation } from '../use-station.ts';

interface Job {
  readonly code: string | null;
  /** The step whose questions are being asked. */
  readonly asking: string | null;
  readonly answers: Answers;
}
/** What an inspector does with a thing. */
const inspects = ['inspection', 'decision', 'question'] as const;
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
  const step = async (name: string, answers: Answers) => {
    if (!item) return;
    const taken = item.openSteps.find((one) => one.step === name);
    const after = await takeItemStep(station, item, name, answers);
    setItem(after);
    setJob({ ...nothing, code: after.code });
    if (taken)
      station.tell(after.hazard ? warning(floorLater.both('inspect.danger')) : doneOrSigned(taken, after));
  };
  /** While questions are open a scan can only be the serial on the thing, or another thing too early. */
  const scanMeanwhile = (found: Scanned, text: string, now: Item) => {
    if (found.hit.kind === 'unknown' || (found.item?.code === now.code && !isCode(text, now))) {
      const { serial } = found;
      if (serial === null) return station.tell(notHere(found, floor.both('receive.serialWanted')));
      setJob({ ...job, answers: { ...job.answers, serialSeen: serial } });
      return station.tell(success(floorLater.both('inspect.serial', { serial })));
    }
    if (found.item?.code === now.code) return station.tell(warning(floorLater.both('inspect.same')));
    const why = floorLater.both('inspect.unfinishedWhy');
    const next = floorLater.both('inspect.unfinishedNext');
    station.tell(refusal(floorLater.both('inspect.unfinished'), { what: namedItem(now), why, next }));
  };
  const scan = async (text: string) => {
    const found = await resolve(station, text, 'inspect');
    if (questions && item) return scanMeanwhile(found, text, item);
    if (!found.item) return station.tell(notHere(found, floorLater.both('inspect.wanted')));
    begin(found.item);
    const isWork = inspects.some((kind) => theOne(found.item?.openSteps ?? [], kind));
    station.tell(workOr(found.item, isWork));
  };
  const run = (name: string, answers: Answers) => void station.run(() => step(name, answers));
  const { problems, asking } = useItemProblems(item, (one, answers) => run(one.step, answers));
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
      problems={questions ? [{ label: f('inspect.leave'), report: leave }, ...problems] : problems}
      buttons={
        item && questions ? (
          <SideButtons>
            <PhotoButton station={station} of="item" code={item.code} />
            <SideButton onClick={leave}>{f('inspect.leave')}</SideButton>
          </SideButtons>
        ) : (
          item && (
            <Decision key={`${item.code} ${item.state.id}`} station={station} item={item} onStep={run} />
          )
        )
      }
    >
      {item && (questions ? <ItemLine item={item} /> : <ItemCard item={item} />)}
      {item && questions && (
        <Card>
          <Questions
            step={questions}
            answers={job.answers}
            onAnswers={(answers) => setJob({ ...job, answers })}
            onDone={(answers) => run(questions.step, answers)}
          />
        </Card>
      )}
      {item && !questions && <Sorted item={item} />}
      {!item && (
        <Card>
          <Quiet>{t('start.inspect')}</Quiet>
        </Card>
      )}
      {asking}
    </Station>
  );
}

const isCode = (text: string, { code }: Item) => text.toUpperCase().replace(/[\s-]/g, '').includes(code);

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
