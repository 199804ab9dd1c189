import type { ReactNode } from 'react';

/** What may be wider than its place: it is moved sideways with a finger, and with the arrow keys. */
export const Sideways = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has only a keyboard could not move it otherwise
  <section className="sideways" aria-label={label} tabIndex={0}>
    {children}
  </section>
);
