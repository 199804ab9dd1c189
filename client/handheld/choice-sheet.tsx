import { grouped } from '../shared/code.tsx';
import { useSay, useWords } from '../shared/use-words.ts';
import { odd } from '../shared/words/odd.ts';
import { Rows } from './rows.tsx';
import { Sheet } from './sheet.tsx';
import type { Choice } from './use-station.ts';

/** A code that means several things: each with what it is, whose, and how it stands. */
export function ChoiceSheet({ choice: { meanings, choose } }: { readonly choice: Choice }) {
  const t = useWords(odd);
  const say = useSay();
  return (
    <Sheet title={t('choose')} onClose={() => choose(undefined)}>
      <Rows
        rows={meanings.map((one, i) => {
          const { hit } = one;
          const code = 'code' in hit ? grouped(hit.code) : hit.kind === 'sku' ? hit.skus[0]?.code : undefined;
          const name = say(one.name);
          return {
            id: String(i),
            title: one.owner ? say(one.owner) : name,
            quiet: (
              <>
                {say(one.kind)} ·{' '}
                {[...new Set([name === code ? undefined : name, code])].filter(Boolean).join(' · ')}
                {one.more > 0 && <br />}
                {one.more > 0 && t('more', { count: one.more })}
              </>
            ),
            end: one.state && <span className="count">{say(one.state)}</span>,
            onPress: () => choose(one),
          };
        })}
      />
    </Sheet>
  );
}
