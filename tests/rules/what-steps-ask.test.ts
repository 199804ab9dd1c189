import { expect, test } from 'vitest';
import { firstCodes } from '../../db/seed/catalogue.ts';
import { entities } from '../../server/registry.ts';
import { type Field, fieldsOf } from '../../server/workflow/fields.ts';
import { itemWorkflow } from '../../server/workflow/item.ts';
import { ticketWorkflow } from '../../server/workflow/ticket.ts';

/** What each step asks, in this order; ? is what may be left out. All other steps ask nothing: one scan is enough. */
const asked = {
  item: {
    receive: 'location quantity? serial? imei2? exception? note?',
    'reportMissing giveUp': 'note?',
    identify: 'exporter sku serial? reason',
    pack: 'shipment? quantity?',
    inspect: 'battery cosmetic functional complete packaging serialSeen? wiped? note?',
    'decide instruct': 'disposition reason?',
    askExporter: 'note?',
    'putAway move find': 'location',
    takeBack: 'location serial? otherUnit?',
    startRepair: 'fault location?',
    handToVendor: 'vendor fault',
    passCheck: 'battery cosmetic functional complete packaging serialSeen? wiped? note?',
    'failCheck reportLost signDestruction': 'reason',
    reserve: 'shipment replaces?',
    pick: 'shipment? quantity?',
    putBack: 'location?',
    comeBack: 'location note?',
    recount: 'quantity reason',
    destroy: 'note?',
    split: 'quantity',
    wipe: 'wipeMethod',
    hold: 'kind note?',
    liftHold: 'kind doubt? reason',
    correct: 'serial? imei2? customsStatus? exportDate? releaseDate? reason',
  },
  parcel: { describe: 'waybill? seal? grams? note?', 'link unlink': 'order' },
  returnOrder: {
    'approve cancel': 'note?',
    reject: 'note',
    citeAnew: 'line salesOrder orderLine?',
    correctExport: 'line salesOrder orderLine? note',
  },
  ticket: {
    'takeIn approve waitForParts': 'note?',
    diagnose: 'diagnosis',
    quote: 'labour parts note?',
    decline: 'decision note?',
    'finish giveBack': 'outcome workDone',
    noFault: 'workDone',
  },
  consignment: {},
  shipment: {
    close: 'cartons? weight?',
    handOver: 'carrier waybill',
    correctWaybill: 'carrier waybill reason',
  },
} satisfies Record<keyof typeof entities, Record<string, string>>;

const entityNames = Object.keys(asked) as (keyof typeof entities)[];
const fieldsIn = (entity: keyof typeof entities) =>
  Object.entries(entities[entity].flow.steps).map(([step, { asks }]) => [step, fieldsOf(asks)] as const);
const everyField = entityNames.flatMap((entity) => fieldsIn(entity).flatMap(([, fields]) => fields));

test.each(entityNames)('each step of a %s asks what the work needs, and no more', (entity) => {
  const wanted = new Map(
    Object.entries(asked[entity]).flatMap(([steps, fields]) =>
      steps.split(' ').map((step) => [step, fields]),
    ),
  );
  const found = fieldsIn(entity).map(([step, fields]) => [
    step,
    fields.map(({ name, required }) => `${name}${required ? '' : '?'}`).join(' '),
  ]);
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(found.map(([step = '']) => [step, wanted.get(step) ?? ''])),
  );
  expect(found.map(([step]) => step)).toEqual(expect.arrayContaining([...wanted.keys()]));
});

test('the same question is asked in the same way wherever it is asked', () => {
  const kinds: Partial<Record<Field['kind'], string>> = {
    location: 'location',
    count: 'quantity cartons grams line orderLine',
    weight: 'weight',
    money: 'labour parts',
    code: 'exception disposition cosmetic functional complete packaging kind customsStatus outcome',
    choice: 'battery decision doubt wipeMethod',
    'yes or no': 'wiped otherUnit',
    vendor: 'vendor',
    shipment: 'shipment',
    text: 'exporter sku seal order salesOrder replaces exportDate releaseDate carrier',
    serial: 'serial serialSeen imei2',
    waybill: 'waybill',
    'long text': 'note reason fault diagnosis workDone',
  };
  const kindOf = new Map(
    Object.entries(kinds).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind])),
  );
  for (const { name, kind } of everyField) expect([name, kind]).toEqual([name, kindOf.get(name)]);
});

test('a code is chosen from the list that it is of, by what it means where only some will do', () => {
  const lists: Readonly<Record<string, string>> = { kind: 'hold', customsStatus: 'customs status' };
  const known = new Set<string>(firstCodes.map(({ list }) => list));
  for (const { name, kind, list } of everyField.filter(({ kind }) => kind === 'code')) {
    expect([kind, list]).toEqual(['code', lists[name] ?? name]);
    expect(known).toContain(list);
  }
  const means = (step: 'finish' | 'giveBack') =>
    fieldsOf(ticketWorkflow.steps[step].asks).find(({ name }) => name === 'outcome')?.means;
  expect([means('finish'), means('giveBack')]).toEqual([['repaired'], ['failed', 'declined']]);
});

test('every question has words of its own within its step, in both languages', () => {
  for (const entity of entityNames)
    for (const [step, fields] of fieldsIn(entity)) {
      const labels = fields.map(({ label }) => label);
      for (const language of ['zh', 'en'] as const)
        expect(new Set(labels.map((label) => label[language])).size, step).toBe(fields.length);
      const offered = fields.flatMap(({ choices }) => choices ?? []);
      for (const { zh, en } of offered) {
        expect(zh).toMatch(/[\u4e00-\u9fff]/);
        expect(en).toMatch(/^[A-Z][a-z ,]+/);
      }
    }
});

test('an inspection says of a battery whether there is one and what it is like; a refused estimate says what then', () => {
  const offered = (fields: readonly Field[], wanted: string) =>
    fields.find(({ name }) => name === wanted)?.choices?.map(({ value }) => value);
  for (const step of ['inspect', 'passCheck'] as const)
    expect(offered(fieldsOf(itemWorkflow.steps[step].asks), 'battery')).toEqual([
      ...['none', 'good', 'unknown', 'damaged'],
    ]);
  // Catalogue D8: E3 declined, return unrepaired; E4 declined, dispose or resell.
  expect(offered(fieldsOf(ticketWorkflow.steps.decline.asks), 'decision')).toEqual(['E3', 'E4']);
});
