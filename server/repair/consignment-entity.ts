import { eq } from 'drizzle-orm';
import { consignmentByCode, inConsignment, linesAway } from '../../db/queries/repair.ts';
import { consignmentLines, consignments } from '../../db/schema/repair.ts';
import { happenedTo, writeJournal } from '../entities/journal.ts';
import { notFound } from '../http/problem.ts';
import { nouns } from '../words/problems.ts';
import { type ConsignmentFacts, consignmentWorkflow } from '../workflow/consignment.ts';
import type { Entity } from '../workflow/engine.ts';

export type Consignment = typeof consignments.$inferSelect;
type ConsignmentEffect = keyof typeof consignmentWorkflow.effects;

export const consignmentEntity: Entity<Consignment, ConsignmentFacts, ConsignmentEffect> = {
  flow: consignmentWorkflow,
  get: async (db, code) => {
    const [consignment] = await db.ask(consignmentByCode, { code });
    if (!consignment) throw notFound(nouns.consignment, code);
    return consignment;
  },
  byId: async (db, id) => {
    const consignment = await db.first(consignments, eq(consignments.id, id));
    if (!consignment) throw notFound(nouns.consignment, id);
    return consignment;
  },
  facts: async (system, { id }) => {
    const [away] = await system.ask(linesAway, { consignmentId: id });
    return { away: away?.n ?? 0 };
  },
  where: async () => null,
  // What is taken out leaves a step and takes its line along: a step counts for two, so that no two versions are equal.
  version: async (system, row) =>
    2 * (await happenedTo(system, row)) +
    (await system.count(consignmentLines, eq(consignmentLines.consignmentId, row.id))),
  effects: {
    'it is in the vendor’s hands': async (system, { row, context, trigger }) => {
      for (const { itemId, line } of await system.ask(inConsignment, { consignmentId: row.id }))
        if (line.backAt === null) await trigger('item', itemId, 'handOver', {});
      return { handedOverAt: context.now };
    },
    'tell the vendor': async (_system, { row, enqueue }) => {
      await enqueue('consignment on its way', { consignment: row.code, organisation: row.vendorId });
      return {};
    },
  },
  write: async (system, stepContext, change) => {
    const { row, toState, context } = stepContext;
    const set = { ...change, state: toState, stateSince: context.now };
    await system.change(consignments, row, set);
    await writeJournal(system, 'consignment', { ...row, exporterId: null }, stepContext);
    return { ...row, ...set };
  },
};
