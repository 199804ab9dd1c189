import { problems } from '../words/problems.ts';
import type { Words } from '../words/words.ts';

/** The only error thrown on purpose. Its words are for the person holding the scanner: what, why, what next. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly words: Words;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, words: Words, extra: Readonly<Record<string, unknown>> = {}) {
    super(`${code}: ${words.en}`);
    this.status = status;
    this.code = code;
    this.words = words;
    this.extra = extra;
  }
}

export const notFound = (what: Words, id: string) =>
  new Problem(404, 'not_found', problems.notFound(what, id));
export const forbidden = (what: Words) => new Problem(403, 'forbidden', problems.forbidden(what));
export const signIn = () => new Problem(401, 'sign_in', problems.signIn);
/** 422: the shape is right for JSON but not for this request. `issues` name the fields. */
export const unusable = (found: readonly unknown[] | Faults, words: Words = problems.unusable) =>
  new Problem(422, 'unusable_input', words, listed('issues' in found ? found : { issues: found }));
/** What is wrong with an input. `isCounted: false` where it was not looked through to its end. */
export interface Faults {
  readonly issues: readonly unknown[];
  readonly isCounted?: boolean;
}
const MAX_ISSUES = 100;
/** The first hundred of what is wrong; `total`, or `atLeast`, says how many there are where that is more. */
const listed = ({ issues, isCounted = true }: Faults) =>
  issues.length > MAX_ISSUES
    ? { issues: issues.slice(0, MAX_ISSUES).map(inWords), [isCounted ? 'total' : 'atLeast']: issues.length }
    : { issues: issues.map(inWords) };
/** A shape that knows better than its pattern what is wrong says so in words. */
const inWords = (issue: unknown) => {
  const { params, ...rest } = issue as { readonly params?: { readonly words?: Words } };
  return params?.words ? { ...rest, words: params.words } : issue;
};
/** 409: what somebody decides about is not what they saw. `now` is the thing as it stands. */
export const changedMeanwhile = (what: Words, code: string, state: Words, now: object) =>
  new Problem(409, 'changed_meanwhile', problems.changedMeanwhile(what, code, state), {
    what: problems.asItIs(what, code, state),
    why: problems.changedWhy,
    next: problems.changedNext,
    now,
  });
export const unreadable = () => new Problem(400, 'unreadable', problems.unreadable);
export const tooLarge = (limit: number) => new Problem(413, 'too_large', problems.tooLarge(limit), { limit });
const BUSY_SECONDS = 5;
/** 429: so many answers are being waited for already that more questions would only make them later. */
export const tooBusy = () => new Problem(429, 'busy', problems.tooMany, { seconds: BUSY_SECONDS });
/** 429: what is being sent already is as much as there is room for. */
export const tooManyUploads = () =>
  new Problem(429, 'too_many_uploads', problems.tooManyUploads, { seconds: BUSY_SECONDS });
/** 429: so much of what an organisation sent is being stored still that more has to wait. */
export const tooMuchUnfinished = () =>
  new Problem(429, 'too_much_unfinished', problems.tooMuchUnfinished, { seconds: UNFINISHED_SECONDS });
const UNFINISHED_SECONDS = 60;
/** 422: a spreadsheet that takes more time or memory than there is for one. */
export const tooHeavySheet = () => new Problem(422, 'too_heavy_sheet', problems.tooHeavySheet);
/** 422: an answer that takes more time or memory than there is for one. */
export const tooLongList = () => new Problem(422, 'too_long_list', problems.tooLongList);
export const stalled = () => new Problem(408, 'stalled', problems.stalled);
export const otherQuestion = () => new Problem(422, 'scan_id_reused', problems.otherQuestion);
export const keepTheScan = () => new Problem(503, 'keep_the_scan', problems.keepTheScan);
export const ourFault = () => new Problem(500, 'our_fault', problems.ourFault);
export const conflict = (code: string, words: Words, extra: Readonly<Record<string, unknown>> = {}) =>
  new Problem(409, code, words, extra);
