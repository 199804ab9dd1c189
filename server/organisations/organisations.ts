import { eq } from 'drizzle-orm';
import { z } from 'zod';
import {
  countOrganisations,
  organisationList,
  organisationSorts,
} from '../../db/queries/master-data-lists.ts';
import { organisations } from '../../db/schema/master-data.ts';
import type { Scoped, Writing } from '../../db/scope.ts';
import { oneOrMore, yesOrNo } from '../http/list-input.ts';
import { listOf, searchAndSort } from '../http/list-route.ts';
import { omitUndefined } from '../http/omit-undefined.ts';
import { conflict, notFound, unusable } from '../http/problem.ts';
import type { RequestContext } from '../http/request-context.ts';
import { line, Time } from '../http/shapes.ts';
import { readUscc } from '../identifiers/uscc.ts';
import { houseSentences, organisationNoun } from '../words/organisations.ts';

const OrganisationFilter = z.strictObject({ kind: oneOrMore, active: yesOrNo, ...searchAndSort });
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
  active: z.boolean(),
  createdAt: Time,
});

const about = {
  uscc: line(30).nullable().optional(),
  contact: line(60).nullable().optional(),
  phone: line(30).nullable().optional(),
  email: z.email().max(200).nullable().optional(),
  address: line(300).nullable().optional(),
  autoApproveMinor: z.number().int().min(0).max(100_000_000).nullable().optional(),
};
/** A code that can stand in an address and be read over the telephone. */
export const shortCode = z.string().regex(/^[A-Za-z0-9][\w-]{0,31}$/);
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

const present = (row: typeof organisations.$inferSelect): z.input<typeof OrganisationRow> => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
});

export const listOfOrganisations = listOf({
  filters: OrganisationFilter,
  query: organisationList,
  count: countOrganisations,
  sorts: organisationSorts,
  sortedBy: 'code',
  row: OrganisationRow,
  present: (found) => found.map(present),
});

export async function getOrganisation(db: Scoped, code: string) {
  const found = await db.first(organisations, eq(organisations.code, code));
  if (!found) throw notFound(organisationNoun, code);
  return found;
}

export async function addOrganisation(
  tx: Writing,
  ask: z.output<typeof NewOrganisation>,
  { newId, now }: RequestContext,
) {
  const row = { ...omitUndefined(withUscc(ask)), id: newId(), active: true, createdAt: now };
  const added = await tx.claim(organisations, row as typeof organisations.$inferInsert);
  if (!added) throw conflict('taken', houseSentences.organisationTaken(ask.code));
  return present(await getOrganisation(tx, ask.code));
}

export async function changeOrganisation(
  tx: Writing,
  code: string,
  ask: z.output<typeof OrganisationChange>,
) {
  const before = await getOrganisation(tx, code);
  if (before.kind === 'hub' && ask.active === false) throw conflict('the_hub', houseSentences.notTheHub);
  const set = omitUndefined(withUscc(ask));
  if (Object.keys(set).length) await tx.change(organisations, before, set);
  return present(await getOrganisation(tx, code));
}

/** @throws Problem when it cannot be such a code */
function withUscc<A extends { readonly uscc?: string | null | undefined }>(ask: A): A {
  if (!ask.uscc) return ask;
  const read = readUscc(ask.uscc);
  if (!read) throw unusable([{ path: ['uscc'], code: 'uscc' }], houseSentences.notAUscc(ask.uscc));
  return { ...ask, uscc: read.uscc };
}
