import { useSend } from '../../shared/desk/replies.ts';
import { StepForm } from '../../shared/desk/step-form.tsx';
import type { Answers, Choice, Question } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useWords } from '../../shared/use-words.ts';
import { facts } from '../../shared/words/facts.ts';
import { portal } from '../../shared/words/portal.ts';
import type { Sku } from './skus-page.tsx';

const both = (key: Parameters<typeof portal.both>[0]) => portal.both(key as 'skus.code');
const battery = (value: string, key: 'none' | 'inEquipment' | 'withEquipment' | 'alone') => ({
  value,
  ...facts.both(`battery.${key}`),
});
const batteries: readonly Choice[] = [
  battery('none', 'none'),
  battery('ion in equipment', 'inEquipment'),
  battery('ion with equipment', 'withEquipment'),
  battery('ion alone', 'alone'),
  { value: 'metal', ...facts.both('battery.metal') },
];
const ask = (name: string, kind: string, required: boolean, more: Partial<Question> = {}): Question => ({
  name,
  kind,
  required,
  label: both(`skus.ask.${name}` as 'skus.code'),
  ...more,
});
const questions: readonly Question[] = [
  ask('nameZh', 'text', true),
  ask('nameEn', 'text', true),
  ask('category', 'text', true),
  ask('valueMinor', 'money', true),
  ask('weightGrams', 'number', true),
  ask('gtin', 'code', false),
  ask('hsCode', 'code', false),
  ask('battery', 'choice', true, { choices: batteries }),
  ask('batteryWh', 'text', false),
  ask('serialTracked', 'yes or no', true),
  ask('holdsData', 'yes or no', true),
];
const mayBeCleared = ['gtin', 'hsCode', 'batteryWh'] as const;

/** A new SKU, or another word about one that is there. */
export function SkuForm({
  sku,
  onDone,
  onClose,
}: {
  readonly sku?: Sku;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const t = useWords(portal);
  const add = useSend('POST /api/v1/skus');
  const change = useSend('PATCH /api/v1/skus/:code');
  const keep = async (answers: Answers) => {
    const scanId = newScanId();
    // The questions above are the fields of these routes; only the server can say whether the answers fit.
    if (!sku) await add.mutateAsync({ ...answers, scanId } as never);
    else {
      const cleared = Object.fromEntries(mayBeCleared.map((name) => [name, answers[name] ?? null]));
      await change.mutateAsync({ ...answers, ...cleared, code: sku.code, scanId } as never);
    }
    onDone();
  };
  const initial: Answers = sku
    ? (Object.fromEntries(
        [...questions.map(({ name }) => name), 'active'].map((name) => [name, sku[name as keyof Sku]]),
      ) as Answers)
    : { battery: 'none', serialTracked: false, holdsData: false };
  const first = sku ? [] : [ask('code', 'code', true)];
  const last = sku ? [ask('active', 'yes or no', true)] : [];
  return (
    <StepForm
      title={sku ? t('skus.editOne', { code: sku.code }) : t('skus.add')}
      questions={[...first, ...questions, ...last]}
      initial={initial}
      onDone={keep}
      onClose={onClose}
    />
  );
}
