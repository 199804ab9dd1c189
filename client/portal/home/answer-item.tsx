import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import type { Reply } from '../../shared/api.ts';
import { useCatalogue } from '../../shared/desk/catalogue.ts';
import { FailureAlert } from '../../shared/desk/failure-alert.tsx';
import { useStep } from '../../shared/desk/replies.ts';
import { type OpenStep, stepInput } from '../../shared/questions.ts';
import { useSay, useWords } from '../../shared/use-words.ts';
import { portal } from '../../shared/words/portal.ts';

const stepsOfItem = 'POST /api/v1/items/:code/steps';
/** What is asked for most, and explained in a sentence; the rest of the catalogue is one press away. */
const usual = Object.keys(portal.zh.ways) as (keyof typeof portal.zh.ways)[];

/** Asks what shall happen to an item: one way out of a few, said plainly. */
export function AnswerItem({
  item,
  step,
  onDone,
  onClose,
}: {
  readonly item: Reply<'GET /api/v1/items/:code'>;
  readonly step: OpenStep;
  readonly onDone: (way: string) => void;
  readonly onClose: () => void;
}) {
  const t = useWords(portal);
  const [way, setWay] = useState<string>();
  const [note, setNote] = useState('');
  const send = useStep(stepsOfItem);
  const noteId = useId();
  const answer = async () => {
    if (!way) return;
    const reason = note.trim() || undefined;
    const asked = stepInput<typeof stepsOfItem>(item.code, step, { disposition: way, reason });
    await send.mutateAsync(asked).then(
      () => onDone(way),
      () => {},
    );
  };
  return (
    <Modal
      open
      width={640}
      title={t('decide.itemQuestion')}
      okText={t('decide.confirm')}
      okButtonProps={{ disabled: !way }}
      confirmLoading={send.isPending}
      onOk={() => void answer()}
      onCancel={onClose}
      destroyOnHidden
    >
      <Ways step={step} chosen={way} choose={setWay} advised={item.advised} wish={item.wish} />
      <label htmlFor={noteId} className="field-name">
        {t('decide.note')}
      </label>
      <Input.TextArea
        id={noteId}
        rows={2}
        maxLength={500}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      {send.error && <FailureAlert failure={send.error} />}
    </Modal>
  );
}

function Ways({
  step,
  chosen,
  choose,
  advised,
  wish,
}: {
  readonly step: OpenStep;
  readonly chosen: string | undefined;
  readonly choose: (way: string) => void;
  readonly advised: string | null;
  readonly wish: string | null;
}) {
  const t = useWords(portal);
  const say = useSay();
  const [all, setAll] = useState(false);
  const asked = step.fields.find(({ list }) => list === 'disposition');
  const means = new Set(asked?.means);
  // Ends that are for the exporter to choose. The others are for the warehouse.
  const offered = (useCatalogue().codes.disposition ?? []).filter(({ meaning }) => means.has(meaning ?? ''));
  const name = useId();
  const isUsual = (code: string) => (usual as readonly string[]).includes(code);
  const first = offered.filter(({ code }) => isUsual(code) || code === advised || code === wish);
  const shown = all ? [...first, ...offered.filter((one) => !first.includes(one))] : first;
  return (
    <fieldset className="ways">
      <legend className="unseen">{t('decide.itemQuestion')}</legend>
      {shown.map(({ code, ...words }) => (
        <label key={code} className={chosen === code ? 'way chosen' : 'way'}>
          <input
            type="radio"
            name={name}
            value={code}
            checked={chosen === code}
            onChange={() => choose(code)}
          />
          <span>
            <b>{say(words)}</b>
            {code === advised && <span className="state-tag good">{t('decide.advised')}</span>}
            {code === wish && <span className="state-tag">{t('decide.wished')}</span>}
            {isUsual(code) && <small>{t(`ways.${code as 'RTS'}`)}</small>}
          </span>
        </label>
      ))}
      {!all && (
        <Button type="link" onClick={() => setAll(true)}>
          {t('decide.otherWays')}
        </Button>
      )}
    </fieldset>
  );
}
