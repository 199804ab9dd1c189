import { Component, type ReactNode } from 'react';
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

// After an update the parts of the old version are gone from the server.
const isOldVersion = (error: unknown) =>
  error instanceof Error && /dynamically imported module|Importing a module/.test(error.message);

export function Broken({ error }: { readonly error: unknown }) {
  const t = useWords(shell);
  const old = isOldVersion(error);
  return (
    <div role="alert" className="notice-page">
      <h1>{t(old ? 'failure.newVersion' : 'failure.broken')}</h1>
      <p>{t(old ? 'failure.newVersionWhy' : 'failure.brokenWhy')}</p>
      <button type="button" className="plain-button" onClick={() => location.reload()}>
        {t('reload')}
      </button>
    </div>
  );
}
