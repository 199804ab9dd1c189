import { Facts } from '../shared/desk/card.tsx';
import { useCodeName } from '../shared/desk/catalogue.ts';
import { useFactWords } from '../shared/desk/fact-words.ts';

interface Axes {
  readonly cosmetic: string | null;
  readonly functional: string | null;
  readonly complete: string | null;
  readonly packaging: string | null;
}
const axes = ['cosmetic', 'functional', 'complete', 'packaging'] as const;

/** What the inspection found, in words. */
export function Findings({ found }: { readonly found: Axes }) {
  const name = useCodeName();
  const facts = useFactWords();
  return (
    <Facts
      facts={axes
        .filter((axis) => found[axis] !== null)
        .map((axis) => ({ name: facts.name(axis) ?? axis, value: name(axis, found[axis]) }))}
    />
  );
}
