import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Words } from '../../../server/words/words.ts';
import { call, type Reply } from '../api.ts';
import type { ChoiceLists } from '../questions.ts';
import type { NameOf } from '../step-done.ts';
import { useSay } from '../use-words.ts';

type Catalogue = Reply<'GET /api/v1/catalogue'>;
const nothing: Catalogue = { codes: {}, entities: {} };

/** Every code and every state of the house, asked once while the page is open. */
export function useCatalogue(): Catalogue {
  const { data } = useQuery({
    queryKey: ['catalogue'],
    queryFn: ({ signal }) => call('GET /api/v1/catalogue', {}, { signal }),
    staleTime: 'static',
  });
  return data ?? nothing;
}

/** The codes as choices of a form, by the name of their list. */
export function useCodeLists(): ChoiceLists {
  const { codes } = useCatalogue();
  return useMemo(
    () =>
      Object.fromEntries(
        Object.entries(codes).map(([list, rows]) => [
          list,
          rows.map(({ code, zh, en, meaning }) => ({
            value: code,
            meaning,
            zh: `${zh}（${code}）`,
            en: `${en} (${code})`,
          })),
        ]),
      ),
    [codes],
  );
}

/** What a code is called: `name('disposition', 'RTS')` is 良品上架. A code that nobody knows stays as it is. */
export function useCodeName(): (list: string, code: string | null | undefined) => string {
  const { codes } = useCatalogue();
  const say = useSay();
  return (list, code) => {
    if (!code) return '–';
    const found = codes[list]?.find((row) => row.code === code);
    return found ? say(found) : code;
  };
}

/** The same in both languages, for a step that tells its answer. */
export function useNameOf(): NameOf {
  const { codes } = useCatalogue();
  return (list, code) => codes[list]?.find((row) => row.code === code) ?? { zh: code, en: code };
}

/** The states of an entity, as the choices of a filter. */
export function useStateChoices(entity: string): readonly { value: string; label: string }[] {
  const states = useCatalogue().entities[entity]?.states ?? [];
  const say = useSay();
  return states.map((state) => ({ value: state.id, label: say(state) }));
}

/** The states of an entity in which it waits for the word of one side, as the filter of a list. */
export const useStatesWaitingFor = (entity: string, side: string): string =>
  (useCatalogue().entities[entity]?.states ?? [])
    .filter(({ waitsFor }) => waitsFor === side)
    .map(({ id }) => id)
    .join(',');

/** The parts of the work of an entity, in their order. */
export const usePhases = (
  entity: string,
): readonly (Words & { readonly id: string; readonly ended?: true | undefined })[] =>
  Object.entries(useCatalogue().entities[entity]?.phases ?? {}).map(([id, words]) => ({ id, ...words }));
