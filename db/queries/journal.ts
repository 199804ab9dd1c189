import { and, desc, eq } from 'drizzle-orm';
import { named, type Slots } from '../named-queries.ts';
import { files } from '../schema/items.ts';
import { journal } from '../schema/jobs.ts';

export const journalOf = named('journal of', (q, sees, given: Slots<{ subjectId: string }>) =>
  q
    .select()
    .from(journal)
    .where(and(sees(journal), eq(journal.subjectId, given.subjectId)))
    .orderBy(desc(journal.at), desc(journal.id)),
);

export const filesOfTicket = named('files of a ticket', (q, sees, given: Slots<{ ticketId: string }>) =>
  q
    .select()
    .from(files)
    .where(and(sees(files), eq(files.ticketId, given.ticketId)))
    .orderBy(desc(files.at)),
);
