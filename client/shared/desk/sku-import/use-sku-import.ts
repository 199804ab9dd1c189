import { useRef, useState } from 'react';
import { type Reply, upload } from '../../api.ts';
import { Failure } from '../../failure.ts';
import { retrying } from '../../retrying.ts';
import { newScanId } from '../../scan-id.ts';
import { queries } from '../replies.ts';

const imports = 'POST /api/v1/skus/imports';
export type Check = Reply<typeof imports>;
export type Fault = Check['faults'][number];
export type Progress = Reply<'GET /api/v1/skus/imports/:scanId'>;

/** What was said of a file because it cannot be seen in it, as the check takes it (server/skus/import-answers.ts). */
export interface Answers {
  readonly sheet?: string;
  readonly encoding?: string;
  readonly hidden?: string;
  readonly columns?: Readonly<Record<string, string>>;
  readonly replace?: readonly { readonly column: string; readonly from: string; readonly to: string }[];
  readonly keep?: readonly { readonly column: string; readonly code: string }[];
}
type Doing = 'checking' | 'storing';

/** What is going on with the file. Nothing of it is stored before `store`; from then on the server finishes it. */
export function useSkuImport(exporter: string | undefined) {
  const [file, setFile] = useState<File>();
  const [doing, setDoing] = useState<Doing>();
  const [checked, setChecked] = useState<Check>();
  const [progress, setProgress] = useState<Progress>();
  const [failure, setFailure] = useState<unknown>();
  const [answers, setAnswers] = useState<Answers>({});
  // One file is one import, however often it is sent.
  const scanId = useRef(newScanId());
  const send = async (what: Doing, of: File | undefined, said: Answers) => {
    if (!of) return;
    setDoing(what);
    setFailure(undefined);
    const input = {
      scanId: scanId.current,
      ...(exporter ? { exporter } : {}),
      ...(what === 'checking' ? { check: 'only' as const } : {}),
      ...(Object.keys(said).length > 0 ? { answers: JSON.stringify(said) } : {}),
    };
    try {
      const answer = await retrying(() => upload(imports, input, of));
      setChecked(answer);
      // What was accepted is being stored from now on.
      if (answer.accepted === null) setDoing(undefined);
    } catch (error) {
      setFailure(error);
      setDoing(undefined);
    }
  };
  const start = (next: File | undefined) => {
    scanId.current = newScanId();
    setFile(next);
    setAnswers({});
    setChecked(undefined);
    setProgress(undefined);
    setFailure(undefined);
    setDoing(undefined);
  };
  const finish = (found: Progress) => {
    setProgress(found);
    setDoing(undefined);
    void queries.invalidateQueries();
  };
  return {
    ...{ file, doing, checked, progress, failure, answers, finish },
    /** Nobody said no: if it was accepted, it comes to its end without us. */
    goesOn: checked !== undefined && failure instanceof Failure && failure.isUnknown,
    forget: () => start(undefined),
    check: (next: File) => {
      start(next);
      void send('checking', next, {});
    },
    answer: (said: Answers) => {
      setAnswers(said);
      void send('checking', file, said);
    },
    store: () => void send('storing', file, answers),
    again: () => void send(checked?.faults.length === 0 ? 'storing' : 'checking', file, answers),
  };
}
