import type { Choice, Question } from '../questions.ts';
import { facts } from '../words/facts.ts';
import { sku } from '../words/sku.ts';

const ask = (name: Parameters<typeof sku.both>[0], kind: string, more: Partial<Question> = {}): Question => ({
  name,
  kind,
  label: sku.both(name),
  required: true,
  ...more,
});
const maybe = { required: false } as const;

export const skuBatteries: readonly Choice[] = [
  { value: 'none', ...facts.both('battery.none') },
  { value: 'ion in equipment', ...facts.both('battery.inEquipment') },
  { value: 'ion with equipment', ...facts.both('battery.withEquipment') },
  { value: 'ion alone', ...facts.both('battery.alone') },
  { value: 'metal', ...facts.both('battery.metal') },
];

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
  ask('holdsData', 'yes or no'),
];

/** An exporter states values in yuan and is not asked in which currency. */
export const skuQuestionsInYuan: readonly Question[] = skuQuestions
  .filter(({ name }) => name !== 'currency')
  .map((one) => (one.name === 'valueMinor' ? { ...one, label: sku.both('valueInYuan') } : one));
