import { allCustomsRules, allDispositionRules, codeMeaning } from '../../db/queries/items.ts';
import { inspections } from '../../db/schema/items.ts';
import { deadlines } from '../../db/schema/work.ts';
import type { Writing } from '../../db/scope.ts';
import { shanghaiDate } from '../customs/dates.ts';
import { customsVerdicts } from '../customs/verdict.ts';
import { stopClocks } from '../jobs/clocks.ts';
import { conflict, notFound } from '../problem.ts';
import { itemSentences } from '../words/items.ts';
import { nouns } from '../words/problems.ts';
import type { Effect, Order } from '../workflow/engine.ts';
import { inOneOrder, unsigned } from '../workflow/four-eyes.ts';
import { advise } from './advise.ts';
import { placeHold, textOf } from './effects-facts.ts';
import type { Item } from './facts.ts';
import { gradeFrom } from './grade.ts';
import { serialFrom, twinOf } from './serials.ts';

const hours = 3_600_000;
/** An exporter has 72 hours to say what shall happen; then the default does (SLA defaults). */
const timeToAnswer = 72 * hours;
/** What happens when nobody answers: it is kept in quarantine, where nothing is lost. */
export const defaultDisposition = 'QTN';

const axes = ['cosmetic', 'functional', 'complete', 'packaging'] as const;
async function findingsGiven(house: Writing, given: Order<Item>['given']) {
  const found = Object.fromEntries(axes.map((axis) => [axis, String(given[axis])]));
  for (const axis of axes) {
    const code = String(given[axis]);
    const [known] = await house.ask(codeMeaning, { list: axis, code });
    if (!known) throw notFound(nouns.code, code);
  }
  const { cosmetic = '', functional = '', complete = '', packaging = '' } = found;
  return { cosmetic, functional, complete, packaging, battery: String(given.battery) };
}

/** The serial that an inspection reads on a thing, unless it is another's: then somebody has to look. */
async function serialRead(house: Writing, order: Order<Item>, seen: string | null) {
  const { row } = order;
  if (seen === null || seen === row.serial) return row.serial;
  const differs = row.serial && itemSentences.serialDiffers(row.serial, seen);
  const twin = await twinOf(house, row, seen);
  const doubt = differs ?? (twin && itemSentences.serialKnown(twin.code));
  if (doubt) await placeHold(house, order, 'identity', doubt.zh);
  else if (row.quantity > 1) throw conflict('serial_lot', itemSentences.serialisedIsOne);
  return row.serial ?? (doubt ? null : seen);
}

export const sortingEffects = {
  'grade it': async (house, order) => {
    const { row, given, step, actor, moment } = order;
    const found = await findingsGiven(house, given);
    const grade = gradeFrom(found);
    const serialSeen = serialFrom(given.serialSeen);
    const serial = await serialRead(house, order, serialSeen);
    await house.add(inspections, {
      ...found,
      id: moment.newId(),
      itemId: row.id,
      warehouseId: row.warehouseId,
      exporterId: row.exporterId,
      kind: step === 'passCheck' ? 'after repair' : 'first',
      serialSeen,
      grade,
      note: textOf(given.note),
      byWhom: actor.id,
      at: moment.now,
    });
    const { battery: _, ...graded } = found;
    return { ...graded, grade, serial, wiped: row.wiped || given.wiped === true, ...forgotten };
  },
  'hold what is dangerous': async (house, order) => {
    if (order.row.grade !== 'H') return {};
    await placeHold(house, order, 'battery', itemSentences.battery.zh);
    return { hazard: true };
  },
  'advise where it goes': async (house, { row, moment }) => {
    const customs = customsVerdicts(await house.ask(allCustomsRules, {}), row, shanghaiDate(moment.now));
    const { hazard, wish, reason, outcome } = row;
    const ownerKnown = row.exporterId !== null && row.skuId !== null;
    const it = { grade: row.grade ?? 'Q', hazard, wish, reason, outcome, ownerKnown, customs };
    const advice = advise(await house.ask(allDispositionRules, {}), it);
    return { advised: advice?.disposition ?? null, advisedBy: advice?.by ?? null };
  },
  'note the decision': (_house, { given, actor }) => ({
    disposition: String(given.disposition),
    decidedBy: actor.id,
    decidedReason: textOf(given.reason),
  }),
  'forget the decision': () => forgotten,
  'decide as the default says': () => ({
    disposition: defaultDisposition,
    decidedBy: 'house',
    decidedReason: null,
  }),
  'take back the signature': () => unsigned,
  'note who signed first': (_house, { actor, moment }) => ({
    ...{ signedBy: actor.id, signedFor: 'destroy', signedGiven: null, signedAt: moment.now },
  }),
  'sign first': (_house, { step, given, actor, moment }) => ({
    ...{ signedBy: actor.id, signedFor: step, signedGiven: inOneOrder(given), signedAt: moment.now },
  }),
  // A signature for its destruction stays, whatever else is settled meanwhile.
  'the first signature is used': (_house, { row }) => (row.signedFor === 'destroy' ? {} : unsigned),
  'note the count': (_house, { given }) => ({ quantity: Number(given.quantity) }),
  'ask the exporter': async (_house, { row, later }) => {
    await later('item needs instruction', about(row));
    return {};
  },
  'start the clock for the answer': async (house, { row, moment }) => {
    await house.add(deadlines, {
      id: moment.newId(),
      noun: 'item',
      subjectId: row.id,
      code: row.code,
      step: 'expire',
      dueAt: new Date(moment.now.getTime() + timeToAnswer),
    });
    return {};
  },
  'stop the clocks': async (house, { row, moment }) => {
    await stopClocks(house, row.id, moment.now);
    return {};
  },
  'tell the exporter': async (_house, { row, step, toState, later }) => {
    if (row.exporterId) await later('item moved on', { ...about(row), step, state: toState });
    return {};
  },
} as const satisfies Record<string, Effect<Item>>;

const forgotten = { disposition: null, decidedBy: null, decidedReason: null };
const about = (row: Item) => ({ item: row.code, organisation: row.exporterId ?? '' });
