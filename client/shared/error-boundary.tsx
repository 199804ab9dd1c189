import { Component, type ReactNode, useEffect, useState } from 'react';
import { useWords } from './use-words.ts';
import { shell } from './words/shell.ts';

/** Shows a page that broke as a sentence and a button, and keeps what stands around it. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state = { error: undefined as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('unknown') };
  }

  override render() {
    return this.state.error === undefined ? this.props.children : <Broken error={this.state.error} />;
  }
}

// After an update the parts of the old version are gone from the server; without a network it only looks like that.
const isPartMissing = (error: unknown) =>
  error instanceof Error && /dynamically imported module|Importing a module/.test(error.message);

/** Whether the server answers at all; undefined until that is known. */
function useReached(asked: boolean): boolean | undefined {
  const [reached, setReached] = useState<boolean>();
  useEffect(() => {
    if (!asked) return;
    fetch('/healthz', { cache: 'no-store' }).then(
      ({ ok }) => setReached(ok),
      () => setReached(false),
    );
  }, [asked]);
  return reached;
}

export function Broken({ error }: { readonly error: unknown }) {
  const t = useWords(shell);
  const missing = isPartMissing(error);
  const reached = useReached(missing);
  if (missing && reached === undefined) return <p className="notice-page">{t('loading')}</p>;
  const [title, why] = !missing
    ? (['failure.broken', 'failure.brokenWhy'] as const)
    : reached
      ? (['failure.newVersion', 'failure.newVersionWhy'] as const)
      : (['failure.title', 'failure.offline'] as const);
  return (
    <div role="alert" className="notice-page">
      <h1>{t(title)}</h1>
      <p>{t(why)}</p>
      <button type="button" className="plain-button" onClick={() => location.reload()}>
        {t('reload')}
      </button>
    </div>
  );
}
