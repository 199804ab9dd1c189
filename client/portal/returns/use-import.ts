import { useRef, useState } from 'react';
import { call, type Reply, upload } from '../../shared/api.ts';
import { queries } from '../../shared/desk/replies.ts';
import { Failure } from '../../shared/failure.ts';
import { retrying } from '../../shared/retrying.ts';
import { newScanId } from '../../shared/scan-id.ts';
import type { Answers } from './sheet-answers.ts';

const imports = 'POST /api/v1/return-orders/imports';
export const oneImport = 'GET /api/v1/return-orders/imports/:scanId';
export type Check = Reply<typeof imports>;
export type Report = NonNullable<Reply<typeof oneImport>['report']>;
type Doing = 'checking' | 'importing';

/** What is going on with the file. Nothing of it is stored before `bringIn`; from then on the house finishes it. */
export function useImport(warehouse: string | undefined) {
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
  const asked = (what: Doing, of: File) => {
    const told = Object.keys(said.current).length > 0 ? { answers: said.current } : {};
    const check = what === 'checking' ? { check: 'only' as const } : {};
    const input = { scanId: scanId.current, warehouse: warehouse ?? '', ...check, ...told };
    return retrying(() => upload(imports, input, of));
  };
  const send = async (what: Doing, of: File | undefined) => {
    if (!of || !warehouse) return;
    turn.current += 1;
    const mine = turn.current;
    setDoing(what);
    setFailure(undefined);
    try {
      const answer = await asked(what, of);
      // Something was said meanwhile: the check that knows of it is on its way.
      if (mine !== turn.current) return;
      if (answer.accepted === null) say(answer.answers);
      setChecked(answer);
      setAccepted(answer.accepted ?? undefined);
      // What was accepted is being stored from now on.
      if (answer.accepted === null) setDoing(undefined);
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
      await call('DELETE /api/v1/return-orders/layouts/:header', { header });
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
    ...{ again, check, bringIn, finish, answer, forgetRemembered, forget: () => start(undefined) },
  };
}
