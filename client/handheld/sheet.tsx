import { type ReactNode, useEffect, useRef, useState } from 'react';
import { CrossIcon } from '../shared/icons.tsx';
import { useWords } from '../shared/use-words.ts';
import { shell } from '../shared/words/shell.ts';
import { useLocked } from './door/lock.ts';
import { SheetScans, useReceiver } from './scanner/receivers.ts';
import { ScanSink } from './scanner/scan-sink.tsx';

/**
 * Comes up from below over the station; Escape and the cross close it. A scan answers the question that is open in it;
 * without one it means that the work goes on, and the station gets it.
 */
export function Sheet({
  title,
  onClose,
  children,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const t = useWords(shell);
  const dialog = useRef<HTMLDialogElement>(null);
  const [scans] = useState<{ take: ((text: string) => void) | null }>({ take: null });
  // An open dialog would lie over the door and keep badge, keys and taps from it.
  const shut = useLocked() !== null;
  useEffect(() => {
    if (shut) return;
    const sheet = dialog.current;
    sheet?.showModal();
    if (!document.activeElement?.matches('input, textarea'))
      sheet?.querySelector<HTMLInputElement>('.scan-box input')?.focus();
    return () => sheet?.close();
  }, [shut]);
  useReceiver((text, below) => {
    if (scans.take) return scans.take(text);
    onClose();
    below(text);
  }, 'sheet');
  return (
    <dialog ref={dialog} className="sheet" aria-label={title} onCancel={onClose}>
      <div className="sheet-head">
        <h2>{title}</h2>
        <button type="button" className="square" aria-label={t('close')} onClick={onClose}>
          <CrossIcon size={24} />
        </button>
      </div>
      <div className="sheet-body">
        <SheetScans value={scans}>{children}</SheetScans>
      </div>
      <ScanSink />
    </dialog>
  );
}
