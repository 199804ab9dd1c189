import { useState } from 'react';
import { CheckIcon, CopyIcon } from './icons.tsx';
import { useWords } from './use-words.ts';
import { shell } from './words/shell.ts';

const ours = /^[GRTSCP][0-9A-Z]{9}$/;
/** Our own codes are read in two groups of five: G7K2M-9Q4XF. Others stay as they are. */
export const grouped = (code: string) => (ours.test(code) ? `${code.slice(0, 5)}-${code.slice(5)}` : code);

/** A code to read. */
export const Code = ({ children }: { readonly children: string }) => (
  <span className="code">{grouped(children)}</span>
);

/** A code to read and to copy. */
export const CopyCode = ({ children }: { readonly children: string }) => (
  <span className="code-copy">
    <Code>{children}</Code>
    <CopyButton code={children} />
  </span>
);

/** Copies a code without the hyphen that helps the eye. */
export function CopyButton({ code }: { readonly code: string }) {
  const t = useWords(shell);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await toClipboard(code);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <>
      <button
        type="button"
        className={copied ? 'copied' : ''}
        onClick={copy}
        aria-label={t('copy', { code })}
        title={copied ? t('copied') : t('copy', { code })}
      >
        {copied ? <CheckIcon size={14} /> : <CopyIcon size={14} />}
      </button>
      <span role="status" className="unseen">
        {copied ? t('copied') : ''}
      </span>
    </>
  );
}

async function toClipboard(text: string) {
  // By plain http the browser has no clipboard to offer.
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}
