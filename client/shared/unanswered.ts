import { Failure } from './failure.ts';

/**
 * What was sent and never answered may have happened. Whoever presses the button once more with the same content means
 * the same thing: it goes under the scanId that it had, so that it is done once. After an answer, yes or no, it is new.
 */
export function unansweredKept() {
  let open: { readonly content: string; readonly scanId: unknown } | undefined;
  return async <I extends object, R>(input: I, send: (input: I) => Promise<R>): Promise<R> => {
    const { scanId, ...given } = input as I & { readonly scanId?: unknown };
    const content = JSON.stringify(given);
    const sent = open?.content === content ? open : { content, scanId };
    open = sent;
    const answered = () => {
      if (open === sent) open = undefined;
    };
    try {
      const reply = await send(sent.scanId === undefined ? input : { ...input, scanId: sent.scanId });
      answered();
      return reply;
    } catch (error) {
      if (!(error instanceof Failure && error.isUnknown)) answered();
      throw error;
    }
  };
}
