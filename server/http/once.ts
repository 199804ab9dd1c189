import { onceUnder } from './idempotency.ts';
import { unusable } from './problem.ts';
import type { Call, OnceCall, Prepared } from './route.ts';
import { scanId as keyShape } from './shapes.ts';

type Prepare<Answer> = (call: Call<unknown>) => Promise<Prepared<unknown, Answer>>;

/** Does the work of a route in one transaction, once under the key of its request, and answers it as often as asked. */
export async function answerOnce<Answer>(
  endpoint: string,
  call: Call<unknown>,
  prepare: Prepare<Answer>,
): Promise<Answer> {
  const { scanId, ...input } = call.input as { readonly scanId?: string };
  const header = scanId === undefined ? keyIn(call.caller.idempotencyKey) : undefined;
  const { question, work, told } = await prepare(call);
  return call.db.atomically(async (tx) => {
    const its = { ...call, input, db: tx } satisfies OnceCall<unknown>;
    const once = () => work(its);
    const { now } = call.context;
    // A key says nothing about the route, so the question does: elsewhere the same words ask for something else.
    const asked = { endpoint, question };
    const key = scanId ?? header;
    const answer = await (key === undefined ? once() : onceUnder(tx, { scanId: key, asked, now }, once));
    return told ? told(its, answer) : answer;
  });
}

/**
 * The key in a header `Idempotency-Key`: in quotation marks, as the IETF draft writes it, or without, as most send it.
 * @throws Problem 422 when it cannot be one
 */
function keyIn(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const read = keyShape.safeParse(header.trim().replace(/^"(.*)"$/, '$1'));
  if (!read.success) throw unusable([{ path: ['Idempotency-Key'], code: 'malformed' }]);
  return read.data;
}
