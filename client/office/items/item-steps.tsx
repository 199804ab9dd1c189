import { useReply } from '../../shared/desk/replies.ts';
import { StepButtons } from '../../shared/desk/step-buttons.tsx';
import { onlyWhatStands } from '../../shared/lifting.ts';
import { type Answers, type ChoiceLists, isA, type OpenStep, type Question } from '../../shared/questions.ts';
import { useExporters, useOpenShipments, useStepLists } from '../choices.ts';
import { useTakeStep } from '../steps.ts';
import type { Item } from './item-page.tsx';

/** The steps that are open, as buttons; the one that takes back the last step stands at the end. */
export function ItemSteps({ item }: { readonly item: Item }) {
  const take = useTakeStep('POST /api/v1/items/:code/steps', item.code);
  const lists = useListsFor(item);
  const exporters = useExporters();
  const known =
    item.exporter === null
      ? exporters.map(({ value, label }) => ({ value, zh: label, en: label }))
      : undefined;
  const asked = item.openSteps
    // Photos are added beside the photos, a signature is taken back where it is shown.
    .filter((step) => !isA(step, 'photo') && !isA(step, 'withdrawal'))
    .map((step) => ({ ...step, fields: step.fields.map((field) => better(field, known)) }))
    .map((step) => onlyWhatStands(step, item.holds, lists));
  return (
    <StepButtons
      steps={asked}
      lists={lists}
      initial={(step) => filledIn(step, item)}
      onStep={take}
      undo={item.undo}
    />
  );
}

/** Dates are picked, and an exporter is chosen rather than typed. */
function better(field: Question, exporters: Question['choices']): Question {
  if (field.name === 'exportDate' || field.name === 'releaseDate') return { ...field, kind: 'date' };
  if (field.name === 'exporter' && exporters?.length) return { ...field, choices: exporters };
  return field;
}

function useListsFor(item: Item): ChoiceLists {
  const lists = useStepLists();
  const shipment = useOpenShipments(item.exporter?.code, item.openSteps);
  const asksPlace = item.openSteps.some((step) => isA(step, 'placing'));
  const { data } = useReply('GET /api/v1/items/:code/places', { code: item.code }, { enabled: asksPlace });
  const location = (data?.places ?? []).map(({ code, why }) => ({
    value: code,
    zh: `${code} · ${why.zh}`,
    en: `${code} · ${why.en}`,
  }));
  return { ...lists, shipment, location };
}

/** What is known already need not be typed again. */
function filledIn(step: OpenStep, item: Item): Answers {
  const known: Answers = {
    disposition: item.disposition ?? item.advised,
    quantity: isA(step, 'receipt') ? item.quantity : undefined,
    serial: item.serial,
    customsStatus: item.customs.status,
    exportDate: item.customs.exportDate,
    releaseDate: item.customs.releaseDate,
    shipment: item.shipment?.code,
    kind: isA(step, 'lifting') ? item.holds[0]?.kind : undefined,
    wiped: item.wiped || undefined,
  };
  return Object.fromEntries(step.fields.map(({ name }) => [name, known[name] ?? undefined]));
}
