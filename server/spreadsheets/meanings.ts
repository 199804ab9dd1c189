import { tableChoices } from '../words/spreadsheets.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import type { CountFault } from './counts.ts';
import { dateOrders, readDate } from './dates.ts';
import type { TableProblem, TableProblemCode } from './table-problem.ts';

/** Why nothing is to be made of a cell, and what may be meant. */
export interface Wrong {
  readonly code: TableProblemCode;
  readonly proposals?: TableProblem['proposals'];
  readonly about?: string;
}

export function countMeant(read: string | CountFault): string | Wrong {
  if (typeof read === 'string') return read;
  if (read.code !== 'thousandsOrDecimal') return { code: read.code, about: read.about };
  const { thousands, decimal } = read.ways;
  const proposals = [
    { value: 'thousands', words: tableChoices.thousands(thousands) },
    { value: 'decimal', words: tableChoices.decimal(decimal) },
  ];
  return { code: read.code, proposals };
}

export function dateMeant(cell: string, evidence: ColumnEvidence): string | Wrong {
  const exchanged = evidence.swapped.get(cell);
  if (exchanged === undefined) return inOrder(cell, evidence);
  if (exchanged.answer === 'swapped') return exchanged.date;
  const read = inOrder(cell, evidence);
  if (exchanged.answer === 'asTyped' || typeof read !== 'string') return read;
  const proposals = [
    { value: 'swapped', words: tableChoices.swapped(exchanged.date) },
    { value: 'asTyped', words: tableChoices.asTyped(read) },
  ];
  return { code: 'halfConverted', proposals };
}

function inOrder(cell: string, evidence: ColumnEvidence): string | Wrong {
  const read = readDate(cell, evidence.today);
  if (!read) return { code: 'noDate' };
  if ('date' in read) return read.date;
  const order = read.isShort ? evidence.shortOrder : evidence.order;
  if (order !== undefined) return read[order] ?? { code: 'noDate' };
  const ways = dateOrders.flatMap((way) => {
    const date = read[way];
    return date === null ? [] : [{ date, value: way, words: tableChoices[way](date) }];
  });
  // Read in one order only, or as one day in all of them.
  const [only, ...others] = ways;
  if (only && others.every(({ date }) => date === only.date)) return only.date;
  return { code: 'dateTwoWays', proposals: ways.map(({ value, words }) => ({ value, words })) };
}
