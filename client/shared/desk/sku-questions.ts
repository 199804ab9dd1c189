import type { Reply } from '../api.ts';
import type { Answers, Choice, Question } from '../questions.ts';
import { facts } from '../words/facts.ts';
import { sku } from '../words/sku.ts';

type Name = keyof typeof sku.zh;
const ask = (name: Name, kind: string, more: Partial<Question> = {}): Question => ({
  name,
  kind,
  label: sku.both(name),
  required: true,
  ...more,
});
const maybe = { required: false } as const;

/** With which battery a product comes, by the name that it has among the words of facts. */
export const batteryKinds = {
  none: 'none',
  'ion in equipment': 'inEquipment',
  'ion with equipment': 'withEquipment',
  'ion alone': 'alone',
  metal: 'metal',
} as const;
export const skuBatteries: readonly Choice[] = Object.entries(batteryKinds).map(([value, name]) => ({
  value,
  ...facts.both(`battery.${name}`),
}));

/** What both forms of a SKU ask, the office's and the exporter's: the fields that `server/skus` takes. */
export const skuQuestions: readonly Question[] = [
  ask('nameZh', 'text'),
  ask('nameEn', 'text'),
  ask('category', 'text'),
  ask('gtin', 'code', maybe),
  ask('hsCode', 'code', maybe),
  ask('valueMinor', 'money'),
  ask('currency', 'code'),
  ask('weightGrams', 'number'),
  ask('battery', 'choice', { choices: skuBatteries }),
  ask('batteryWh', 'code', maybe),
  ask('serialTracked', 'yes or no'),
  ask('serialPattern', 'code', maybe),
  ask('holdsData', 'yes or no'),
];

/** What a new one begins with. */
export const newSku: Answers = { currency: 'CNY', battery: 'none', serialTracked: false, holdsData: false };

type SkuOfItem = NonNullable<Reply<'GET /api/v1/items/:code'>['sku']>;
/** What the page of an item tells of its SKU beside code and name: of the fields that come with the item. */
export const skuFacts: readonly (Name & keyof SkuOfItem)[] = ['battery', 'serialPattern'];

/** An exporter states values in yuan and is not asked in which currency. */
export const skuQuestionsInYuan: readonly Question[] = skuQuestions
  .filter(({ name }) => name !== 'currency')
  .map((one) => (one.name === 'valueMinor' ? { ...one, label: sku.both('valueInYuan') } : one));
