import { apiKeys, auditLog, invitations, signIns } from '../../db/schema/access.ts';
import { notices } from '../../db/schema/jobs.ts';
import { postings } from '../../db/schema/people.ts';
import type { Writing } from '../../db/scope.ts';
import { kitesOwn, whalesOwn } from './canaries.ts';

const anHour = 3_600_000;
/** Each organisation with the mark that stands in what is its own, and whom it invites. */
const organisations = [
  ['kite', kitesOwn, 'exporterMember'],
  ['whale', whalesOwn, 'exporterMember'],
  ['spark', 'of Spark', 'vendorMember'],
  ['bolt', `${kitesOwn} of Bolt`, 'vendorMember'],
] as const;

/** What each organisation and each person has of keys, invitations, notes and sign-ins of their own. */
export async function theirRights(tx: Writing, now: Date) {
  for (const [id, mark, role] of organisations) {
    const until = { createdAt: now, expiresAt: new Date(now.getTime() + anHour) };
    const key = { organisationId: id, name: mark, start: mark, keyHash: mark, scopes: [], createdBy: id };
    await tx.add(apiKeys, { id: `${id}-key`, ...key, ...until });
    const invited = { organisationId: id, secretHash: mark, email: `${mark}@example.test`, invitedBy: id };
    const as = { role, warehouses: [], language: 'zh-CN' } as const;
    await tx.add(invitations, { id: `${id}-invitation`, ...invited, ...as, ...until });
    const noted = { at: now, byWhom: id, byName: mark, device: null, action: 'invited' };
    const about = { subject: mark, subjectName: mark, organisationId: id };
    await tx.add(auditLog, { id: `${id}-note`, ...noted, ...about, changed: { role: [null, mark] } });
    const cameIn = { how: 'password', went: 'in', address: mark, at: now } as const;
    await tx.add(signIns, { id: `${id}-sign-in`, userId: id, ...cameIn });
  }
  for (const userId of ['wang', 'zhou']) {
    const cameIn = { how: 'password', went: 'in', address: null, at: now } as const;
    await tx.add(signIns, { id: `${userId}-sign-in`, userId, ...cameIn });
  }
  await tx.add(notices, { id: 'hub-notice', organisationId: 'hub', kind: 'keyOut', about: {}, at: now });
  for (const warehouseId of ['hk', 'yp']) {
    const userId = `${warehouseId}-spare`;
    await tx.add(postings, { id: `${userId}-roles`, userId, warehouseId, roles: ['packer'] });
  }
}
