import { hash } from 'node:crypto';
import { answerUnder } from '../db/queries/answers.ts';
import { answers } from '../db/schema/work.ts';
import type { Writing } from '../db/scope.ts';
import type { Moment } from './call.ts';
import { otherQuestion } from './problem.ts';

/**
 * The same scan with the same content gets the same answer again; with other content it is a mistake. Whoever writes
 * alone looks first and writes the answer once. Where others write too, the claim comes first: under SERIALIZABLE,
 * reading first would make strangers' scans abort each other (they share an index page).
 */
export async function answeredOnce<A>(
  tx: Writing,
  scanId: string,
  asked: unknown,
  { now }: Moment,
  work: () => Promise<A>,
): Promise<A> {
  const askedBy = tx.viewer.id;
  const id = `${askedBy} ${scanId}`;
  const question = hash('sha256', JSON.stringify(asked));
  const row = { id, askedBy, question, at: now };
  if (!tx.writesAlone && (await tx.claim(answers, row))) {
    const answer = await work();
    await tx.change(answers, { id }, { answer });
    return answer;
  }
  const [before] = await tx.ask(answerUnder, { id });
  if (!before && tx.writesAlone) {
    const answer = await work();
    await tx.add(answers, { ...row, answer });
    return answer;
  }
  if (before?.question !== question) throw otherQuestion(scanId);
  return before.answer as A;
}
