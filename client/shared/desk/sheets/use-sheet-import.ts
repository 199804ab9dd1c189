import { useRef, useState } from 'react';
import type { Reply } from '../../api.ts';
import { Failure } from '../../failure.ts';
import { retrying } from '../../retrying.ts';
import { newScanId } from '../../scan-id.ts';
import { queries } from '../replies.ts';

type Told = Reply<'POST /api/v1/exported-orders/imports'>;
/** What the check of a spreadsheet says, of whichever kind it is (server/http/sheet-faults.ts). */
export type Check = Omit<Told, 'orders'>;
export type Answers = Check['answers'];
type Doing = 'checking' | 'importing';

interface Sent {
  readonly scanId: string;
  readonly check?: 'only';
  readonly answers?: Answers;
}
/** Where spreadsheets of one kind are sent. */
export interface SheetPost {
  readonly send: (input: Sent, file: File) => Promise<Check>;
  /** Forgets what was answered for files with this header. */
  readonly forget: (header: string) => Promise<unknown>;
  /** Told the id of an import from when it is accepted, and undefined when another file is chosen. */
  readonly onAccepted?: (scanId: string | undefined) => void;
}

const sentFor = (what: Doing, scanId: string, answers: Answers): Sent => ({
  scanId,
  ...(what === 'checking' ? { check: 'only' as const } : {}),
  ...(Object.keys(answers).length > 0 ? { answers } : {}),
});

/** What is going on with a file. Nothing of it is stored before `bringIn`; from then on the house finishes it. */
export function useSheetImport<Report>({ send: post, forget: forgetAt, onAccepted }: SheetPost) {
  const [file, setFile] = useState<File>();
  const [doing, setDoing] = useState<Doing>();
  const [checked, setChecked] = useState<Check>();
  /** The id under which the house stores it. */
  const [accepted, setAccepted] = useState<string>();
  const [report, setReport] = useState<Report>();
  const [failure, setFailure] = useState<unknown>();
  const [answers, setAnswers] = useState<Answers>({});
  /** All that was said so far, whether or not it was checked yet. */
  const said = useRef<Answers>({});
  const turn = useRef(0);
  // One file is one import, however often it is sent.
  const scanId = useRef(newScanId());
  const say = (next: Answers) => {
    said.current = next;
    setAnswers(next);
  };
  const send = async (what: Doing, of: File | undefined) => {
    if (!of) return;
    turn.current += 1;
    const mine = turn.current;
    setDoing(what);
    setFailure(undefined);
    try {
      const answer = await retrying(() => post(sentFor(what, scanId.current, said.current), of));
      // Something was said meanwhile: the check that knows of it is on its way.
      if (mine !== turn.current) return;
      if (answer.accepted === null) say(answer.answers);
      setChecked(answer);
      setAccepted(answer.accepted ?? undefined);
      // What was accepted is being stored from now on.
      if (answer.accepted === null) setDoing(undefined);
      else onAccepted?.(answer.accepted);
    } catch (error) {
      if (mine !== turn.current) return;
      setFailure(error);
      setDoing(undefined);
    }
  };
  const finish = (found: Report) => {
    setReport(found);
    setDoing(undefined);
    void queries.invalidateQueries();
  };
  const start = (next: File | undefined) => {
    turn.current += 1;
    setFile(next);
    say({});
    setDoing(undefined);
    setChecked(undefined);
    setAccepted(undefined);
    setReport(undefined);
    setFailure(undefined);
    onAccepted?.(undefined);
  };
  /** Goes on with an import that was accepted before this page was opened. */
  const resume = (running: string) => {
    setAccepted(running);
    setDoing('importing');
  };
  const check = (next: File) => {
    scanId.current = newScanId();
    start(next);
    void send('checking', next);
  };
  /** Each answer is added to all that were given before it, also to those that are still on their way. */
  const answer = (change: (before: Answers) => Answers) => {
    say(change(said.current));
    void send('checking', file);
  };
  const forgetRemembered = async (header: string) => {
    setDoing('checking');
    try {
      await forgetAt(header);
      answer(({ sheet, encoding, hidden }) => ({
        ...{ columns: {}, ...(sheet ? { sheet } : {}) },
        ...{ ...(encoding ? { encoding } : {}), ...(hidden ? { hidden } : {}) },
      }));
    } catch (error) {
      setFailure(error);
      setDoing(undefined);
    }
  };
  const again = file && (() => void send(checked ? 'importing' : 'checking', file));
  const bringIn = () => void send('importing', file);
  // Nobody said no to the import: if it was accepted, it comes to its end without us.
  const goesOn = checked !== undefined && failure instanceof Failure && failure.isUnknown;
  return {
    ...{ file, doing, checked, accepted, report, failure, goesOn, answers, scanId: scanId.current },
    ...{ again, check, bringIn, finish, resume, answer, forgetRemembered, forget: () => start(undefined) },
  };
}
export type SheetImport = ReturnType<typeof useSheetImport<never>>;
