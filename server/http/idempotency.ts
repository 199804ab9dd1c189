import { hash } from 'node:crypto';
import { answerUnder } from '../../db/queries/answers.ts';
import { answers } from '../../db/schema/jobs.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { otherQuestion } from './problem.ts';
import type { RequestContext } from './request-context.ts';

/**
 * The same scan with the same content gets the same answer again; with other content it is a mistake. Whoever writes
 * alone looks first and writes the answer once. Where others write too, the claim comes first: under SERIALIZABLE,
 * reading first would make strangers' scans abort each other (they share an index page).
 */
export async function onceUnder<A>(
  tx: Writing,
  { scanId, asked, now }: { readonly scanId: string; readonly asked: unknown; readonly now: Date },
  work: () => Promise<A>,
): Promise<A> {
  const row = rowOf(tx, scanId, asked, now);
  const { id, question } = row;
  if (!tx.hasSingleWriter && (await tx.claim(answers, row))) {
    const answer = await work();
    await tx.change(answers, { id }, { answer });
    return answer;
  }
  const [before] = await tx.ask(answerUnder, { id });
  if (!before && tx.hasSingleWriter) {
    const answer = await work();
    await tx.add(answers, { ...row, answer });
    return answer;
  }
  if (before?.question !== question) throw otherQuestion();
  return before.answer as A;
}

export const answerId = ({ viewer }: Scoped, scanId: string) => `${viewer.id} ${scanId}`;

const rowOf = (db: Scoped, scanId: string, asked: unknown, at: Date) => ({
  id: answerId(db, scanId),
  askedBy: db.viewer.id,
  question: hash('sha256', JSON.stringify(asked)),
  at,
});

/** Whether exactly this was asked before under this scanId. @throws Problem 422 when it was something else */
export async function askedBefore(db: Scoped, scanId: string, asked: unknown): Promise<boolean> {
  const { id, question } = rowOf(db, scanId, asked, new Date(0));
  const [before] = await db.ask(answerUnder, { id });
  if (before && before.question !== question) throw otherQuestion();
  return before !== undefined;
}

/** For what is answered later than it is accepted: whether it is asked for the first time. @throws Problem 422 likewise */
export const claimed = async (tx: Writing, scanId: string, asked: unknown, { now }: RequestContext) =>
  (await tx.claim(answers, rowOf(tx, scanId, asked, now))) || !(await askedBefore(tx, scanId, asked));
