import type { Answers, AskedStep } from '../../shared/questions.ts';
import { useWords } from '../../shared/use-words.ts';
import { floor } from '../../shared/words/floor.ts';
import { Asking } from '../asking.tsx';
import { useRecentAnswers } from '../session-state.ts';
import type { Doubt } from './job.ts';
import type { Receiving, Unannounced } from './use-receiving.ts';

const optional = { required: false } as const;
const place = { name: 'location', kind: 'location', label: floor.both('ask.apart'), required: true } as const;
const what = {
  name: 'description',
  kind: 'text',
  label: floor.both('ask.description'),
  required: true,
} as const;
const exporter = {
  name: 'exporter',
  kind: 'exporter',
  label: floor.both('ask.exporter'),
  ...optional,
} as const;
const more = [
  { name: 'quantity', kind: 'count', label: floor.both('ask.quantity'), ...optional },
  { name: 'exception', kind: 'code', list: 'exception', label: floor.both('ask.exception'), ...optional },
  { name: 'note', kind: 'long text', label: floor.both('ask.note'), ...optional },
] as const;
const unannounced: AskedStep = {
  step: 'receiveUnannounced',
  button: floor.both('receive.unannounced'),
  fields: [what, exporter, ...more],
  kinds: [],
};
/** Of a return that nobody awaits: apart from the rest, and nobody's until somebody knows. */
const unidentified: AskedStep = {
  step: 'receiveUnidentified',
  button: floor.both('receive.takeUnidentified'),
  fields: [place, what, ...more],
  kinds: [],
};

/** Takes in what nobody announced: what it is, and what else can be said of it. */
export function UnannouncedSheet({
  work,
  doubt,
  kept,
  onKeep,
  onClose,
}: {
  readonly work: Receiving;
  /** The scan that it began with, if one did. */
  readonly doubt: Extract<Doubt, { told: boolean }> | null;
  /** What was answered before it was refused: nobody says it twice. */
  readonly kept: Answers | undefined;
  readonly onKeep: (answers: Answers) => void;
  readonly onClose: () => void;
}) {
  const t = useWords(floor);
  const { said, remember } = useRecentAnswers('unannounced');
  const usual = [t('ask.parcel'), t('ask.clothes'), t('ask.electronics'), t('ask.parts')];
  const isUnawaited = doubt?.is === 'not awaited';
  const first = doubt?.is === 'known' ? doubt.skus[0] : undefined;
  const description = first?.name.zh;
  const known =
    doubt?.is === 'known' && doubt.skus.length === 1 && first ? { ...first, serial: doubt.serial } : null;
  return (
    <Asking
      step={isUnawaited ? unidentified : unannounced}
      given={{
        ...(description ? { description } : {}),
        ...(known ? { exporter: known.exporter.code } : {}),
        ...kept,
      }}
      said={{ description: [...new Set([...said, ...usual])].slice(0, 6) }}
      onClose={onClose}
      onDone={(answers) => {
        const told = answers as unknown as Unannounced;
        remember(told.description);
        // The place is what is refused most: it is scanned anew, and all else stands as it was said.
        const { location: _, ...others } = answers;
        onKeep(others);
        void work.station.run(async () => {
          await work.receiveUnannounced({
            ...told,
            ...(known && told.exporter === known.exporter.code ? { sku: known.code } : {}),
            ...cameWith(doubt, work.order.now?.code, told),
          });
          onClose();
        });
      }}
    />
  );
}

/**
 * The papers that it came with, and the number that was scanned: the waybill of a parcel of its own, or what stands on the
 * thing. It is kept in any case, so that it is found by it again.
 */
function cameWith(
  doubt: Extract<Doubt, { told: boolean }> | null,
  open: string | undefined,
  { quantity = 1, note }: Pick<Unannounced, 'quantity' | 'note'>,
) {
  if (doubt?.is === 'not awaited')
    return { order: doubt.order, ...(doubt.waybill ? { waybill: doubt.waybill } : {}) };
  if (doubt?.is === 'known') return doubt.serial ? { serial: doubt.serial } : {};
  const order = open ? { order: open } : {};
  if (!doubt) return order;
  const { waybill, serial, isOpen, isApart, text } = doubt;
  if (waybill && (isApart || !isOpen)) return { waybill, parcel: undefined };
  // Several pieces share no serial, and not all that is read is one.
  const number = serial && quantity === 1 ? { serial } : { note: [note, text].filter(Boolean).join(' · ') };
  return { ...order, ...number };
}
