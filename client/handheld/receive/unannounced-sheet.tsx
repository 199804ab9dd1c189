import type { OpenStep } from '../../shared/questions.ts';
import { useWords } from '../../shared/use-words.ts';
import { floor } from '../../shared/words/floor.ts';
import { Asking } from '../asking.tsx';
import { useRecentAnswers } from '../session-state.ts';
import type { Receiving, Unannounced } from './use-receiving.ts';

const step: OpenStep = {
  step: 'receiveUnannounced',
  button: floor.both('receive.unannounced'),
  fields: [
    { name: 'description', kind: 'text', label: floor.both('ask.description'), required: true },
    { name: 'exporter', kind: 'exporter', label: floor.both('ask.exporter'), required: false },
    { name: 'quantity', kind: 'count', label: floor.both('ask.quantity'), required: false },
    {
      name: 'exception',
      kind: 'code',
      list: 'exception',
      label: floor.both('ask.exception'),
      required: false,
    },
    { name: 'note', kind: 'long text', label: floor.both('ask.note'), required: false },
  ],
  kinds: [],
};

/** Takes in what nobody announced: what it is, and what else can be said of it. */
export function UnannouncedSheet({
  work,
  code,
  description,
  onClose,
}: {
  readonly work: Receiving;
  /** What was scanned on it, if anything was. */
  readonly code: string | null;
  readonly description: string | null;
  readonly onClose: () => void;
}) {
  const t = useWords(floor);
  const { said, remember } = useRecentAnswers('unannounced');
  const usual = [t('ask.parcel'), t('ask.clothes'), t('ask.electronics'), t('ask.parts')];
  const order = work.order.now?.code;
  return (
    <Asking
      step={step}
      given={description ? { description } : {}}
      said={{ description: [...new Set([...said, ...usual])].slice(0, 6) }}
      onClose={onClose}
      onDone={(answers) => {
        onClose();
        const what = answers as unknown as Unannounced;
        remember(what.description);
        void work.station.run(() =>
          work.receiveUnannounced({ ...what, ...(order ? { order } : {}), ...codeOn(code) }),
        );
      }}
    />
  );
}

/** A code that nobody knows is most likely the waybill; what cannot be one stands in the note. */
const codeOn = (code: string | null) =>
  code === null ? {} : /^[A-Z0-9-]{6,40}$/i.test(code) ? { waybill: code } : {};
