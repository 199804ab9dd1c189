import type { Words } from '../../server/words/words.ts';

export interface Issue {
  readonly path?: readonly (string | number)[] | string;
  readonly code?: string;
  readonly message?: string;
  readonly words?: Words;
}
/** What a refused step adds to its sentence. */
interface Refusal {
  readonly what?: Words;
  readonly where?: string | null;
  readonly why?: Words;
  readonly next?: Words;
  readonly openSteps?: readonly string[];
  readonly issues?: readonly Issue[];
  /** By what one may prove who one is, where that is asked for. */
  readonly ways?: readonly string[];
}

/** The one error a screen has to know: the server said no, or we do not know what it said. */
export class Failure extends Error {
  readonly status: number;
  readonly code: string;
  readonly words: Words;
  readonly refusal: Refusal;

  constructor(status: number, code: string, words: Words, refusal: Refusal = {}) {
    super(`${code}: ${words.en}`);
    this.name = 'Failure';
    this.status = status;
    this.code = code;
    this.words = words;
    this.refusal = refusal;
  }

  /** Nobody said no: it may have happened or not, and the same request may be sent again. */
  get isUnknown() {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}
