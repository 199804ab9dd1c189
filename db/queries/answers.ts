import { and, eq } from 'drizzle-orm';
import { named, type Slots } from '../named-queries.ts';
import { answers } from '../schema/jobs.ts';

export const answerUnder = named('answer under', (q, sees, given: Slots<{ id: string }>) =>
  q
    .select()
    .from(answers)
    .where(and(sees(answers), eq(answers.id, given.id)))
    .limit(1),
);
