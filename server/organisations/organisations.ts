import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { flagsOfExporters } from '../../db/queries/risks.ts';
import { citationRules, organisations } from '../../db/schema/master-data.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { revokeKeysOf } from '../access/api-keys.ts';
import { difference, noteRights } from '../access/audit.ts';
import { endSessionsOfAll } from '../access/end-sessions.ts';
import type { Actor } from '../access/permissions.ts';
import { oneOrMore } from '../http/list-input.ts';
import { omitUndefined } from '../http/omit-undefined.ts';
import { conflict, notFound, unusable } from '../http/problem.ts';
import { addRecord, changeRecord, listOfRecords, recordOf } from '../http/records.ts';
import type { RequestContext } from '../http/request-context.ts';
import { line, shortCode, Time } from '../http/shapes.ts';
import { readUscc } from '../identifiers/uscc.ts';
import { writeMailToHeads } from '../notices/mails.ts';
import { houseSentences, organisationNoun } from '../words/organisations.ts';

export const OrganisationRow = z.object({
  code: z.string(),
  kind: z.enum(['hub', 'exporter', 'vendor']),
  nameZh: z.string(),
  nameEn: z.string(),
  uscc: z.string().nullable(),
  contact: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  /** Up to this much a repair needs no answer from the exporter; minor units. */
  autoApproveMinor: z.number().nullable(),
  /** Whether nobody else’s goods lie in a bin with theirs. */
  storedApart: z.boolean(),
  /** Of an exporter: whether each line that comes back must, should or need not cite a known export. */
  exportCitation: z.enum(citationRules),
  /** How often more of an export of theirs came back than went out. */
  risks: z.number(),
  active: z.boolean(),
  createdAt: Time,
});

export const Limit = z.object({
  /** Minor units; null: every repair is asked about. */
  autoApproveMinor: z.number().int().min(0).max(100_000_000).nullable(),
});
const about = {
  uscc: line(30).nullable().optional(),
  contact: line(60).nullable().optional(),
  phone: line(30).nullable().optional(),
  email: z.email().max(200).nullable().optional(),
  address: line(300).nullable().optional(),
  autoApproveMinor: Limit.shape.autoApproveMinor.optional(),
  storedApart: z.boolean().optional(),
  exportCitation: z.enum(citationRules).optional(),
};
export const NewOrganisation = z.strictObject({
  kind: z.enum(['exporter', 'vendor']),
  code: shortCode,
  nameZh: line(100),
  nameEn: line(100),
  ...about,
});
export const OrganisationChange = z.strictObject({
  nameZh: line(100).optional(),
  nameEn: line(100).optional(),
  active: z.boolean().optional(),
  ...about,
});

type Organisation = typeof organisations.$inferSelect;
const present = (row: Organisation, risks = 0): z.input<typeof OrganisationRow> => ({
  ...row,
  risks,
  createdAt: row.createdAt.toISOString(),
});

async function presentAll(db: Scoped, rows: readonly Organisation[]) {
  const flags = await db.list(flagsOfExporters, { exporterIds: rows.map(({ id }) => id) });
  const risks = new Map(flags.map(({ exporterId, n }) => [exporterId, n]));
  return rows.map((row) => present(row, risks.get(row.id)));
}

const presentOne = async (tx: Writing, code: string) => {
  const [row] = await presentAll(tx, [await getOrganisation(tx, code)]);
  if (!row) throw notFound(organisationNoun, code);
  return row;
};

const records = listOfRecords(organisations, {
  filters: { kind: oneOrMore },
  searched: ['code', 'nameZh', 'nameEn', 'uscc', 'contact'],
  sorts: ['code', 'nameZh', 'kind', 'createdAt'],
  row: OrganisationRow,
  present: (row) => present(row),
});
export const listOfOrganisations: typeof records = {
  ...records,
  present: (found, { db }) => presentAll(db, found as Organisation[]),
};

export const getOrganisation = (db: Scoped, code: string) =>
  recordOf(db, organisations, code, organisationNoun);

