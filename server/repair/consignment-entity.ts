import { eq } from 'drizzle-orm';
import { consignmentByCode, inConsignment, linesAway } from '../../db/queries/repair.ts';
import { consignmentLines, consignments } from '../../db/schema/repair.ts';
import type { Scoped } from '../../db/scope.ts';
import { systemViewer } from '../../db/seen-by.ts';
import type { TaskKind } from '../entities/background-tasks.ts';
import { followers, nextFollowers } from '../entities/followers.ts';
import { happenedTo, writeJournal } from '../entities/journal.ts';
import { notFound } from '../http/problem.ts';
import { nouns } from '../words/problems.ts';
import { type ConsignmentFacts, consignmentWorkflow } from '../workflow/consignment.ts';
import type { Entity } from '../workflow/engine.ts';

export type Consignment = typeof consignments.$inferSelect;
type ConsignmentEffect = keyof typeof consignmentWorkflow.effects;

/** The items in it that are not in the vendor's hands yet. */
const itemsBefore = async (system: Scoped, consignmentId: string): Promise<string[]> =>
  (await system.ask(inConsignment, { consignmentId }))
    .filter(({ line, custody }) => line.backAt === null && custody !== 'vendor')
    .map(({ itemId }) => itemId);

/** A large consignment: its items follow its handing over. */
export const consignmentTask: TaskKind = {
  viewer: () => systemViewer,
  piece: async (tx, piece) => {
    const { id } = piece.task;
    const items = await itemsBefore(tx, id);
    const { left, ...progress } = await nextFollowers(tx, piece, { step: 'handOver', items });
    await tx.change(consignments, { id }, { piecesLeft: left });
    return progress;
  },
  refused: async (_tx, _piece, why) => {
    throw why;
  },
  about: async (system, { id }) => ({
    consignment: (await system.first(consignments, eq(consignments.id, id)))?.code ?? '',
  }),
};

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
    'it is in the vendor’s hands': async (system, stepContext) => {
      const items = await itemsBefore(system, stepContext.row.id);
      const whose = { kind: 'consignment', exporterId: 'hub' } as const;
      const left = await followers(system, stepContext, whose, { step: 'handOver', items });
      return { ...left, handedOverAt: stepContext.context.now };
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
