import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from './error-boundary.tsx';
import './theme/tokens.css';

/** Puts a face of the house on its page. */
export function mount(face: ReactNode) {
  const place = document.getElementById('root');
  if (!place) throw new Error('The page has no #root.');
  createRoot(place).render(
    <StrictMode>
      <ErrorBoundary>{face}</ErrorBoundary>
    </StrictMode>,
  );
}
