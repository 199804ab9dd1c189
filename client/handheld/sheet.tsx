import { type ReactNode, useEffect, useRef } from 'react';
import { CrossIcon } from '../shared/icons.tsx';
import { useWords } from '../shared/use-words.ts';
import { shell } from '../shared/words/shell.ts';

/** Comes up from below over the station; Escape and the cross close it. */
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
  useEffect(() => {
    const sheet = dialog.current;
    sheet?.showModal();
    sheet?.querySelector<HTMLInputElement>('.scan-box input')?.focus();
    return () => sheet?.close();
  }, []);
  return (
    <dialog ref={dialog} className="sheet" aria-label={title} onCancel={onClose}>
      <div className="sheet-head">
        <h2>{title}</h2>
        <button type="button" className="square" aria-label={t('close')} onClick={onClose}>
          <CrossIcon size={24} />
        </button>
      </div>
      <div className="sheet-body">{children}</div>
    </dialog>
  );
}
