import { eq } from 'drizzle-orm';
import { consignmentByCode, inConsignment, linesAway } from '../../db/queries/repair.ts';
import { consignments } from '../../db/schema/repair.ts';
import { note } from '../journal.ts';
import { notFound } from '../problem.ts';
import { nouns } from '../words/problems.ts';
import { type ConsignmentFacts, consignmentWorkflow } from '../workflow/consignment.ts';
import type { Noun } from '../workflow/engine.ts';

export type Consignment = typeof consignments.$inferSelect;
type ConsignmentEffect = (typeof consignmentWorkflow.effects)[number];

export const consignmentNoun: Noun<Consignment, ConsignmentFacts, ConsignmentEffect> = {
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
  facts: async (house, { id }) => {
    const [away] = await house.ask(linesAway, { consignmentId: id });
    return { away: away?.n ?? 0 };
  },
  where: async () => null,
  effects: {
    'it is in the vendor’s hands': async (house, { row, moment, also }) => {
      for (const { itemId, line } of await house.ask(inConsignment, { consignmentId: row.id }))
        if (line.backAt === null) await also('item', itemId, 'handOver');
      return { handedOverAt: moment.now };
    },
    'tell the vendor': async (_house, { row, later }) => {
      await later('consignment on its way', { consignment: row.code, organisation: row.vendorId });
      return {};
    },
  },
  write: async (house, order, change) => {
    const { row, toState, moment } = order;
    const set = { ...change, state: toState, stateSince: moment.now };
    await house.change(consignments, row, set);
    await note(house, 'consignment', { ...row, exporterId: null }, order);
    return { ...row, ...set };
  },
};
