import { DrizzleQueryError } from 'drizzle-orm';
import { OutcomeUnknown, sqlState, TooBusy } from './atomically.ts';

/** Disk, file handles, connections, locks: what the server lacks now and may have again in a moment. */
const transientCodes = new RegExp(
  `^(${[
    'SQLITE_(BUSY|FULL|IOERR|READONLY|LOCKED|CANTOPEN|PROTOCOL|NOMEM|INTERRUPT|CORRUPT|NOTADB)',
    'E(CONN|NOSPC|ROFS|IO$|DQUOT|MFILE|NFILE|PIPE|TIMEDOUT|HOST|NET|AI_AGAIN)',
    '(53|57|58|08|40|55P03)',
  ].join('|')})`,
);

/** Whether nothing is wrong with what was asked, and asking again in a moment may well succeed. */
export const isTransient = (error: unknown): boolean =>
  error instanceof OutcomeUnknown ||
  error instanceof TooBusy ||
  transientCodes.test(sqlState(error) ?? '') ||
  connectionWasCut(error);

/** A query failed and the database did not say why: it was never heard of again. */
const connectionWasCut = (error: unknown) =>
  error instanceof DrizzleQueryError && error.cause?.constructor === Error && sqlState(error) === undefined;
