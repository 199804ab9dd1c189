import { and, count, desc, eq, gte, inArray, lt } from 'drizzle-orm';
import { listed } from '../named-queries.ts';
import { auditLog } from '../schema/access.ts';
import { holdsText } from './list-parts.ts';

export interface AuditAsked {
  readonly action?: readonly string[] | undefined;
  readonly subject?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  readonly search?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}
const fits = ({ action, subject, from, until, search }: AuditAsked) => [
  action && inArray(auditLog.action, [...action]),
  subject ? eq(auditLog.subject, subject) : undefined,
  from && gte(auditLog.at, from),
  until && lt(auditLog.at, until),
  holdsText(search, auditLog.byName, auditLog.subjectName),
];

export const auditList = listed('audit list', (q, sees, asked: AuditAsked) =>
  q
    .select()
    .from(auditLog)
    .where(and(sees(auditLog), ...fits(asked)))
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(asked.limit)
    .offset(asked.offset),
);

export const countAudit = listed('count audit', (q, sees, asked: AuditAsked) =>
  q
    .select({ n: count() })
    .from(auditLog)
    .where(and(sees(auditLog), ...fits(asked))),
);
