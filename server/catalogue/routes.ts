import { z } from 'zod';
import { allCodes } from '../../db/queries/master-data.ts';
import type { Scoped } from '../../db/scope.ts';
import { route } from '../http/route.ts';
import { State, Words } from '../http/shapes.ts';
import { mayBeWished } from '../workflow/item-questions.ts';
import { isOverIn, type StateFacts } from '../workflow/workflow.ts';
import { workflows } from '../workflow/workflows.ts';

const Code = Words.extend({
  code: z.string(),
  meaning: z.string().nullable(),
  /** Of a disposition, that whoever announces goods may wish for it. */
  mayBeWished: z.literal(true).optional(),
});
const EntityWords = z.object({
  name: Words,
  phases: z.record(z.string(), Words.extend({ ended: z.literal(true).optional() })),
  states: z.array(State.extend({ description: z.string() })),
  steps: z.array(Words.extend({ id: z.string() })),
});
const Catalogue = z.object({
  codes: z.record(z.string(), z.array(Code)),
  entities: z.record(z.string(), EntityWords),
});

const inWords: z.input<typeof Catalogue>['entities'] = Object.fromEntries(
  Object.entries(workflows).map(([entity, flow]) => [
    entity,
    {
      name: flow.name,
      phases: Object.fromEntries(
        Object.entries<z.input<typeof Words>>(flow.phases).map(([id, words]) => [
          id,
          isOverIn(flow, id) ? { ...words, ended: true } : words,
        ]),
      ),
      states: Object.entries<StateFacts & { description: string }>(flow.states).map(
        ([id, { type, ...state }]) => ({ id, ...state, ...(type ? { ended: true } : {}) }),
      ),
      steps: Object.entries(flow.steps).map(([id, { button }]) => ({ id, ...button })),
    },
  ]),
);

async function catalogue(db: Scoped): Promise<z.input<typeof Catalogue>> {
  const codes: Record<string, z.input<typeof Code>[]> = {};
  for (const { list, ...row } of await db.ask(allCodes, {})) {
    codes[list] ??= [];
    codes[list].push(
      list === 'disposition' && mayBeWished(row.meaning) ? { ...row, mayBeWished: true } : row,
    );
  }
  return { codes, entities: inWords };
}

export const catalogueRoutes = [
  route('GET /api/v1/catalogue', {
    summary: 'Every code of the house and every state and step of its workflows, in both languages.',
    needs: 'nobody in particular',
    keysToo: true,
    input: z.strictObject({}),
    reply: Catalogue,
    handle: ({ db }) => catalogue(db),
  }),
];
