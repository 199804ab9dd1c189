import { z } from 'zod';
import { auditList, countAudit } from '../../db/queries/audit.ts';
import { oneOrMore } from '../http/list-input.ts';
import { listOf, listRoute } from '../http/list-route.ts';
import { route } from '../http/route.ts';
import { line, paged, Time, Words } from '../http/shapes.ts';
import { sheetRoutes } from '../http/sheet-routes.ts';
import { auditedActions } from '../words/audit.ts';
import { sheets } from '../words/columns.ts';
import { permissionNames, permissions, roleNames, roles } from './permissions.ts';

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
const listOfAudit = listOf({
  filters: AuditFilter,
  query: auditList,
  count: countAudit,
  meaning: ({ from, until, ...rest }) => ({
    ...rest,
    from: from ? new Date(from) : undefined,
    until: until ? new Date(until) : undefined,
  }),
  row: AuditRow,
  present: (found) =>
    found.map((row) => ({
      ...row,
      by: row.byName,
      at: row.at.toISOString(),
      actionName: auditedActions[row.action as keyof typeof auditedActions] ?? {
        zh: row.action,
        en: row.action,
      },
    })),
});

const auditCells = ({ actionName, changed, ...row }: z.input<typeof AuditRow>) => ({
  ...row,
  action: actionName,
  changed: Object.entries(changed)
    .map(([field, [before, after]]) => `${field}: ${JSON.stringify(before)} → ${JSON.stringify(after)}`)
    .join('; '),
});

export const auditRoutes = [
  listRoute('GET /api/v1/audit', listOfAudit, {
    summary: 'Every change of who may do what, the newest first. Nobody can edit it.',
    needs: 'audit.read',
  }),
  ...sheetRoutes('audit', listOfAudit, {
    needs: 'audit.read',
    sheet: sheets.audit,
    cells: auditCells,
  }),
  route('GET /api/v1/roles', {
    summary: 'Who may do what: every role with its permissions.',
    needs: 'audit.read',
    input: z.strictObject({}),
    reply: z.object({
      permissions: z.array(z.object({ id: z.string(), name: Words })),
      roles: z.array(z.object({ id: z.string(), name: Words, permissions: z.array(z.string()) })),
      /** The actions that the audit log notes, by their names. */
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
