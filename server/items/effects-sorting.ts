import { eq } from 'drizzle-orm';
import { allCustomsRules, allDispositionRules, codeMeaning } from '../../db/queries/items.ts';
import { skus } from '../../db/schema/goods.ts';
import { inspections } from '../../db/schema/items.ts';
import type { Writing } from '../../db/scope.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { customsVerdicts } from '../customs/verdict.ts';
import { startAnswerClock, startMissingClock, stopClocks } from '../entities/clocks.ts';
import { conflict, notFound, unusable } from '../http/problem.ts';
import { itemSentences } from '../words/items.ts';
import { nouns } from '../words/problems.ts';
import { during, type Effect, type StepContext } from '../workflow/effects.ts';
import { canonicalInput, unsigned } from '../workflow/four-eyes.ts';
import type { InputOf } from '../workflow/workflows.ts';
import { doubtsAbout } from './doubts.ts';
import { placeDoubt, placeHold } from './effects-facts.ts';
import type { Item } from './facts.ts';
import { gradeFrom } from './grade.ts';
import { countedMore } from './over-export.ts';
import { recommendDisposition } from './recommend-disposition.ts';
import { carries, serialFrom, twinOf } from './serials.ts';

/** What happens when an exporter does not answer in time: it is kept in quarantine, where nothing is lost. */
export const defaultDisposition = 'QTN';

const axes = ['cosmetic', 'functional', 'complete', 'packaging'] as const;
async function findingsGiven(system: Writing, given: InputOf<'item', 'inspect' | 'passCheck'>) {
  for (const axis of axes) {
    const code = given[axis];
    const [known] = await system.ask(codeMeaning, { list: axis, code });
    if (!known) throw notFound(nouns.code, code);
  }
  const { cosmetic, functional, complete, packaging, battery } = given;
  return { cosmetic, functional, complete, packaging, battery };
}

/** @throws Problem where the units of its product have no serials: what was read is another code on it */
async function mustHaveSerials(system: Writing, { skuId }: Item, seen: string) {
  const sku = skuId === null ? undefined : await system.first(skus, eq(skus.id, skuId));
  if (!sku || sku.serialTracked) return;
  const name = { zh: sku.nameZh, en: sku.nameEn };
  throw unusable([{ path: ['serialSeen'], code: 'serial' }], itemSentences.takesNoSerial(name, seen));
}

/** The serial that an inspection reads on a thing, unless it is another's: then somebody has to look. */
async function serialRead(system: Writing, stepContext: StepContext<Item>, seen: string | null) {
  const { row } = stepContext;
  if (seen === null || carries(row, seen)) return row.serial;
  const doubts = await doubtsAbout(system, row, seen);
  for (const doubt of doubts) await placeDoubt(system, stepContext, doubt);
  const twin = await twinOf(system, row, seen);
  if (row.serial === null && twin)
    await placeDoubt(system, stepContext, { because: 'of another item', expected: twin.code, seen });
  else if (row.quantity > 1) throw conflict('serial_lot', itemSentences.serialisedIsOne);
  else if (row.serial === null) await mustHaveSerials(system, row, seen);
  return row.serial ?? (twin ? null : seen);
}

export const sortingEffects = {
  'grade it': during('item', ['inspect', 'passCheck'], async (system, stepContext) => {
    const { row, input, step, actor, context } = stepContext;
    const found = await findingsGiven(system, input);
    const grade = gradeFrom(found);
    const serialSeen = serialFrom(input.serialSeen);
    const serial = await serialRead(system, stepContext, serialSeen);
    await system.add(inspections, {
      ...found,
      id: context.newId(),
      itemId: row.id,
      warehouseId: row.warehouseId,
      exporterId: row.exporterId,
      kind: step === 'passCheck' ? 'after repair' : 'first',
      serialSeen,
      grade,
      note: input.note ?? null,
      byWhom: actor.id,
      at: context.now,
    });
    const { battery: _, ...graded } = found;
    return { ...graded, grade, serial, wiped: row.wiped || input.wiped === true, ...forgotten };
  }),
  'hold what is dangerous': async (system, stepContext) => {
    if (stepContext.row.grade !== 'H') return {};
    await placeHold(system, stepContext, 'battery', itemSentences.battery.zh);
    return { hazard: true };
  },
  'advise where it goes': async (system, { row, context }) => {
    const customs = customsVerdicts(await system.ask(allCustomsRules, {}), row, shanghaiDate(context.now));
    const { hazard, wish, reason, outcome } = row;
    const ownerKnown = row.exporterId !== null && row.skuId !== null;
    const it = { grade: row.grade ?? 'Q', hazard, wish, reason, outcome, ownerKnown, customs };
    const advice = recommendDisposition(await system.ask(allDispositionRules, {}), it);
    return { advised: advice?.disposition ?? null, advisedBy: advice?.by ?? null };
  },
  'note the decision': during('item', ['decide', 'instruct'], (_system, { input, actor }) => ({
    disposition: input.disposition,
    decidedBy: actor.id,
    decidedReason: input.reason ?? null,
  })),
  'forget the decision': () => forgotten,
  'decide as the default says': () => ({
    disposition: defaultDisposition,
    decidedBy: 'house',
    decidedReason: null,
  }),
  'take back the signature': () => unsigned,
  'note who signed first': (_system, { input, actor, context }) => ({
    ...{
      signedBy: actor.id,
      signedFor: 'destroy',
      signedGiven: canonicalInput(input),
      signedAt: context.now,
    },
  }),
  'sign first': (_system, { step, input, actor, context }) => ({
    ...{ signedBy: actor.id, signedFor: step, signedGiven: canonicalInput(input), signedAt: context.now },
  }),
  // A signature for its destruction stays, whatever else is settled meanwhile.
  'the first signature is used': (_system, { row }) => (row.signedFor === 'destroy' ? {} : unsigned),
  'note the count': during('item', ['recount'], async (system, stepContext) => {
    const { quantity } = stepContext.input;
    await countedMore(system, stepContext, quantity);
    return { quantity };
  }),
  'ask the exporter': async (_system, { row, enqueue }) => {
    await enqueue('item needs instruction', about(row));
    return {};
  },
  'start the clock for the answer': async (system, { row, context }) => {
    await startAnswerClock(system, 'item', row, context);
    return {};
  },
  'start the clock for what is missing': async (system, { row, context }) => {
    await startMissingClock(system, 'item', row, context);
    return {};
  },
  'stop the clocks': async (system, { row, context }) => {
    await stopClocks(system, row.id, context.now);
    return {};
  },
  'tell the exporter': async (_system, { row, step, toState, enqueue }) => {
    if (row.exporterId) await enqueue('item moved on', { ...about(row), step, state: toState });
    return {};
  },
} as const satisfies Record<string, Effect<Item>>;

const forgotten = { disposition: null, decidedBy: null, decidedReason: null };
const about = (row: Item) => ({ item: row.code, organisation: row.exporterId ?? '' });