export async function addOrganisation(
  tx: Writing,
  actor: Actor,
  ask: z.output<typeof NewOrganisation>,
  context: RequestContext,
) {
  if (ask.kind === 'exporter') mustNotRaise(null, ask.autoApproveMinor);
  const said = omitUndefined(withUscc(ask));
  const row = { ...said, id: context.newId(), active: true, createdAt: context.now };
  const taken = houseSentences.organisationTaken(ask.code);
  await addRecord(tx, organisations, row as typeof organisations.$inferInsert, taken);
  const about = { id: row.id, name: ask.code, organisationId: row.id };
  const changed = difference({}, said);
  await noteRights(tx, { by: actor, action: 'organisationAdded', about, changed, context });
  return presentOne(tx, ask.code);
}

export async function changeOrganisation(
  tx: Writing,
  actor: Actor,
  { code, ...ask }: z.output<typeof OrganisationChange> & { readonly code: string },
  context: RequestContext,
) {
  const before = await getOrganisation(tx, code);
  if (before.kind === 'hub' && ask.active === false) throw conflict('the_hub', houseSentences.notTheHub);
  if (before.kind === 'exporter') mustNotRaise(before.autoApproveMinor, ask.autoApproveMinor);
  const said = omitUndefined(withUscc(ask));
  await changeRecord(tx, organisations, before, said);
  if (before.active && ask.active === false) {
    await endSessionsOfAll(tx, before.id, context.now);
    await revokeKeysOf(tx, actor, before.id, context);
  }
  const changed = difference(before, said);
  const about = { id: before.id, name: code, organisationId: before.id };
  if (Object.keys(changed).length)
    await noteRights(tx, { by: actor, action: 'organisationChanged', about, changed, context });
  if ('autoApproveMinor' in changed) await tellLimit(tx, before.id, said.autoApproveMinor ?? null, context);
  return presentOne(tx, code);
}

/** What is spent without asking is the exporter’s money. @throws Problem 409 where the hub would have more of it */
function mustNotRaise(before: number | null, asked: number | null | undefined): void {
  if (asked != null && asked > (before ?? -1))
    throw conflict('theirs_to_raise', houseSentences.theirsToRaise);
}

const tellLimit = (tx: Writing, id: string, limit: number | null, context: RequestContext) =>
  writeMailToHeads(tx, id, {
    mail: 'limitChanged',
    about: { what: limit === null ? '–' : `¥${(limit / 100).toFixed(2)}` },
    context,
  });

async function ownOrganisation(db: Scoped, { viewer }: Actor) {
  const id = viewer.as === 'exporter' ? viewer.organisation : '';
  const own = await db.first(organisations, eq(organisations.id, id));
  if (!own) throw notFound(organisationNoun, '');
  return own;
}

/** Up to how much a repair of one’s own goods needs no answer. */
export async function ownLimit(db: Scoped, actor: Actor) {
  const { autoApproveMinor } = await ownOrganisation(db, actor);
  return { autoApproveMinor };
}

export async function changeOwnLimit(
  tx: Writing,
  actor: Actor,
  { autoApproveMinor }: { readonly autoApproveMinor: number | null },
  context: RequestContext,
) {
  const own = await ownOrganisation(tx, actor);
  const changed = difference(own, { autoApproveMinor });
  if (Object.keys(changed).length) {
    await tx.change(organisations, own, { autoApproveMinor });
    const about = { id: own.id, name: own.code, organisationId: own.id };
    await noteRights(tx, { by: actor, action: 'limitChanged', about, changed, context });
    await tellLimit(tx, own.id, autoApproveMinor, context);
  }
  return { autoApproveMinor };
}

/** @throws Problem when it cannot be such a code */
function withUscc<A extends { readonly uscc?: string | null | undefined }>(ask: A): A {
  if (!ask.uscc) return ask;
  const read = readUscc(ask.uscc);
  if (!read) throw unusable([{ path: ['uscc'], code: 'uscc' }], houseSentences.notAUscc(ask.uscc));
  return { ...ask, uscc: read.uscc };
}
