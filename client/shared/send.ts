import { isAttended } from './attended.ts';
import { reached, unreached } from './connection.ts';
import { Failure } from './failure.ts';
import { language } from './language.ts';
import { shell } from './words/shell.ts';

export interface Sending {
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  /** That no more is read of the reply than that it is done. */
  readonly minimal?: boolean;
}
const TIMEOUT_MS = 15_000;

type AskForProof = (failure: Failure) => Promise<boolean>;
let askForProof: AskForProof | undefined;
let asking: Promise<boolean> | undefined;
/** How to ask whoever sits here for their password or code. Where there is no way, the request stays refused. */
export const whenProofIsAsked = (ask: AskForProof | undefined) => {
  askForProof = ask;
};
/** Asked once, however many requests wait for it. */
async function proven(failure: Failure): Promise<boolean> {
  if (failure.code !== 'prove_yourself' || !askForProof) return false;
  asking ??= askForProof(failure).finally(() => {
    asking = undefined;
  });
  return asking;
}

/** Sends one request and reads its answer. @throws Failure and nothing else, except what `signal` aborts with. */
export async function send(
  method: string,
  path: string,
  body?: unknown,
  sending: Sending = {},
): Promise<unknown> {
  const { response, content } = await fetched({ method, path, body }, sending, (its) => its.text());
  const answer = read(content);
  if (response.ok && answer !== undefined) return answer;
  const failure = failureOf(response.status, answer);
  if (await proven(failure)) return send(method, path, body, sending);
  throw failure;
}

/** The same for an answer that is a file. @throws Failure and nothing else */
export async function sendForFile(
  method: string,
  path: string,
  body: unknown,
  sending: Sending,
): Promise<Blob> {
  const { response, content } = await fetched({ method, path, body }, sending, blobOf);
  if (typeof content === 'string') throw failureOf(response.status, read(content));
  return content;
}

const FILE_TIMEOUT_MS = 120_000;
/** A file of the server, with the name that it has there. @throws Failure */
export async function fetchFile(path: string): Promise<{ readonly bytes: Blob; readonly name: string }> {
  const sending = { timeoutMs: FILE_TIMEOUT_MS };
  const { response, content } = await fetched({ method: 'GET', path }, sending, blobOf);
  if (typeof content === 'string') throw failureOf(response.status, read(content));
  const [, name = ''] =
    /filename\*=UTF-8''(.+)$/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return { bytes: content, name: decodeURIComponent(name) };
}

const blobOf = (its: Response): Promise<Blob | string> => (its.ok ? its.blob() : its.text());

async function fetched<Content>(
  { method, path, body }: { readonly method: string; readonly path: string; readonly body?: unknown },
  { signal, timeoutMs = TIMEOUT_MS, minimal = false }: Sending,
  contentOf: (response: Response) => Promise<Content>,
) {
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), timeoutMs);
  const give = () => clock.abort();
  signal?.addEventListener('abort', give);
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      signal: clock.signal,
      headers: { ...headersFor(body), ...(minimal ? { prefer: 'return=minimal' } : {}) },
      ...(body === undefined ? {} : { body: isSentAsItIs(body) ? body : JSON.stringify(body) }),
    });
    // The answer may still be cut off: it is not here before its last byte is.
    const content = await contentOf(response);
    reached();
    return { response, content };
  } catch {
    if (signal?.aborted) throw signal.reason;
    unreached();
    const slow = clock.signal.aborted;
    throw new Failure(
      0,
      slow ? 'timeout' : 'offline',
      shell.both(slow ? 'failure.timeout' : 'failure.offline'),
    );
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', give);
  }
}

const isSentAsItIs = (body: unknown): body is Blob | FormData =>
  body instanceof Blob || body instanceof FormData;

const headersFor = (body: unknown): Record<string, string> => ({
  accept: 'application/json, application/problem+json',
  'x-language': language(),
  ...(isAttended() ? {} : { 'x-unattended': 'yes' }),
  // Of a form the browser says where its parts end.
  ...(body === undefined || body instanceof FormData
    ? {}
    : {
        'content-type': body instanceof Blob ? body.type || 'application/octet-stream' : 'application/json',
      }),
});

/** The JSON of an answer; null for an empty one; undefined when it is something else. */
function read(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function failureOf(status: number, answer: unknown): Failure {
  const { code, words, ...rest } = (answer ?? {}) as Partial<Pick<Failure, 'code' | 'words'>> & object;
  if (words?.zh && words.en) return new Failure(status, code ?? 'problem', words, rest);
  // A page where JSON was promised comes from something between us and the server.
  if (status < 400) return new Failure(0, 'unreadable_answer', shell.both('failure.unreadable'));
  return new Failure(status, code ?? 'problem', shell.both(general(status)));
}

const general = (status: number) =>
  status === 401
    ? 'failure.signIn'
    : status === 429
      ? 'failure.tooMany'
      : status >= 500
        ? 'failure.server'
        : 'failure.refused';
