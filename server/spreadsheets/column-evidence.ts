import type { Answers, NumberStyle } from './answers.ts';
import { styleShown } from './counts.ts';
import { type DateOrder, halfConverted, orderShown, readDate } from './dates.ts';
import type { Column } from './header.ts';
import { holdsCodesAlone } from './nothing.ts';

interface Exchanged {
  /** The day, were its day and month exchanged. */
  readonly date: string;
  readonly answer: 'swapped' | 'asTyped' | undefined;
}

/** How the cells of a column are to be read: as somebody said, as others of them show, or as was said of an earlier file. */
export class ColumnEvidence {
  /** Which of two numbers is the day. */
  readonly order: DateOrder | undefined;
  /** The order of dates whose year has two digits: only somebody's word tells it. */
  readonly shortOrder: DateOrder | undefined;
  /** Cells whose day and month may have been exchanged. */
  readonly swapped: ReadonlyMap<string, Exchanged>;
  readonly numbers: NumberStyle | undefined;
  /** Whether it holds codes of two letters and nothing else. */
  readonly isCodesAlone: boolean;

  /** The day on which it is read. */
  readonly today: string | undefined;

  constructor(
    { key, kind }: Column,
    cells: () => readonly string[],
    {
      answers,
      remembered,
      today,
    }: { readonly answers: Answers; readonly remembered: Answers; readonly today?: string | undefined },
  ) {
    this.today = today;
    const isDate = kind === 'date';
    const all = isDate || kind === 'count' || key === 'country' ? [...new Set(cells())] : [];
    const shown = isDate ? orderShown(all.map((cell) => readDate(cell, today))) : undefined;
    this.shortOrder = answers.dates?.[key] ?? remembered.dates?.[key];
    this.order = answers.dates?.[key] ?? shown ?? remembered.dates?.[key];
    const answer = answers.swapped?.[key];
    const exchanged = isDate ? halfConverted(all, today) : new Map<string, string>();
    this.swapped = new Map([...exchanged].map(([cell, date]) => [cell, { date, answer }]));
    this.numbers =
      answers.numbers?.[key] ?? (kind === 'count' ? styleShown(all) : undefined) ?? remembered.numbers?.[key];
    this.isCodesAlone = key === 'country' && holdsCodesAlone(all);
  }
}
