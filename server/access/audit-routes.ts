import { z } from 'zod';
import { type AuditAsked, auditList, countAudit } from '../../db/queries/audit.ts';
import type { auditLog } from '../../db/schema/access.ts';
import type { Scoped } from '../../db/scope.ts';
import { oneOrMore } from '../http/list-input.ts';
import { type Download, download, route } from '../http/route.ts';
import { line, list, paged, Time, Words } from '../http/shapes.ts';
import { writeCsv } from '../spreadsheets/write-csv.ts';
import { auditedActions } from '../words/audit.ts';
import { columns } from '../words/columns.ts';
import { permissionNames } from '../words/permissions.ts';
import { permissions, roleNames, roles } from './permissions.ts';

const AuditFilter = z.strictObject({
  action: oneOrMore,
  subject: line(64).optional(),
  from: Time.optional(),
  until: Time.optional(),
  search: paged.search,
});
const AuditRow = z.object({
  id: z.string(),
  at: Time,
  by: z.string(),
  device: z.string().nullable(),
  action: z.string(),
  actionName: Words,
  subject: z.string(),
  subjectName: z.string(),
  changed: z.record(z.string(), z.array(z.unknown()).readonly()),
});
type Filter = z.output<typeof AuditFilter>;
type Row = typeof auditLog.$inferSelect;

const asked = ({ from, until, ...rest }: Filter): Omit<AuditAsked, 'limit' | 'offset'> => ({
  ...rest,
  from: from ? new Date(from) : undefined,
  until: until ? new Date(until) : undefined,
});
const present = (row: Row): z.input<typeof AuditRow> => ({
  ...{ ...row, by: row.byName, at: row.at.toISOString() },
  actionName: auditedActions[row.action as keyof typeof auditedActions] ?? { zh: row.action, en: row.action },
});

async function asCsv(db: Scoped, filter: Filter): Promise<Download> {
  const found = await db.list(auditList, { ...asked(filter), limit: 10_000, offset: 0 });
  const rows = found.map(present).map(({ actionName, changed, ...row }) => ({
    ...{ ...row, action: `${actionName.zh} ${actionName.en}` },
    changed: Object.entries(changed)
      .map(([field, [before, after]]) => `${field}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`)
      .join('; '),
  }));
  return { type: 'text/csv; charset=utf-8', name: 'audit.csv', bytes: writeCsv(columns.audit, rows) };
}

export const auditRoutes = [
  route('GET /api/v1/audit', {
    summary: 'Every change of who may do what, the newest first. Nobody can edit it.',
    needs: 'audit.read',
    input: AuditFilter.extend({ page: paged.page, size: paged.size }),
    reply: list(AuditRow),
    handle: async ({ db, input }) => {
      const { page, size, ...filter } = input;
      const wanted = { ...asked(filter), limit: size, offset: (page - 1) * size };
      const [counted] = await db.list(countAudit, wanted);
      const rows = (await db.list(auditList, wanted)).map(present);
      return { rows, total: counted?.n ?? 0, page, size };
    },
  }),
  route('GET /api/v1/audit.csv', {
    summary: 'The same list as a spreadsheet, at most 10,000 rows.',
    needs: 'audit.read',
    input: AuditFilter,
    reply: download,
    handle: ({ db, input }) => asCsv(db, input),
  }),
  route('GET /api/v1/roles', {
    summary: 'Who may do what: every role with its permissions.',
    needs: 'audit.read',
    input: z.strictObject({}),
    reply: z.object({
      permissions: z.array(z.object({ id: z.string(), name: Words })),
      roles: z.array(z.object({ id: z.string(), name: Words, permissions: z.array(z.string()) })),
      /** What the audit log knows how to call. */
      actions: z.array(z.object({ id: z.string(), name: Words })),
    }),
    handle: async () => ({
      permissions: permissions
        .filter((id) => id !== 'the system')
        .map((id) => ({ id, name: permissionNames[id] })),
      roles: Object.entries(roleNames).map(([id, name]) => ({
        ...{ id, name },
        permissions: [...roles[id as keyof typeof roles]],
      })),
      actions: Object.entries(auditedActions).map(([id, name]) => ({ id, name })),
    }),
  }),
];
