import { z } from 'zod';
import { activeVendors } from '../../db/queries/master-data-lists.ts';
import { listRoute } from '../http/list-route.ts';
import { route } from '../http/route.ts';
import { scanId, shortCode } from '../http/shapes.ts';
import {
  addOrganisation,
  changeOrganisation,
  changeOwnLimit,
  Limit,
  listOfOrganisations,
  NewOrganisation,
  OrganisationChange,
  OrganisationRow,
  ownLimit,
} from './organisations.ts';

const Choice = z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() });

export const organisationRoutes = [
  listRoute('GET /api/v1/organisations', listOfOrganisations, {
    summary: 'The hub, its exporters and its vendors: filtered, sorted, a page at a time.',
    needs: 'organisations.read',
  }),
  route('POST /api/v1/organisations', {
    summary: 'A new exporter or vendor.',
    needs: 'organisations.manage',
    input: NewOrganisation.extend({ scanId }),
    reply: OrganisationRow,
    once: true,
    handle: ({ db: tx, actor, input, context }) => addOrganisation(tx, actor, input, context),
  }),
  route('PATCH /api/v1/organisations/:code', {
    summary: 'Another name, contact or limit of an organisation, or its end.',
    needs: 'organisations.manage',
    input: OrganisationChange.extend({ scanId, code: shortCode }),
    proof: ({ autoApproveMinor, active, exportCitation }) =>
      autoApproveMinor !== undefined || active !== undefined || exportCitation !== undefined,
    reply: OrganisationRow,
    once: true,
    handle: ({ db: tx, actor, input, context }) => changeOrganisation(tx, actor, input, context),
  }),
  route('GET /api/v1/approval-limit', {
    summary: 'Up to how much a repair of one’s own goods needs no answer.',
    needs: 'tickets.answer',
    input: z.strictObject({}),
    reply: Limit,
    handle: ({ db, actor }) => ownLimit(db, actor),
  }),
  route('PATCH /api/v1/approval-limit', {
    summary: 'Another limit, higher or lower: it is one’s own money. The hub may only lower it.',
    needs: 'tickets.answer',
    input: z.strictObject({ ...Limit.shape, scanId }),
    proof: () => true,
    reply: Limit,
    once: true,
    handle: ({ db: tx, actor, input, context }) => changeOwnLimit(tx, actor, input, context),
  }),
  route('GET /api/v1/vendors', {
    summary: 'The vendors one may choose from.',
    needs: 'organisations.read',
    input: z.strictObject({}),
    reply: z.object({ rows: z.array(Choice) }),
    handle: async ({ db }) => ({ rows: await db.ask(activeVendors, {}) }),
  }),
];
