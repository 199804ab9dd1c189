import { Button } from 'antd';
import type { Exported, ExportedLineShown } from '../../shared/desk/exported/exported-order.tsx';
import { useMessage } from '../../shared/desk/messages.tsx';
import { useSend } from '../../shared/desk/replies.ts';
import { StepForm } from '../../shared/desk/step-form.tsx';
import type { Answers, Question } from '../../shared/questions.ts';
import { newScanId } from '../../shared/scan-id.ts';
import { useMay } from '../../shared/signed-in.tsx';
import { useWords } from '../../shared/use-words.ts';
import { exportCorrection } from '../../shared/words/office/export-correction.ts';
import { useEditing } from '../settings/record-form.tsx';

const asked = ['quantity', 'exportDocument', 'exportLine', 'exportDate', 'releaseDate'] as const;
const kindOf = { quantity: 'count', exportLine: 'count', exportDate: 'date', releaseDate: 'date' } as const;
const questions: readonly Question[] = [
  ...asked.map((name) => ({
    ...{ name, label: exportCorrection.both(name), required: name === 'quantity' },
    kind: name === 'exportDocument' ? 'line' : kindOf[name],
  })),
  { name: 'because', kind: 'text', label: exportCorrection.both('because'), required: true },
];

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
  const { exported: quantity, exportDocument, exportLine, exportDate, releaseDate } = line;
  const before: Answers = { quantity, exportDocument, exportLine, exportDate, releaseDate };
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
