import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import { named, type Slots } from '../named-queries.ts';
import { notices, outbox } from '../schema/jobs.ts';
import { users } from '../schema/people.ts';

/** Whom to write to in an organisation: its administrators. */
export const mailboxesOf = named('mailboxes of', (q, sees, given: Slots<{ organisationId: string }>) =>
  q
    .select({ email: users.email, language: users.language })
    .from(users)
    .where(
      and(
        sees(users),
        eq(users.organisationId, given.organisationId),
        eq(users.active, true),
        isNotNull(users.email),
        inArray(users.role, ['administrator', 'exporterAdmin', 'vendorAdmin']),
      ),
    ),
);

export const newestNotices = named('newest notices', (q, sees, _given: Slots<object>) =>
  q.select().from(notices).where(sees(notices)).orderBy(desc(notices.at)).limit(100),
);

/** The newest hundred letters to one person each. */
export const mailsSince = named('mails', (q, sees, _given: Slots<object>) =>
  q
    .select({ id: outbox.id, about: outbox.about, at: outbox.at })
    .from(outbox)
    .where(and(sees(outbox), eq(outbox.kind, 'mail')))
    .orderBy(desc(outbox.at), desc(outbox.id))
    .limit(100),
);
