import type { ReactNode } from 'react';

/** What may be wider than its place: it is moved sideways with a finger, and with the arrow keys. */
export const Sideways = ({ children }: { readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has only a keyboard could not move it otherwise
  <div className="sideways" tabIndex={0}>
    {children}
  </div>
);
