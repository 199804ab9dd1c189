import type { ComponentType } from 'react';

/** A page that is fetched when somebody goes there: `page(() => import('./x.tsx'), 'XPage')`. */
export const page =
  <Name extends string>(fetched: () => Promise<{ readonly [name in Name]: ComponentType }>, name: Name) =>
  async () => ({ Component: (await fetched())[name] });
