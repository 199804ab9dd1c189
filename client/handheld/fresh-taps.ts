/** A glove taps twice within so long, and means one tap. */
const FRESH_MS = 400;
const PRESSABLE = 'button, a, label';

/**
 * What has just come up takes no tap for 400 ms, nor does a button with new words on it: the second half of a double
 * tap would answer the next question. The style sheet keeps fingers off `data-fresh`; keys and screen readers it
 * leaves alone. Returns what stops it.
 */
export function keepFreshFromTaps(): () => void {
  const ends = new WeakMap<Element, ReturnType<typeof setTimeout>>();
  const mark = (node: Node | null) => {
    const near = node instanceof Element ? node : node?.parentElement;
    const element = near?.closest(PRESSABLE) ?? (node instanceof Element ? node : null);
    if (!element) return;
    clearTimeout(ends.get(element));
    element.setAttribute('data-fresh', '');
    ends.set(
      element,
      setTimeout(() => element.removeAttribute('data-fresh'), FRESH_MS),
    );
  };
  const observer = new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes)
      if (type === 'characterData') mark(target);
      else for (const node of addedNodes) mark(node);
  });
  observer.observe(document.body, { childList: true, characterData: true, subtree: true });
  return () => observer.disconnect();
}
