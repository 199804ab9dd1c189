import { Button } from 'antd';
import { useCatalogue } from '../../shared/desk/catalogue.ts';
import { useCountries } from '../../shared/desk/country.ts';
import type { Exported, ExportedLineShown } from '../../shared/desk/exported/exported-order.tsx';
import { useMessage } from '../../shared/desk/messages.tsx';
import { useSend } from '../../shared/desk/replies.ts';
import { StepForm } from '../../shared/desk/step-form.tsx';
import type { Answers, Question } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useMay } from '../../shared/signed-in.tsx';
import { useWords } from '../../shared/use-words.ts';
import { exportCorrection } from '../../shared/words/office/export-correction.ts';
import { chosen, maybe, question, useEditing } from '../settings/record-form.tsx';

const ofLine = [
  'quantity',
  'exportDocument',
  'exportLine',
  'exportMode',
  'exportDate',
  'releaseDate',
] as const;
const asked = [...ofLine, 'country'] as const;
const words = exportCorrection.both;

/** What may be said otherwise of a line, and of its order the country. */
function useQuestions(): readonly Question[] {
  const { codes } = useCatalogue();
  const modes = (codes.mode ?? []).map(({ code, zh, en }) => ({ value: code, zh, en }));
  const countries = useCountries().map(({ value, label }) => ({ value, zh: label, en: label }));
  return [
    question('quantity', 'count', words('quantity')),
    maybe('exportDocument', 'line', words('exportDocument')),
    maybe('exportLine', 'count', words('exportLine')),
    chosen('exportMode', words('exportMode'), modes, false),
    maybe('exportDate', 'date', words('exportDate')),
    maybe('releaseDate', 'date', words('releaseDate')),
    chosen('country', words('country'), countries, false),
    question('because', 'text', words('because')),
  ];
}

/** What corrects a line that returns cite, as its exporter cannot any more: the button of each, and the form of the one that is open. */
export function useLineCorrection() {
  const t = useWords(exportCorrection);
  const may = useMay()('returns.review');
  const { editing, change, close } = useEditing<ExportedLineShown>();
  return {
    button: may
      ? (line: ExportedLineShown) => (
          <Button size="small" aria-label={t('correctThis', { n: line.number })} onClick={() => change(line)}>
            {t('correct')}
          </Button>
        )
      : undefined,
    form: (order: Exported) =>
      editing?.row && <CorrectionForm order={order} line={editing.row} onClose={close} />,
  };
}

function CorrectionForm({
  order,
  line,
  onClose,
}: {
  readonly order: Exported;
  readonly line: ExportedLineShown;
  readonly onClose: () => void;
}) {
  const t = useWords(exportCorrection);
  const message = useMessage();
  const { mutateAsync } = useSend('POST /api/v1/exported-orders/:id/correction');
  const questions = useQuestions();
  const { exported: quantity, exportDocument, exportLine, exportMode, exportDate, releaseDate } = line;
  const before: Answers = {
    ...{ quantity, exportDocument, exportLine, exportMode, exportDate, releaseDate },
    country: order.country,
  };
  return (
    <StepForm
      title={t('correctThis', { n: line.number })}
      about={<p>{t('about', { sku: line.sku, taken: line.back + line.onTheWay })}</p>}
      questions={questions}
      initial={before}
      onDone={async ({ because, ...answers }) => {
        const changed = asked.filter((name) => answers[name] && answers[name] !== before[name]);
        await mutateAsync({
          ...{ scanId: newScanId(), id: order.id, line: line.number, because: String(because) },
          ...Object.fromEntries(changed.map((name) => [name, answers[name]])),
        });
        message.success(t('done'));
        onClose();
      }}
      onClose={onClose}
    />
  );
}
