import { cleanScan, groupSeparator, letterToInsert } from './scan-text.ts';

/** Fingers leave more time between two letters, and never four times in a row; a key that is held down says so. */
const MAX_GAP_MS = 50;
const MIN_BURST_LENGTH = 4;
/** Several letters at once come from a scanner's program, or from a keyboard that proposes words: a code has a digit. */
const CODE_AT_ONCE = /^(?=.*\d)[!-~]{4,}$/;
const ASCII = /^[ -~]*$/;
/** Fewer letters are a scan only with the Enter of the scanner right behind them. */
const MIN_ENDED_LENGTH = 2;
/** A slow device has pauses; behind its end key no scanner waits for this. */
const SILENCE_MS = 300;

type Field = HTMLInputElement | HTMLTextAreaElement;
interface Run {
  readonly field: Field | null;
  /** What stood in the field before the first letter. */
  readonly before: string;
  text: string;
  /** In how many pieces they came. */
  letters: number;
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

  const finish = () => {
    clearTimeout(silence);
    const text = cleanScan(run?.text ?? '');
    run = undefined;
    if (text !== '') onScan(text);
  };
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const become = (scan: Run) => {
    scan.isScan = true;
    if (scan.field) write(scan.field, scan.before);
  };
  /** A letter, or several at once where the scanner's program types for it. */
  const hear = (event: InputEvent | KeyboardEvent, letters: string) => {
    const field = fieldOf(event.target);
    const gap = run ? event.timeStamp - run.at : Number.POSITIVE_INFINITY;
    if (!run || run.field !== field || gap > (run.isScan ? SILENCE_MS : MAX_GAP_MS))
      run = { field, before: field?.value ?? '', text: '', letters: 0, at: 0, isScan: false };
    run.text += letters;
    run.at = event.timeStamp;
    run.letters += 1;
    if (
      !run.isScan &&
      (run.letters >= MIN_BURST_LENGTH || CODE_AT_ONCE.test(letters.replaceAll(groupSeparator, '')))
    )
      become(run);
    if (!run.isScan) return;
    swallow(event);
    clearTimeout(silence);
    silence = setTimeout(finish, SILENCE_MS);
  };
  const onBeforeInput = (event: InputEvent) => {
    if (isScanBox(event.target) || event.isComposing || event.inputType !== 'insertText') return;
    if (event.data) hear(event, event.data);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isScanBox(event.target) || event.isComposing || event.repeat) return;
    if (isEndOf(run, event)) {
      swallow(event);
      if (!run?.isScan && run) become(run);
      finish();
      return;
    }
    // What a key writes into a field comes once more as its input.
    const plain = event.key.length === 1 && !event.ctrlKey && !fieldOf(event.target) ? event.key : undefined;
    const letter = letterToInsert(event) ?? plain;
    if (letter !== undefined) hear(event, letter);
  };
  document.addEventListener('beforeinput', onBeforeInput, true);
  document.addEventListener('keydown', onKeyDown, true);
  return () => {
    clearTimeout(silence);
    document.removeEventListener('beforeinput', onBeforeInput, true);
    document.removeEventListener('keydown', onKeyDown, true);
  };
}

/** The key with which a scanner ends, right behind the letters. */
const isEndOf = (run: Run | undefined, { key, timeStamp }: KeyboardEvent) =>
  run !== undefined &&
  (key === 'Enter' || key === 'Tab') &&
  (run.isScan ||
    (run.text.length >= MIN_ENDED_LENGTH &&
      ASCII.test(run.text.replaceAll(groupSeparator, '')) &&
      timeStamp - run.at <= MAX_GAP_MS));

/** As if the field had never been touched; React hears of it as of any input. */
function write(field: Field, value: string) {
  const kind = field instanceof HTMLInputElement ? HTMLInputElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
