import { type RefObject, useEffect } from 'react';

const writes = 'input:not([type=checkbox], [type=radio], [type=file]), textarea, select';
const isElsewhere = (field: HTMLInputElement) => {
  const active = document.activeElement;
  return active !== field && (active?.matches(writes) === true || active?.closest('dialog') != null);
};

/**
 * Keeps the focus in the scan box: after every tap, every answer and every return to the page, and for the first
 * letter of a scan wherever the focus is. Only another field or an open dialog may have it.
 */
export function useKeptFocus(field: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const inDialog = field.current?.closest('dialog') ?? null;
    const back = () => {
      const box = field.current;
      const dialog = document.querySelector('dialog[open]');
      if (!box || dialog !== inDialog) return;
      if (inDialog ? !document.activeElement?.matches(writes) : !isElsewhere(box))
        box.focus({ preventScroll: true });
    };
    const soon = () => setTimeout(back);
    const onKey = (event: KeyboardEvent) => {
      const onButton = document.activeElement instanceof HTMLButtonElement && event.key === ' ';
      if (event.key.length === 1 && !event.ctrlKey && !event.altKey && !onButton) back();
    };
    back();
    document.addEventListener('click', soon);
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('visibilitychange', soon);
    document.addEventListener('close', soon, true);
    window.addEventListener('focus', soon);
    return () => {
      document.removeEventListener('click', soon);
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('visibilitychange', soon);
      document.removeEventListener('close', soon, true);
      window.removeEventListener('focus', soon);
    };
  }, [field]);
  // A button that had the focus may have gone with the last answer.
  useEffect(() => {
    if (document.activeElement === document.body) field.current?.focus({ preventScroll: true });
  });
}
