import type { SkuHit } from './match.ts';

/** A product that is one too many, or that this parcel should not hold; the same scan again takes it in. */
export interface Extra {
  readonly text: string;
  readonly line: number | null;
  /** Its code, where we know whose it is. */
  readonly sku: string | null;
  /** Who has it, if that is another than the exporter of this return. */
  readonly owner: { readonly code: string; readonly zh: string; readonly en: string } | null;
  readonly zh: string;
  readonly en: string;
  readonly serial: string | null;
}
/** What the last scan makes the receiver decide. */
export type Doubt =
  | ({ readonly is: 'over' | 'wrong product' } & Extra)
  /** Nothing here has this code; `told` that it shall come in all the same, the receiver says what it is. */
  | {
      readonly is: 'unknown';
      readonly text: string;
      /** The number of a parcel of its own that it may be. */
      readonly waybill: string | null;
      /** The number of a thing that it may be: it is found by that again. */
      readonly serial: string | null;
      /** Whether a parcel lies open, in which it may have lain. */
      readonly isOpen: boolean;
      /** Whether it reads like an IMEI with a wrong digit. */
      readonly isMisread: boolean;
      /** Somebody said that it is another parcel, and not of the one that lies open. */
      readonly isApart: boolean;
      /** Lines of the open parcel that wait for a serial, which it may be as well. */
      readonly serialOf: readonly number[];
      readonly told: boolean;
    }
  /** A product that is known, where no return lies open that could have announced it. */
  | {
      readonly is: 'known';
      readonly text: string;
      readonly serial: string | null;
      readonly skus: SkuHit['skus'];
      readonly told: boolean;
    }
  /** It is a return whose goods nobody awaits; `told` that they shall come in, the receiver says what they are. */
  | {
      readonly is: 'not awaited';
      readonly text: string;
      readonly order: string;
      readonly waybill: string | null;
      readonly zh: string;
      readonly en: string;
      readonly told: boolean;
    }
  | Odd;

/** A thing that is not the one that was expected: two values that do not agree. The same scan again takes it all the same. */
export interface Odd {
  readonly is:
    | 'another serial'
    | 'in another name'
    | 'elsewhere'
    | 'back as another'
    | 'undelivered'
    | 'taken as another';
  readonly text: string;
  readonly serial: string;
  readonly expected: string;
  readonly owner: { readonly zh: string; readonly en: string } | null;
  /** The thing, by its code. */
  readonly item: string;
  readonly line: number | null;
}

export interface Together {
  readonly code: string;
  readonly quantity: number;
}

/** What the receiver is in the middle of; a reload comes back to it. */
export interface Job {
  readonly order: string | null;
  /** The parcel that lies open. */
  readonly parcel: string | null;
  /** The line that was touched last. */
  readonly line: number | null;
  /** The line whose serial is scanned next. */
  readonly awaiting: number | null;
  /** The serial that was scanned once and is not sure to be whole: the same again is. */
  readonly once: string | null;
  /** Why that one is most likely no serial at all: then only a person says that it is. */
  readonly unlike?: 'waybill' | 'short' | null;
  /** The form that its product gives its serials, which that one has not. */
  readonly form?: string | null;
  /** What comes back from a vendor and whose serial is scanned next. */
  readonly back: string | null;
  /** What is wrong with the next piece. */
  readonly exception: string | null;
  /** The last thing that was received. */
  readonly last: string | null;
  /** What one press took in, the last of them among it: several lots, each with a label of its own. */
  readonly together: readonly Together[];
  readonly doubt: Doubt | null;
}
export const noJob: Job = {
  order: null,
  parcel: null,
  line: null,
  awaiting: null,
  once: null,
  back: null,
  exception: null,
  last: null,
  together: [],
  doubt: null,
};
