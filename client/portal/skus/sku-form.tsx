import { useSend } from '../../shared/desk/replies.ts';
import { newSku, skuQuestionsInYuan as questions } from '../../shared/desk/sku-questions.ts';
import { StepForm } from '../../shared/desk/step-form.tsx';
import type { Answers, Question } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';
import type { Sku } from './skus-page.tsx';

const ask = (name: 'code' | 'active', kind: string): Question => ({
  name,
  kind,
  required: true,
  label: portal.both(`skus.ask.${name}`),
});
const mayBeCleared = questions.filter(({ required }) => !required);

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
      const cleared = Object.fromEntries(mayBeCleared.map(({ name }) => [name, answers[name] ?? null]));
      await change.mutateAsync({ ...answers, ...cleared, code: sku.code, scanId } as never);
    }
    onDone();
  };
  const initial: Answers = sku
    ? (Object.fromEntries(
        [...questions.map(({ name }) => name), 'active'].map((name) => [name, sku[name as keyof Sku]]),
      ) as Answers)
    : newSku;
  const first = sku ? [] : [ask('code', 'code')];
  const last = sku ? [ask('active', 'yes or no')] : [];
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
