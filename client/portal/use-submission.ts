import type { FormInstance } from 'antd';
import { useRef, useState } from 'react';
import { useIssueWords } from '../shared/desk/failure-alert.tsx';
import { Failure, type Issue } from '../shared/failure.ts';
import { newScanId } from '../shared/scan-id.ts';

/** Sends a form and puts what the server found wrong where it belongs. */
export function useSubmission<A extends { readonly scanId: string }, R>(
  sendOnce: (ask: A) => Promise<R>,
  form: Pick<FormInstance, 'setFields' | 'scrollToField'>,
) {
  const issueWords = useIssueWords();
  const [failure, setFailure] = useState<unknown>();
  // The same content under the same scanId is one thing, however often the button is pressed.
  const last = useRef({ content: '', scanId: '' });
  const send = async (ask: Omit<A, 'scanId'>): Promise<R | undefined> => {
    const given = clean(ask);
    const content = JSON.stringify(given);
    if (last.current.content !== content) last.current = { content, scanId: newScanId() };
    setFailure(undefined);
    try {
      return await sendOnce({ ...given, scanId: last.current.scanId } as A);
    } catch (error) {
      setFailure(error);
      if (error instanceof Failure) show(error);
      return undefined;
    }
  };
  const show = (error: Failure) => {
    const issues = (error.refusal.issues ?? []).filter(({ path }) => Array.isArray(path));
    const words = (issue: Issue) =>
      issue.words || issues.length > 1 ? issueWords(issue) : issueWords({ ...issue, words: error.words });
    form.setFields(issues.map((issue) => ({ name: issue.path as never, errors: [words(issue)] })));
    const first = issues[0]?.path;
    if (first) form.scrollToField(first as never, { behavior: 'smooth', block: 'center' });
  };
  return { send, failure };
}

/** Fields that were left empty were not given. */
function clean<T extends object>(ask: T): T {
  const entries = Object.entries(ask).flatMap(([name, value]) =>
    value === undefined || value === null || value === ''
      ? []
      : [[name, Array.isArray(value) ? value.map((one) => clean(one)) : value]],
  );
  return Object.fromEntries(entries) as T;
}
