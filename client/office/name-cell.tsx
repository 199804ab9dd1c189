import type { Words } from '../../server/words/words.ts';
import { CodeLink } from '../shared/desk/code-link.tsx';
import { useSay } from '../shared/use-words.ts';

interface Named {
  readonly name: Words;
  readonly serial: string | null;
}

/** What an item is: its product's name, below it the SKU and its own serial. */
export function NameCell({
  of: { name, sku, serial },
}: {
  readonly of: Named & { readonly sku: string | null };
}) {
  const say = useSay();
  return (
    <span className="two-lines">
      <span>{say(name)}</span>
      <small>{[sku, serial].filter(Boolean).join(' · ')}</small>
    </span>
  );
}

/** Which item it is: its code, below it what it is. */
export function ItemCell({ code, of: { name, serial } }: { readonly code: string; readonly of: Named }) {
  const say = useSay();
  return (
    <span className="two-lines">
      <CodeLink to={`/items/${code}`} code={code} />
      <small>{[say(name), serial].filter(Boolean).join(' · ')}</small>
    </span>
  );
}
