import { useState } from 'react';
import type { Answers } from '../../shared/questions.ts';
import { floorLater } from '../../shared/words/floor-later.ts';
import { doneOrSigned, warning } from '../answer.ts';
import { intoCabinet } from '../cabinet.tsx';
import { awaitsCabinet } from '../hazard.ts';
import type { Item } from '../item-card.tsx';
import { takeScanned } from '../path.ts';
import { takeItemStep } from '../scanning.ts';
import { useSessionState } from '../session-state.ts';
import { useStation } from '../use-station.ts';
import { dangerIn, findingsBefore, isBegun, questionsFor } from './findings.ts';
import { inspectScan, type Twice } from './scan.ts';
import { doneUnlessHeld } from './told.ts';

interface Job {
  readonly code: string | null;
  /** The step whose questions are being asked. */
  readonly asking: string | null;
  readonly answers: Answers;
  /** What was scanned once, and counts when it is scanned again. */
  readonly twice?: Twice;
}
const nothing: Job = { code: null, asking: null, answers: {} };

/** The inspector's work: one thing, what was answered of it, and what came of that. */
export function useInspecting() {
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
    const questions = next.hazard ? undefined : questionsFor(next, next.openSteps[0]?.step);
    setItem(next);
    setJob({
      code: next.code,
      asking: questions?.step ?? null,
      answers: questions ? findingsBefore(next) : {},
    });
  };
  const questions = item && job.asking ? questionsFor(item, job.asking) : undefined;
  const danger = dangerIn(questions, job.answers);
  const toCabinet = Boolean(item && !questions && awaitsCabinet(item));
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
  /** What is found dangerous is held first, wherever it may lie. */
  const layIntoCabinet = async (place: string) => {
    if (!item) return;
    const held = danger ? await takeItemStep(station, item, danger.step, danger.answers) : item;
    setItem(held);
    setJob({ ...nothing, code: held.code });
    setItem(await intoCabinet(station, held, place));
  };
  const scan = (text: string) =>
    inspectScan(
      {
        station,
        danger: danger ? 'found' : toCabinet ? 'held' : undefined,
        left: toCabinet ? item : undefined,
        intoCabinet: layIntoCabinet,
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
  const onAnswers = (answers: Answers) => {
    setJob({ ...job, answers });
    if (dangerIn(questions, answers)) station.tell(warning(floorLater.both('inspect.stopNow')));
  };
  const leave = () => {
    setItem(undefined);
    setJob(nothing);
    station.clear();
  };
  return {
    station,
    item,
    answers: job.answers,
    twice: job.twice ?? {},
    questions,
    danger,
    toCabinet,
    begun,
    begin,
    run,
    scan,
    onAnswers,
    leave,
  };
}
export type Inspecting = ReturnType<typeof useInspecting>;
