import { choicesOf, type OpenStep } from '../shared/questions.ts';
import { useSay, useWords } from '../shared/use-words.ts';
import { floorLater } from '../shared/words/floor-later.ts';
import { handheld } from '../shared/words/handheld.ts';
import { useCatalogue } from './catalogue.ts';
import { type Item, ItemLine } from './item-card.tsx';
import type { OnStep } from './open-steps.tsx';
import { PrimaryButton, SideButton } from './parts.tsx';
import { type Row, Rows } from './rows.tsx';
import { Sheet } from './sheet.tsx';

/** What the second of two signs: which thing, what becomes of it, who signed first and why. */
export function ConfirmSheet({
  item,
  step,
  onStep,
  onClose,
}: {
  readonly item: Item;
  readonly step: OpenStep;
  readonly onStep: OnStep;
  readonly onClose: () => void;
}) {
  const t = useWords(floorLater);
  const h = useWords(handheld);
  const say = useSay();
  const { lists } = useCatalogue();
  const { signature } = item;
  if (!signature) return null;
  const { given, before, reason, by } = signature;
  const worded = (name: string, value: unknown) => {
    const field = step.fields.find((one) => one.name === name);
    const choice = field && choicesOf(field, lists)?.find((one) => one.value === value);
    return choice ? say(choice) : value === null ? '—' : String(value);
  };
  const rows = Object.entries(given).flatMap(([name, value]): Row[] => {
    const field = step.fields.find((one) => one.name === name);
    if (!field || name === 'reason') return [];
    const was = name in before ? `${worded(name, before[name])} → ` : '';
    return [{ id: name, title: say(field.label), end: `${was}${worded(name, value)}` }];
  });
  const where = item.location ? [{ id: 'at', title: h('item.at'), end: item.location.code }] : [];
  const who = { id: 'by', title: t('signing.first'), quiet: by };
  const why = reason === null ? [] : [{ id: 'why', title: t('signing.reason'), quiet: reason }];
  return (
    <Sheet title={h('item.confirm', { step: say(signature.button) })} onClose={onClose}>
      <ItemLine item={item} />
      <Rows rows={[...where, ...rows, who, ...why]} />
      <PrimaryButton
        tone="warning"
        onClick={() => {
          onClose();
          onStep(step, given as Parameters<OnStep>[1]);
        }}
      >
        {t('signing.sign')}
      </PrimaryButton>
      <SideButton onClick={onClose}>{t('signing.leave')}</SideButton>
    </Sheet>
  );
}
