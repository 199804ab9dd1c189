import { type ComponentType, createElement, lazy, type ReactNode, Suspense } from 'react';

/** A part of a page that is fetched when it is first shown: `later(() => import('./x.tsx'), 'X')`. */
export function later<Name extends string, Props extends object>(
  fetched: () => Promise<{ readonly [name in Name]: ComponentType<Props> }>,
  name: Name,
  meanwhile: ReactNode = <div className="part-waiting wait-ring" />,
): ComponentType<Props> {
  const Part = lazy(async () => {
    const Fetched: ComponentType<Props> = (await fetched())[name];
    return { default: ({ given }: { readonly given: Props }) => createElement(Fetched, given) };
  });
  return (props) => (
    <Suspense fallback={meanwhile}>
      <Part given={props} />
    </Suspense>
  );
}
