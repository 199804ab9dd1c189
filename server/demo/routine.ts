import { and, eq, isNull } from 'drizzle-orm';
import { notices } from '../../db/schema/jobs.ts';
import { sweepDeadlines } from '../jobs/deadlines.ts';
import { workOutbox } from '../jobs/outbox.ts';
import { dispatched } from './leaving.ts';
import { vendorRuns } from './repairing.ts';
import type { Stage, Story } from './stage.ts';

/** The jobs that the server runs by itself, here inside the transaction of the day. */
async function workedOff({ deps, tx }: Stage, context: ReturnType<Stage['context']>) {
  const database = { ...deps.database, as: () => tx };
  await sweepDeadlines({ ...deps, database }, context);
  while ((await workOutbox({ ...deps, database }, context)) > 0);
}

async function* jobs(stage: Stage): Story {
  for (;;) {
    await workedOff(stage, stage.context());
    yield new Date(stage.now.getTime() + 3_600_000);
  }
}

/** Every morning an organisation reads what is new. */
async function* newsRead(stage: Stage, organisation: string): Story {
  for (;;) {
    const unread = and(eq(notices.organisationId, organisation), isNull(notices.readAt));
    for (const notice of await stage.tx.find(notices, unread))
      await stage.tx.change(notices, notice, { readAt: stage.now });
    yield stage.afterDays(1, 9.4);
  }
}

/** What goes on every day, whatever else happens. */
export function beginRoutine(stage: Stage, days: number) {
  stage.begin(stage.onDay(-days, 8), jobs(stage));
  for (const organisation of ['lanjing', 'yunfan', 'zhiyuan', 'chuangwei', 'kuaixiu'])
    stage.begin(stage.onDay(-days, 9.4), newsRead(stage, organisation));
  for (const at of ['hk1', 'yp1'] as const) stage.begin(stage.onDay(-days, 13.2), dispatched(stage, at));
  stage.begin(stage.onDay(-days, 15.5), vendorRuns(stage, 'chuangwei', 'hk1'));
  stage.begin(stage.onDay(1 - days, 15.5), vendorRuns(stage, 'kuaixiu', 'hk1'));
}
