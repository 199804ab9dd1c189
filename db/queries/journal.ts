import { and, count, desc, eq } from 'drizzle-orm';
import { named, type Slots } from '../named-queries.ts';
import { files } from '../schema/files.ts';
import { journal } from '../schema/jobs.ts';

export const journalOf = named('journal of', (q, sees, given: Slots<{ subjectId: string }>) =>
  q
    .select()
    .from(journal)
    .where(and(sees(journal), eq(journal.subjectId, given.subjectId)))
    .orderBy(desc(journal.at), desc(journal.id)),
);

/** How often something happened to a return order, ticket, consignment or shipment. */
export const happeningsOf = named('happenings of', (q, sees, given: Slots<{ subjectId: string }>) =>
  q
    .select({ n: count() })
    .from(journal)
    .where(and(sees(journal), eq(journal.subjectId, given.subjectId))),
);

export const filesOfTicket = named('files of a ticket', (q, sees, given: Slots<{ ticketId: string }>) =>
  q
    .select()
    .from(files)
    .where(and(sees(files), eq(files.ticketId, given.ticketId)))
    .orderBy(desc(files.at)),
);
