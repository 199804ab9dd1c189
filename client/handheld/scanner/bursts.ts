import { cleanScan, groupSeparator, letterToInsert } from './scan-text.ts';

/** Fingers leave more time between two letters, and never four times in a row; a key that is held down says so. */
const MAX_GAP_MS = 50;
const MIN_BURST_LENGTH = 4;
/** A slow wedge takes up to 100 ms for a letter: the letters right before a burst are its head. */
const MAX_SLOW_GAP_MS = 130;
/** So many digits as fast as that are no quantity and no amount, but the slow wedge's code. */
const MIN_SLOW_CODE: Readonly<Record<string, number>> = { numeric: 6, decimal: 7 };
/** A pause in the middle of a code is not longer; in a number, what stood there before the pause is its head. */
const MAX_PAUSE_MS = 600;
/** Several letters at once come from a scanner's program, or from a keyboard that proposes words: none has these. */
const CODE_AT_ONCE = /^(?=.*(?:\d|:\/\/))[!-~]{4,}$/;
const ASCII = /^[ -~]*$/;
const CODE_SIGNS = /^[!-~]*$/;
/** Fewer letters are a scan only with the Enter of the scanner right behind them. */
const MIN_ENDED_LENGTH = 2;
/** A slow device has pauses; behind its end key no scanner waits for this. */
const SILENCE_MS = 300;
/** Told to a field that was put back to what it held before letters came that were none of its own. */
export const PUT_BACK = 'put-back';

type Field = HTMLInputElement | HTMLTextAreaElement;
interface Run {
  readonly field: Field | null;
  /** What stood in the field before the first letter. */
  readonly before: string;
  text: string;
  /** In how many pieces they came, how many of the last ones as fast as no fingers, and the very last. */
  letters: number;
  fast: number;
  last: string;
  at: number;
  isScan: boolean;
}

const fieldOf = (target: EventTarget | null): Field | null =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null;
const isScanBox = (target: EventTarget | null) =>
  target instanceof Element && target.closest('.scan-box') !== null;

/**
 * Tells the letters of a scanner from those of fingers wherever they arrive outside of a scan box: in a field for
 * words, a quantity, on a button or nowhere. A scan is taken out of the field, its end key presses nothing, and
 * `onScan` gets it. Returns what stops it.
 */
export function hearBursts(onScan: (text: string) => void): () => void {
  let run: Run | undefined;
  let silence: ReturnType<typeof setTimeout>;
  /** The scan that silence ended, and when its last letter came: what follows soon is its rest. */
  let ended: { readonly field: Field | null; at: number } | undefined;

  const finish = () => {
    clearTimeout(silence);
    const text = cleanScan(run?.text ?? '');
    run = undefined;
    if (text !== '') onScan(text);
  };
  const onSilence = () => {
    if (run) ended = { field: run.field, at: run.at };
    finish();
  };
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const become = (scan: Run) => {
    scan.isScan = true;
    const { field, before } = scan;
    if (!field || field.value === before) return;
    write(field, before);
    field.dispatchEvent(new Event(PUT_BACK));
  };
  /** Whether it comes into a number right behind a scan that silence ended: of that, or the next, and no count. */
  const isRest = (field: Field | null, at: number) =>
    isNumber(field) && ended?.field === field && at - ended.at <= MAX_PAUSE_MS;
  /** A letter, or several at once where the scanner's program types for it. */
  const hear = (event: InputEvent | KeyboardEvent, letters: string) => {
    const field = fieldOf(event.target);
    const at = event.timeStamp;
    const gap = run && (run.isScan || !isWhole(letters)) ? at - run.at : Number.POSITIVE_INFINITY;
    if (!run || !goesOn(run, field, gap)) run = { ...begun(field, run, gap), isScan: isRest(field, at) };
    ended = undefined;
    add(run, letters, at);
    if (!run.isScan && isCode(run)) become(run);
    if (!run.isScan) return;
    swallow(event);
    clearTimeout(silence);
    silence = setTimeout(onSilence, SILENCE_MS);
  };
  const onBeforeInput = (event: InputEvent) => {
    if (isScanBox(event.target) || event.isComposing || event.inputType !== 'insertText') return;
    if (event.data) hear(event, event.data);
  };
  const hearKey = (event: KeyboardEvent) => {
    // What a key writes into a field comes once more as its input.
    const plain = event.key.length === 1 && !event.ctrlKey && !fieldOf(event.target) ? event.key : undefined;
    const letter = letterToInsert(event) ?? plain;
    if (letter !== undefined) hear(event, letter);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isScanBox(event.target) || event.isComposing || event.repeat) return;
    if (!isEndKey(event)) return hearKey(event);
    if (isEndOf(run, event)) {
      if (!run?.isScan && run) become(run);
      finish();
    } else if (!isRest(fieldOf(event.target), event.timeStamp)) return;
    swallow(event);
  };
  document.addEventListener('beforeinput', onBeforeInput, true);
  document.addEventListener('keydown', onKeyDown, true);
  return () => {
    clearTimeout(silence);
    document.removeEventListener('beforeinput', onBeforeInput, true);
    document.removeEventListener('keydown', onKeyDown, true);
  };
}

/** Whether the next letter belongs to what came before: fast enough, and code-like where it was not a scan yet. */
function goesOn(run: Run, field: Field | null, gap: number): boolean {
  if (run.field !== field) return false;
  if (run.isScan) return gap <= SILENCE_MS;
  return gap <= MAX_GAP_MS || (gap <= MAX_SLOW_GAP_MS && CODE_SIGNS.test(run.text));
}

const fresh = { letters: 0, fast: 0, last: '', at: 0, isScan: false };
/** In a number, what was written a moment ago is put back with what follows, should that turn out to be a code. */
function begun(field: Field | null, last: Run | undefined, gap: number): Run {
  const isHead = isNumber(field) && last?.field === field && gap <= MAX_PAUSE_MS;
  const before = isHead && last ? last.before : (field?.value ?? '');
  return { field, before, text: isHead && last ? last.text : '', ...fresh };
}

function add(run: Run, letters: string, at: number) {
  run.fast = run.letters > 0 && at - run.at <= MAX_GAP_MS ? run.fast + 1 : 1;
  run.text += letters;
  run.last = letters;
  run.at = at;
  run.letters += 1;
}

const isNumber = (field: Field | null) => field !== null && field.inputMode in MIN_SLOW_CODE;
const isWhole = (letters: string) => CODE_AT_ONCE.test(letters.replaceAll(groupSeparator, ''));
function isCode({ field, text, letters, fast, last }: Run): boolean {
  if (fast >= MIN_BURST_LENGTH || isWhole(last)) return true;
  const digits = field ? MIN_SLOW_CODE[field.inputMode] : undefined;
  return digits !== undefined && (letters >= digits || (letters > 1 && !/^[\d.,]*$/.test(text)));
}

const isEndKey = ({ key }: KeyboardEvent) => key === 'Enter' || key === 'Tab';
/** The key with which a scanner ends, right behind the letters. */
const isEndOf = (run: Run | undefined, { timeStamp }: KeyboardEvent) =>
  run !== undefined &&
  (run.isScan ||
    ((run.fast >= MIN_ENDED_LENGTH || run.last.length >= MIN_ENDED_LENGTH) &&
      ASCII.test(run.text.replaceAll(groupSeparator, '')) &&
      timeStamp - run.at <= MAX_GAP_MS));

/** As if the field had never been touched; React hears of it as of any input. */
function write(field: Field, value: string) {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
